/** A row's words, number and fields, to be mended. */
import { FIELD_NAMES, type Cite } from '@open1325/reader/plan-document'
import { useMemo, useState } from 'preact/hooks'
import type { FormErrors } from '../../../platform/http.ts'
import { LongTextField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { langOf, useReview } from './context.ts'
import { Close, OperationForm, useFocus } from './form.tsx'
import type { ReviewItem } from './operation.ts'

export function EditForm({ row: now }: { row: ReviewItem }) {
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
