/** What the first rows of a file become, as it is understood now: seen before anything is read whole. */
import { applyMapping, type Observation, type Problem } from '@open1325/indicators'
import { useWords } from '../../../ui/words.tsx'
import type { Import } from '../../imports/model.ts'
import { valueInWords } from '../model.ts'
import { breakdownInWords } from '../offers/words.ts'
import { mappingOf, sheetOfSample, type Draft } from './model.ts'

const PREVIEWED = 10

export function Preview({ it, draft }: { it: Import; draft: Draft }) {
  const { t } = useWords()
  const { observations, problems } = previewed(it, draft)
  if (draft.mapping.holds === 'indicators') return <p class="prose">{t('import.how.holds-indicators')}</p>
  return (
    <section>
      <h2 id="preview">{t('import.how.preview')}</h2>
      {observations.length === 0 ? (
        <p class="empty">{t('import.how.preview.none')}</p>
      ) : (
        <div class="scroll-x" tabindex={0} role="region" aria-labelledby="preview">
          <table class="figures">
            <thead>
              <tr>
                {(['cell', 'indicator', 'place', 'period', 'breakdown', 'value', 'source'] as const).map(name => (
                  <th key={name} scope="col">
                    {t(`import.how.preview.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {observations.map((one, n) => (
                <PreviewRow key={n} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {problems.length > 0 && (
        <ul class="small">
          {problems.map(({ cell, value, expected }) => (
            <li key={cell} class="missing">
              {t('imports.problem', { cell, value, expected: t(`import.expected.${expected}`) })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function PreviewRow({ one }: { one: Observation }) {
  const words = useWords()
  const { t, country } = words
  const place = [one.place.part, one.place.country && country(one.place.country)].filter(Boolean).join(', ')
  return (
    <tr>
      <td class="num">{one.line?.cell}</td>
      <td dir="auto">{one.indicator}</td>
      <td dir="auto">{place || t('figure.no-place')}</td>
      <td>{one.period || t('figure.no-period')}</td>
      <td dir="auto">{breakdownInWords({ ...one.disaggregation }, words)}</td>
      <td class="number">
        {one.kind !== 'observation' && `${t(`figure.kind.${one.kind}`)}${words.colon}`}
        {valueInWords(one.value, words)}
      </td>
      <td dir="auto">{one.source ?? ''}</td>
    </tr>
  )
}

function previewed(
  it: Import,
  { sheet, mapping, shared }: Draft,
): { observations: Observation[]; problems: Problem[] } {
  const found = mappingOf(it).sheets[sheet]!
  const fixed = {
    ...mapping.fixed,
    indicator: shared.indicator ?? mapping.fixed.indicator,
    country: shared.country ?? null,
    period: shared.period ?? null,
    source: shared.source ?? null,
  }
  const context = { voice: shared.voice ?? 'independent', sourceDate: shared.sourceDate ?? null } as const
  const observations: Observation[] = []
  const problems: Problem[] = []
  for (const batch of applyMapping(sheetOfSample(found), { ...mapping, fixed }, context)) {
    observations.push(...batch.observations.slice(0, PREVIEWED - observations.length))
    problems.push(...batch.problems.slice(0, PREVIEWED - problems.length))
  }
  return { observations, problems }
}
