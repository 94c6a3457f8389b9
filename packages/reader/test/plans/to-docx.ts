/** An illustrative plan as a Word file, with the same words as the PDF. */
import {
  Document,
  Footer,
  HeadingLevel,
  PageOrientation,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { inRows, tablesOf, type MatrixCell } from './matrix.ts'
import type { MadePlan } from './plan.ts'
import { proseOf } from './prose.ts'

export async function toDocx(plan: MadePlan): Promise<Uint8Array> {
  const rtl = plan.language === 'ar'
  const run = (text: string, bold = false) => new TextRun({ text, bold, rightToLeft: rtl })
  const paragraph = (text: string, options: { bold?: boolean; bullet?: boolean } = {}) =>
    new Paragraph({
      bidirectional: rtl,
      children: [run(text, options.bold)],
      ...(options.bullet && { bullet: { level: 0 } }),
    })
  const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
    new Paragraph({ heading: level, bidirectional: rtl, children: [run(text)] })
  const total = plan.columns.reduce((sum, c) => sum + c.width, 0)
  const widths = plan.columns.map(c => ({ size: (100 * c.width) / total, type: WidthType.PERCENTAGE }))
  const wordCell = (cell: MatrixCell, width?: { size: number; type: (typeof WidthType)['PERCENTAGE'] }) =>
    new TableCell({
      ...(width && { width }),
      columnSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
      children: cell.lines.map(line => paragraph(line, { bold: cell.bold, bullet: cell.lines.length > 1 })),
    })
  const prose = (words: NonNullable<MadePlan['prose']>) =>
    proseOf(plan, words).flatMap(block => {
      switch (block.type) {
        case 'heading':
          return [heading(block.text, block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2)]
        case 'label':
          return [paragraph(block.text, { bold: true })]
        case 'paragraph':
          return [paragraph(block.text)]
        case 'list':
          return block.entries.map(entry => paragraph(entry, { bullet: true }))
      }
    })
  const tables = tablesOf(plan).flatMap(({ heading: above, header, cells }) => [
    ...(above ? [heading(above, HeadingLevel.HEADING_2)] : []),
    new Table({
      visuallyRightToLeft: rtl,
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        ...header.map(
          (row, i) =>
            new TableRow({
              tableHeader: true,
              children: row.map((cell, n) => wordCell(cell, i === 0 ? widths[n] : undefined)),
            }),
        ),
        ...inRows(cells, plan.columns.length).map(row => new TableRow({ children: row.map(cell => wordCell(cell)) })),
      ],
    }),
  ])
  const footers = { default: new Footer({ children: [paragraph(plan.illustrative)] }) }
  const document = new Document({
    title: plan.title,
    creator: plan.issuer,
    description: plan.illustrative,
    styles: { default: { document: { run: { font: rtl ? 'Amiri' : 'Noto Sans', size: 20 } } } },
    sections: [
      {
        footers,
        children: [
          paragraph(plan.issuer, { bold: true }),
          new Paragraph({ heading: HeadingLevel.TITLE, bidirectional: rtl, children: [run(plan.title)] }),
          paragraph(plan.period),
          paragraph(plan.illustrative),
          ...plan.sections.flatMap(s => [
            heading(s.heading, HeadingLevel.HEADING_1),
            ...s.paragraphs.map(p => paragraph(p)),
          ]),
        ],
      },
      {
        footers,
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: plan.prose ? prose(plan.prose) : [heading(plan.matrixHeading, HeadingLevel.HEADING_1), ...tables],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
