/** What the list is narrowed to: a plain form, what is set as chips that are taken off one by one. */
import type { Words } from '../../platform/languages.ts'
import { SelectField, TextField } from '../../ui/form.tsx'
import { useWords } from '../../ui/words.tsx'
import { GAPS, VOICES } from '../voices/model.ts'
import {
  DUE,
  DUE_DAYS,
  EVER,
  nameOf,
  queryOf,
  SAID,
  setFilters,
  spanOfDue,
  without,
  type Due,
  type Filter,
} from './filter.ts'
import { COMMITMENT_KINDS, INSTRUMENT_KINDS } from './model.ts'
import type { Choices } from './queries/choices.ts'

interface FilterFormProps {
  /** Where the list lives. */
  path: string
  filter: Filter
  choices: Choices
}

/** Years that commitments fall due in, as the choice offers them. */
const FIRST_YEAR = 2010
const YEARS_AHEAD = 10

export function FilterForm({ path, filter, choices }: FilterFormProps) {
  const words = useWords()
  const { t } = words
  const any = { value: '', label: t('ledger.any') }
  const select = (name: keyof Filter, offered: { value: string; label: string }[]) => (
    <SelectField
      name={nameOf(name)}
      id={`filter-${name}`}
      label={t(`ledger.filter.${name}`)}
      value={String(filter[name] ?? '')}
      choices={[any, ...offered]}
    />
  )
  const text = (name: keyof Filter) => (
    <TextField
      name={nameOf(name)}
      id={`filter-${name}`}
      label={t(`ledger.filter.${name}`)}
      value={String(filter[name] ?? '')}
      maxlength={200}
      dir="auto"
    />
  )
  const lastYear = new Date().getUTCFullYear() + YEARS_AHEAD
  const years = Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, n) => String(FIRST_YEAR + n))
  const set = setFilters(filter).filter(name => name !== 'words')
  return (
    <form class="ledger-filter no-print" method="get" action={path} role="search" aria-label={t('ledger.filters')}>
      <div class="search">
        <TextField
          name="q"
          type="search"
          label={t('ledger.search')}
          value={filter.words ?? ''}
          maxlength={200}
          dir="auto"
        />
        <button>{t('ledger.search.do')}</button>
      </div>
      <details open={set.length > 0 && filter.words === null}>
        <summary>
          {t('ledger.filters')}
          {set.length > 0 && ` · ${t('ledger.filters.set', { count: set.length })}`}
        </summary>
        <div class="filter">
          {select('country', namedCountries(choices.countries, words))}
          {choices.instruments.length > 0 &&
            select(
              'instrument',
              choices.instruments.map(({ slug, title }) => ({ value: slug, label: short(title) })),
            )}
          {choices.pillars.length > 0 &&
            select(
              'pillar',
              choices.pillars.map(({ ref, number, text }) => ({
                value: String(ref),
                label: short([number, text].filter(Boolean).join(' ')),
              })),
            )}
          {select(
            'instrumentKind',
            INSTRUMENT_KINDS.map(kind => ({ value: kind, label: t(`plan.kind.${kind}`) })),
          )}
          {select(
            'kind',
            COMMITMENT_KINDS.map(kind => ({ value: kind, label: t(`kind.${kind}`) })),
          )}
          {text('issuer')}
          {text('responsible')}
          {select('due', [
            ...DUE.map(due => ({ value: due as string, label: t(`ledger.due.${due}`) })),
            ...years.map(year => ({ value: year, label: year })),
          ])}
          <DueDays due={filter.due} />
          {select(
            'voice',
            VOICES.map(voice => ({ value: voice, label: t(`voice.${voice}`) })),
          )}
          {select(
            'status',
            SAID.map(status => ({ value: status, label: valueOf('status', status, words) })),
          )}
          {select(
            'gap',
            GAPS.map(gap => ({ value: gap, label: t(`ledger.gap.${gap}`) })),
          )}
          <SelectField
            name={nameOf('order')}
            label={t('ledger.filter.order')}
            value={filter.order ?? ''}
            choices={[
              ...(filter.words === null ? [] : [{ value: '', label: t('ledger.order.words') }]),
              { value: 'plan', label: t('ledger.order.plan') },
              { value: 'due', label: t('ledger.order.due') },
            ]}
          />
          <button class="quiet">{t('ledger.filters.do')}</button>
        </div>
      </details>
      <Chips {...{ path, filter, choices }} />
    </form>
  )
}

