/** The form by which an organisation signs: who it is, who speaks for it, whether its name may be published. */
import { z } from 'zod'
import type { FormErrors } from '../../../platform/http.ts'
import { COUNTRY_CODES, LOCALES } from '../../../platform/languages.ts'
import { countryChoices } from '../../../ui/countries.ts'
import { ErrorSummary, SelectField, TextField, TickField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { Who } from '../model.ts'

const COUNTRIES: readonly string[] = COUNTRY_CODES

/** The name goes into a letter to whatever address is given: it advertises nothing, and turns no line around. */
const isName = (name: string): boolean => !/:\/\/|\bwww\.|[\p{Cc}\u202a-\u202e\u2066-\u2069]/iu.test(name)

export const whoFields = {
  name: z.string().trim().min(1, 'form.needed').max(200, 'form.too-long').refine(isName, 'sign.name.wrong'),
  country: z.union([z.literal(''), z.string().refine(code => COUNTRIES.includes(code), 'form.wrong')]).default(''),
  contact: z.string().trim().min(1, 'form.needed').max(200, 'form.too-long'),
  email: z.string().trim().min(1, 'form.needed').max(320, 'form.too-long').pipe(z.email('form.email.wrong')),
  role: z.string().trim().max(200, 'form.too-long').default(''),
  naming: z.enum(['named', 'unnamed'], 'sign.naming.needed'),
}

export const signForm = z.object({
  ...whoFields,
  form: z.uuid(),
  mandate: z.literal('yes', 'sign.mandate.needed'),
  language: z.enum(LOCALES as [string, ...string[]]).catch('en'),
})

export const whoOf = ({ naming, ...who }: Omit<Who, 'named'> & { naming: 'named' | 'unnamed' }): Who => ({
  name: who.name,
  country: who.country,
  contact: who.contact,
  email: who.email,
  role: who.role,
  language: who.language,
  named: naming === 'named',
})

interface FieldsProps {
  typed: Record<string, string>
  errors: FormErrors | null
  /** Who reads the contact person's name and address. */
  organisation: string
  contactNeeded?: boolean
}

export function WhoFields({ typed, errors, organisation, contactNeeded = true }: FieldsProps) {
  const words = useWords()
  const { t } = words
  return (
    <>
      <TextField
        name="name"
        label={t('sign.name')}
        hint={t('sign.name.hint')}
        value={typed.name}
        errors={errors}
        required
        maxlength={200}
        autocomplete="organization"
        dir="auto"
      />
      <SelectField
        name="country"
        label={t('sign.country')}
        choices={countryChoices(words, 'sign.country.none')}
        value={typed.country ?? ''}
        errors={errors}
      />
      <TextField
        name="contact"
        label={t('sign.contact')}
        hint={t('sign.contact.hint', { organisation: `\u2068${organisation}\u2069` })}
        value={typed.contact}
        errors={errors}
        required={contactNeeded}
        maxlength={200}
        autocomplete="name"
        dir="auto"
      />
      <TextField
        name="role"
        label={t('sign.role')}
        value={typed.role}
        errors={errors}
        maxlength={200}
        autocomplete="organization-title"
        dir="auto"
      />
      <TextField
        name="email"
        type="email"
        label={t('sign.email')}
        value={typed.email}
        errors={errors}
        required={contactNeeded}
        maxlength={320}
        autocomplete="email"
        dir="ltr"
      />
      <Naming typed={typed} errors={errors} />
    </>
  )
}

function Naming({ typed, errors }: Pick<FieldsProps, 'typed' | 'errors'>) {
  const { t } = useWords()
  const error = errors?.fields.naming
  return (
    <fieldset
      id="naming"
      class={error ? 'field in-error' : undefined}
      aria-describedby={error ? 'naming-error' : undefined}
    >
      <legend>{t('sign.naming')}</legend>
      {error && (
        <p class="error" id="naming-error">
          {error}
        </p>
      )}
      {(['named', 'unnamed'] as const).map(value => (
        <p key={value} class="choice">
          <input
            type="radio"
            name="naming"
            value={value}
            id={`naming-${value}`}
            checked={typed.naming === value}
            required
          />
          <label for={`naming-${value}`}>{t(`sign.naming.${value}`)}</label>
        </p>
      ))}
    </fieldset>
  )
}

/** With the sign-on's own promise: that whoever signs may do so. */
export function SignForm(props: FieldsProps & { action: string; form: string; send: string }) {
  const { t, locale } = useWords()
  const { typed, errors, organisation, action, form, send } = props
  return (
    <form class="form" method="post" action={action}>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="language" value={locale} />
      <WhoFields typed={typed} errors={errors} organisation={organisation} />
      <TickField name="mandate" label={t('sign.mandate')} errors={errors} checked={typed.mandate === 'yes'} required />
      <button>{send}</button>
    </form>
  )
}
