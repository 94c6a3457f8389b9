/** How far from the baseline to the target, as one voice's figures say; with every number that went into it. */
import { progressOf, type Method, type Observation } from '@open1325/indicators'
import { useWords } from '../../ui/words.tsx'
import { observationOf, seriesIn, type Figure, type Indicator } from './model.ts'
import { figureInWords, seriesInWords, writerOf } from './offers/words.ts'

export function ProgressSection({ indicator, figures }: { indicator: Indicator; figures: Figure[] }) {
  const { t } = useWords()
  const targets = figures.filter(({ kind }) => kind === 'target')
  if (!targets.length) return null
  return (
    <section class="progress-to-target">
      <h3>{t('progress.title')}</h3>
      {targets.map(target => (
        <ToTarget key={target.id} {...{ indicator, figures, target }} />
      ))}
    </section>
  )
}

const sameThing = (a: Figure, b: Figure) =>
  a.country === b.country &&
  a.place === b.place &&
  JSON.stringify(Object.entries(a.disaggregation).toSorted()) ===
    JSON.stringify(Object.entries(b.disaggregation).toSorted())

function ToTarget({ indicator, figures, target }: { indicator: Indicator; figures: Figure[]; target: Figure }) {
  const words = useWords()
  const { t } = words
  const alike = figures.filter(figure => sameThing(figure, target))
  const baseline = alike.filter(({ kind }) => kind === 'baseline').at(-1)
  const voices = seriesIn(
    alike.filter(({ kind }) => kind === 'observation'),
    indicator.code,
  )
  const asObservation = (figure: Figure | undefined): Observation | null =>
    figure ? observationOf(figure, indicator.code) : null
  return (
    <>
      <p>
        {t('progress.target', { value: figureInWords(target, words), period: target.period ?? '?' })}{' '}
        {baseline
          ? t('progress.baseline', { value: figureInWords(baseline, words), period: baseline.period ?? '?' })
          : t('progress.no-baseline')}
      </p>
      {voices.length === 0 && <p class="soft">{t('progress.reason.no-observation')}</p>}
      <ul class="prose">
        {voices.map(series => {
          const progress = progressOf({
            baseline: asObservation(baseline),
            target: asObservation(target),
            observations: series.figures.map(figure => observationOf(figure, indicator.code)),
            direction: indicator.direction,
          })
          const latest = series.figures.find(({ id }) => id === progress.latest?.id)
          const reason = progress.share.reason ?? progress.onTrack.reason
          return (
            <li key={series.key}>
              <strong>{seriesInWords(series, words)}</strong>{' '}
              {latest && `${figureInWords(latest, words)} (${latest.period ?? '?'}). `}
              {progress.reached.value === true && `${t('progress.reached')} `}
              {progress.share.value !== null &&
                `${t('progress.share', { share: words.percent(progress.share.value) })} `}
              {progress.reached.value !== true &&
                progress.onTrack.value !== null &&
                `${t(progress.onTrack.value ? 'progress.on-track' : 'progress.behind')} `}
              {reason && <span class="soft">{t(`progress.reason.${reason}`)}</span>}
              {progress.methods.length > 0 && (
                <details>
                  <summary>{t('progress.how')}</summary>
                  <ul class="prose">
                    {progress.methods.map(method => (
                      <li key={method.formula}>
                        <MethodWords method={method} indicator={indicator} />
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function MethodWords({ method, indicator }: { method: Method; indicator: Indicator }) {
  const words = useWords()
  const { t } = words
  const write = writerOf(indicator, words)
  const inputs = Object.fromEntries(
    Object.entries(method.inputs).map(([name, input]) => [
      name,
      typeof input !== 'number' ? String(input ?? '') : name === 'shareOfTime' ? words.percent(input) : write(input),
    ]),
  )
  return <>{t(`progress.method.${method.formula}`, inputs as never)}</>
}
