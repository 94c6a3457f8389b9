/** The first pages of a Word file: title, cover, contents. */
import {
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  PageReference,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type IParagraphOptions,
} from 'docx'
import { labelled, words, type Inline, type ReportDocument } from './document.ts'
import type { Entry } from './docx-blocks.ts'
import { runs } from './docx-lines.ts'
import { TEXT_WIDTH } from './docx-tables.ts'

type Write = (line: readonly Inline[], more?: IParagraphOptions) => Paragraph

export const coverOf = ({ title, cover, language }: ReportDocument, paragraph: Write): Paragraph[] => [
  paragraph([words(title)], {
    heading: HeadingLevel.TITLE,
    spacing: { before: cover ? 3000 : 0, after: 240 },
  }),
  ...(cover?.subtitle ? [paragraph([words(cover.subtitle)], { style: 'CoverLine' })] : []),
  ...(cover?.facts ?? []).map(({ label, value }) =>
    paragraph([words(`${labelled(label, language)} `, { strong: true }), words(value)], { spacing: { after: 80 } }),
  ),
  ...(cover?.note ? [paragraph([words(cover.note)], { spacing: { before: 240 } })] : []),
]

/** Page numbers are fields that follow the layout; a contents field would show none until somebody refreshes it. */
export const contentsEntry = ({ anchor, level, text }: Entry, bidirectional: boolean): Paragraph =>
  new Paragraph({
    bidirectional,
    style: `TOC${level}`,
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.DOT }],
    children: [
      new InternalHyperlink({
        anchor,
        children: [...runs(words(text)), new TextRun({ children: [new Tab()] }), new PageReference(anchor)],
      }),
    ],
  })
