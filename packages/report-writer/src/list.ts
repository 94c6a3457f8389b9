/** Points as they are typed, with the lists below them. */
import type { Inline, List } from './document.ts'
import { joined, POINT } from './chunks.ts'

interface Point {
  /** Columns before its sign. */
  indent: number
  /** Null: it has a bullet. */
  number: number | null
  lines: string[]
}

/** Several where the signs change, or a number does not follow the one before: numbers stay as they were typed. */
export function listsOf(lines: readonly string[], line: (text: string) => Inline[]): List[] {
  return listsFrom(pointsOf(lines), line)
}

function pointsOf(lines: readonly string[]): Point[] {
  const points: Point[] = []
  for (const typed of lines) {
    const found = typed.match(POINT)
    if (found)
      points.push({
        indent: found[1]!.replaceAll('\t', '    ').length,
        number: found[2] === undefined ? null : numberIn(found[2]),
        lines: [found[3]!],
      })
    else points.at(-1)?.lines.push(typed)
  }
  return points
}

const numberIn = (figures: string): number =>
  Number(figures.replace(/[٠-٩۰-۹]/gu, figure => String((figure.codePointAt(0)! - 0x660) % 16)))

function listsFrom(points: readonly Point[], line: (text: string) => Inline[]): List[] {
  const lists: List[] = []
  for (let n = 0; n < points.length;) {
    const { indent, number, lines } = points[n]!
    let after = n + 1
    while (after < points.length && points[after]!.indent > indent + 1) after++
    const below = listsFrom(points.slice(n + 1, after), line)
    let list = lists.at(-1)
    if (!list || !continues(list, number))
      lists.push(
        (list = { ordered: number !== null, ...(number !== null && number !== 1 ? { start: number } : {}), items: [] }),
      )
    if (below.length && !list.under) list.under = list.items.map(() => [])
    list.under?.push(below)
    list.items.push(line(joined(lines).replace(/\u2028+$/u, '')))
    n = after
  }
  return lists
}

/** In Markdown every point of a list may have the first one's number. */
function continues({ ordered, start = 1, items }: List, number: number | null): boolean {
  if (number === null) return !ordered
  return ordered && (number === start + items.length || number === start)
}
