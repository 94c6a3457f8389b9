/** The report as a Word file: styles, footnotes, contents, tables with header rows, pictures with alternative text, both directions. */
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LeaderType,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  XmlAttributeComponent,
  XmlComponent,
  type IParagraphOptions,
  type ITableCellOptions,
  type ParagraphChild,
} from 'docx'
import sharp from 'sharp'
import {
  columnShares,
  footnoteNumbers,
  isRightToLeft,
  labelled,
  levelled,
  LINE_END,
  linesOf,
  listRunsRightToLeft,
  paragraphLine,
  plain,
  RTL_LETTER,
  runsRightToLeft,
  words,
  type Block,
  type Figure,
  type Footnote,
  type Inline,
  type List,
  type ReportDocument,
  type Table as ReportTable,
  type Words,
} from './document.ts'
import { bullets, numbersFrom, stylesFor } from './docx-styles.ts'

const LEVELS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const
/** Word has no deeper lists. */
const DEEPEST = 8
const border = { style: BorderStyle.SINGLE, size: 4, color: 'AAAAAA' }
const BORDERS = {
  top: border,
  bottom: border,
  left: border,
  right: border,
  insideHorizontal: border,
  insideVertical: border,
}
const SHADED = { type: ShadingType.CLEAR, color: 'auto', fill: 'EDE9F0' }
/** The width between the margins, in twentieths of a point (A4, margins of 2.5 cm). */
const TEXT_WIDTH = 9070

