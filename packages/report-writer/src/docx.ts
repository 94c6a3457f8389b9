/** The report as a Word file: styles, footnotes, contents, tables with header rows, pictures with alternative text, both directions. */
import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { isRightToLeft, levelled, words, type ReportDocument } from './document.ts'
import { blockWriter } from './docx-blocks.ts'
import { contentsEntry, coverOf } from './docx-front.ts'
import { bullets, numbersFrom, stylesFor } from './docx-styles.ts'

/** The file's bytes. */
export async function toDocx(report: ReportDocument): Promise<Uint8Array> {
  const { cover, contents } = report
  const rtl = isRightToLeft(report.language)
  const { block, paragraph, newPage, sideOf, notes, entries, starts } = await blockWriter(report)
  const front = coverOf(report, paragraph)
  if (cover) newPage()
  const overContents = contents ? [paragraph([words(contents)], { style: 'ContentsHeading' })] : []
  if (contents) newPage()
  const body = levelled(report.blocks).flatMap(block)
  const overview = contents ? [...overContents, ...entries.map(entry => contentsEntry(entry, rtl))] : []
  const file = new Document({
    title: report.title,
    creator: cover?.facts[0]?.value ?? '',
    styles: stylesFor(report.language),
    numbering: { config: [bullets, ...[...starts].map(numbersFrom)] },
    footnotes: Object.fromEntries(
      notes.map(({ text }, n) => [n + 1, { children: [paragraph(text, { ...sideOf(text), style: 'FootnoteText' })] }]),
    ),
    sections: [
      {
        properties: {
          // No number on the cover.
          titlePage: cover !== null,
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1418, bottom: 1418, left: 1418, right: 1418 } },
        },
        footers: { default: pageNumber(rtl) },
        children: [...front, ...overview, ...body],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

const pageNumber = (bidirectional: boolean): Footer =>
  new Footer({
    children: [
      new Paragraph({
        bidirectional,
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  })
