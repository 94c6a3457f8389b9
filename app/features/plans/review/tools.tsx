/** What can be done to the row in hand, each by a form. */
import { FIELD_NAMES, ITEM_KINDS, type Cite } from '@open1325/reader/plan-document'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { FormErrors } from '../../../platform/http.ts'
import { LongTextField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { langOf, useReview } from './context.ts'
import { OperationForm, ToolBox } from './form.tsx'
import { KindMark } from './marks.tsx'
import type { ReviewItem } from './operation.ts'
import { inTreeOrder, isInside, isUnusualUnder, subtreeOf } from './place.ts'
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

/** Puts the cursor into the form when its tool opens. */
function useFocus<T extends HTMLElement>(tool: string) {
  const { view, acts, drawn } = useReview()
  const place = useRef<T>(null)
  useEffect(() => {
    if (acts && view.tool === tool)
      place.current?.querySelector<HTMLElement>('textarea, input:not([type=hidden])')?.focus()
  }, [view.tool, drawn])
  return place
}

function EditForm({ row: now }: { row: ReviewItem }) {
  const { acts, data, returned, drafts, drawn } = useReview()
  const { t } = useWords()
  const [row] = useState(now)
  const place = useFocus<HTMLDivElement>('edit')
  const words = drawn?.purpose === 'words' ? drawn.cite : null
  const typed = returned?.tool === 'edit' ? returned.typed : drafts.get(row.id)
  // Made once: what one types is never drawn over, whatever arrives meanwhile.
  const fields = useMemo(
    () => (
      <EditFields row={row} words={words} typed={typed} errors={returned?.tool === 'edit' ? returned.errors : null} />
    ),
    [words],
  )
  const keep = (event: Event) => {
    const form = (event.currentTarget as HTMLElement).closest('form')
    if (form && acts) acts.draft(row.id, changedIn(new FormData(form), row))
  }
  return (
    <OperationForm act="item.edit" row={row} done={operation => ({ next: 'confirm' in operation })}>
      <div ref={place} onInput={acts ? keep : undefined}>
        {fields}
        {acts && data.pages[0]?.text === null && (
          <p>
            <button type="button" class="plain" onClick={() => acts.draw('words')}>
              {t('review.words-from-page')}
            </button>
          </p>
        )}
      </div>
      <div class="actions">
        <button name="confirm" value="1">
          {t('review.save-and-confirm')}
        </button>
        <button class="quiet">{t('form.save')}</button>
        <Close />
      </div>
    </OperationForm>
  )
}

/** What was typed and differs from the row; null: nothing does. */
function changedIn(form: FormData, row: ReviewItem): Record<string, string> | null {
  const before: Record<string, string> = { text: row.text, number: row.number ?? '' }
  for (const name of FIELD_NAMES) before[`field.${name}`] = row.fields[name]?.text ?? ''
  const changed = Object.keys(before).flatMap(name => {
    const value = form.get(name)
    return typeof value === 'string' && value !== before[name] ? [[name, value] as const] : []
  })
  return changed.length ? Object.fromEntries(changed) : null
}

interface EditFieldsProps {
  row: ReviewItem
  /** Taken from the page anew. */
  words: Cite | null
  typed: Record<string, string> | undefined
  errors: FormErrors | null
}

function EditFields({ row, words, typed, errors }: EditFieldsProps) {
  const { data } = useReview()
  const { t } = useWords()
  const lang = langOf(data)
  return (
    <>
      <LongTextField
        key={words?.quote}
        name="text"
        label={t('review.text')}
        value={words?.quote ?? typed?.text ?? row.text}
        errors={errors}
        rows={4}
        dir="auto"
        {...(lang ? { lang } : {})}
      />
      {words && (
        <>
          <input type="hidden" name="quote" value={words.quote} />
          <input type="hidden" name="cite-page" value={words.page ?? ''} />
          <input type="hidden" name="box" value={words.box?.join(',')} />
        </>
      )}
      <TextField
        name="number"
        label={t('review.number')}
        hint={t('review.number.hint')}
        value={typed?.number ?? row.number ?? ''}
        errors={errors}
        maxlength={60}
        dir="auto"
      />
      <div class="fields-grid">
        {FIELD_NAMES.map(name => (
          <LongTextField
            key={name}
            name={`field.${name}`}
            label={t(`field.${name}`)}
            value={typed?.[`field.${name}`] ?? row.fields[name]?.text ?? ''}
            rows={2}
            dir="auto"
          />
        ))}
      </div>
    </>
  )
}

/** Without JavaScript the tool's own button closes it. */
function Close() {
  const { acts } = useReview()
  const { t } = useWords()
  return acts ? (
    <button type="button" class="plain" onClick={() => acts.tool(null)}>
      {t('form.cancel')} <kbd>Esc</kbd>
    </button>
  ) : null
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
  const { t } = useWords()
  const name = [t(`kind.${row.kind}`), row.number].filter(Boolean).join(' ')
  return (
    <option value={value} selected={selected}>
      {`${'\u2003'.repeat(Math.min(row.depth, 4))}${name}: ${shortened(row.text, 60)}`}
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
        {rows.map(row => (
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
