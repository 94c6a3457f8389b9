/** The report as Markdown (CommonMark with tables and footnotes). */
import {
  footnotesOf,
  labelled,
  paragraphLine,
  type Block,
  type Inline,
  type ReportDocument,
  type Table,
} from './document.ts'

/** Signs that would be read as markup. */
const escape = (text: string): string => text.replace(/[\\`*_[\]<>|]/gu, '\\$&').replace(/\s+/gu, ' ')
/** What at the beginning of a line would make it something else. */
const begun = (text: string): string => text.replace(/^(\d+)([.)])(\s)/u, '$1\\$2$3').replace(/^([#+-])(?=\s)/u, '\\$1')

export function toMarkdown(document: ReportDocument): string {
  const { title, cover, contents } = document
  let notes = 0
  const line = (text: readonly Inline[]): string => text.map(inline).join('')
  function inline(one: Inline): string {
    if (one.kind === 'footnote') return `[^${++notes}]`
    let text = escape(one.text)
    if (one.emphasis) text = `*${text.trim()}*`
    if (one.strong) text = `**${text.trim()}**`
    return one.href ? `[${text}](${one.href.replace(/[()\s]/gu, encodeURIComponent)})` : text
  }
  const table = ({ header, rows }: Pick<Table, 'header' | 'rows'>): string =>
    [header.map(escape), header.map(() => '---'), ...rows.map(row => row.map(line))]
      .map(row => `| ${row.join(' | ')} |`)
      .join('\n')
  function written(block: Block): string {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level + 1)} ${escape(block.text)}`
      case 'paragraph':
        return begun(line(paragraphLine(block)))
      case 'list':
        return block.items.map((item, n) => `${block.ordered ? `${n + 1}.` : '-'} ${line(item)}`).join('\n')
      case 'quote':
        return [`> ${line(block.text)}`, ...(block.source ? ['>', `> ${line(block.source)}`] : [])].join('\n')
      case 'table':
        return [...(block.caption ? [`**${escape(block.caption)}**`] : []), table(block)].join('\n\n')
      case 'figure':
        return [
          `**${escape(block.caption)}**`,
          `![${escape(block.alt)}](data:image/svg+xml;base64,${Buffer.from(block.svg).toString('base64')})`,
          table(block.table),
        ].join('\n\n')
      case 'page-break':
        return '---'
    }
  }
  const headings = document.blocks.flatMap(block => (block.kind === 'heading' && block.level < 3 ? [block] : []))
  const body = document.blocks.map(written)
  notes = 0
  return (
    [
      `# ${escape(title)}`,
      cover?.subtitle && escape(cover.subtitle),
      cover?.facts.length &&
        cover.facts
          .map(({ label, value }) => `- **${escape(labelled(label, document.language))}** ${escape(value)}`)
          .join('\n'),
      cover?.note && escape(cover.note),
      contents &&
        headings.length &&
        `## ${escape(contents)}\n\n${headings.map(one => `- ${escape(one.text)}`).join('\n')}`,
      ...body,
      ...footnotesOf(document).map((note, n) => `[^${n + 1}]: ${line(note.text)}`),
    ]
      .filter(Boolean)
      .join('\n\n') + '\n'
  )
}
