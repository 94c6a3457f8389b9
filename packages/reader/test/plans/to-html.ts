/** An illustrative plan as a web page, with what a site puts around it. */
import { inRows, tablesOf, type MatrixCell } from './matrix.ts'
import type { MadePlan } from './plan.ts'
import { proseOf } from './prose.ts'

const text = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('–', '&ndash;')

export function toHtml(plan: MadePlan): string {
  const dir = plan.language === 'ar' ? ' dir="rtl"' : ''
  return `<!doctype html>
<html lang="${plan.language}"${dir}><head><meta charset="utf-8"><title>Site</title><style>p { color: red }</style></head><body>
<header><p>Site of everything</p><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<div class="cookie-banner"><p>We use cookies 2001-2009</p></div>
<main>
<p>${text(plan.issuer)}</p><h1>${text(plan.title)}</h1><p>${text(plan.period)}</p><p><em>${text(plan.illustrative)}</em></p>
${plan.sections.map(s => `<h2>${text(s.heading)}</h2>${s.paragraphs.map(p => `<p>${text(p)}</p>`).join('')}`).join('\n')}
${plan.prose ? prose(plan, plan.prose) : `<h2>${text(plan.matrixHeading)}</h2>${matrix(plan)}`}
</main>
<footer><p>Ministry of Sites</p></footer><script>let a = '<p>no</p>'</script></body></html>`
}

function matrix(plan: MadePlan): string {
  const columns = plan.columns.length
  return tablesOf(plan)
    .map(
      ({ heading, header, cells }) => `${heading ? `<h3>${text(heading)}</h3>` : ''}
<table><thead>${header.map(row => tr(row, 'th')).join('')}</thead><tbody>${inRows(cells, columns)
        .map(row => tr(row, 'td'))
        .join('\n')}</tbody></table>`,
    )
    .join('\n')
}

const tr = (cells: MatrixCell[], tag: string) =>
  `<tr>${cells
    .map(({ lines, bold, colSpan, rowSpan }) => {
      const words =
        lines.length > 1 ? `<ul>${lines.map(l => `<li>${text(l)}</li>`).join('')}</ul>` : text(lines[0] ?? '')
      return `<${tag} colspan="${colSpan}" rowspan="${rowSpan}">${bold ? `<strong>${words}</strong>` : words}</${tag}>`
    })
    .join('')}</tr>`

function prose(plan: MadePlan, words: NonNullable<MadePlan['prose']>): string {
  return proseOf(plan, words)
    .map(block => {
      switch (block.type) {
        case 'heading':
          return `<h${block.level + 1}>${text(block.text)}</h${block.level + 1}>`
        case 'label':
          return `<p><strong>${text(block.text)}</strong></p>`
        case 'paragraph':
          return `<p>${text(block.text)}</p>`
        case 'list':
          return `<ul>${block.entries.map(entry => `<li>${text(entry)}</li>`).join('')}</ul>`
      }
    })
    .join('\n')
}
