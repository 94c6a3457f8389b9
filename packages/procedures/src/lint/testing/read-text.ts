/** For tests: a submission typed as plain text. `@` cover line, `#` heading, `^` footnote, `-` point, `|` table row, `12.` numbered paragraph. */
import type { Block, TextDocument } from '../../document.ts'

/** Chunks are parted by empty lines; what begins with no sign is a paragraph. */
export function readText(language: string, typed: string): TextDocument {
  const chunks = typed
    .trim()
    .split(/\n\s*\n/u)
    .map(chunk => chunk.split('\n').map(line => line.trim()))
  return { language, blocks: chunks.map(blockOf) }
}

function blockOf(lines: string[]): Block {
  const [first = ''] = lines
  const rest = (line: string) => line.slice(1).trim()
  const whole = lines.join(' ')
  if (first.startsWith('@')) return { kind: 'cover', lines: lines.map(rest) }
  if (first.startsWith('#')) return { kind: 'heading', level: 2, text: rest(whole) }
  if (first.startsWith('^')) return { kind: 'footnote', text: rest(whole) }
  if (first.startsWith('- ')) return { kind: 'list', ordered: false, items: lines.map(rest) }
  if (first.startsWith('|')) {
    const [header = [], ...rows] = lines.map(line =>
      line
        .slice(1, -1)
        .split('|')
        .map(cell => cell.trim()),
    )
    return { kind: 'table', header, rows }
  }
  const number = first.match(/^\d+\.(?=\s)/u)?.[0]
  return number
    ? { kind: 'paragraph', number, text: whole.slice(number.length).trim() }
    : { kind: 'paragraph', text: whole }
}