/** The file's bytes. */
export async function toDocx(report: ReportDocument): Promise<Uint8Array> {
  const pictures = await picturesOf(report.blocks)
  const rtl = isRightToLeft(report.language)
  const { notes, mark } = footnoteNumbers()
  const comesAgain = labelsThatComeAgain(report)
  const side = { bidirectional: rtl }

  const runs = ({ text, strong, emphasis, href }: Words) =>
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
  let isBroken = false
  /** A break before the next paragraph leaves no empty line at the top of its page, as a break in a paragraph of its own would. */
  const onNewPage = () => {
    const isFirst = isBroken
    isBroken = false
    return isFirst ? { pageBreakBefore: true } : {}
  }
  const newPage = (): [] => {
    isBroken = true
    return []
  }
  function footnote(note: Footnote): ParagraphChild {
    const { number, nth } = mark(note)
    if (nth > 1) return new MarkAgain(number) as unknown as ParagraphChild
    const first = new FootnoteReferenceRun(number)
    const isAgain = note.label !== undefined && comesAgain.has(note.label)
    return isAgain ? new Bookmark({ id: bookmarkOf(number), children: [first] }) : first
  }
  const children = (line: readonly Inline[]): ParagraphChild[] =>
    line.flatMap((one): ParagraphChild[] => {
      if (one.kind === 'footnote') return [footnote(one)]
      return one.href ? [new ExternalHyperlink({ link: one.href, children: runs(one) })] : runs(one)
    })
  /** A paragraph runs as its own words do. */
  const sideOf = (line: readonly Inline[]) => ({ bidirectional: runsRightToLeft(plain(line)) ?? rtl })
  const paragraph = (line: readonly Inline[], more: IParagraphOptions = {}) =>
    new Paragraph({ ...side, ...more, ...onNewPage(), children: children(line) })
  const cell = (line: readonly Inline[], width: number, more: Partial<ITableCellOptions> = {}) =>
    new TableCell({
      ...more,
      width: { size: width, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      children: [paragraph(line, { ...sideOf(line), style: 'TableText' })],
    })
  const table = ({ header, rows }: Pick<ReportTable, 'header' | 'rows'>) => {
    const shares = columnShares({ header, rows })
    const widths = shares.map(share => Math.floor(TEXT_WIDTH * share))
    return new Table({
      visuallyRightToLeft: rtl,
      borders: BORDERS,
      columnWidths: widths,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: header.map((text, n) => cell([words(text, { strong: true })], widths[n]!, { shading: SHADED })),
        }),
        ...rows.map(row => new TableRow({ cantSplit: true, children: row.map((line, n) => cell(line, widths[n]!)) })),
      ],
    })
  }
  const picture = (figure: Figure) => {
    const { png, width, height } = pictures.get(figure)!
    const transformation = { width: 600, height: Math.round((600 * height) / width) }
    return new Paragraph({
      ...side,
      keepNext: true,
      children: [
        new ImageRun({
          type: 'svg',
          data: Buffer.from(figure.svg),
          fallback: { type: 'png', data: png },
          transformation,
          altText: { name: figure.caption, title: figure.caption, description: figure.alt },
        }),
      ],
    })
  }
  const entries: { anchor: string; level: 1 | 2; text: string }[] = []
  const heading = ({ level, text }: Extract<Block, { kind: 'heading' }>) => {
    const anchor = `_Toc${entries.length + 1}`
    if (level < 3) entries.push({ anchor, level: level as 1 | 2, text })
    const children = runs(words(text))
    return new Paragraph({
      ...side,
      ...onNewPage(),
      heading: LEVELS[level],
      children: level < 3 ? [new Bookmark({ id: anchor, children })] : children,
    })
  }
  /** Page numbers are fields that follow the layout; a contents field would show none until somebody refreshes it. */
  const entry = ({ anchor, level, text }: (typeof entries)[number]) =>
    new Paragraph({
      ...side,
      style: `TOC${level}`,
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.DOT }],
      children: [
        new InternalHyperlink({
          anchor,
          children: [...runs(words(text)), new TextRun({ children: [new Tab()] }), new PageReference(anchor)],
        }),
      ],
    })
  let lists = 0
  const starts = new Set([1])
  /** `at`: which way it runs. Each list counts for itself. */
  function list({ ordered, start = 1, items, under }: List, at: IParagraphOptions, depth = 0): Paragraph[] {
    starts.add(start)
    const level = Math.min(depth, DEEPEST)
    const numbering = { reference: ordered ? `numbers-${start}` : 'points', level, instance: ++lists }
    return items.flatMap((item, n) => [
      paragraph(item, { ...at, numbering, spacing: { after: 60 } }),
      ...(under?.[n] ?? []).flatMap(one => list(one, at, depth + 1)),
    ])
  }
  function written(block: Block): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'heading':
        return [heading(block)]
      case 'paragraph':
        return [paragraph(paragraphLine(block), sideOf(block.text))]
      case 'list':
        return list(block, { bidirectional: listRunsRightToLeft(block) ?? rtl })
      case 'quote':
        return [
          paragraph(block.text, { ...sideOf(block.text), style: 'Quotation', keepNext: block.source !== null }),
          ...(block.source ? [paragraph(block.source, { ...sideOf(block.text), style: 'QuotationSource' })] : []),
        ]
      case 'table':
        return [
          ...(block.caption ? [paragraph([words(block.caption)], { style: 'Caption', keepNext: true })] : []),
          ...(block.caption || !isBroken ? [] : [paragraph([])]),
          table(block),
          paragraph([], { spacing: { after: 60 } }),
        ]
      case 'figure':
        return [
          paragraph([words(block.caption)], { style: 'Caption', keepNext: true }),
          picture(block),
          table(block.table),
          paragraph([], { spacing: { after: 60 } }),
        ]
      case 'page-break':
        return newPage()
    }
  }

  const { cover, contents } = report
  const front = [
    paragraph([words(report.title)], {
      heading: HeadingLevel.TITLE,
      spacing: { before: cover ? 3000 : 0, after: 240 },
    }),
    ...(cover?.subtitle ? [paragraph([words(cover.subtitle)], { style: 'CoverLine' })] : []),
    ...(cover?.facts ?? []).map(({ label, value }) =>
      paragraph([words(`${labelled(label, report.language)} `, { strong: true }), words(value)], {
        spacing: { after: 80 },
      }),
    ),
    ...(cover?.note ? [paragraph([words(cover.note)], { spacing: { before: 240 } })] : []),
  ]
  if (cover) newPage()
  const overContents = contents ? [paragraph([words(contents)], { style: 'ContentsHeading' })] : []
  if (contents) newPage()
  const body = levelled(report.blocks).flatMap(written)
  const overview = contents ? [...overContents, ...entries.map(entry)] : []
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
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                ...side,
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [...front, ...overview, ...body],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
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

async function picturesOf(blocks: readonly Block[]) {
  const pictures = new Map<Figure, { png: Buffer; width: number; height: number }>()
  for (const block of blocks)
    if (block.kind === 'figure') {
      const { data, info } = await sharp(Buffer.from(block.svg), { density: 144 })
        .flatten({ background: '#fff' })
        .png()
        .toBuffer({ resolveWithObject: true })
      pictures.set(block, { png: data, width: info.width, height: info.height })
    }
  return pictures
}
