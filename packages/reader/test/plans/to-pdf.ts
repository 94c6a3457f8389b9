/** A made-up plan as PDF: a title page, prose, and the matrix (or the measures in prose), set by Typst. */
import { globSync, readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { tablesOf, type MatrixCell } from './matrix.ts'
import type { MadePlan } from './plan.ts'
import { proseOf } from './prose.ts'

const root = new URL('../../../../', import.meta.url).pathname
// Amiri for Arabic: Noto's Arabic fonts draw a letter's dots apart, and Typst then writes such letters twice into the PDF's text.
const fonts = ['noto-sans', 'amiri', 'noto-sans-georgian'].flatMap(family =>
  globSync(`node_modules/@expo-google-fonts/${family}/{400Regular,700Bold}/*.ttf`, { cwd: root }),
)

const text = (words: string) => `#text(${JSON.stringify(words)})`

const STROKES = {
  all: 'stroke: 0.6pt + luma(90)',
  horizontal: 'stroke: (x: none, y: 0.5pt + luma(120))',
  none: 'stroke: none, row-gutter: 7pt',
  zebra: 'stroke: none, fill: (x, y) => if y == 0 { luma(190) } else if calc.odd(y) { luma(235) }',
  'shaded-bands': 'stroke: none, fill: (x, y) => if y == 0 { luma(190) }',
  'header-only': 'stroke: (x, y) => if y == 0 { (top: 1pt, bottom: 0.7pt) } else { none }, row-gutter: 7pt',
}

function cell({ lines, bold, colSpan, rowSpan }: MatrixCell, isShaded = false): string {
  const body = lines.length > 1 ? lines.map(l => `- ${text(l)}`).join('\n') : text(lines[0] ?? '')
  const spans = [
    colSpan > 1 && `colspan: ${colSpan}`,
    rowSpan > 1 && `rowspan: ${rowSpan}`,
    isShaded && 'fill: luma(215)',
  ]
    .filter(Boolean)
    .join(', ')
  return `table.cell(${spans})[${bold ? `#strong[${body}]` : body}]`
}

function matrix(plan: MadePlan): string {
  const widths = plan.columns.map(c => `${c.width}fr`).join(', ')
  const tables = tablesOf(plan).map(
    ({ heading, header, cells }) => `
${heading ? `== ${text(heading)}` : ''}
#table(columns: (${widths}), inset: 5pt, ${STROKES[plan.rules ?? 'all']},
  table.header(${header
    .flat()
    .map(c => cell(c))
    .join(', ')}),
  ${cells.map(c => cell(c, plan.rules === 'shaded-bands' && c.colSpan === plan.columns.length)).join(',\n  ')})`,
  )
  return tables.join('\n')
}

function prose(plan: MadePlan, words: NonNullable<MadePlan['prose']>): string {
  const parts = proseOf(plan, words).map(block => {
    switch (block.type) {
      case 'heading':
        return `${'='.repeat(block.level)} ${text(block.text)}`
      case 'label':
        return `#strong[${text(block.text)}]`
      case 'paragraph':
        return text(block.text)
      case 'list':
        return block.entries.map(entry => `- ${text(entry)}`).join('\n')
    }
  })
  const body = parts.join('\n\n')
  return words.columns === 2 ? `#columns(2, gutter: 8mm)[\n${body}\n]` : body
}

function source(plan: MadePlan): string {
  const rtl = plan.language === 'ar'
  return `
#set document(title: ${JSON.stringify(plan.title)}, author: ${JSON.stringify(plan.issuer)})
#set text(font: (${rtl ? '"Amiri", "Noto Sans"' : '"Noto Sans", "Noto Sans Georgian", "Amiri"'}), size: 11pt, lang: "${plan.language}"${rtl ? ', dir: rtl' : ''})
#set page(paper: "a4", margin: 25mm, footer: context [#set text(size: 8pt); #grid(columns: (1fr, auto), [${text(plan.illustrative)}], counter(page).display())])
#align(center)[
  #v(55mm) #text(14pt)[${text(plan.issuer)}]
  #v(12mm) #text(22pt, weight: "bold")[${text(plan.title)}]
  #v(8mm) #text(14pt)[${text(plan.period)}]
  #v(70mm) #text(10pt)[${text(plan.illustrative)}]
]
#pagebreak()
${plan.sections.map(s => `= ${text(s.heading)}\n${s.paragraphs.map(text).join('\n\n')}`).join('\n\n')}
${plan.portrait || plan.prose ? '' : '#set page(flipped: true, margin: 15mm)'}
#set text(size: ${plan.prose ? 10.5 : 8.5}pt)
${plan.prose ? '' : `= ${text(plan.matrixHeading)}`}
${plan.prose ? prose(plan, plan.prose) : matrix(plan)}
`
}

/**
 * @param tagged whether the PDF says what is a table, a row, a cell. Many plans do not: their layout is all there is.
 * @returns the PDF's bytes; throws with Typst's message where the source does not compile.
 */
export function toPdf(plan: MadePlan, { tagged = true } = {}): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map(f => readFileSync(root + f)) }] })
  const options = { creationTimestamp: Date.UTC(2026, 0, 1) / 1000, pdfTags: tagged }
  return compiler.pdf({ mainFileContent: source(plan) }, options)
}
