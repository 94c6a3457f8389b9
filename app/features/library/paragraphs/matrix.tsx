/** Who is addressed by which verb: a picture with circles, and the same numbers as a table. */
import { useWords } from '../../../ui/words.tsx'
import { addressOf, matrixOf, nameOf, type Filter, type Matrix, type ParagraphOf } from './model.ts'

const NAMES = 300
const COLUMN = 84
const ROW = 34
const HEAD = 40
const LARGEST = 15

export function MatrixFigure({ paragraphs, filter }: { paragraphs: ParagraphOf[]; filter: Filter }) {
  const { t } = useWords()
  const matrix = matrixOf(paragraphs)
  if (!matrix.rows.length) return null
  return (
    <figure class="verb-matrix">
      <div class="scroll-x picture" tabIndex={0} role="group" aria-label={t('paragraphs.matrix')}>
        <Picture matrix={matrix} />
      </div>
      <figcaption class="soft small">{t('paragraphs.matrix.note')}</figcaption>
      <details>
        <summary>{t('paragraphs.matrix.table')}</summary>
        <Table matrix={matrix} filter={filter} />
      </details>
    </figure>
  )
}

function Picture({ matrix: { verbs, rows } }: { matrix: Matrix }) {
  const { t, locale, dir, list } = useWords()
  const width = NAMES + verbs.length * COLUMN
  const height = HEAD + rows.length * ROW
  const most = Math.max(...rows.flatMap(({ counts }) => counts))
  // In a right-to-left page the names stand on the right and the verbs go on to the left.
  const x = (from: number) => (dir === 'rtl' ? width - from : from)
  const described = rows
    .flatMap(({ addressee, counts }) => counts.map((count, i) => ({ addressee, verb: verbs[i]!, count })))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 3)
    .map(({ addressee, verb, count }) =>
      t('paragraphs.matrix.cell', {
        verb: nameOf('verbs', verb, locale),
        addressee: nameOf('addressees', addressee, locale),
        count,
      }),
    )
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby="matrix-title matrix-desc"
      direction={dir}
    >
      <title id="matrix-title">{t('paragraphs.matrix')}</title>
      <desc id="matrix-desc">{t('paragraphs.matrix.desc', { most: list(described) })}</desc>
      {verbs.map((verb, column) => (
        <text key={verb} class="verb" x={x(NAMES + (column + 0.5) * COLUMN)} y={HEAD - 16} text-anchor="middle">
          {nameOf('verbs', verb, locale)}
        </text>
      ))}
      {rows.map(({ addressee, counts }, row) => {
        const middle = HEAD + (row + 0.5) * ROW
        return (
          <g key={addressee}>
            <line class="rule" x1="0" x2={width} y1={HEAD + row * ROW} y2={HEAD + row * ROW} />
            <text class="name" x={x(0)} y={middle + 4} text-anchor="start">
              {nameOf('addressees', addressee, locale)}
            </text>
            {counts.map((count, column) => {
              if (count === 0) return null
              const radius = Math.max(3, Math.sqrt(count / most) * LARGEST)
              const center = x(NAMES + (column + 0.5) * COLUMN)
              return (
                <g key={verbs[column]}>
                  <circle cx={center} cy={middle} r={Math.round(radius * 10) / 10} />
                  <text
                    class={radius > 9 ? 'count inside' : 'count'}
                    x={radius > 9 ? center : x(NAMES + (column + 0.5) * COLUMN + radius + 8)}
                    y={middle + 4}
                    text-anchor="middle"
                  >
                    {count}
                  </text>
                </g>
              )
            })}
          </g>
        )
      })}
    </svg>
  )
}

function Table({ matrix: { verbs, rows }, filter }: { matrix: Matrix; filter: Filter }) {
  const { t, number, locale } = useWords()
  return (
    <div class="scroll-x" tabIndex={0} role="group" aria-label={t('paragraphs.matrix.table')}>
      <table>
        <caption>{t('paragraphs.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('paragraphs.addressee')}</th>
            {verbs.map(verb => (
              <th key={verb} scope="col">
                {nameOf('verbs', verb, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ addressee, counts }) => (
            <tr key={addressee}>
              <th scope="row">{nameOf('addressees', addressee, locale)}</th>
              {counts.map((count, column) => (
                <td key={verbs[column]} class="num">
                  {count > 0 ? (
                    <a href={addressOf('/resolutions/paragraphs', { ...filter, to: addressee, verb: verbs[column] })}>
                      {number(count)}
                    </a>
                  ) : (
                    '0'
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
