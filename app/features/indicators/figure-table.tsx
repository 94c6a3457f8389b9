/** Every figure with what makes it checkable: where, when, who says so, and from where. The twin of each chart. */
import type { ComponentChildren } from 'preact'
import { useWords } from '../../ui/words.tsx'
import type { Figure } from './model.ts'
import { breakdownInWords, figureInWords } from './words.ts'

export interface FigureTableProps {
  figures: Figure[]
  /** The first cell of a row. */
  first: (figure: Figure) => ComponentChildren
  firstHeader: string
  /** What can be done with a figure, on the desk. */
  last?: (figure: Figure) => ComponentChildren
}

/** More rows than these are folded away. */
const FOLDS = 60

export function FigureTable(props: FigureTableProps) {
  const { t } = useWords()
  if (props.figures.length <= FOLDS) return <Table {...props} />
  return (
    <details>
      <summary>{t('indicators.all-figures', { count: props.figures.length })}</summary>
      <Table {...props} />
    </details>
  )
}

function Table({ figures, first, firstHeader, last }: FigureTableProps) {
  const words = useWords()
  const { t } = words
  const anyBreakdown = figures.some(({ disaggregation }) => Object.keys(disaggregation).length > 0)
  return (
    <div class="scroll-x" role="region" aria-label={t('indicators.table')} tabIndex={0}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{firstHeader}</th>
            <th scope="col">{t('indicators.period')}</th>
            {anyBreakdown && <th scope="col">{t('indicators.breakdown')}</th>}
            <th scope="col">{t('indicators.value')}</th>
            <th scope="col">{t('indicators.voice')}</th>
            <th scope="col">{t('indicators.source')}</th>
            {last && (
              <th scope="col">
                <span class="visually-hidden">{t('indicators.act')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {figures.map(figure => (
            <tr key={figure.id}>
              <th scope="row" dir="auto">
                {first(figure)}
              </th>
              <td>{figure.period ?? <span class="soft">{t('figure.no-period')}</span>}</td>
              {anyBreakdown && <td dir="auto">{breakdownInWords(figure.disaggregation, words)}</td>}
              <td class="number">
                {figureInWords(figure, words)}
                {figure.kind !== 'observation' && <span class="tag small"> {t(`figure.kind.${figure.kind}`)}</span>}
              </td>
              <td>
                {t(`voice.${figure.voice}`)}
                {figure.visibility !== 'public' && (
                  <span class="soft small"> ({t(`visibility.${figure.visibility}`)})</span>
                )}
              </td>
              <td dir="auto">
                {figure.source ?? <span class="soft">{t('figure.no-source')}</span>}
                {figure.sourceDate && ` (${figure.sourceDate})`}
                {figure.organisation && (
                  <span class="soft small"> {t('figure.entered-by', { organisation: figure.organisation })}</span>
                )}
              </td>
              {last && <td>{last(figure)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
