/** The ledger before the public: every commitment of every instrument, narrowed and searched without a script. */
import type { Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { useWords } from '../../../ui/words.tsx'
import { CommitmentRows } from '../commitment-rows.tsx'
import { FilterForm } from '../filter-form.tsx'
import { queryOf, setFilters, type Filter } from '../filter.ts'
import { paths } from '../model.ts'
import { Count } from '../count.tsx'
import type { Choices } from '../queries/choices.ts'
import type { Found } from '../queries/list.ts'

export interface ListPageProps {
  c: Ctx
  filter: Filter
  page: number
  found: Found
  choices: Choices
}

export function ListPage({ c, filter, page, found, choices }: ListPageProps) {
  const { t } = c.get('words')
  const isEmpty = found.commitments.length === 0
  const isFiltered = setFilters(filter).length > 0 || page > 1
  return (
    <Page c={c} title={t('ledger.title')} current="nav.ledger" description={t('ledger.lead')}>
      <h1>{t('ledger.title')}</h1>
      <p class="lead">{t('ledger.lead')}</p>
      {isEmpty && !isFiltered ? (
        <p class="empty">{t('ledger.empty')}</p>
      ) : (
        <>
          <FilterForm path={paths.list} {...{ filter, choices }} />
          {isEmpty ? (
            <p class="empty">
              {t('ledger.empty.filtered')} <a href={paths.list}>{t('ledger.filters.clear')}</a>
            </p>
          ) : (
            <section aria-labelledby="found">
              <h2 id="found" class="visually-hidden">
                {t('ledger.results')}
              </h2>
              <Count {...{ found, filter }} />
              <CommitmentRows commitments={found.commitments} searched={filter.words} />
              <Pager
                label={t('ledger.pages')}
                at={n => paths.list + queryOf(filter, n > 1 ? { page: n } : {})}
                page={page}
                hasNext={found.hasNext}
              />
              <Downloads filter={filter} />
            </section>
          )}
        </>
      )}
    </Page>
  )
}

/** Of all that the filter finds, not of this page alone. */
export function Downloads({ filter }: { filter: Filter }) {
  const { t } = useWords()
  const query = queryOf(filter)
  return (
    <ul class="down no-print" aria-label={t('ledger.downloads')}>
      {(['csv', 'xlsx', 'json'] as const).map(format => (
        <li key={format}>
          <a href={`${paths.list}.${format}${query}`}>{t(`plan.download.${format}`)}</a>
        </li>
      ))}
      <li>
        <a href={`${paths.list}.atom${query}`} type="application/atom+xml">
          {t('ledger.feed')}
        </a>
      </li>
    </ul>
  )
}
