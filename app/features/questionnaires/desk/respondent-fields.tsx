/** What is asked of who is asked: the fields for one respondent, and how they are read. */
import { z } from 'zod'
import { COUNTRY_CODES } from '../../../platform/languages.ts'
import type { FormErrors } from '../../../platform/http.ts'
import { countryChoices } from '../../../ui/countries.ts'
import { SelectField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { VOICES } from '../../voices/model.ts'
import { KINDS, type Round } from '../model.ts'

interface Props {
  round: Round
  errors: FormErrors | null
  typed: Record<string, string>
  /** Letters can be sent. */
  mails: boolean
}

export function RespondentFields({ round, errors, typed, mails }: Props) {
  const { t } = useWords()
  return (
    <>
      <TextField
        name="name"
        label={t('respondent.name')}
        errors={errors}
        value={typed.name}
        maxlength={200}
        dir="auto"
        required
      />
      <TextField
        name="email"
        type="email"
        label={t('respondent.email')}
        hint={mails ? t('respondent.email.hint') : t('respondent.email.no-mail')}
        errors={errors}
        value={typed.email}
        dir="ltr"
      />
      <LanguageField round={round} errors={errors} value={typed.language} />
      <VoiceField errors={errors} value={typed.voice} />
      <CountryField errors={errors} value={typed.country} />
    </>
  )
}

/** Nothing is chosen for anybody: what is wrong for a government would stand there unseen. */
const NONE = { value: '', label: '–' }

export function KindField({ errors, value }: { errors: FormErrors | null; value: string | undefined }) {
  const { t } = useWords()
  return (
    <SelectField
      name="kind"
      label={t('respondent.kind')}
      errors={errors}
      value={value ?? ''}
      choices={[NONE, ...KINDS.map(kind => ({ value: kind, label: t(`respondent.kind.${kind}`) }))]}
    />
  )
}

export function LanguageField(props: { round: Round; errors: FormErrors | null; value: string | undefined }) {
  const { round, errors, value } = props
  const { t, language } = useWords()
  return (
    <SelectField
      name="language"
      label={t('respondent.language')}
      errors={errors}
      value={value ?? round.form.languages[0]}
      choices={[...new Set([...round.form.languages, 'en', 'fr', 'ar'])].map(code => ({
        value: code,
        label: code.startsWith('x-') ? code.slice(2) : language(code),
      }))}
    />
  )
}

export function VoiceField({ errors, value }: { errors: FormErrors | null; value: string | undefined }) {
  const { t } = useWords()
  return (
    <SelectField
      name="voice"
      label={t('respondent.voice')}
      errors={errors}
      value={value ?? ''}
      choices={[NONE, ...VOICES.map(voice => ({ value: voice, label: t(`voice.${voice}`) }))]}
    />
  )
}

function CountryField({ errors, value }: { errors: FormErrors | null; value: string | undefined }) {
  const words = useWords()
  const { t } = words
  return (
    <SelectField
      name="country"
      label={t('respondent.country')}
      errors={errors}
      value={value ?? ''}
      choices={[NONE, ...countryChoices(words)]}
    />
  )
}

export const languageForm = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$|^x-[a-z0-9]{1,8}$/)
  .catch('en')
export const emailForm = z.union([z.literal(''), z.email('form.email.wrong').max(320)]).default('')

export const kindForm = z.enum(KINDS, 'respondent.kind.needed')
export const voiceForm = z.enum(VOICES, 'respondent.voice.needed')

/** Of one respondent. */
export const factsForm = z.object({
  name: z.string().trim().min(1, 'form.needed').max(200, 'form.too-long'),
  email: emailForm,
  language: languageForm,
  voice: voiceForm,
  country: z.union([z.literal(''), z.enum(COUNTRY_CODES)]).default(''),
})
