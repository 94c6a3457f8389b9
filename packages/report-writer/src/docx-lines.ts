/** A line of a Word file: its words, links and marks of footnotes; and the footnotes that the marks lead to. */
import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  TextRun,
  XmlAttributeComponent,
  XmlComponent,
  type ParagraphChild,
} from 'docx'
import {
  footnoteNumbers,
  LINE_END,
  linesOf,
  RTL_LETTER,
  type Footnote,
  type Inline,
  type ReportDocument,
  type Words,
} from './document.ts'

export const runs = ({ text, strong, emphasis, href }: Words): TextRun[] =>
  text.split(LINE_END).map(
    (said, n) =>
      new TextRun({
        text: said,
        ...(n > 0 ? { break: 1 } : {}),
        ...(strong ? { bold: true } : {}),
        ...(emphasis ? { italics: true } : {}),
        ...(href ? { style: 'Hyperlink' } : {}),
        ...(RTL_LETTER.test(said) ? { rightToLeft: true } : {}),
      }),
  )

/** Writes line after line; footnotes are numbered through all of them. */
export function lineWriter(report: ReportDocument) {
  const { notes, mark } = footnoteNumbers()
  const comesAgain = labelsThatComeAgain(report)
  function footnote(note: Footnote): ParagraphChild {
    const { number, nth } = mark(note)
    if (nth > 1) return new MarkAgain(number) as unknown as ParagraphChild
    const first = new FootnoteReferenceRun(number)
    const isAgain = note.label !== undefined && comesAgain.has(note.label)
    return isAgain ? new Bookmark({ id: bookmarkOf(number), children: [first] }) : first
  }
  return {
    /** Those that had their mark until now. */
    notes,
    line: (line: readonly Inline[]): ParagraphChild[] =>
      line.flatMap((one): ParagraphChild[] => {
        if (one.kind === 'footnote') return [footnote(one)]
        return one.href ? [new ExternalHyperlink({ link: one.href, children: runs(one) })] : runs(one)
      }),
  }
}

const bookmarkOf = (footnote: number): string => `_Note${footnote}`

/** Only what leads to a footnote that has its mark already needs its bookmark. */
function labelsThatComeAgain({ blocks }: ReportDocument): Set<string> {
  const [seen, again] = [new Set<string>(), new Set<string>()]
  for (const line of blocks.flatMap(linesOf))
    for (const one of line)
      if (one.kind === 'footnote' && one.label !== undefined) (seen.has(one.label) ? again : seen).add(one.label)
  return again
}

class Instruction extends XmlAttributeComponent<{ instruction: string }> {
  protected override readonly xmlKeys = { instruction: 'w:instr' }
}

/** Another mark of a footnote: a field that follows the first one's number. */
class MarkAgain extends XmlComponent {
  constructor(footnote: number) {
    super('w:fldSimple')
    this.root.push(new Instruction({ instruction: `NOTEREF ${bookmarkOf(footnote)} \\f \\h` }))
    this.root.push(new TextRun({ text: String(footnote), superScript: true }))
  }
}
