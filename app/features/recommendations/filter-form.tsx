/** What the list is narrowed to: a plain form; what is set as chips that are taken off one by one. */
import type { Words } from '../../platform/languages.ts'
import { SelectField, TextField } from '../../ui/form.tsx'
import { useWords } from '../../ui/words.tsx'
import { VOICES } from '../voices/model.ts'
import { DUE, queryOf, REPEATED, SAID, setFilters, type Filter } from './filter.ts'
import { ANSWERS } from './model.ts'
import type { Choices } from './queries/list.ts'

interface FilterFormProps {
  /** Where the list lives. */
  path: string
  filter: Filter
  choices: Choices
}

export function FilterForm({ path, filter, choices }: FilterFormProps) {
  const words = useWords()
  const { t } = words
  const select = (name: keyof Filter, values: readonly string[]) => (
    <SelectField
      name={name}
      label={t(`rec.filter.${name}`)}
      value={filter[name] ?? ''}
      choices={[
        { value: '', label: t('ledger.any') },
        ...values.map(value => ({ value, label: valueOf(name, value, words) })),
      ]}
    />
  )
  const text = (name: keyof Filter) => (
    <TextField name={name} label={t(`rec.filter.${name}`)} value={filter[name] ?? ''} maxlength={300} dir="auto" />
  )
  const set = setFilters(filter)
  const { compare } = new Intl.Collator(words.locale)
  const countries = choices.countries.toSorted((a, b) => compare(words.country(a), words.country(b)))
  return (
    <form class="ledger-filter no-print" method="get" action={path} role="search" aria-label={t('rec.filters')}>
      <details open={set.length > 0}>
        <summary>
          {t('ledger.filters')}
          {set.length > 0 && ` · ${t('ledger.filters.set', { count: set.length })}`}
        </summary>
        <div class="filter">
          {select('country', countries)}
          {select('body', choices.bodies)}
          {select('year', choices.years)}
          {text('addressee')}
          {text('theme')}
          {select('response', ANSWERS)}
          {select('voice', VOICES)}
          {select('status', SAID)}
          {select('due', DUE)}
          {select('repeated', REPEATED)}
          <button class="quiet">{t('ledger.filters.do')}</button>
        </div>
      </details>
      {set.length > 0 && (
        <ul class="chips">
          {set.map(name => {
            const said = `${t(`rec.filter.${name}`)}${words.colon}${valueOf(name, filter[name]!, words)}`
            return (
              <li key={name}>
                <a
                  href={path + queryOf({ ...filter, [name]: null })}
                  aria-label={t('ledger.filters.remove', { filter: said })}
                >
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
      )}
    </form>
  )
}

function valueOf(name: keyof Filter, value: string, { t, has, country }: Words): string {
  if (name === 'country') return country(value)
  const keys: Partial<Record<keyof Filter, string>> = {
    response: `rec.answer.${value}`,
    voice: `voice.${value}`,
    status: value === 'none' ? 'ledger.said.none' : `status.${value}`,
    due: `ledger.due.${value}`,
    repeated: `rec.filter.repeated.${value}`,
  }
  const key = keys[name]
  return key && has(key) ? t(key) : value
}
