/** What the styles of an OpenDocument text say: how a paragraph looks, and how a list is numbered. */
import { child, children } from '../xml.ts'
import type { Element } from '../xml.ts'

export interface Look {
  bold: boolean
  /** Points; 0 where the style says nothing. */
  size: number
  /** The style, or one that it is based on, is the document's title. */
  title: boolean
  /** Words in it are not shown. */
  hidden: boolean
  /** The level of heading that its paragraphs are, from 1; null for text. */
  outline: number | null
  /** The list style of its paragraphs; '' where the style names none. */
  list: string
}

/** One level of a list: how its marker is written. */
export interface ListLevel {
  /** '1', 'a', 'A', 'i', 'I'; '' where no number is printed. */
  format: string
  bullet: string
  prefix: string
  suffix: string
  start: number
  /** How many levels the marker shows: '1.2' shows two. */
  shown: number
}

export interface Styles {
  lookOf(name: string | undefined): Look
  /** Levels from 0. */
  listOf(name: string): readonly ListLevel[]
  /** The numbers that are printed before headings. */
  outline: readonly ListLevel[]
}

const NONE: Look = { bold: false, size: 0, title: false, hidden: false, outline: null, list: '' }
const MOST_INHERITED = 12

/** @param parts the roots of content.xml and styles.xml */
export function stylesOf(parts: readonly Element[]): Styles {
  const groups = parts.flatMap(root => [child(root, 'automatic-styles'), child(root, 'styles')])
  const all = groups.flatMap(g => g?.children ?? [])
  const named = (kind: string) => new Map(all.filter(e => e.name === kind).map(e => [e.attributes.name ?? '', e]))
  const styles = named('style')
  const lists = new Map([...named('list-style')].map(([name, e]) => [name, levelsOf(e)]))
  const known = new Map<string, Look>()
  const lookOf = (name: string | undefined, depth = 0): Look => {
    const element = name === undefined ? undefined : styles.get(name)
    if (name === undefined || !element || depth > MOST_INHERITED) return NONE
    const ready = known.get(name)
    if (ready) return ready
    const base = lookOf(element.attributes['parent-style-name'], depth + 1)
    const text = child(element, 'text-properties')?.attributes ?? {}
    const size = /^([\d.]+)pt$/u.exec(text['font-size'] ?? '')?.[1]
    const look: Look = {
      bold: text['font-weight'] === undefined ? base.bold : /^(?:bold|[6-9]00)$/u.test(text['font-weight']),
      size: size ? Number(size) : base.size,
      title: base.title || name === 'Title',
      hidden: text.display === undefined ? base.hidden : text.display === 'none',
      outline:
        levelIn(element.attributes['default-outline-level']) ??
        levelIn(/^Heading_20_(\d+)$/u.exec(name)?.[1]) ??
        base.outline,
      list: element.attributes['list-style-name'] ?? base.list,
    }
    known.set(name, look)
    return look
  }
  const outline = all.find(e => e.name === 'outline-style')
  return { lookOf, listOf: name => lists.get(name) ?? [], outline: outline ? levelsOf(outline) : [] }
}

const levelIn = (text: string | undefined): number | null => (/^[1-9]$|^10$/u.test(text ?? '') ? Number(text) : null)

function levelsOf(style: Element): ListLevel[] {
  const levels: ListLevel[] = []
  for (const kind of ['list-level-style-number', 'list-level-style-bullet', 'outline-level-style'])
    for (const { attributes: a } of children(style, kind)) {
      const level = Number(a.level ?? 1)
      if (level < 1 || level > 10) continue
      levels[level - 1] = {
        format: a['num-format'] ?? '',
        bullet: kind === 'list-level-style-bullet' ? (a['bullet-char'] ?? '•') : '',
        prefix: a['num-prefix'] ?? '',
        suffix: a['num-suffix'] ?? '',
        start: Number(a['start-value'] ?? 1),
        shown: Number(a['display-levels'] ?? 1),
      }
    }
  return levels
}
