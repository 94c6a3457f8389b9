/** The facts of a set of recommendations, as fields of a form. */
import type { FormErrors } from '../../../platform/http.ts'
import { countryChoices } from '../../../ui/countries.ts'
import { SelectField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { DOCUMENT_LANGUAGES } from '../../ledger/offers/typed.ts'

/** A form as it came back. */
export interface Typed {
  typed: Record<string, string>
  errors: FormErrors | null
  /** What stands now, where somebody changed it meanwhile. */
  now?: string
}

export function FactsFields({ form: { typed, errors } }: { form: Typed }) {
  const words = useWords()
  const { t, language } = words
  const field = (name: string, label: string) => ({ name, label, errors, value: typed[name] ?? '' })
  return (
    <>
      <input type="hidden" name="id" value={typed.id} />
      {typed.version && <input type="hidden" name="version" value={typed.version} />}
      <TextField {...field('title', t('instruments.name'))} required maxlength={500} dir="auto" />
      <TextField {...field('body', t('rec.body'))} hint={t('rec.body.hint')} maxlength={300} dir="auto" />
      <SelectField
        {...field('country', t('instruments.country'))}
        choices={countryChoices(words, 'facts.country.none')}
      />
      <TextField {...field('adoptedOn', t('rec.adopted'))} hint={t('rec.date.hint')} maxlength={10} dir="ltr" />
      <TextField {...field('session', t('rec.session'))} hint={t('rec.session.hint')} maxlength={200} dir="auto" />
      <SelectField
        {...field('language', t('instruments.language'))}
        choices={DOCUMENT_LANGUAGES.map(code => ({ value: code, label: language(code) }))}
      />
      <TextField
        {...field('sourceUrl', t('instruments.source'))}
        hint={t('instruments.source.hint')}
        type="url"
        maxlength={2000}
        dir="ltr"
      />
    </>
  )
}

/** What is the same for all rows that are taken in together. */
export function ForAllFields({ form: { typed, errors } }: { form: Typed }) {
  const { t } = useWords()
  const field = (name: string, label: string) => ({ name, label, errors, value: typed[name] ?? '' })
  return (
    <>
      <TextField
        {...field('addressee', t('rec.addressee'))}
        hint={t('rec.addressee.hint')}
        maxlength={2000}
        dir="auto"
      />
      <TextField {...field('due', t('rec.due'))} hint={t('rec.date.hint')} maxlength={10} dir="ltr" />
    </>
  )
}
