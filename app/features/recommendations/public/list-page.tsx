/** Recommendations before the public: of whom, to whom, since when, what was answered, what each voice says. */
import type { Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { useWords } from '../../../ui/words.tsx'
import { queryOf, setFilters, type Filter } from '../filter.ts'
import { FilterForm } from '../filter-form.tsx'
import { paths, type Recommendation } from '../model.ts'
import { PAGE_SIZE, type Choices } from '../queries/list.ts'
import { RecommendationTable } from '../table.tsx'

export interface Listing {
  filter: Filter
  /** From 1. */
  page: number
  found: Recommendation[]
  total: number
  choices: Choices
  /** ISO 8601 day. */
  today: string
}

export function ListPage({ c, ...listing }: Listing & { c: Ctx }) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('rec.title')} current="nav.recommendations" description={t('rec.lead')} wide>
      <h1>{t('rec.title')}</h1>
      <p class="lead">{t('rec.lead')}</p>
      <Countries choices={listing.choices} />
      <List {...listing} path={paths.list} empty={t('rec.empty')} />
    </Page>
  )
}

/** What happened to each country's last recommendations: a page of its own. */
function Countries({ choices: { countries } }: { choices: Choices }) {
  const { t, country, locale } = useWords()
  if (!countries.length) return null
  const { compare } = new Intl.Collator(locale)
  return (
    <nav class="rec-countries" aria-label={t('rec.look-back.title')}>
      <p>{t('rec.look-back.of')}</p>
      <ul>
        {countries
          .toSorted((a, b) => compare(country(a), country(b)))
          .map(code => (
            <li key={code}>
              <a href={paths.country(code)}>{country(code)}</a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** The filter and what it finds. `mine`: what the file downloads are narrowed to. */
export function List({
  filter,
  page,
  found,
  total,
  choices,
  today,
  path,
  empty,
  mine = false,
}: Listing & { path: string; empty: string; mine?: boolean }) {
  const { t } = useWords()
  const isFiltered = setFilters(filter).length > 0 || page > 1
  if (!found.length && !isFiltered) return <p class="empty">{empty}</p>
  return (
    <>
      <FilterForm {...{ path, filter, choices }} />
      {found.length === 0 ? (
        <p class="empty">
          {t('rec.empty.filtered')} <a href={path}>{t('ledger.filters.clear')}</a>
        </p>
      ) : (
        <section aria-labelledby="found">
          <h2 id="found" class="visually-hidden">
            {t('rec.results')}
          </h2>
          <p class="soft" role="status">
            {t('rec.count', { count: total })}
          </p>
          <RecommendationTable rows={found} today={today} caption={t('rec.title')} />
          <Pager
            label={t('rec.pages')}
            at={n => path + queryOf(filter, n > 1 ? { page: n } : {})}
            page={page}
            hasNext={page * PAGE_SIZE < total}
          />
          <Downloads filter={filter} mine={mine} />
        </section>
      )}
    </>
  )
}

/** Of all that the filter finds, not of this page alone. */
export function Downloads({ filter, mine = false }: { filter: Filter; mine?: boolean }) {
  const { t } = useWords()
  const query = queryOf(filter, mine ? { mine: 1 } : {})
  return (
    <ul class="down no-print" aria-label={t('ledger.downloads')}>
      {(['csv', 'xlsx', 'json'] as const).map(format => (
        <li key={format}>
          <a href={`${paths.list}.${format}${query}`}>{t(`plan.download.${format}`)}</a>
        </li>
      ))}
    </ul>
  )
}
