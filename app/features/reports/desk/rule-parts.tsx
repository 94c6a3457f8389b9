/** A rule of a body before people: what it says in figures, where it was read, whether that was verified, by when something is due. */
import { groundOf, partBehind, sourcesOf, type Body, type Rule, type Source } from '@open1325/procedures'
import { useWords } from '../../../ui/words.tsx'
import { paths, type Report } from '../model.ts'
import { daysLeft, type ReportRule } from '../rule.ts'

/**
 * 'verified, binding', and where it was read. A rule that is to be checked says so wherever it is shown.
 * @param code of a finding: what is told is where that part of the rule was read
 * @param short the first source only
 */
export function RuleSources(props: { body: Body; rule: Rule; code?: string; short?: boolean }) {
  const { body, rule, code = '', short = false } = props
  const { t, colon } = useWords()
  const ground = groundOf(rule, partBehind(code))
  const all = short ? ground.sources : [...rule.sources, ...rule.grounds.flatMap(part => part.sources)]
  const sources = sourcesOf(body, { sources: [...new Set(all)] })
  const [first] = sources
  return (
    <>
      <span class={ground.verified === 'verified' ? 'tag' : 'tag mark'}>{t(`reports.rule.${ground.verified}`)}</span>{' '}
      <span class="tag">{t(`reports.rule.${rule.binding}`)}</span>{' '}
      {short && first ? (
        <>
          {t('reports.rule.source')}
          {colon}
          <SourceLink source={first} />
        </>
      ) : (
        <ul>
          {sources.map((source, n) => (
            <li key={n}>
              <SourceLink source={source} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function SourceLink({ source: { title, url, seen } }: { source: Source }) {
  const { t, date } = useWords()
  return (
    <>
      {url ? (
        <a href={url} rel="noreferrer external" lang="en" dir="ltr">
          {title}
        </a>
      ) : (
        <bdi lang="en">{title}</bdi>
      )}{' '}
      ({t('reports.rule.seen', { date: date(seen) })})
    </>
  )
}

/** '2021', 'March 2018': as far as the day is known. */
export function versionName({ validFrom }: Rule, { t, date }: Pick<ReturnType<typeof useWords>, 't' | 'date'>): string {
  if (!validFrom) return t('reports.rule.from.unknown')
  return t('reports.rule.from', { from: validFrom.length === 10 ? date(validFrom) : validFrom })
}

export function RuleFacts({ rule: { body, procedure, rule } }: { rule: ReportRule }) {
  const words = useWords()
  const { t, locale, list, colon } = words
  if (!rule) return <p>{t('reports.rule.unknown')}</p>
  return (
    <dl class="facts">
      <dt>{t('reports.rule.procedure')}</dt>
      <dd>
        <a href={`/bodies/${body.id}`}>{body.name[locale]}</a>
        {colon}
        {procedure.name[locale]}
      </dd>
      <dt>{t('reports.rule.version')}</dt>
      <dd>{versionName(rule, words)}</dd>
      <dt>{t('reports.rule.limits')}</dt>
      <dd>
        {rule.limits === null
          ? t('reports.rule.limits.unknown')
          : rule.limits.length === 0
            ? t('reports.rule.limits.none')
            : list(
                rule.limits.map(({ count, unit, per, by, status }) =>
                  [
                    t('reports.rule.limit', { count, unit, per: per === 'text-box' ? 'box' : '', by }),
                    status && `(${t(`reports.rule.ecosoc.${status}`)})`,
                  ]
                    .filter(Boolean)
                    .join(' '),
                ),
              )}
      </dd>
      {rule.formats.length > 0 && (
        <>
          <dt>{t('reports.rule.formats')}</dt>
          <dd>{list(rule.formats.map(format => (format === 'plain-text' ? 'TXT' : format.toUpperCase())))}</dd>
        </>
      )}
      <dt>{t('reports.rule.source')}</dt>
      <dd>
        <RuleSources body={body} rule={rule} />
        {rule.note && <p class="soft">{rule.note[locale]}</p>}
      </dd>
    </dl>
  )
}

/** By when it is due, with the days that are left, the body's time zone, and how the day is known. */
export function DueLine({ rule, now }: { rule: ReportRule; now: Date }) {
  const { t, date } = useWords()
  const { deadline } = rule
  if (!deadline) return <p class="soft">{t('reports.rule.due.no-session')}</p>
  const left = daysLeft(deadline, now)
  if (left === null || !deadline.day) return <p class="soft">{deadline.why && t(`reports.rule.why.${deadline.why}`)}</p>
  const how = deadline.certainty === 'unknown' ? null : t(`reports.rule.due.${deadline.certainty}`)
  return (
    <p>
      <strong>
        {left < 0
          ? t('reports.rule.due.over', { date: date(deadline.day) })
          : t('reports.rule.due.left', {
              days: left,
              date: date(deadline.day),
              time: deadline.time,
              zone: deadline.zone.replaceAll('_', ' '),
            })}
      </strong>{' '}
      <span class="soft">{how}</span>{' '}
      {!deadline.verified && <span class="tag mark">{t('reports.rule.to-be-checked')}</span>}
    </p>
  )
}

/** That another version of the rule is in force, and the way to hold to it. */
export function NewerRule({ rule, report, mayWrite }: { rule: ReportRule; report: Report; mayWrite: boolean }) {
  const words = useWords()
  const { t } = words
  if (!rule.newer) return null
  return (
    <div class="warning">
      <p>{t('reports.rule.newer', { from: versionName(rule.newer, words) })}</p>
      <div class="small">
        <RuleSources body={rule.body} rule={rule.newer} />
      </div>
      {mayWrite && (
        <form method="post" action={`${paths.rule(report.id)}/newer`}>
          <input type="hidden" name="version" value={String(report.version)} />
          <input type="hidden" name="rule" value={rule.newer.id} />
          <button class="quiet">{t('reports.rule.take')}</button>
        </form>
      )}
    </div>
  )
}
