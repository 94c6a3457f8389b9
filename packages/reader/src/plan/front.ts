/** What the first pages say: the plan's title, who issued it, for which years. */
import type { Layout, Paragraph } from '../layout.ts'
import type { PlanDocument } from '../plan-document.ts'
import { fold, westernDigits } from '../words/fold.ts'
import { LANGUAGES } from '../words/index.ts'
import { isFurniture } from '../words/match.ts'
import { stateIn, stateName } from '../words/states.ts'
import { periodElsewhere, speaksOfPlan, titleElsewhere } from './elsewhere.ts'
import { linesText } from './grid.ts'
import { RANGE, rangeIn } from './years.ts'

export type Front = Pick<PlanDocument, 'title' | 'issuer' | 'period'>

const ISSUER = LANGUAGES.flatMap(l => l.issuer.map(fold))
/** The first letters as printed: a cheap look before words are folded. */
const ISSUER_STARTS = new RegExp(
  `(?<=^|\\s)(?:${[...new Set(LANGUAGES.flatMap(l => l.issuer.map(p => p.slice(0, 3))))].join('|')})`,
  'giu',
)
/** Title pages are short; a longer text is no line of one. */
const LONGEST = 320
const SAME_SIZE = 0.6

interface Line {
  text: string
  size: number
  bold: boolean
  heading: number | null
  page: number | null
  /** Read out of a picture. */
  drawn: boolean
}

/** Title, issuer and period from the title page, and where that says nothing from the first pages after it. */
export function frontOf(layout: Layout, languages: readonly string[]): Front {
  const lines = titlePage(layout)
  const title = titleIn(lines)
  return {
    // The letters of a cover that is a picture are less sure than what the plan's own text calls it.
    title: (title && !isPicture(lines, layout) ? title.text : titleElsewhere(layout)) ?? title?.text ?? null,
    issuer: issuerOf(lines, title?.text ?? null, layout, languages),
    period: periodOf(lines, title, layout),
  }
}

/** Whether the cover is a picture in a document of text. */
const isPicture = (cover: readonly Line[], { blocks }: Layout): boolean =>
  cover.some(line => line.drawn) && blocks.some(block => block.type === 'paragraph' && !isDrawn(block))

/** The paragraphs of the first page that has text; without pages, those before the first table or the first long paragraph. */
function titlePage(layout: Layout): Line[] {
  const out: Line[] = []
  let page: number | null | undefined
  for (const block of layout.blocks) {
    if (block.type === 'table') {
      if (out.length) break
      continue
    }
    const line = lineOf(block)
    page ??= line.page
    const elsewhere = line.page !== page
    if (elsewhere && (line.page === null || page === null || line.page > 3 || titleIn(out))) break
    if (isFurniture(line.text) || (line.page === null && line.text.length > LONGEST)) {
      if (out.length && titleIn(out)) break
      continue
    }
    if (line.text && line.text.length <= LONGEST) out.push(line)
    if (out.length >= 24) break
  }
  return out
}

const lineOf = (p: Paragraph): Line => ({
  text: linesText(p.lines).replace(/\s+/gu, ' '),
  size: p.lines[0]?.size ?? 0,
  bold: p.lines.every(l => l.bold),
  heading: p.heading,
  page: p.lines[0]?.page ?? null,
  drawn: isDrawn(p),
})

const isDrawn = (p: Paragraph): boolean => p.lines.some(l => l.confidence !== undefined)

// The largest line that speaks of a plan, with the lines of its size beside it.
function titleIn(lines: readonly Line[]): { text: string; from: number; to: number } | null {
  const largest = Math.max(0, ...lines.map(l => l.size))
  let best = -1
  lines.forEach((line, i) => {
    if (!speaksOfPlan(line.text)) return
    // A sentence about the plan is set in the size of the text.
    if (/[.;]$/u.test(line.text) && line.size < largest) return
    const before = lines[best]
    if (!before || line.size > before.size + SAME_SIZE) best = i
  })
  if (best < 0) return null
  const line = lines[best]!
  const goesOn = (other: Line | undefined): boolean =>
    other !== undefined &&
    line.size > 0 &&
    other.page === line.page &&
    Math.abs(other.size - line.size) <= SAME_SIZE &&
    other.bold === line.bold &&
    !isIssuer(other.text) &&
    !isPeriod(other.text) &&
    !isFurniture(other.text) &&
    !/[.;]$/u.test(other.text)
  let from = best
  let to = best
  while (goesOn(lines[from - 1])) from--
  while (goesOn(lines[to + 1])) to++
  return {
    text: lines
      .slice(from, to + 1)
      .map(l => l.text)
      .join(' '),
    from,
    to,
  }
}

