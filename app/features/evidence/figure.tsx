/** The figure of an indicator that evidence is, or will be, attached to. */
import type { Tx } from '../../platform/access.ts'
import type { Ctx } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { useWords } from '../../ui/words.tsx'
import { inLanguage, paths as indicatorPaths } from '../indicators/model.ts'
import { breakdownInWords, figureInWords, placeInWords } from '../indicators/offers/words.ts'
import { figureById, type FigureAlone } from '../indicators/queries.ts'

/** A figure of the organisation's own. @throws Problem 'not-found'; 'gone' for one that was taken back, or whose place another took */
export async function figureForEvidence(c: Ctx, tx: Tx, id: string, organisationId: string): Promise<FigureAlone> {
  const found = await figureById(tx, id)
  if (found?.figure.organisationId !== organisationId) throw new Problem('not-found')
  if (!found.isCurrent) throw new Problem('gone', c.get('words').t('attach.figure.gone'))
  return found
}

/** Where its indicator's figures stand: on the desk where the indicator is the organisation's own. */
function indicatorPage({ figure, framework, indicator }: FigureAlone): string {
  if (framework.organisationId === figure.organisationId)
    return `${indicatorPaths.deskIndicator(framework.code, indicator.code)}#figures`
  return indicatorPaths.figure(framework.code, indicator.code, figure)
}

/** Which figure a page is about: of what, and all that makes it checkable. */
export function FigureHead({ found }: { found: FigureAlone }) {
  const words = useWords()
  const { t, locale } = words
  const { figure, indicator, countsFew } = found
  const { place, country, period, disaggregation, source, sourceDate, voice, visibility, note, kind } = figure
  const rows: [string, preact.ComponentChildren][] = [
    [t('indicators.place'), <bdi>{placeInWords({ place, country }, words)}</bdi>],
    [t('indicators.period'), period ?? t('figure.no-period')],
    [t('indicators.breakdown'), <bdi>{breakdownInWords(disaggregation, words)}</bdi>],
    [t('indicators.voice'), t(`voice.${voice}`)],
    [
      t('indicators.source'),
      <>
        <bdi>{source ?? t('figure.no-source')}</bdi>
        {sourceDate && ` (${sourceDate})`}
      </>,
    ],
    [t('indicators.desk.visibility'), t(`visibility.${visibility}`)],
  ]
  if (note) rows.push([t('indicators.desk.note'), <bdi>{note}</bdi>])
  return (
    <>
      <p class="kicker">
        <a href={indicatorPage(found)}>
          <bdi>
            {indicator.code} {inLanguage(indicator.titles, locale)}
          </bdi>
        </a>
      </p>
      <h1>
        {t(`figure.kind.${kind}.title`)} <bdi>{figureInWords(figure, words)}</bdi>
      </h1>
      <dl class="fields">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {countsFew && visibility !== 'organisation' && <p class="warning">{t('attach.figure.few')}</p>}
    </>
  )
}
