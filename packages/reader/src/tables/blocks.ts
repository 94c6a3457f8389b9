/**
 * Rows of a table of running words without a full grid of rulings: each column is followed down for itself. A cell ends where its column
 * leaves more room than between its lines, or a rule crosses it; a row begins where several columns begin anew side by side. A cell whose
 * lines go on beside the rows below is merged over them.
 */
import { union, unionOf } from '../pdf/frame.ts'
import type { Ruling } from '../pdf/rulings.ts'
import { directionOf } from '../text/direction.ts'
import type { GridCell } from './grid.ts'
import { isMarker, median } from './gutters.ts'
import { isBold, type CutLine, type Phrase } from './rows.ts'

/** A pitch wider than a column's usual one by this factor parts two cells. */
const APART = 1.22
/** Pitches that differ by no more than this factor are one. */
const ALIKE = 1.04
/** A rule over this part of the table's width parts rows. */
const ACROSS = 0.6

/** What a column holds at the height that was reached. */
interface Open {
  cell: GridCell
  base: number
  bold: boolean
}

/**
 * The cells, boxes tight around their words; null where white space and rules tell no rows.
 * @param rulesTellAll where rules part rows, nothing else does
 */
export function cellsByBlocks(
  lines: readonly CutLine[],
  xs: readonly number[],
  rules: readonly Ruling[],
  rulesTellAll: boolean,
): GridCell[] | null {
  const columns = xs.length - 1
  const leading = leadingOf(lines, columns)
  const crossing = (from: number, to: number) => rules.filter(({ at }) => at > from - 1 && at < to - 0.2 * leading)
  const isAcross = (rule: Ruling) =>
    Math.min(rule.to, xs.at(-1)!) - Math.max(rule.from, xs[0]!) > ACROSS * (xs.at(-1)! - xs[0]!)
  const byRules = rulesTellAll && areRowsRuled(lines, rules.filter(isAcross), columns)
  const cells: GridCell[] = []
  const open = new Map<number, Open>()
  let row = -1
  let gaps = 0
  let named = false
  lines.forEach((cut, i) => {
    const { base } = cut.line
    const above = lines[i - 1]
    const isName = namesRows(cut, open)
    const wraps = above && isOver(above, columns) && wrapsOver(above, cut, leading)
    const isHard = !wraps && (!above || isName || named || partsAll(above, cut, lines[i - 2], columns))
    if (isHard) open.clear()
    named = isName
    const begun = cut.phrases.map(phrase => ({ phrase, before: openAt(open, phrase) }))
    const under = widened(begun, row)
    const anew = begun.filter(({ phrase, before }) => {
      if (!before || under.includes(before.cell) || crossing(before.base, base).some(rule => isUnder(phrase, rule)))
        return true
      return !byRules && base - before.base > APART * leading
    })
    const several = anew.length >= Math.max(2, 0.5 * begun.length) && !anew.every(({ phrase }) => isListed(phrase))
    const isRuled = begun.some(({ before }) => before && crossing(before.base, base).some(isAcross))
    const starts = isHard || under.length > 0 || (byRules ? isRuled : several)
    if (starts) row++
    if (starts && !isHard) gaps++
    for (const entry of begun) {
      const { phrase, before } = entry
      const goesOn =
        before &&
        (!(anew.includes(entry) || (starts && isNumbered(phrase))) ||
          (!starts && before.cell.row + before.cell.rowSpan > row))
      const cell = goesOn ? before.cell : cellOf(phrase, row)
      if (goesOn) addTo(cell, phrase, row)
      else cells.push(cell)
      for (let col = phrase.from; col <= phrase.to; col++)
        open.set(col, { cell, base, bold: isBold({ ...cut, phrases: [phrase] }) })
    }
  })
  return gaps > 0 ? cells.sort((a, b) => a.row - b.row || a.col - b.col) : null
}

/** Whether a rule parts two lines of which neither is a band or all in bold: headers and bands have rules or shading of their own. */
function areRowsRuled(lines: readonly CutLine[], rules: readonly Ruling[], columns: number): boolean {
  const isName = (cut: CutLine) => isBold(cut) || isOver(cut, columns)
  return rules.some(({ at }) => {
    const next = lines.findIndex(({ line }) => line.base > at + 0.2 * line.size)
    return next > 0 && !isName(lines[next]!) && !isName(lines[next - 1]!)
  })
}

