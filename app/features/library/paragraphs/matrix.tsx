/** Who is addressed by which verb: a picture with circles for wide screens, one for narrow ones, and the same numbers as a table. */
import { useWords } from '../../../ui/words.tsx'
import { addressOf, matrixOf, nameOf, type Filter, type Matrix, type ParagraphOf } from './model.ts'

/** In units of the picture; on a narrow screen a name stands above its circles, and verbs stand slanted. */
interface Shape {
  id: 'wide' | 'narrow'
  names: number
  column: number
  row: number
  head: number
  largest: number
}
const WIDE: Shape = { id: 'wide', names: 300, column: 84, row: 34, head: 40, largest: 16 }
const NARROW: Shape = { id: 'narrow', names: 0, column: 51, row: 58, head: 116, largest: 15 }

/** From this radius on a number has room inside its circle. */
const ROOM_INSIDE = 8

export function MatrixFigure({ paragraphs, filter }: { paragraphs: ParagraphOf[]; filter: Filter }) {
  const { t } = useWords()
  const matrix = matrixOf(paragraphs)
  if (!matrix.rows.length) return null
  return (
    <figure class="verb-matrix">
      <Picture matrix={matrix} shape={WIDE} />
      <Picture matrix={matrix} shape={NARROW} />
      <figcaption class="soft small">{t('paragraphs.matrix.note')}</figcaption>
      <details>
        <summary>{t('paragraphs.matrix.table')}</summary>
        <Table matrix={matrix} filter={filter} />
      </details>
    </figure>
  )
}

function Picture({ matrix: { verbs, rows }, shape }: { matrix: Matrix; shape: Shape }) {
  const { t, locale, dir } = useWords()
  const { id, names, column, row, head } = shape
  const width = names + verbs.length * column + (names ? 0 : 14)
  const height = head + rows.length * row
  const most = Math.max(...rows.flatMap(({ counts }) => counts))
  // In a right-to-left page the names stand on the right and the verbs go on to the left.
  const x = (from: number) => Math.round((dir === 'rtl' ? width - from : from) * 10) / 10
  const middleOf = (i: number) => names + (i + 0.5) * column
  const slant = dir === 'rtl' ? 62 : -62
  return (
    <svg
      class={id}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`matrix-title-${id} matrix-desc-${id}`}
      direction={dir}
    >
      <title id={`matrix-title-${id}`}>{t('paragraphs.matrix')}</title>
      <desc id={`matrix-desc-${id}`}>{useDescription({ verbs, rows })}</desc>
      {verbs.map((verb, i) =>
        names ? (
          <text key={verb} class="verb" x={x(middleOf(i))} y={head - 16} text-anchor="middle">
            {nameOf('verbs', verb, locale)}
          </text>
        ) : (
          <text
            key={verb}
            class="verb"
            transform={`translate(${x(middleOf(i))} ${head - 8}) rotate(${slant})`}
            text-anchor="start"
          >
            {nameOf('verbs', verb, locale)}
          </text>
        ),
      )}
      {rows.map(({ addressee, counts }, i) => {
        const top = head + i * row
        const middle = names ? top + row / 2 : top + 39
        return (
          <g key={addressee}>
            <line class="rule" x1="0" x2={width} y1={top} y2={top} />
            <text class="name" x={x(0)} y={names ? middle + 4 : top + 17} text-anchor="start">
              {nameOf('addressees', addressee, locale)}
            </text>
            {counts.map((count, j) => (
              <Count key={verbs[j]} count={count} most={most} at={middleOf(j)} y={middle} x={x} shape={shape} />
            ))}
          </g>
        )
      })}
    </svg>
  )
}

interface CountProps {
  count: number
  most: number
  at: number
  y: number
  x: (from: number) => number
  shape: Shape
}

function Count({ count, most, at, y, x, shape: { largest } }: CountProps) {
  if (count === 0) return null
  const radius = Math.round(Math.max(3, Math.sqrt(count / most) * largest) * 10) / 10
  const isInside = radius >= ROOM_INSIDE
  const beside = at + radius + (count > 9 ? 11 : 8)
  return (
    <g>
      <circle cx={x(at)} cy={y} r={radius} />
      <text class={isInside ? 'count inside' : 'count'} x={x(isInside ? at : beside)} y={y + 4} text-anchor="middle">
        {count}
      </text>
    </g>
  )
}

/** What the picture shows, for those who do not see it: the pairs that stand out. */
function useDescription({ verbs, rows }: Matrix): string {
  const { t, locale, list } = useWords()
  const most = rows
    .flatMap(({ addressee, counts }) => counts.map((count, i) => ({ addressee, verb: verbs[i] ?? '', count })))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 3)
  const said = most.map(({ addressee, verb, count }) =>
    t('paragraphs.matrix.cell', {
      verb: nameOf('verbs', verb, locale),
      addressee: nameOf('addressees', addressee, locale),
      count,
    }),
  )
  return t('paragraphs.matrix.desc', { most: list(said) })
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
