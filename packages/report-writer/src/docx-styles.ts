/** How a Word file looks: its styles, its signs of lists. */
import { AlignmentType, LevelFormat, LineRuleType } from 'docx'
import { isRightToLeft } from './document.ts'

const FONT = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Arial' }
const DEPTHS = Array.from({ length: 9 }, (_, depth) => depth)

const numbering = (
  reference: string,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: (depth: number) => string,
  start: number,
) => ({
  reference,
  levels: DEPTHS.map(level => ({
    level,
    format,
    text: text(level),
    start,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 500 + 400 * level, hanging: 300 } } },
  })),
})

export const bullets = numbering('points', LevelFormat.BULLET, depth => (depth % 2 ? '–' : '•'), 1)

/** Lists whose first number this is. */
export const numbersFrom = (start: number) =>
  numbering(`numbers-${start}`, LevelFormat.DECIMAL, depth => `%${depth + 1}.`, start)

export function stylesFor(language: string) {
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
      heading4: heading(20, 180),
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
