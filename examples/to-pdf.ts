/** An illustrative plan as PDF: a title page, prose, and the matrix on landscape pages, set by Typst with Noto fonts. */
import { globSync, readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { tablesOf, type MatrixCell } from './matrix.ts'
import type { ExamplePlan } from './plan.ts'

const root = new URL('../', import.meta.url).pathname
const fonts = ['noto-sans', 'noto-naskh-arabic'].flatMap(family =>
  globSync(`node_modules/@expo-google-fonts/${family}/{400Regular,700Bold}/*.ttf`, { cwd: root }),
)

const text = (words: string) => `#text(${JSON.stringify(words)})`

function cell({ lines, bold, colSpan, rowSpan }: MatrixCell): string {
  const body = lines.length > 1 ? lines.map(l => `- ${text(l)}`).join('\n') : text(lines[0] ?? '')
  const spans = [colSpan > 1 && `colspan: ${colSpan}`, rowSpan > 1 && `rowspan: ${rowSpan}`].filter(Boolean).join(', ')
  return `table.cell(${spans})[${bold ? `#strong[${body}]` : body}]`
}

function source(plan: ExamplePlan): string {
  const arabic = plan.language === 'ar'
  const widths = plan.columns.map(c => `${c.width}fr`).join(', ')
  const header = plan.columns.map(c => `[#strong[${text(c.header)}]]`).join(', ')
  const tables = tablesOf(plan).map(
    ({ heading, cells }) => `
${heading ? `== ${text(heading)}` : ''}
#table(columns: (${widths}), inset: 5pt, stroke: 0.6pt + luma(90),
  table.header(${header}),
  ${cells.map(cell).join(',\n  ')})`,
  )
  return `
#set document(title: ${JSON.stringify(plan.title)}, author: ${JSON.stringify(plan.issuer)})
#set text(font: (${arabic ? '"Noto Naskh Arabic", "Noto Sans"' : '"Noto Sans", "Noto Naskh Arabic"'}), size: 11pt, lang: "${plan.language}"${arabic ? ', dir: rtl' : ''})
#set page(paper: "a4", margin: 25mm, footer: context [#set text(size: 8pt); #grid(columns: (1fr, auto), [${text(plan.illustrative)}], counter(page).display())])
#align(center)[
  #v(55mm) #text(14pt)[${text(plan.issuer)}]
  #v(12mm) #text(22pt, weight: "bold")[${text(plan.title)}]
  #v(8mm) #text(14pt)[${text(plan.period)}]
  #v(70mm) #text(10pt)[${text(plan.illustrative)}]
]
#pagebreak()
${plan.sections.map(s => `= ${text(s.heading)}\n${s.paragraphs.map(text).join('\n\n')}`).join('\n\n')}
#set page(flipped: true, margin: 15mm)
#set text(size: 8.5pt)
= ${text(plan.matrixHeading)}
${tables.join('\n')}
`
}

/** @returns the PDF's bytes; throws with Typst's message where the source does not compile. */
export function toPdf(plan: ExamplePlan): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map(f => readFileSync(root + f)) }] })
  return compiler.pdf({ mainFileContent: source(plan) }, { creationTimestamp: Date.UTC(2026, 0, 1) / 1000 })
}