const isPeriod = (text: string): boolean => rangeIn(text) !== null && fold(text).replace(/[^\p{L}]/gu, '').length < 12
const isIssuer = (text: string): boolean => {
  const words = fold(text) + ' '
  return ISSUER.some(p => words.startsWith(p + ' ')) || (ISSUER.some(p => words.endsWith(` ${p} `)) && text.length < 60)
}

function issuerOf(
  lines: readonly Line[],
  title: string | null,
  layout: Layout,
  languages: readonly string[],
): Front['issuer'] {
  const short = lines.filter(l => l.text.length <= 90 && !/[.;]$/u.test(l.text))
  const named = short.filter(l => isIssuer(l.text)).map(l => ({ name: l.text, state: stateIn(l.text, languages) }))
  const state =
    named.find(n => n.state) ??
    short
      .map(l => ({ name: l.text, state: stateIn(l.text, languages) }))
      .find(n => n.state && isName(n.name, n.state.length))
  if (state) return { name: state.name, code: state.state!.code }
  const inTitle = title === null ? null : stateIn(title, languages)
  if (named[0]) return { name: named[0].name, code: inTitle?.code ?? mostNamed(layout, languages)?.code ?? null }
  if (inTitle) return { name: stateName(inTitle.code, languages[0] ?? 'en'), code: inTitle.code }
  return mostNamed(layout, languages)
}

// A line that is a state's name and little else.
const isName = (line: string, length: number): boolean => length >= fold(line).length * 0.6

/** The state that the first pages name most often after a word such as 'Republic' or 'Government of'. */
function mostNamed(layout: Layout, languages: readonly string[]): Front['issuer'] {
  const text = layout.pages
    .slice(0, 12)
    .map(p => p.text)
    .join(' ')
    .slice(0, 60_000)
  const counts = new Map<string, { count: number; name: string; code: string }>()
  for (const { index } of text.matchAll(ISSUER_STARTS)) {
    const tail = text
      .slice(index, index + 120)
      .split(/\s+/u)
      .slice(0, 6)
      .join(' ')
    const folded = fold(tail) + ' '
    if (!ISSUER.some(p => folded.startsWith(p + ' '))) continue
    const state = stateIn(tail, languages)
    const name = state && shortestNaming(tail, state.code, languages)
    if (!state || !name) continue
    const entry = counts.get(state.code) ?? { count: 0, name, code: state.code }
    entry.count++
    counts.set(state.code, entry)
  }
  const top = [...counts.values()].toSorted((a, b) => b.count - a.count)[0]
  return top && top.count > 1 ? { name: top.name, code: top.code } : null
}

function shortestNaming(text: string, code: string, languages: readonly string[]): string | null {
  const words = text.split(' ')
  for (let n = 1; n <= words.length; n++) {
    const head = words.slice(0, n).join(' ')
    if (stateIn(head, languages)?.code === code) return head.replace(/[,.;:)]+$/u, '')
  }
  return null
}

function periodOf(lines: readonly Line[], title: { from: number; to: number } | null, layout: Layout): Front['period'] {
  const near = title ? [...lines.slice(title.from), ...lines.slice(0, title.from)] : lines
  for (const line of near) {
    const range = rangeIn(line.text)
    if (range) return range
  }
  for (const line of near) {
    const until = /(?:(?:до|by|until|jusqu.en|hasta|até|till|deri në|do|حتى(?: عام)?)\s+)(20\d{2})/iu.exec(
      westernDigits(line.text),
    )
    if (until) return { start: null, end: until[1]! }
  }
  return periodElsewhere(layout) ?? commonRange(layout)
}

// Without a title page that says it: the range that the first pages name most often, if they agree at all.
function commonRange(layout: Layout): Front['period'] {
  const counts = new Map<string, number>()
  const text = westernDigits(
    layout.pages
      .slice(0, 12)
      .map(p => p.text)
      .join(' '),
  )
  for (const m of text.matchAll(new RegExp(RANGE.source, 'giu'))) {
    const range = rangeIn(m[0])
    if (range) counts.set(`${range.start} ${range.end}`, (counts.get(`${range.start} ${range.end}`) ?? 0) + 1)
  }
  const [top, next] = [...counts].toSorted((a, b) => b[1] - a[1])
  if (!top || top[1] < 2 || (next && next[1] === top[1])) return null
  const [start, end] = top[0].split(' ')
  return { start: start!, end: end! }
}
