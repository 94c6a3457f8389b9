/** What a paragraph's style says: its heading level, its list, its size, whether it is bold. Styles inherit from the one they are based on. */
import { child, children, isOn, valueOf } from '../xml.ts'
import type { Element } from '../xml.ts'

export interface Style {
  name: string
  /** Heading level from 1; 'Title' is 0. */
  heading: number | null
  list: { numId: string; level: number } | null
  bold: boolean
  /** Points; 0 where the style says nothing. */
  size: number
}

const NONE: Style = { name: '', heading: null, list: null, bold: false, size: 0 }

export function stylesOf(root: Element): (id: string | undefined) => Style {
  const elements = new Map(children(root, 'style').map(s => [s.attributes.styleId ?? '', s]))
  const known = new Map<string, Style>()
  const styleOf = (id: string | undefined, depth = 0): Style => {
    const element = id === undefined ? undefined : elements.get(id)
    if (id === undefined || !element || depth > 12) return NONE
    const ready = known.get(id)
    if (ready) return ready
    const base = styleOf(valueOf(element, 'basedOn'), depth + 1)
    const pPr = child(element, 'pPr')
    const rPr = child(element, 'rPr')
    const name = valueOf(element, 'name') ?? id
    const style: Style = {
      name,
      heading: headingOf(name, valueOf(pPr, 'outlineLvl')) ?? base.heading,
      list: listOf(pPr) ?? base.list,
      bold: child(rPr, 'b') ? isOn(rPr, 'b') : base.bold,
      size: Number(valueOf(rPr, 'sz') ?? 0) / 2 || base.size,
    }
    known.set(id, style)
    return style
  }
  return id => styleOf(id)
}

/** The list that paragraph properties name; null where they name none. numId 0 takes a paragraph out of its style's list. */
export function listOf(pPr: Element | undefined): { numId: string; level: number } | null {
  const numPr = child(pPr, 'numPr')
  const numId = valueOf(numPr, 'numId')
  return numId === undefined ? null : { numId, level: Number(valueOf(numPr, 'ilvl') ?? 0) }
}

// Word keeps the English names of its own styles in every language; the outline level is there for all others.
function headingOf(name: string, outline: string | undefined): number | null {
  const heading = /^heading (\d)$/i.exec(name)
  if (heading) return Number(heading[1])
  if (/^title$/i.test(name)) return 0
  const level = Number(outline ?? Number.NaN)
  return level >= 0 && level < 9 ? level + 1 : null
}
