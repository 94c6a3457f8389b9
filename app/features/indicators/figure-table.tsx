/** Every figure with what makes it checkable: where, when, who says so, and from where. The twin of each chart. */
import type { ComponentChildren } from 'preact'
import { useWords } from '../../ui/words.tsx'
import { paths as evidencePaths, type Evidence } from '../evidence/model.ts'
import type { Figure } from './model.ts'
import { breakdownInWords, figureInWords, placeInWords } from './offers/words.ts'

export interface FigureTableProps {
  figures: Figure[]
  /** The first cell of a row. */
  first: (figure: Figure) => ComponentChildren
  firstHeader: string
  /** The public evidence that figures rest on, by the figure's id. */
  evidence: ReadonlyMap<string, readonly Pick<Evidence, 'id' | 'title'>[]>
  /** The organisation whose figures lead to their page on the desk; null for none. */
  own: string | null
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

function Table({ figures, first, firstHeader, evidence, own, last }: FigureTableProps) {
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
            <tr key={figure.id} id={`figure-${figure.id}`}>
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
                <Resting
                  pieces={evidence.get(figure.id) ?? []}
                  deskPage={figure.organisationId === own ? evidencePaths.figure(figure.id) : null}
                  figure={`${placeInWords(figure, words)} ${figure.period ?? ''}`}
                />
              </td>
              {last && <td>{last(figure)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RestingProps {
  pieces: readonly Pick<Evidence, 'id' | 'title'>[]
  /** Where its organisation attaches evidence to it. */
  deskPage: string | null
  /** Which figure, in words. */
  figure: string
}

/** What a figure rests on beside its source. */
function Resting({ pieces, deskPage, figure }: RestingProps) {
  const { t } = useWords()
  return (
    <>
      {pieces.length > 0 && (
        <div class="small resting">
          <bdi>{t('figure.evidence', { count: pieces.length })}</bdi>
          <ul>
            {pieces.map(({ id, title }) => (
              <li key={id}>
                <a href={evidencePaths.public(id)} dir="auto">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {deskPage && (
        <div class="small no-print">
          <a href={deskPage} aria-label={t('figure.evidence.desk.of', { figure })}>
            {t('figure.evidence.desk')}
          </a>
        </div>
      )}
    </>
  )
}
