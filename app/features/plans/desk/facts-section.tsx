/** What is known of a plan as a whole, as a form. */
import type { FormErrors } from '../../../platform/http.ts'
import type { Words } from '../../../platform/languages.ts'
import { countryChoices } from '../../../ui/countries.ts'
import { ErrorSummary, SelectField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { INSTRUMENT_KINDS, paths, type Instrument } from '../model.ts'
import { namesOfLanguages } from './language-names.ts'

/** The form as it could not be saved. */
export interface FactsForm {
  typed: Record<string, string>
  errors: FormErrors | null
  /** Somebody changed the plan since the form was opened: her name, or null where it is not known. Undefined: nobody did. */
  changedBy?: string | null
}

interface FactsSectionProps {
  plan: Instrument
  form: FactsForm | null
  everPublic: boolean
}

export function FactsSection({ plan, form, everPublic }: FactsSectionProps) {
  const words = useWords()
  const { t } = words
  const now = inWords(plan, words)
  const typed = form?.typed ?? now
  const conflict = form?.changedBy !== undefined
  /** What stands now, where another person's word differs from what was typed. */
  const hint = (name: string, usual?: string) => {
    if (!conflict || typed[name] === now[name]) return usual
    const choice = name === 'kind' || name === 'country'
    const value = choice ? (now[`${name}InWords`] ?? '') : (now[name] ?? '')
    return t('facts.now', { value: value || t('facts.nothing') })
  }
  const field = (name: string) => ({
    name,
    label: t(`facts.${name}` as 'facts.title'),
    errors: form?.errors ?? null,
    value: typed[name] ?? '',
  })
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('facts.heading')}</h2>
      <p class="lead">{t('facts.lead')}</p>
      <details open={form !== null || !isComplete(plan)}>
        <summary>{t('facts.open')}</summary>
        <form class="form facts-form" method="post" action={paths.desk(plan.slug) + '/facts'}>
          <ErrorSummary errors={form?.errors} />
          {conflict && (
            <p class="warning" role="alert">
              {t('facts.conflict', { name: form.changedBy ?? t('history.somebody') })}
            </p>
          )}
          <input type="hidden" name="version" value={plan.version} />
          <TextField {...field('title')} hint={hint('title')} required maxlength={500} dir="auto" />
          <SelectField
            {...field('kind')}
            hint={hint('kind')}
            choices={INSTRUMENT_KINDS.map(kind => ({ value: kind, label: t(`plan.kind.${kind}`) }))}
          />
          <TextField {...field('issuer')} hint={hint('issuer', t('facts.issuer.hint'))} maxlength={300} dir="auto" />
          <SelectField
            {...field('country')}
            hint={hint('country')}
            choices={countryChoices(words, 'facts.country.none')}
          />
          <div class="pair">
            <TextField
              {...field('periodStart')}
              hint={hint('periodStart', t('facts.period.hint'))}
              maxlength={10}
              dir="ltr"
            />
            <TextField
              {...field('periodEnd')}
              hint={hint('periodEnd', t('facts.period.hint'))}
              maxlength={10}
              dir="ltr"
            />
          </div>
          <TextField {...field('languages')} hint={hint('languages', t('facts.languages.hint'))} />
          {everPublic ? (
            <p class="soft small">{t('facts.slug.fixed')}</p>
          ) : (
            <TextField
              {...field('slug')}
              hint={hint('slug', t('facts.slug.hint'))}
              maxlength={80}
              dir="ltr"
              spellcheck={false}
            />
          )}
          <button>{t('form.save')}</button>
        </form>
      </details>
    </section>
  )
}

/** What a reader of the public page looks for first. */
const isComplete = ({ issuer, country, periodStart, periodEnd }: Instrument): boolean =>
  Boolean((issuer || country) && periodStart && periodEnd)

/** The facts as the form's fields show them. */
function inWords(plan: Instrument, words: Words): Record<string, string | undefined> {
  const { title, kind, issuer, country, periodStart, periodEnd, slug } = plan
  return {
    title,
    kind,
    kindInWords: words.t(`plan.kind.${kind}`),
    issuer: issuer ?? '',
    country: country ?? '',
    countryInWords: country ? words.country(country) : '',
    periodStart: periodStart ?? '',
    periodEnd: periodEnd ?? '',
    languages: namesOfLanguages(plan.languages, words),
    slug,
  }
}
