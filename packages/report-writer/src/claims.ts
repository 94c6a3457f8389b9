/** What a report states that can be disputed, marked where it names no source. */
import { announcesDemands, beginsDemands, holdsFigure, namesSourceInWords, statesFigures } from './claim-words.ts'
import { linesOf, plain, type Block, type Inline, type List } from './document.ts'

/** Whether it says what it rests on: by a footnote or a link, or in its words. */
export const namesSource = (line: readonly Inline[]): boolean =>
  line.some(one => one.kind === 'footnote' || one.href !== undefined) || namesSourceInWords(plain(line))

/**
 * The blocks of a report with what states figures and names no source marked in their words (`source: 'none'`): sentences of paragraphs and
 * points, tables, and quotes whose source is not named. Not where it was put in from a source, where somebody marked it already, and where
 * it is asked for: under a heading of recommendations, or in a list behind 'We ask the Government to:'.
 */
export function markClaims(blocks: readonly Block[]): Block[] {
  let isAsked = false
  return blocks.map((block, n) => {
    const before = blocks[n - 1]
    if (block.kind === 'heading') isAsked = announcesDemands(block.text)
    if (isAsked || ('claim' in block && block.claim !== undefined)) return block
    switch (block.kind) {
      case 'paragraph':
        return { ...block, text: markLine(block.text) }
      case 'list':
        return before?.kind === 'paragraph' && beginsDemands(plain(before.text))
          ? block
          : { ...block, ...markList(block) }
      case 'quote':
        return block.source || namesSource(block.text) ? block : { ...block, text: block.text.map(asNone) }
      case 'table':
        return namesSourceOfTable(block, blocks[n + 1]) ? block : { ...block, rows: markRows(block.rows) }
      default:
        return block
    }
  })
}

const asNone = (one: Inline): Inline => (one.kind === 'words' && !one.source ? { ...one, source: 'none' } : one)

function markList(list: List): List {
  return {
    ...list,
    items: list.items.map(markLine),
    ...(list.under ? { under: list.under.map(lists => lists.map(markList)) } : {}),
  }
}

/** The words of each sentence that states figures; none where the line names a source or somebody marked it. */
function markLine(line: Inline[]): Inline[] {
  if (namesSource(line) || line.some(one => one.kind === 'words' && one.source)) return line
  const text = plain(line)
  const claims = sentencesOf(text).filter(({ from, to }) => statesFigures(text.slice(from, to)))
  if (!claims.length) return line
  let at = 0
  return line.flatMap((one): Inline[] => {
    if (one.kind !== 'words') return [one]
    const begin = at
    at += one.text.length
    const cuts = claims.flatMap(({ from, to }) => [from, to]).filter(cut => cut > begin && cut < at)
    const bounds = [begin, ...new Set(cuts), at]
    return bounds.slice(1).map((to, n) => {
      const from = bounds[n]!
      const part = { ...one, text: one.text.slice(from - begin, to - begin) }
      return claims.some(claim => claim.from <= from && to <= claim.to) ? asNone(part) : part
    })
  })
}

/** In one of its cells, or in the line under it. */
function namesSourceOfTable(table: Block & { kind: 'table' }, after: Block | undefined): boolean {
  const cells = table.rows.flat()
  const isMarked = cells.some(cell => cell.some(one => one.kind === 'words' && one.source))
  const behind = after?.kind === 'paragraph' ? after.text : []
  return isMarked || [...linesOf(table), behind].some(namesSource)
}

/** The first cell that holds a figure stands for the table. */
function markRows(rows: Inline[][][]): Inline[][][] {
  const all = rows.flatMap((row, r) => row.map((cell, c) => ({ cell, r, c })))
  const found = all.find(
    ({ cell, c }) => c > 0 && !/^(?:19|20)\d\d$/u.test(plain(cell).trim()) && holdsFigure(plain(cell)),
  )
  if (!found) return rows
  return rows.map((row, r) => (r === found.r ? row.map((cell, c) => (c === found.c ? cell.map(asNone) : cell)) : row))
}

/** Sentences, each with where it begins and ends in the text. */
function sentencesOf(text: string): { from: number; to: number }[] {
  const ends = [...text.matchAll(/[.!?؟…]["”»’)\]]*(?=\s+["“«([]?[\p{Lu}\p{Lo}\p{N}])/gu)].map(
    ({ index, 0: sign }) => index + sign.length,
  )
  const bounds = [0, ...ends, text.length]
  return bounds.slice(1).map((to, n) => ({ from: bounds[n]!, to }))
}
