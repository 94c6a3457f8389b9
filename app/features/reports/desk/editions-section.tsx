/** The numbered editions of a report that never change: freezing the next one, showing one to the public, taking it back. */
import { useWords } from '../../../ui/words.tsx'
import { paths, type Confirmation, type Edition, type Report } from '../model.ts'
import { Downloads } from '../offers/downloads.tsx'
import { messageOf, shortened } from '../offers/finding.tsx'
import { ruleNamed } from '../rule.ts'
import { OwnList } from './own-list.tsx'
import { versionName } from './rule-parts.tsx'

interface EditionsProps {
  report: Report
  editions: Edition[]
  mayFreeze: boolean
  confirmations: Map<number, Confirmation>
  /** How many findings must be mended still, and how much the public does not see. */
  unmended: number
  own: number
}

export function Editions({ report, editions, confirmations, mayFreeze, unmended, own }: EditionsProps) {
  const { t, date } = useWords()
  const next = (editions[0]?.number ?? 0) + 1
  return (
    <section aria-labelledby="editions">
      <h2 id="editions">{t('reports.editions')}</h2>
      {editions.length === 0 ? (
        <p class="empty">{t('reports.editions.none')}</p>
      ) : (
        <ul class="rows">
          {editions.map(edition => (
            <li key={edition.number}>
              <a href={paths.edition(edition.slug, edition.number)}>
                {t('reports.edition', { number: String(edition.number) })}
              </a>
              {' · '}
              {date(edition.frozenAt)} · {t('reports.words', { count: edition.words })}
              {edition.publishedAt && (
                <span class="tag">{t('reports.published', { date: date(edition.publishedAt) })}</span>
              )}
              {edition.rule && <FrozenUnder rule={edition.rule} />}
              <Confirmed confirmation={confirmations.get(edition.number)} language={edition.language} />
              <Downloads to={format => paths.file(edition.slug, edition.number, format)} />
              {mayFreeze && (
                <form method="post" action={`${paths.report(report.id)}/editions/${edition.number}`}>
                  {edition.publishedAt ? (
                    <button class="plain" name="public" value="no">
                      {t('reports.take-back')}
                    </button>
                  ) : (
                    <>
                      <p class="soft small">{t('reports.publish.says')}</p>
                      <button class="quiet" name="public" value="yes">
                        {t('reports.publish', { number: String(edition.number) })}
                      </button>
                    </>
                  )}
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {editions.length > 0 && (
        <p>
          <a href={paths.compare(report.id)}>{t('reports.compare')}</a>
        </p>
      )}
      {mayFreeze && own > 0 && <p class="warning">{t('reports.own.count', { count: own })}</p>}
      {mayFreeze && unmended > 0 && <p class="warning">{t('checks.must.count', { count: unmended })}</p>}
      {mayFreeze && (
        // What must be mended, and what the public does not see, is asked about on a page of its own.
        <form method={unmended + own > 0 ? 'get' : 'post'} action={paths.freeze(report.id)}>
          <button>{t('reports.freeze', { number: String(next) })}</button>
        </form>
      )}
    </section>
  )
}

/** What was confirmed when it was frozen: for the organisation's own eyes. */
function Confirmed({ confirmation, language }: { confirmation: Confirmation | undefined; language: string }) {
  const words = useWords()
  const { t, date } = words
  if (!confirmation) return null
  const { findings, own, reason, by, at } = confirmation
  return (
    <details>
      <summary>{t('reports.confirmed', { name: `\u2068${by}\u2069`, date: date(at) })}</summary>
      {findings.length > 0 && (
        <>
          <p>{t('reports.confirmed.findings', { reason: `\u2068${reason}\u2069` })}</p>
          <ul>
            {findings.map(({ code, params, quote, section }, n) => (
              <li key={n}>
                {messageOf({ code, params }, words)}{' '}
                {quote && !('name' in params || 'text' in params || 'acronym' in params) && (
                  <q lang={language} dir="auto">
                    {shortened(quote)}
                  </q>
                )}{' '}
                {section && <bdi lang={language}>({section})</bdi>}
              </li>
            ))}
          </ul>
        </>
      )}
      {own.length > 0 && (
        <>
          <p>{t('reports.own.title', { count: own.length })}</p>
          <OwnList
            lines={own.map(({ text, sections }) => ({
              text,
              sections: sections.map(title => ({ title, href: null })),
            }))}
            language={language}
          />
        </>
      )}
    </details>
  )
}

/** The version of the rule that an edition keeps, whatever the body asks for later. */
function FrozenUnder({ rule: id }: { rule: string }) {
  const words = useWords()
  const found = ruleNamed(id)
  if (!found) return null
  const { body, procedure, rule } = found
  const name = `${body.name[words.locale]}, ${procedure.name[words.locale]}, ${versionName(rule, words)}`
  return <p class="soft small">{words.t('reports.rule.edition', { rule: name })}</p>
}
