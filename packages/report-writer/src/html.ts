/** The report as HTML: one file without scripts, or its body for a page. */
import {
  footnoteNumbers,
  isRightToLeft,
  levelled,
  LINE_END,
  listRunsRightToLeft,
  paragraphLine,
  plain,
  runsRightToLeft,
  type Block,
  type Figure,
  type Inline,
  type List,
  type ReportDocument,
  type Table,
} from './document.ts'

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(LINE_END, '<br>')

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.55 "Noto Sans", Amiri, system-ui, sans-serif }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
h1, h2, h3, h4 { line-height: 1.25; margin-block: 1.6em .5em }
table { border-collapse: collapse; width: 100%; margin-block: 1rem }
caption { text-align: start; font-weight: 600; padding-block: .3rem }
th, td { border: 1px solid #8886; padding: .35rem .5rem; text-align: start; vertical-align: top }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 4px solid #6b3fa0 }
figure { margin: 1rem 0 } figcaption { font-weight: 600 } svg { max-width: 100%; height: auto }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem } dd { margin: 0 }
@media (max-width: 34rem) { .scroll { overflow-x: auto; container-type: inline-size } caption { position: sticky; inset-inline-start: 0; max-inline-size: 100cqi } .scroll :is(th, td) { min-width: 6rem } dl { display: block } dt { font-weight: 600 } }
@media print { .page { break-before: page } }`

export function toHtml(document: ReportDocument): string {
  const { language, title } = document
  const dir = isRightToLeft(language) ? 'rtl' : 'ltr'
  return `<!doctype html>
<html lang="${escape(language)}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><style>${STYLE}
</style></head>
<body><main>
${toHtmlBody(document)}
</main></body>
</html>
`
}

/** What stands within the page's main part. @param top the level of the report's own title */
export function toHtmlBody(document: ReportDocument, top = 1): string {
  const { front, blocks, notes } = htmlParts(document, top)
  return [...front, ...blocks, notes].filter(Boolean).join('\n')
}

export interface HtmlParts {
  /** Title, cover, contents. */
  front: string[]
  /** One for each block, in order. */
  blocks: string[]
  /** The footnotes; null where there are none. */
  notes: string | null
}

/** The same in parts, for a page that puts something between them. */
export function htmlParts(document: ReportDocument, top = 1): HtmlParts {
  const rtl = isRightToLeft(document.language)
  const writer = writerOf(top, rtl)
  const { cover, contents } = document
  const all = levelled(document.blocks)
  const headings = all.flatMap((block, n) => (block.kind === 'heading' ? [{ ...block, n }] : []))
  const front = [
    `<h${top}>${escape(document.title)}</h${top}>`,
    cover?.subtitle && `<p class="subtitle">${escape(cover.subtitle)}</p>`,
    cover?.facts.length &&
      `<dl>${cover.facts.map(({ label, value }) => `<dt>${escape(label)}</dt><dd>${escape(value)}</dd>`).join('')}</dl>`,
    cover?.note && `<p>${escape(cover.note)}</p>`,
    contents &&
      headings.length > 0 &&
      `<nav aria-labelledby="contents"><h${top + 1} id="contents">${escape(contents)}</h${top + 1}><ul>${headings
        .filter(({ level }) => level < 3)
        .map(({ text, n }) => `<li><a href="#h${n}">${escape(text)}</a></li>`)
        .join('')}</ul></nav>`,
  ]
  const blocks = all.map(writer.block)
  const written = writer.notes.map(({ text }, n) => {
    const ways = Array.from({ length: writer.marksOf(n + 1) }, (_, nth) => {
      const id = markId(n + 1, nth + 1)
      return `<a href="#${id}" aria-label="${n + 1}">↩</a>`
    })
    return `<li id="note-${n + 1}">${writer.item(text, rtl)} ${ways.join(' ')}</li>`
  })
  return {
    front: front.filter(part => typeof part === 'string'),
    blocks,
    notes: written.length
      ? `<hr><section aria-label="${escape(document.notes)}"><ol>${written.join('')}</ol></section>`
      : null,
  }
}

const markId = (number: number, nth: number): string => `mark-${number}${nth > 1 ? `-${nth}` : ''}`

function writerOf(top: number, rtl: boolean) {
  const { notes, mark } = footnoteNumbers()
  const marks = new Map<number, number>()
  const line = (text: readonly Inline[]): string => text.map(inline).join('')
  function inline(one: Inline): string {
    if (one.kind === 'footnote') {
      const { number, nth } = mark(one)
      marks.set(number, nth)
      return `<sup><a id="${markId(number, nth)}" href="#note-${number}">${number}</a></sup>`
    }
    let html = escape(one.text)
    if (one.emphasis) html = `<em>${html}</em>`
    if (one.strong) html = `<strong>${html}</strong>`
    return one.href ? `<a href="${escape(one.href)}" rel="noreferrer">${html}</a>` : html
  }
  function table({ caption, header, rows }: Pick<Table, 'caption' | 'header' | 'rows'>): string {
    const head = header.map(cell => `<th scope="col">${escape(cell)}</th>`).join('')
    const body = rows.map(row => `<tr>${row.map(cell => `<td dir="auto">${line(cell)}</td>`).join('')}</tr>`).join('\n')
    const label = caption ?? header.join(', ')
    return `<div class="scroll" tabindex="0" role="region" aria-label="${escape(label)}"><table>${caption ? `<caption>${escape(caption)}</caption>` : ''}<thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></div>`
  }
  const side = (isRtl: boolean): string => (isRtl ? 'rtl' : 'ltr')
  /** Its words in their own direction, where that is not the list's: the signs stay on the list's side. */
  function item(text: readonly Inline[], isRtl: boolean): string {
    const own = runsRightToLeft(plain(text)) ?? isRtl
    return own === isRtl ? line(text) : `<bdi dir="${side(own)}">${line(text)}</bdi>`
  }
  function list({ ordered, start, items, under }: List, isRtl: boolean): string {
    const tag = ordered ? 'ol' : 'ul'
    const points = items.map((text, n) => {
      const below = (under?.[n] ?? []).map(one => list(one, isRtl)).join('')
      return `<li>${item(text, isRtl)}${below}</li>`
    })
    return `<${tag} dir="${side(isRtl)}"${ordered && start ? ` start="${start}"` : ''}>${points.join('')}</${tag}>`
  }
  const figure = ({ svg, alt, caption, table: twin }: Figure): string =>
    `<figure><figcaption>${escape(caption)}</figcaption><div role="img" aria-label="${escape(alt)}">${svg}</div>${table({ caption: null, ...twin })}</figure>`

  return {
    item,
    notes,
    /** How many marks lead to a footnote. */
    marksOf: (number: number): number => marks.get(number) ?? 0,
    block(this: void, block: Block, n: number): string {
      switch (block.kind) {
        case 'heading':
          return `<h${top + block.level} id="h${n}">${escape(block.text)}</h${top + block.level}>`
        case 'paragraph':
          return `<p dir="auto">${line(paragraphLine(block))}</p>`
        case 'list':
          return list(block, listRunsRightToLeft(block) ?? rtl)
        case 'quote': {
          const language = block.language ? ` lang="${escape(block.language)}"` : ''
          return `<blockquote><p${language} dir="auto">${line(block.text)}</p>${block.source ? `<footer dir="auto">${line(block.source)}</footer>` : ''}</blockquote>`
        }
        case 'table':
          return table(block)
        case 'figure':
          return figure(block)
        case 'page-break':
          return '<hr class="page">'
      }
    },
  }
}
