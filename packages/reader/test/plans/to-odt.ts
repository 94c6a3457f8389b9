/** An illustrative plan as a minimal OpenDocument text. */
import { strToU8, zipSync } from 'fflate'
import { inRows, tablesOf, type MatrixCell } from './matrix.ts'
import type { MadePlan } from './plan.ts'
import { proseOf } from './prose.ts'

const text = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const p = (words: string, style = 'Standard') => `<text:p text:style-name="${style}">${text(words)}</text:p>`
const h = (words: string, level: number) => `<text:h text:outline-level="${level}">${text(words)}</text:h>`
const list = (entries: string[]) =>
  `<text:list text:style-name="Dots">${entries.map(e => `<text:list-item>${p(e)}</text:list-item>`).join('')}</text:list>`

const STYLES = `<office:automatic-styles>
<style:style style:name="Bold" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Title" style:family="paragraph"><style:text-properties fo:font-size="28pt"/></style:style>
<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
</office:automatic-styles>`

/** A document of the body's XML. */
export function odt(body: string, styles = STYLES): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content>${styles}<office:body><office:text>${body}</office:text></office:body></office:document-content>`
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(content),
  })
}

export function toOdt(plan: MadePlan): Uint8Array {
  return odt(
    [
      p(plan.issuer, 'Bold'),
      p(plan.title, 'Title'),
      p(plan.period),
      p(plan.illustrative),
      ...plan.sections.flatMap(s => [h(s.heading, 1), ...s.paragraphs.map(words => p(words))]),
      ...(plan.prose ? prose(plan, plan.prose) : [h(plan.matrixHeading, 1), ...matrix(plan)]),
    ].join('\n'),
  )
}

function matrix(plan: MadePlan): string[] {
  const columns = plan.columns.length
  return tablesOf(plan).map(
    ({ heading, header, cells }) =>
      `${heading ? h(heading, 2) : ''}<table:table><table:table-column table:number-columns-repeated="${columns}"/><table:table-header-rows>${header.map(tr).join('')}</table:table-header-rows>${inRows(cells, columns).map(tr).join('')}</table:table>`,
  )
}

const tr = (cells: MatrixCell[]) =>
  `<table:table-row>${cells
    .map(({ lines, bold, colSpan, rowSpan }) => {
      const words = lines.length > 1 ? list(lines) : p(lines[0] ?? '', bold ? 'Bold' : 'Standard')
      return `<table:table-cell table:number-columns-spanned="${colSpan}" table:number-rows-spanned="${rowSpan}">${words}</table:table-cell>${'<table:covered-table-cell/>'.repeat(colSpan - 1)}`
    })
    .join('')}</table:table-row>`

function prose(plan: MadePlan, words: NonNullable<MadePlan['prose']>): string[] {
  return proseOf(plan, words).map(block => {
    switch (block.type) {
      case 'heading':
        return h(block.text, block.level)
      case 'label':
        return h(block.text, 3)
      case 'paragraph':
        return p(block.text)
      case 'list':
        return list(block.entries)
    }
  })
}
