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
  LevelFormat,
  LineRuleType,
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
  type IParagraphOptions,
  type ITableCellOptions,
  type ParagraphChild,
} from 'docx'
import sharp from 'sharp'
import {
  columnShares,
  isRightToLeft,
  labelled,
  paragraphLine,
  words,
  type Block,
  type Figure,
  type Inline,
  type ReportDocument,
  type Table as ReportTable,
  type Words,
} from './document.ts'

const FONT = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Arial' }
const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u
const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
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
  const notes: Words[][] = []
  const side = { bidirectional: rtl }

  const run = ({ text, strong, emphasis, href }: Words) =>
    new TextRun({
      text,
      ...(strong ? { bold: true } : {}),
      ...(emphasis ? { italics: true } : {}),
      ...(href ? { style: 'Hyperlink' } : {}),
      ...(RTL_LETTER.test(text) ? { rightToLeft: true } : {}),
    })
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
  const children = (line: readonly Inline[]): ParagraphChild[] =>
    line.map(one => {
      if (one.kind === 'footnote') return new FootnoteReferenceRun(notes.push(one.text))
      return one.href ? new ExternalHyperlink({ link: one.href, children: [run(one)] }) : run(one)
    })
  const paragraph = (line: readonly Inline[], more: IParagraphOptions = {}) =>
    new Paragraph({ ...side, ...more, ...onNewPage(), children: children(line) })
  const cell = (line: readonly Inline[], width: number, more: Partial<ITableCellOptions> = {}) =>
    new TableCell({
      ...more,
      width: { size: width, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      children: [paragraph(line, { style: 'TableText' })],
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
    const children = [run(words(text))]
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
          children: [run(words(text)), new TextRun({ children: [new Tab()] }), new PageReference(anchor)],
        }),
      ],
    })
  let lists = 0
  function written(block: Block): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'heading':
        return [heading(block)]
      case 'paragraph':
        return [paragraph(paragraphLine(block))]
      case 'list': {
        const instance = ++lists
        const counted = { reference: block.ordered ? 'numbers' : 'points', level: 0, instance }
        return block.items.map(item => paragraph(item, { numbering: counted, spacing: { after: 60 } }))
      }
      case 'quote':
        return [
          paragraph(block.text, { style: 'Quotation', keepNext: block.source !== null }),
          ...(block.source ? [paragraph(block.source, { style: 'QuotationSource' })] : []),
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
  const body = report.blocks.flatMap(written)
  const list = contents ? [...overContents, ...entries.map(entry)] : []
  const file = new Document({
    title: report.title,
    creator: cover?.facts[0]?.value ?? '',
    styles: stylesFor(report.language),
    numbering: {
      config: [numbering('points', LevelFormat.BULLET, '•'), numbering('numbers', LevelFormat.DECIMAL, '%1.')],
    },
    footnotes: Object.fromEntries(
      notes.map((note, n) => [n + 1, { children: [paragraph(note, { style: 'FootnoteText' })] }]),
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
        children: [...front, ...list, ...body],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

const numbering = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  reference,
  levels: [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 500, hanging: 300 } } },
    },
  ],
})

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

function stylesFor(language: string) {
  const violet = '3B1A4A'
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: violet, font: FONT },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  })
  const based = (id: string, name: string, run: object, paragraph: object = {}) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { font: FONT, ...run },
    paragraph,
  })
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size: 22,
          language: { value: language, bidirectional: isRightToLeft(language) ? language : 'ar-SA' },
        },
        paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { size: 44, bold: true, color: violet, font: FONT } },
      heading1: heading(30, 360),
      heading2: heading(25, 280),
      heading3: heading(22, 220),
      footnoteText: {
        run: { size: 18 },
        paragraph: { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } },
      },
    },
    paragraphStyles: [
      based('TableText', 'Table Text', { size: 19 }, { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO } }),
      based('Caption', 'caption', { size: 20, bold: true }, { spacing: { before: 160, after: 80 } }),
      based(
        'Quotation',
        'Quotation',
        { italics: true },
        { indent: { left: 500, right: 500 }, spacing: { before: 120, after: 120 } },
      ),
      based('QuotationSource', 'Quotation Source', { size: 19 }, { indent: { left: 500, right: 500 } }),
      based('CoverLine', 'Cover Line', { size: 28 }, { spacing: { after: 360 } }),
      based('TOC1', 'toc 1', {}, { spacing: { after: 80 } }),
      based('TOC2', 'toc 2', {}, { indent: { left: 400 }, spacing: { after: 80 } }),
      based('ContentsHeading', 'Contents Heading', { size: 30, bold: true, color: violet }),
    ],
  }
}
