/** Figures over time: lines told apart by dash, mark and a name at their end, never by colour alone. SVG made on the server. */
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { useWords } from '../../ui/words.tsx'

export interface Point {
  /** Years, with the fraction of the year. */
  at: number
  value: number
  /** 'Value in words, period': what a reader of the mark is told. */
  words: string
}

export interface Line {
  name: string
  points: Point[]
}

export interface LineChartProps {
  title: string
  lines: Line[]
  /** Drawn as a dashed rule across: a target with its name. */
  target?: { value: number; words: string } | null
  write: (value: number) => string
  /** Small: one of several beside each other, without names at the ends. */
  small?: boolean
  /** The same scale for several charts: their least and greatest value. */
  within?: [number, number]
  /** The same years for several charts. */
  years?: [number, number]
}

/** More lines than these cannot be told apart: the table has the others. */
export const MOST_LINES = 6

export function LineChart({ title, lines, target, write, small = false, within, years }: LineChartProps) {
  const { t, colon } = useWords()
  const [width, height] = small ? [220, 130] : [680, 300]
  const margin = small ? { top: 10, end: 12, bottom: 24, start: 46 } : { top: 14, end: 150, bottom: 30, start: 60 }
  const points = lines.flatMap(({ points }) => points)
  if (!points.length) return null
  const values = [...points.map(({ value }) => value), ...(target ? [target.value] : [])]
  const [least, most] = within ?? [Math.min(0, ...values), Math.max(...values)]
  const [first, last] = years ?? spanOf(points)
  const x = scaleLinear([first, last], [margin.start, width - margin.end])
  const y = scaleLinear([least, most === least ? least + 1 : most], [height - margin.bottom, margin.top]).nice(4)
  const path = line<Point>(
    point => x(point.at),
    point => y(point.value),
  ).digits(1)
  const ticks = yearTicks(first, last, small ? 2 : 7)
  return (
    <svg
      class={small ? 'chart small' : 'chart'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('chart.label', { title, lines: lines.length, figures: points.length })}
    >
      {y.ticks(small ? 3 : 5).map(tick => (
        <g key={tick}>
          <line class="grid" x1={margin.start} x2={width - margin.end} y1={y(tick)} y2={y(tick)} />
          <text class="tick" x={margin.start - 6} y={y(tick) + 4} text-anchor="end">
            {write(tick)}
          </text>
        </g>
      ))}
      {ticks.map(year => (
        <text key={year} class="tick" x={x(year)} y={height - 8} text-anchor="middle">
          {String(year)}
        </text>
      ))}
      {target && (
        <g class="target">
          <line x1={margin.start} x2={width - margin.end} y1={y(target.value)} y2={y(target.value)} />
          {!small && (
            <text x={width - margin.end + 8} y={y(target.value) - 4}>
              {target.words}
            </text>
          )}
        </g>
      )}
      {lines.map(({ name, points }, n) => (
        <g key={name} class={`line l${n}`}>
          {points.length > 1 && <path d={path(points) ?? ''} />}
          {points.map(point => (
            <Mark key={point.at} x={x(point.at)} y={y(point.value)} shape={n} words={`${name}${colon}${point.words}`} />
          ))}
        </g>
      ))}
      {!small && <Names {...{ lines, x, y }} at={width - margin.end} />}
    </svg>
  )
}

function spanOf(points: Point[]): [number, number] {
  const years = points.map(({ at }) => at)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return first === last ? [first - 1, last + 1] : [first, last]
}

function yearTicks(first: number, last: number, most: number): number[] {
  const [from, to] = [Math.ceil(first - 1e-6), Math.floor(last + 1e-6)]
  const step = Math.max(1, Math.ceil((to - from + 1) / most))
  const ticks: number[] = []
  for (let year = from; year <= to; year += step) ticks.push(year)
  return ticks
}

const R = 3.5

function Mark({ x, y, shape, words }: { x: number; y: number; shape: number; words: string }) {
  const title = <title>{words}</title>
  const at = (n: number) => n.toFixed(1)
  switch (shape % 4) {
    case 0:
      return (
        <circle cx={at(x)} cy={at(y)} r={R}>
          {title}
        </circle>
      )
    case 1:
      return (
        <rect x={at(x - R)} y={at(y - R)} width={2 * R} height={2 * R}>
          {title}
        </rect>
      )
    case 2:
      return <path d={`M${at(x)} ${at(y - R - 1)}l${R + 1} ${2 * R}h${-2 * (R + 1)}z`}>{title}</path>
    default:
      return (
        <path d={`M${at(x)} ${at(y - R - 1)}l${R + 1} ${R + 1}l${-R - 1} ${R + 1}l${-R - 1} ${-R - 1}z`}>{title}</path>
      )
  }
}

/** Names at the lines' ends, moved apart so that none covers another. */
function Names({ lines, x, y, at }: { lines: Line[]; x: (n: number) => number; y: (n: number) => number; at: number }) {
  const ends = lines
    .flatMap(({ name, points }, n) => {
      const end = points.at(-1)
      return end ? [{ name, n, from: [x(end.at), y(end.value)] as const, y: y(end.value) }] : []
    })
    .toSorted((a, b) => a.y - b.y)
  for (const [index, end] of ends.entries()) {
    const above = ends[index - 1]
    if (above && end.y - above.y < 15) end.y = above.y + 15
  }
  return (
    <>
      {ends.map(({ name, n, y }) => (
        <text key={name} class={`name l${n}`} x={at + 10} y={y + 4}>
          {name.length > 24 ? name.slice(0, 23) + '…' : name}
        </text>
      ))}
    </>
  )
}
