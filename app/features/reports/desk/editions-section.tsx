/** The numbered editions of a report that never change: freezing the next one, showing one to the public, taking it back. */
import { useWords } from '../../../ui/words.tsx'
import { FORMATS, paths, type Edition, type Report } from '../model.ts'
import { ruleNamed } from '../rule.ts'
import { versionName } from './rule-parts.tsx'

interface EditionsProps {
  report: Report
  editions: Edition[]
  mayFreeze: boolean
  /** How many findings must be mended still. */
  unmended: number
}

export function Editions({ report, editions, mayFreeze, unmended }: EditionsProps) {
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
              <p class="down">
                {FORMATS.map(format => [
                  <a key={format} href={paths.file(edition.slug, edition.number, format)}>
                    {t(`reports.format.${format}`)}
                  </a>,
                  ' ',
                ])}
              </p>
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
      {mayFreeze && unmended > 0 && <p class="warning">{t('checks.must.count', { count: unmended })}</p>}
      {mayFreeze && (
        <form method="post" action={`${paths.report(report.id)}/freeze`}>
          <button>{t('reports.freeze', { number: String(next) })}</button>
        </form>
      )}
    </section>
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
