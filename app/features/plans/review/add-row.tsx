/** A row that the machine missed: drawn on the page's picture, or typed with its page and words; and many rows confirmed at once. */
import { ITEM_KINDS, type Cite } from '@open1325/reader/plan-document'
import { useMemo } from 'preact/hooks'
import { LongTextField, SelectField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { langOf, useReview } from './context.ts'
import { OperationForm, ToolBox } from './form.tsx'
import { inTreeOrder } from './place.ts'
import { ParentField } from './tools.tsx'
import { isLiving } from './view.ts'

export function AddRow() {
  const { view, drawn, acts } = useReview()
  const { t } = useWords()
  const cite = drawn?.purpose === 'add' ? drawn.cite : null
  const isOpen = view.tool === 'add'
  return (
    <ToolBox tool="add" label={t('review.add')} keyName="a">
      <OperationForm
        key={`${isOpen} ${cite?.quote ?? ''}`}
        act="item.add"
        done={operation => ({ select: operation.act === 'item.add' ? operation.newId : null })}
      >
        <AddFields cite={cite} />
        <div class="actions">
          <button>{t('review.add.do')}</button>
          {acts && (
            <button type="button" class="plain" onClick={() => acts.tool(null)}>
              {t('form.cancel')} <kbd>Esc</kbd>
            </button>
          )}
        </div>
      </OperationForm>
    </ToolBox>
  )
}

/** Made once for each opening: what one types is never drawn over, whatever arrives meanwhile. */
function AddFields({ cite }: { cite: Cite | null }) {
  const { data, view, items, returned } = useReview()
  const { t } = useWords()
  const typed = returned?.tool === 'add' ? returned.typed : null
  const errors = returned?.tool === 'add' ? returned.errors : null
  return useMemo(() => {
    const current = items.find(item => item.id === view.selected)
    const lang = langOf(data)
    return (
      <>
        {data.pages[0]?.number !== null && (
          <TextField
            name="cite-page"
            label={t('review.add.page')}
            inputmode="numeric"
            value={typed?.['cite-page'] ?? String(cite?.page ?? view.page ?? '')}
            errors={errors}
          />
        )}
        {cite?.box && <input type="hidden" name="box" value={cite.box.join(',')} />}
        <LongTextField
          name="quote"
          label={t('review.add.quote')}
          hint={t('review.add.quote.hint')}
          value={typed?.quote ?? cite?.quote ?? ''}
          errors={errors}
          rows={3}
          dir="auto"
          {...(lang ? { lang } : {})}
        />
        <SelectField
          name="new-kind"
          label={t('review.kind')}
          choices={ITEM_KINDS.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={typed?.['new-kind'] ?? current?.kind ?? 'action'}
          errors={errors}
        />
        <TextField name="new-number" label={t('review.number')} value={typed?.['new-number'] ?? ''} errors={errors} />
        <LongTextField
          name="new-text"
          label={t('review.add.text')}
          hint={t('review.add.text.hint')}
          value={typed?.['new-text'] ?? ''}
          rows={2}
          dir="auto"
        />
        <ParentField
          name="new-parent"
          rows={inTreeOrder(items.filter(isLiving))}
          chosen={typed?.['new-parent'] ?? current?.parentId ?? null}
        />
      </>
    )
  }, [])
}

/** What the machine was this sure of, or more. */
const SURE = [0.95, 0.9, 0.8, 0.7]

export function ConfirmMany() {
  const { items } = useReview()
  const { t, number } = useWords()
  const open = items.filter(item => isLiving(item) && item.state !== 'confirmed')
  const above = (least: number) => open.filter(item => item.confidence !== null && item.confidence >= least).length
  const offered = SURE.filter(least => above(least) > 0)
  if (!offered.length) return null
  return (
    <ToolBox tool="many" label={t('review.many')}>
      <OperationForm act="confirm-many" done={() => ({ next: true })}>
        <input type="hidden" name="scope" value="above" />
        <p class="hint">{t('review.many.hint')}</p>
        <ul class="choices">
          {offered.map(least => (
            <li key={least}>
              <button class="quiet" name="above" value={least}>
                {t('review.many.above', { count: above(least), percent: number(Math.round(least * 100)) })}
              </button>
            </li>
          ))}
        </ul>
      </OperationForm>
    </ToolBox>
  )
}
