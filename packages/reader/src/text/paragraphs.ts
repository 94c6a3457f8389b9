/** Lines to paragraphs and headings. */
import type { Paragraph, TextLine } from '../layout.ts'
import { textLines, type Line } from './lines.ts'

/** Consecutive lines of one page, from the top, to paragraphs. `bodySize` is the type size of most of the document's text. */
export function paragraphsOf(lines: readonly Line[], page: number, bodySize: number): Paragraph[] {
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group && belongs(group.at(-1)!, line)) group.push(line)
    else groups.push([line])
  }
  return groups.map(group => paragraphOf(group, page, bodySize))
}

function belongs(above: Line, line: Line): boolean {
  const size = Math.max(above.size, line.size)
  const [ended, begun] = [above.words.at(-1)!.tag, line.words[0]!.tag]
  if (ended && begun && ended !== begun) return false
  if (line.turn !== above.turn || Math.abs(above.size - line.size) > 0.1 * size) return false
  if (isBold(above) !== isBold(line)) return false
  if (LIST_START.test(line.words[0]!.text)) return false
  const pitch = line.base - above.base
  return pitch > 0 && pitch < 1.75 * size
}

const LIST_START = /^([•‣▪●○◦–‒—*·-]|\(?[0-9ivx]{1,4}[.)]|\(?[a-z]\))/

function isBold(line: Line): boolean {
  return line.words.every(word => word.bold)
}

function paragraphOf(group: readonly Line[], page: number, bodySize: number): Paragraph {
  const lines = textLines(group, page)
  const tagged = group[0]!.words[0]!.tag?.heading ?? null
  const length = lines.reduce((sum, line) => sum + line.text.length, 0)
  return {
    type: 'paragraph',
    lines,
    heading: tagged && length <= LONGEST_TAGGED ? tagged : headingLevel(lines, bodySize),
  }
}

/** Longer text is no heading whatever its look says, in characters. */
const LONGEST_HEADING = 250
/** Some documents tag whole paragraphs as headings: longer ones must look like one too. */
const LONGEST_TAGGED = 120

/** By look: larger than the body text, or bold and short. */
function headingLevel(lines: readonly TextLine[], bodySize: number): number | null {
  const text = lines.map(line => line.text).join(' ')
  if (text.length > LONGEST_HEADING || lines.length > 4 || !/\p{L}/u.test(text)) return null
  const size = Math.max(...lines.map(line => line.size))
  if (size > 1.45 * bodySize) return 1
  if (size > 1.12 * bodySize) return 2
  return lines.every(line => line.bold) ? 3 : null
}
