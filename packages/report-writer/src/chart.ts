/** Figures over time as a picture that stands alone: lines told apart by dash, mark and a name at their end, never by colour alone. */

import { RTL_LETTER } from './document.ts'

export interface ChartLine {
  name: string
  /** `at`: a year, with the fraction of the year. */
  points: { at: number; value: number }[]
}

export interface Chart {
  lines: ChartLine[]
  /** A dashed rule across, with its name. */
  target?: { value: number; name: string } | null
  /** How a value is written on the axis. */
  write: (value: number) => string
}

const [WIDTH, HEIGHT] = [680, 300]
const MARGIN = { top: 14, end: 150, bottom: 30, start: 64 }
const COLOURS = ['#6b3fa0', '#1f7a4d', '#a04a00', '#14557b', '#7a1f4d', '#444']
const DASHES = ['', '8 4', '2 3', '10 3 2 3', '5 5', '1 4']
/** More lines than these cannot be told apart: the table has the others. */
export const MOST_LINES = COLOURS.length

/**
 * Words as they stand in the picture. Where letters run from right to left, so does the whole: its number with the sign and the marks that
 * a language sets around them ('40%', '-5') stays together as within a paragraph. Such words name their font first, since what draws the
 * picture takes letters that join from one font only.
 */
function written(said: string, at: { x: string; y: string }, more = ''): string {
  const isRtl = RTL_LETTER.test(said)
  const text = (isRtl ? `\u202b${said}\u202c` : said)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
  const font = isRtl ? ' font-family="Amiri, Noto Sans, Arial, sans-serif" font-size="13.5"' : ''
  return `<text x="${at.x}" y="${at.y}"${font}${more}>${text}</text>`
}

/** SVG. Null where there is no point to draw. */
export function lineChart({ lines, target, write }: Chart): string | null {
  const drawn = lines.slice(0, MOST_LINES)
  const points = drawn.flatMap(({ points }) => points)
  if (!points.length) return null
  const years = spread(
    points.map(({ at }) => at),
    1,
  )
  const values = spread([0, ...points.map(({ value }) => value), ...(target ? [target.value] : [])], 1)
  const x = scale(years, [MARGIN.start, WIDTH - MARGIN.end])
  const y = scale([values[0], niceTop(values[1])], [HEIGHT - MARGIN.bottom, MARGIN.top])
  const at = (n: number) => n.toFixed(1)
  const rule = (from: number, to: number, height: number, more: string) =>
    `<line x1="${at(from)}" x2="${at(to)}" y1="${at(height)}" y2="${at(height)}" ${more}/>`
  const ticks = Array.from({ length: 5 }, (_, n) => values[0] + ((niceTop(values[1]) - values[0]) * n) / 4)
  const step = Math.max(1, Math.ceil((years[1] - years[0]) / 8))
  const marks: string[] = []
  for (let year = Math.ceil(years[0]); year <= years[1]; year += step)
    marks.push(written(String(year), { x: at(x(year)), y: String(HEIGHT - 8) }, ' text-anchor="middle"'))
  const names = placed(
    drawn.flatMap(({ name, points }, n) => (points.length ? [{ name, n, y: y(points.at(-1)!.value) }] : [])),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="Noto Sans, Arial, sans-serif" font-size="12" fill="#1d1a20">${ticks
    .map(
      tick =>
        rule(MARGIN.start, WIDTH - MARGIN.end, y(tick), 'stroke="#ccc"') +
        written(write(tick), { x: String(MARGIN.start - 6), y: at(y(tick) + 4) }, ' text-anchor="end"'),
    )
    .join('')}${marks.join('')}${
    target
      ? rule(MARGIN.start, WIDTH - MARGIN.end, y(target.value), 'stroke="#1d1a20" stroke-dasharray="4 4"') +
        written(target.name, { x: String(WIDTH - MARGIN.end - 4), y: at(y(target.value) - 5) }, ' text-anchor="end"')
      : ''
  }${drawn
    .map(({ points }, n) => {
      const path = points.map((point, i) => `${i ? 'L' : 'M'}${at(x(point.at))} ${at(y(point.value))}`).join('')
      return `<g stroke="${COLOURS[n]}" fill="${COLOURS[n]}"><path d="${path}" fill="none" stroke-width="2"${DASHES[n] ? ` stroke-dasharray="${DASHES[n]}"` : ''}/>${points.map(point => mark(x(point.at), y(point.value), n)).join('')}</g>`
    })
    .join(
      '',
    )}${names.map(({ name, n, y }) => written(name.length > 22 ? `${name.slice(0, 21)}…` : name, { x: String(WIDTH - MARGIN.end + 10), y: at(y + 4) }, ` fill="${COLOURS[n]}"`)).join('')}</svg>`
}

function mark(x: number, y: number, n: number): string {
  const at = (value: number) => value.toFixed(1)
  if (n % 3 === 0) return `<circle cx="${at(x)}" cy="${at(y)}" r="3.5"/>`
  if (n % 3 === 1) return `<rect x="${at(x - 3.5)}" y="${at(y - 3.5)}" width="7" height="7"/>`
  return `<path d="M${at(x)} ${at(y - 4.5)}l4.5 8h-9z"/>`
}

/** Moved apart so that none covers another. */
function placed<N extends { y: number }>(names: N[]): N[] {
  const sorted = names.toSorted((a, b) => a.y - b.y)
  for (const [n, one] of sorted.entries()) {
    const above = sorted[n - 1]
    if (above) one.y = Math.max(one.y, above.y + 15)
  }
  return sorted
}

function spread(numbers: number[], least: number): [number, number] {
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  return first === last ? [first - least, last + least] : [first, last]
}

const scale =
  ([from, to]: [number, number], [start, end]: [number, number]) =>
  (value: number): number =>
    start + ((value - from) / (to - from)) * (end - start)

/** The next of 1, 2, 4, 5, 8, 10 times a power of ten. */
function niceTop(value: number): number {
  if (value <= 0) return value
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 4, 5, 8, 10].map(n => n * power).find(top => top >= value - power * 1e-9) ?? value
}