const isYear = (due: Due): boolean => /^\d{4}$/.test(due)

/** Two days, from where a span was chosen; they go before what is chosen of the list. */
function DueDays({ due }: { due: Due | null }) {
  const { t } = useWords()
  const span = due && !isYear(due) ? spanOfDue(due) : null
  const [from, to] = span ?? ['', '']
  return (
    <>
      <TextField
        type="date"
        name={DUE_DAYS.from}
        label={t('ledger.filter.due-from')}
        value={from === EVER.from ? '' : from}
      />
      <TextField type="date" name={DUE_DAYS.to} label={t('ledger.filter.due-to')} value={to === EVER.to ? '' : to} />
    </>
  )
}

const sorted = new Map<string, { value: string; label: string }[]>()

/** In the order of the reader's language: kept, because naming and sorting two hundred takes longer than the rest of the form. */
function namedCountries(codes: string[], { locale, country }: Words) {
  const key = `${locale} ${codes.join()}`
  let countries = sorted.get(key)
  if (!countries) {
    const { compare } = new Intl.Collator(locale)
    countries = codes.map(code => ({ value: code, label: country(code) })).sort((a, b) => compare(a.label, b.label))
    // What one organisation sees may differ from what another does: a few lists are enough.
    if (sorted.size > 50) sorted.clear()
    sorted.set(key, countries)
  }
  return countries
}

function Chips({ path, filter, choices }: FilterFormProps) {
  const words = useWords()
  const { t } = words
  const set = setFilters(filter)
  if (!set.length) return null
  return (
    <ul class="chips">
      {set.map(name => {
        const said = `${t(`ledger.filter.${name}`)}${words.colon}${inWords(name, filter, choices, words)}`
        return (
          <li key={name}>
            <a href={path + queryOf(without(filter, name))} aria-label={t('ledger.filters.remove', { filter: said })}>
              <bdi>{said}</bdi> <span aria-hidden="true">×</span>
            </a>
          </li>
        )
      })}
      <li>
        <a class="all" href={path}>
          {t('ledger.filters.clear')}
        </a>
      </li>
    </ul>
  )
}

const LONGEST_CHOICE = 90
const short = (text: string) => (text.length > LONGEST_CHOICE ? text.slice(0, LONGEST_CHOICE - 1) + '…' : text)

/** What is set, as a reader calls it. */
function inWords(name: keyof Filter, filter: Filter, choices: Choices, words: Words): string {
  if (name === 'instrument') {
    const chosen = choices.instruments.find(one => one.slug === filter.instrument)
    return short(chosen?.title ?? filter.instrument ?? '')
  }
  if (name === 'pillar') {
    const chosen = choices.pillars.find(one => one.ref === filter.pillar)
    return short(chosen ? [chosen.number, chosen.text].filter(Boolean).join(' ') : String(filter.pillar))
  }
  if (name === 'due' && filter.due) return dueInWords(filter.due, words)
  return valueOf(name, String(filter[name]), words)
}

function dueInWords(due: Due, words: Words): string {
  const span = isYear(due) ? null : spanOfDue(due)
  if (!span) return valueOf('due', due, words)
  const { t, date } = words
  const [from, to] = span
  if (from === EVER.from) return t('ledger.due.until', { to: date(to) })
  if (to === EVER.to) return t('ledger.due.from', { from: date(from) })
  return t('calendar.from-to', { from: date(from), to: date(to) })
}

function valueOf(name: keyof Filter, value: string, { t, has, country }: Words): string {
  if (name === 'country') return country(value)
  const keys: Partial<Record<keyof Filter, string>> = {
    instrumentKind: `plan.kind.${value}`,
    kind: `kind.${value}`,
    due: `ledger.due.${value}`,
    voice: `voice.${value}`,
    status: value === 'none' ? 'ledger.said.none' : `status.${value}`,
    gap: `ledger.gap.${value}`,
  }
  const key = keys[name]
  return key && has(key) ? t(key) : value
}
