/** The list of public plans, by country: what each plan is, whether it still holds, and its X-ray as a thumbnail. */
import { xray } from '@open1325/appraisal'
import type { Ctx } from '../../../platform/http.ts'
import { SelectField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths, toPlanDocument, type Instrument, type PlanItem } from '../model.ts'
import { STANDINGS } from '../offers/period.ts'
import type { Tally } from '../queries/published.ts'
import { XrayStrip } from '../xray.tsx'
import { confirmedInWords, countsInWords, pagesAndLanguages, periodAndStanding } from './facts.tsx'
import type { Asked } from './listing.ts'

export interface ListPageProps {
  c: Ctx
  /** All public plans: the choices of the filter. */
  all: Instrument[]
  asked: Asked
  /** Those of this page of the list, and how many there are in all that match. */
  plans: Instrument[]
  matching: number
  tallies: Map<string, Tally>
  outlines: Map<string, PlanItem[]>
  /** The address of a page of the list, from 1. */
  at: (page: number) => string
  page: number
  hasNext: boolean
}

export function ListPage(props: ListPageProps) {
  const { c, all, asked, plans, tallies, outlines, at, page, hasNext } = props
  const { t } = c.get('words')
  const filtered = Boolean(asked.country || asked.language || asked.state)
  return (
    <Page c={c} title={t('plans.title')} current="nav.plans" description={t('plans.lead')}>
      <h1>{t('plans.title')}</h1>
      <p class="lead">{t('plans.lead')}</p>
      {all.length === 0 && <p class="empty">{t('plans.empty')}</p>}
      {all.length > 1 && (
        <p class="no-print">
          <a href="/compare">{t('compare.title')}</a>
        </p>
      )}
      {all.length > 1 && <Filter all={all} asked={asked} />}
      {all.length > 0 && plans.length === 0 && (
        <p class="empty">
          {t('plans.empty.filtered')} <a href="/plans">{t('plans.filter.clear')}</a>
        </p>
      )}
      {filtered && plans.length > 0 && (
        <p class="soft" role="status">
          {t('count.plan', { count: props.matching })} · <a href="/plans">{t('plans.filter.clear')}</a>
        </p>
      )}
      <Countries {...{ plans, tallies, outlines }} />
      <Pager label={t('plans.pager')} {...{ at, page, hasNext }} />
      {all.length > 0 && <ForPrograms />}
    </Page>
  )
}

function Filter({ all, asked }: Pick<ListPageProps, 'all' | 'asked'>) {
  const { t, country, language } = useWords()
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label)
  const countries = [...new Set(all.flatMap(plan => plan.country ?? []))]
  const languages = [...new Set(all.flatMap(plan => plan.languages))]
  return (
    <form class="filter no-print" method="get" action="/plans" role="search" aria-label={t('plans.filter.title')}>
      <SelectField
        name="country"
        label={t('plans.filter.country')}
        value={asked.country ?? ''}
        choices={[
          { value: '', label: t('plans.filter.any-country') },
          ...countries.map(code => ({ value: code, label: country(code) })).sort(byLabel),
        ]}
      />
      <SelectField
        name="language"
        label={t('plans.filter.language')}
        value={asked.language ?? ''}
        choices={[
          { value: '', label: t('plans.filter.any-language') },
          ...languages.map(code => ({ value: code, label: language(code) })).sort(byLabel),
        ]}
      />
      <SelectField
        name="state"
        label={t('plans.filter.state')}
        value={asked.state ?? ''}
        choices={[
          { value: '', label: t('plans.filter.any-state') },
          ...STANDINGS.map(state => ({ value: state, label: t(`plan.standing.${state}`) })),
        ]}
      />
      <button class="quiet">{t('plans.filter')}</button>
    </form>
  )
}

/** Whose plan it is: the country, else the issuer as the plan names it. */
const ownerOf = ({ country, issuer }: Instrument) => country ?? issuer ?? ''

function Countries({ plans, tallies, outlines }: Pick<ListPageProps, 'plans' | 'tallies' | 'outlines'>) {
  const { t, country } = useWords()
  const names = new Map(plans.map(plan => [ownerOf(plan), plan.country ? country(plan.country) : (plan.issuer ?? '')]))
  const isCountry = new Map(plans.map(plan => [ownerOf(plan), plan.country !== null]))
  // Countries first, then the other issuers, then the plans of which nothing is known.
  const rank = (owner: string) => (isCountry.get(owner) ? 0 : owner ? 1 : 2)
  const inOrder = [...names].sort(([a, nameOfA], [b, nameOfB]) => rank(a) - rank(b) || nameOfA.localeCompare(nameOfB))
  return (
    <>
      {inOrder.map(([owner, name]) => (
        <section key={owner} class="country">
          <h2 dir={isCountry.get(owner) ? undefined : 'auto'}>
            {isCountry.get(owner) ? <a href={`/countries/${owner}`}>{name}</a> : name || t('plans.no-country')}
          </h2>
          <ul class="rows">
            {plans
              .filter(plan => ownerOf(plan) === owner)
              .map(plan => (
                <Listing key={plan.id} plan={plan} tally={tallies.get(plan.id)} outline={outlines.get(plan.id) ?? []} />
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Listing({ plan, tally, outline }: { plan: Instrument; tally: Tally | undefined; outline: PlanItem[] }) {
  const words = useWords()
  const { t } = words
  const facts = [
    t(`plan.kind.${plan.kind}`),
    pagesAndLanguages(plan, words),
    tally && countsInWords(tally.kinds, words),
    tally && confirmedInWords(tally.confirmed, tally.rows, words),
  ].filter(Boolean)
  return (
    <li class="listing">
      <div>
        <a class="plan-title" href={paths.plan(plan.slug)}>
          <bdi lang={plan.languages[0]}>{plan.title}</bdi>
        </a>
        <p>
          {periodAndStanding(plan, words)}
          {plan.illustrative && [' ', <span class="tag illustrative">{t('plan.illustrative')}</span>]}
        </p>
        <p class="soft small">{facts.join(' · ')}</p>
      </div>
      <XrayStrip picture={xray(toPlanDocument(plan, outline))} />
    </li>
  )
}

function ForPrograms() {
  const { t } = useWords()
  return (
    <ul class="down no-print" aria-label={t('plan.downloads')}>
      <li>
        <a href="/plans.csv">{t('plan.download.csv')}</a>
      </li>
      <li>
        <a href="/plans.json">{t('plan.download.json')}</a>
      </li>
      <li>
        <a href="/plans.atom" type="application/atom+xml">
          {t('plans.feed')}
        </a>
      </li>
    </ul>
  )
}
