/** What the calendar is narrowed to: a plain form. */
import type { Words } from '../../platform/languages.ts'
import { countryChoices } from '../../ui/countries.ts'
import { SelectField, type Choice } from '../../ui/form.tsx'
import { useWords } from '../../ui/words.tsx'
import { BODIES } from '../../../library/bodies.ts'
import { NO_FILTER, queryOf, type CalendarFilter, type EntryKind } from './model.ts'

interface FilterFormProps {
  /** Where the list lives. */
  path: string
  filter: CalendarFilter
  kinds: readonly EntryKind[]
  /** The month that the list begins with, where it is not this one. */
  from?: string | null
}

export function FilterForm({ path, filter, kinds, from = null }: FilterFormProps) {
  const words = useWords()
  const { t } = words
  const any = { value: '', label: t('calendar.filter.any') }
  const isSet = Object.values(filter).some(value => value !== null)
  return (
    <form class="calendar-filter no-print" method="get" action={path} role="search" aria-label={t('calendar.filter')}>
      <SelectField
        name="body"
        label={t('calendar.filter.body')}
        value={filter.body ?? ''}
        choices={[any, ...bodyChoices(words)]}
      />
      <SelectField
        name="country"
        label={t('calendar.filter.country')}
        value={filter.country ?? ''}
        choices={[any, ...countryChoices(words)]}
      />
      <SelectField
        name="kind"
        label={t('calendar.filter.kind')}
        value={filter.kind ?? ''}
        choices={[any, ...kinds.map(kind => ({ value: kind, label: t(`calendar.kind.${kind}`) }))]}
      />
      {from && <input type="hidden" name="from" value={from} />}
      <div class="do">
        <button>{t('calendar.filter.do')}</button>
        {isSet && <a href={path + queryOf(NO_FILTER, { from })}>{t('calendar.filter.clear')}</a>}
      </div>
    </form>
  )
}

const sorted = new Map<string, Choice[]>()
/** In the language's order; it is the same for everybody. */
export function bodyChoices({ locale }: Pick<Words, 'locale'>): Choice[] {
  const known = sorted.get(locale)
  if (known) return known
  const { compare } = new Intl.Collator(locale)
  const made = BODIES.map(({ id, name }) => ({ value: id, label: name[locale] })).toSorted((a, b) =>
    compare(a.label, b.label),
  )
  sorted.set(locale, made)
  return made
}