/** Everything ends above a band, below it, and between a header in bold and what it heads. */
function partsAll(above: CutLine, cut: CutLine, higher: CutLine | undefined, columns: number): boolean {
  if (isOver(cut, columns) || isOver(above, columns)) return true
  return isBold(above) && !isBold(cut) && above.phrases.length > 1 && (!higher || isBold(higher))
}

/** The line is alone and bold below words that are not: the name of the rows after it. */
function namesRows(cut: CutLine, open: ReadonlyMap<number, Open>): boolean {
  const [only, ...others] = cut.phrases
  const before = only && openAt(open, only)
  return others.length === 0 && before !== undefined && isBold(cut) && !before.bold
}

/** The line is a band: alone, and over most columns or marked as the name of what follows. */
function isOver(cut: CutLine, columns: number): boolean {
  const [only, ...others] = cut.phrases
  if (!only || others.length > 0) return false
  if (!isBold(cut)) return false
  const first = only.from === 0 || (only.to === columns - 1 && directionOf(only.words) < 0)
  const isNumbered = only.words.length > 1 && only.words.some(({ text }) => /[\p{Nd}:]/u.test(text))
  return only.to - only.from + 1 > columns / 2 || (first && isNumbered)
}

/** The second line of a band's name. */
function wrapsOver(above: CutLine, { line, phrases: [only, ...others] }: CutLine, leading: number): boolean {
  if (!only || others.length > 0 || !only.words.every(word => word.bold)) return false
  return (
    line.base - above.line.base <= APART * leading && !/^\P{L}*\d|[:：]/u.test(only.words.map(w => w.text).join(' '))
  )
}

interface Begun {
  phrase: Phrase
  before: Open | undefined
}

/** Headers over several columns, under each of which this line has a header of its own; they reach over its neighbours that have none. */
function widened(begun: readonly Begun[], row: number): GridCell[] {
  const spanning = begun.flatMap(({ before }) =>
    before && before.cell.colSpan > 1 && before.bold ? [before.cell] : [],
  )
  const hosts = [...new Set(spanning)].filter(
    cell => cell.row === row && spanning.filter(other => other === cell).length > 1,
  )
  for (const host of hosts)
    for (const { phrase, before } of begun)
      if (!before && phrase.from === host.col + host.colSpan) host.colSpan += phrase.to - phrase.from + 1
  return hosts
}

function openAt(open: ReadonlyMap<number, Open>, { from, to }: Phrase): Open | undefined {
  let lowest: Open | undefined
  for (let col = from; col <= to; col++) {
    const own = open.get(col)
    if (own && (!lowest || own.base > lowest.base)) lowest = own
  }
  return lowest
}

function isUnder({ words }: Phrase, { from, to }: Ruling): boolean {
  const [x0, , x1] = unionOf(words.map(word => word.box))!
  return Math.min(x1, to) - Math.max(x0, from) > 0.5 * (x1 - x0)
}

const isListed = ({ words: [first, second] }: Phrase): boolean =>
  first !== undefined && second !== undefined && isMarker(first.text) && !/\p{N}/u.test(first.text)

/** '1.2. Women are safe' beside the beginning of a row begins with it, even where no rule parts it from what stands above. */
const isNumbered = ({ words: [first, second] }: Phrase): boolean =>
  first !== undefined && second !== undefined && /^\p{Nd}{1,2}(?:\.\p{Nd}{1,2})*[.)]$/u.test(first.text)

function cellOf({ from, to, words }: Phrase, row: number): GridCell {
  const box = unionOf(words.map(word => word.box))!
  return { row, col: from, rowSpan: 1, colSpan: to - from + 1, words: [...words], box }
}

function addTo(cell: GridCell, { words }: Phrase, row: number) {
  cell.words.push(...words)
  cell.box = union(cell.box, unionOf(words.map(word => word.box))!)
  cell.rowSpan = Math.max(cell.rowSpan, row - cell.row + 1)
}

/** The distance of lines within cells: the smallest that comes twice. */
function leadingOf(lines: readonly CutLine[], columns: number): number {
  const size = median(lines.map(({ line }) => line.size))
  const pitches: number[] = []
  for (let col = 0; col < columns; col++) {
    const bases = lines.filter(({ phrases }) => phrases.some(p => p.from === col)).map(({ line }) => line.base)
    pitches.push(...bases.slice(1).map((base, i) => base - bases[i]!))
  }
  const tight = pitches.filter(pitch => pitch > 0.8 * size).sort((a, b) => a - b)
  const common = tight.find((pitch, i) => tight[i + 1] !== undefined && tight[i + 1]! < ALIKE * pitch)
  return common ?? tight[0] ?? 1.2 * size
}
