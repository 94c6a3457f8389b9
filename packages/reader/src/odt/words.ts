/** The words of one paragraph, with their look. */
import type { Element } from '../xml.ts'
import type { Styles } from './styles.ts'

export interface Words {
  text: string
  bold: boolean
  size: number
}

// Notes, remarks, marks of changes, reading aids, pictures.
const LEFT_OUT = new Set([
  'note',
  'annotation',
  'annotation-end',
  'change',
  'change-start',
  'change-end',
  'ruby-text',
  'frame',
  'tracked-changes',
  'bookmark',
])
const DEEPEST = 64
const MOST_BLANKS = 1000

/** The words of a paragraph or heading; what was struck out is kept elsewhere in the file and is not among them. */
export function wordsOf(paragraph: Element, styles: Styles): Words {
  const runs: Words[] = []
  gather(paragraph, styles.lookOf(paragraph.attributes['style-name']), styles, runs, 0)
  const worded = runs.filter(r => r.text.trim())
  return {
    text: runs.map(r => r.text).join(''),
    bold: worded.length > 0 && worded.every(r => r.bold),
    size: Math.max(0, ...worded.map(r => r.size)),
  }
}

function gather(
  element: Element,
  look: { bold: boolean; size: number },
  styles: Styles,
  runs: Words[],
  depth: number,
): void {
  for (const node of element.children) {
    if (LEFT_OUT.has(node.name) || depth > DEEPEST) continue
    const run = (text: string) => runs.push({ text, bold: look.bold, size: look.size })
    if (node.name === '#text') run(node.text.replace(/\s+/gu, ' '))
    else if (node.name === 's') run(' '.repeat(Math.min(MOST_BLANKS, Number(node.attributes.c ?? 1) || 1)))
    else if (node.name === 'tab') run(' ')
    else if (node.name === 'line-break') run('\n')
    else if (node.name === 'span') {
      const own = styles.lookOf(node.attributes['style-name'])
      if (!own.hidden)
        gather(node, { bold: own.bold || look.bold, size: own.size || look.size }, styles, runs, depth + 1)
    } else gather(node, look, styles, runs, depth + 1)
  }
}

/** Text boxes within a paragraph: what stands in them follows it. */
export function boxesIn(element: Element, depth = 0): Element[] {
  if (depth > DEEPEST || element.name === 'note' || element.name === 'annotation') return []
  if (element.name === 'text-box') return [element]
  return element.children.flatMap(c => boxesIn(c, depth + 1))
}
