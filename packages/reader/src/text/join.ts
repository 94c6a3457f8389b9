/** Lines to running text. */
import type { TextLine } from '../layout.ts'

/** The lines as one text: words broken at a line's end joined again, everything else with a space between. */
export function joinLines(lines: readonly Pick<TextLine, 'text' | 'hyphenated'>[]): string {
  let text = ''
  lines.forEach((line, i) => {
    text += line.text
    if (i < lines.length - 1 && !line.hyphenated) text += ' '
  })
  return text
}
