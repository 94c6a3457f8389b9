/** What happened to last year's: a country's recommendations of a year, one by one, and counts of them as facts. */
import type { Ctx } from '../../../platform/http.ts'
import { SelectField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths as ledgerPaths } from '../../ledger/model.ts'
import { paths as reportPaths } from '../../reports/model.ts'
import { NO_FILTER } from '../filter.ts'
import { countLines, dateInWords } from '../in-words.ts'
import { paths, yearOf } from '../model.ts'
import type { LookBack, LookedBackAt } from '../queries/look-back.ts'
import type { YearChoice } from '../queries/year.ts'
import { NamedLinks, RecommendationTable } from '../table.tsx'
import { Downloads } from './list-page.tsx'

interface CountryPageProps {
  c: Ctx
  country: string
  choices: YearChoice[]
  /** Null: nothing is kept of the year and body that were asked for. */
  found: LookBack | null
  asked: { year: string | null; body: string | null }
  /** ISO 8601 day. */
  today: string
  /** On the desk: with what only members see. */
  onDesk: boolean
}

export function CountryPage({ c, country, choices, found, asked, today, onDesk }: CountryPageProps) {
  const words = c.get('words')
  const { t } = words
  const name = words.country(country)
  const title = found
    ? t('rec.look-back.heading', { country: name, year: found.year })
    : t('rec.look-back.none', { country: name })
  const up = onDesk ? paths.desk : paths.list
  return (
    <Page c={c} title={title} current={onDesk ? 'nav.desk-recommendations' : 'nav.recommendations'} wide>
      <p class="kicker">
        <a href={up}>{t('rec.title')}</a> · {name}
      </p>
      <h1>{title}</h1>
      <p class="lead">{t('rec.look-back.intro')}</p>
      {onDesk && (
        <p class="soft">
          {t('rec.look-back.own')} <a href={paths.country(country, asked)}>{t('rec.look-back.public')}</a> ·{' '}
          <a href={`${reportPaths.brief}?country=${country}`}>{t('rec.brief')}</a>
        </p>
      )}
      {choices.length > 0 && (
        <Choose
          action={onDesk ? paths.deskCountry(country) : paths.country(country)}
          choices={choices}
          year={found?.year ?? asked.year}
          body={found?.body ?? asked.body}
        />
      )}
      {found ? (
        <>
          <Sets found={found} />
          <section aria-labelledby="counts">
            <h2 id="counts">{t('rec.counts.title')}</h2>
            <ul class="rec-counts">
              {countLines(found.counts, words).map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="one-by-one">
            <h2 id="one-by-one">{t('rec.one-by-one')}</h2>
            <RecommendationTable
              rows={found.rows}
              today={today}
              caption={title}
              ofOne={found.body !== null || new Set(found.rows.map(({ issuer }) => issuer)).size === 1}
              last={{ head: t('rec.since'), cell: row => <Since row={row} /> }}
              grounds={row => <Evidence row={row} />}
            />
          </section>
          {!onDesk && <Downloads filter={{ ...NO_FILTER, country, year: found.year, body: found.body }} />}
        </>
      ) : (
        <p class="empty">
          {t(choices.length ? 'rec.look-back.empty.year' : 'rec.look-back.empty')} <a href={up}>{t('rec.all')}</a>
        </p>
      )}
    </Page>
  )
}

function Choose({
  action,
  choices,
  year,
  body,
}: {
  action: string
  choices: YearChoice[]
  year: string | null
  body: string | null
}) {
  const { t } = useWords()
  const years = [...new Set(choices.map(one => one.year))]
  const bodies = [...new Set(choices.flatMap(one => one.body ?? []))].toSorted()
  return (
    <form class="rec-choose no-print" method="get" action={action}>
      <SelectField
        name="year"
        label={t('rec.filter.year')}
        value={year ?? ''}
        choices={years.map(value => ({ value, label: value }))}
      />
      <SelectField
        name="body"
        label={t('rec.filter.body')}
        value={body ?? ''}
        choices={[{ value: '', label: t('rec.bodies.all') }, ...bodies.map(value => ({ value, label: value }))]}
      />
      <button class="quiet">{t('rec.look-back.show')}</button>
    </form>
  )
}

/** Where the recommendations of the year stand. */
function Sets({ found: { rows } }: { found: LookBack }) {
  const words = useWords()
  const sets = [...new Map(rows.map(row => [row.instrumentId, row])).values()]
  const later = [
    ...new Map(rows.flatMap(({ laterSet }) => (laterSet ? [[laterSet.slug, laterSet] as const] : []))).values(),
  ]
  return (
    <p class="facts">
      {sets.map(({ instrumentId, slug, title, language, adoptedOn, session }, n) => (
        <span key={instrumentId}>
          {n > 0 && <br />}
          <a href={ledgerPaths.instrument(slug)}>
            <bdi lang={language ?? undefined}>{title}</bdi>
          </a>
          {session && [' · ', <bdi>{session}</bdi>]}
          {adoptedOn && [' · ', <span class="day">{dateInWords(adoptedOn, words)}</span>]}
        </span>
      ))}
      {later.map(({ slug, title, language, adoptedOn }) => (
        <span key={slug}>
          <br />
          {words.t('rec.spoken-since')}{' '}
          <a href={ledgerPaths.instrument(slug)}>
            <bdi lang={language ?? undefined}>{title}</bdi>
          </a>
          {' · '}
          <span class="day">{dateInWords(adoptedOn, words)}</span>
        </span>
      ))}
    </p>
  )
}

function Since({ row: { afterwards, laterSet, repeatedBy } }: { row: LookedBackAt }) {
  const { t } = useWords()
  if (afterwards === 'repeated')
    return (
      <p>
        {t('rec.repeated-by')} <NamedLinks others={repeatedBy} />
      </p>
    )
  if (!laterSet) return <p class="soft small">{t('rec.after.open')}</p>
  return (
    <p>
      {t('rec.after.not-repeated.in')}{' '}
      <a href={ledgerPaths.instrument(laterSet.slug)} title={laterSet.title}>
        {yearOf(laterSet.adoptedOn)}
      </a>
    </p>
  )
}

/** What the voices' words rest on. */
function Evidence({ row: { evidence } }: { row: LookedBackAt }) {
  const { t } = useWords()
  if (!evidence.length) return null
  return (
    <>
      <p class="soft small">{t('rec.evidence')}</p>
      <ul class="rec-evidence">
        {evidence.map(({ id, title, public: isPublic }) => (
          <li key={id}>
            <a href={isPublic ? `/evidence/${id}` : `/desk/evidence/${id}`} dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
