/** Small forms beside a word: who sees it, taking it back, answering it. */
import { randomUUID } from 'node:crypto'
import type { FormErrors } from '../../platform/http.ts'
import { ErrorSummary, LongTextField } from '../../ui/form.tsx'
import { useWords } from '../../ui/words.tsx'
import { paths, VISIBILITIES, type Word } from './model.ts'

/** A form that came back: what was typed, and what is wrong with it. */
export interface ReturnedForm {
  typed: Record<string, string>
  errors: FormErrors | null
}

export function VisibilityForm({ word, mayPublish }: { word: Pick<Word, 'id' | 'visibility'>; mayPublish: boolean }) {
  const { t } = useWords()
  const id = `visibility-${word.id}`
  const offered = VISIBILITIES.filter(one => mayPublish || one === 'me' || one === 'organisation')
  return (
    <form class="form" method="post" action={paths.word(word.id, 'visibility')}>
      {mayPublish && <p class="small">{t('voices.visibility.lead')}</p>}
      <label for={id}>{t('say.visibility')}</label>
      <select id={id} name="visibility">
        {offered.map(one => (
          <option key={one} value={one} selected={one === word.visibility}>
            {t(`visibility.${one}`)}
          </option>
        ))}
      </select>
      <p class="actions">
        <button class="quiet">{t('form.save')}</button>
      </p>
    </form>
  )
}

interface WithText {
  /** The word's. */
  id: string
  form: ReturnedForm | null
}

export function TakeBackForm({ id, form }: WithText) {
  const { t } = useWords()
  return (
    <form class="form" method="post" action={paths.word(id, 'take-back')}>
      <p class="small">{t('voices.take-back.lead')}</p>
      <LongText {...{ form }} id={`why-${id}`} name="why" label={t('voices.take-back.why')} />
      <p class="actions">
        <button class="danger">{t('voices.take-back')}</button>
      </p>
    </form>
  )
}

export function ReplyForm({ id, form }: WithText) {
  const { t } = useWords()
  return (
    <form class="form" method="post" action={paths.word(id, 'reply')}>
      <p class="small">{t('voices.reply.lead')}</p>
      <input type="hidden" name="form" value={form?.typed.form || randomUUID()} />
      <LongText {...{ form }} id={`text-${id}`} name="text" label={t('voices.reply.text')} />
      <p class="actions">
        <button>{t('voices.reply.send')}</button>
      </p>
    </form>
  )
}

interface LongTextProps {
  form: ReturnedForm | null
  id: string
  name: string
  label: string
}

/** Several of them stand on one page: their ids differ, their names do not. */
function LongText({ form, id, name, label }: LongTextProps) {
  const error = form?.errors?.fields[name]
  return (
    <>
      {error && <ErrorSummary errors={{ fields: { [id]: error } }} />}
      <LongTextField
        {...{ id, name, label }}
        errors={form?.errors ?? null}
        value={form?.typed[name]}
        rows={4}
        dir="auto"
        required
      />
    </>
  )
}
