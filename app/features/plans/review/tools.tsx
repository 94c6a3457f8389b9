/** What can be done to the row in hand, each by a form. */
import { ITEM_KINDS } from '@open1325/reader/plan-document'
import { useState } from 'preact/hooks'
import { LongTextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { langOf, useReview } from './context.ts'
import { EditForm } from './edit-form.tsx'
import { Close, OperationForm, ToolBox, useFocus } from './form.tsx'
import { KindMark } from './marks.tsx'
import type { ReviewItem } from './operation.ts'
import { inTreeOrder, isInside, isUnusualUnder, mayHold, subtreeOf } from './place.ts'
import { isLiving, type Row } from './view.ts'

export function Tools({ row }: { row: ReviewItem }) {
  const { view } = useReview()
  const { t } = useWords()
  // Mounted anew when it opens: it then shows the row as it stood at that moment, whatever others do while one types.
  const open = (tool: string) => `${row.id} ${view.tool === tool}`
  return (
    <>
      <ToolBox tool="edit" label={t('review.edit')} keyName="e">
        <EditForm key={open('edit')} row={row} />
      </ToolBox>
      <ToolBox tool="split" label={t('review.split')} keyName="s">
        <SplitForm key={open('split')} row={row} />
      </ToolBox>
      <ToolBox tool="merge" label={t('review.merge')} keyName="m">
        <MergeForm row={row} />
      </ToolBox>
      <ToolBox tool="kind" label={t('review.kind')} keyName="r">
        <KindForm row={row} />
      </ToolBox>
      <ToolBox tool="move" label={t('review.move')} keyName="p">
        <MoveForm row={row} />
      </ToolBox>
      <ToolBox tool="remove" label={t('review.remove')} keyName="x">
        <RemoveForm row={row} />
      </ToolBox>
    </>
  )
}

function SplitForm({ row: now }: { row: ReviewItem }) {
  const { data, returned } = useReview()
  const { t } = useWords()
  const [row] = useState(now)
  const place = useFocus<HTMLDivElement>('split')
  const typed = returned?.tool === 'split' ? returned.typed.parts : undefined
  const lang = langOf(data)
  // The cursor says where; a line break typed into the text says it too.
  const cursor = (form: HTMLFormElement): Record<string, string> => {
    const area = form.querySelector('textarea')!
    return area.value === row.text ? { at: String(area.selectionStart) } : {}
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    ;(event.currentTarget as HTMLElement).closest('form')?.requestSubmit()
  }
  return (
    <OperationForm act="item.split" row={row} also={cursor}>
      <div ref={place} onKeyDown={onKeyDown}>
        <LongTextField
          name="parts"
          label={t('review.split.where')}
          hint={t('review.split.hint')}
          value={typed ?? row.text}
          rows={5}
          dir="auto"
          {...(lang ? { lang } : {})}
        />
      </div>
      <div class="actions">
        <button>{t('review.split.do')}</button>
        <Close />
      </div>
    </OperationForm>
  )
}

/** How many rows before and after are offered: what was torn apart does not lie far apart. */
const NEAR = 30

function MergeForm({ row }: { row: ReviewItem }) {
  const { items, acts } = useReview()
  const { t } = useWords()
  const rows = inTreeOrder(items.filter(isLiving))
  const at = rows.findIndex(other => other.id === row.id)
  const [before, after] = [rows[at - 1], rows[at + 1]]
  return (
    <OperationForm act="item.merge" row={row} done={() => ({})}>
      <p class="hint">{t('review.merge.hint')}</p>
      <ul class="choices">
        {after && (
          <li>
            <button class="quiet" name="other" value={`${after.id}:${after.version}`}>
              {t('review.merge.next')} {acts && <kbd>m</kbd>}
            </button>{' '}
            <Excerpt row={after} />
          </li>
        )}
        {before && (
          <li>
            <button class="quiet" name="other" value={`${before.id}:${before.version}`}>
              {t('review.merge.previous')}
            </button>{' '}
            <Excerpt row={before} />
          </li>
        )}
      </ul>
      <div class="field">
        <label for="chosen">{t('review.merge.chosen')}</label>
        <select id="chosen" name="chosen">
          {rows
            .slice(Math.max(0, at - NEAR), at + NEAR)
            .filter(other => other.id !== row.id)
            .map(other => (
              <RowOption key={other.id} row={other} value={`${other.id}:${other.version}`} />
            ))}
        </select>
      </div>
      <div class="actions">
        <button>{t('review.merge.do')}</button>
        <Close />
      </div>
    </OperationForm>
  )
}

/** The beginning of a row's words, enough to know it. */
const shortened = (text: string, most: number) => (text.length > most ? text.slice(0, most - 1).trimEnd() + '…' : text)

const Excerpt = ({ row }: { row: ReviewItem }) => <bdi class="soft small">{shortened(row.text, 70)}</bdi>

function RowOption({ row, value, selected }: { row: Row; value: string; selected?: boolean }) {
  const { t, colon } = useWords()
  const name = [t(`kind.${row.kind}`), row.number].filter(Boolean).join(' ')
  return (
    <option value={value} selected={selected}>
      {`${'\u2003'.repeat(Math.min(row.depth, 4))}${name}${colon}${shortened(row.text, 60)}`}
    </option>
  )
}

function KindForm({ row }: { row: ReviewItem }) {
  const { acts } = useReview()
  const { t } = useWords()
  return (
    <OperationForm act="item.rekind" row={row}>
      <p class="hint">{t('review.kind.hint')}</p>
      <div class="kinds">
        {ITEM_KINDS.map((kind, i) => (
          <button key={kind} class="quiet" name="kind" value={kind} aria-pressed={kind === row.kind}>
            <KindMark kind={kind} /> {t(`kind.${kind}`)} {acts && <kbd>{i + 1}</kbd>}
          </button>
        ))}
      </div>
    </OperationForm>
  )
}

function MoveForm({ row }: { row: ReviewItem }) {
  const { items } = useReview()
  const { t } = useWords()
  const rows = inTreeOrder(items.filter(isLiving))
  const inside = new Set(subtreeOf(rows, row.id).map(other => other.id))
  return (
    <OperationForm act="item.move" row={row} done={() => ({})}>
      <div class="kinds">
        {(['up', 'down', 'in', 'out'] as const).map(step => (
          <button key={step} class="quiet" name="step" value={step}>
            {t(`review.move.${step}`)}
          </button>
        ))}
      </div>
      <ParentField name="parent" rows={rows.filter(other => !inside.has(other.id))} chosen={row.parentId} />
      <div class="actions">
        <button>{t('review.move.do')}</button>
        <Close />
      </div>
    </OperationForm>
  )
}

export function ParentField({ name, rows, chosen }: { name: string; rows: Row[]; chosen: string | null }) {
  const { t } = useWords()
  return (
    <div class="field">
      <label for={name}>{t('review.parent')}</label>
      <select id={name} name={name}>
        <option value="">{t('review.parent.none')}</option>
        {rows
          .filter(row => mayHold(row.kind) || row.id === chosen)
          .map(row => (
            <RowOption key={row.id} row={row} value={row.id} selected={row.id === chosen} />
          ))}
      </select>
    </div>
  )
}

function RemoveForm({ row }: { row: ReviewItem }) {
  const { items } = useReview()
  const { t } = useWords()
  const below = items.filter(item => item.parentId === row.id && isLiving(item)).length
  return (
    <OperationForm act="item.delete" row={row} done={() => ({ next: true })}>
      <p>{t('review.remove.hint', { below })}</p>
      <button class="danger">{t('review.remove.do')}</button>
    </OperationForm>
  )
}

/** A row whose place is unusual for its kind: said, never forbidden. */
export function PlaceWarning({ row }: { row: ReviewItem }) {
  const { items } = useReview()
  const { t } = useWords()
  const parent = items.find(item => item.id === row.parentId && isLiving(item))
  const orphan = !parent && row.kind !== 'pillar' && row.kind !== 'objective'
  if (parent && isInside(items, parent.id, row.id)) return null
  if (parent && isUnusualUnder(row.kind, parent.kind))
    return (
      <p class="missing">{t('review.unusual', { kind: t(`kind.${row.kind}`), parent: t(`kind.${parent.kind}`) })}</p>
    )
  return orphan ? <p class="missing">{t('review.unusual.top', { kind: t(`kind.${row.kind}`) })}</p> : null
}
