/** The report as Markdown (CommonMark with tables and footnotes). */
import {
  footnoteNumbers,
  labelled,
  levelled,
  LINE_END,
  paragraphLine,
  type Block,
  type Inline,
  type List,
  type ReportDocument,
  type Table,
} from './document.ts'

/** Signs that would be read as markup. */
const escape = (text: string): string => text.replace(/[\\`*_[\]<>|]/gu, '\\$&').replace(/[ \t\n\r]+/gu, ' ')
/** Signs cling to what they stand around: its white space goes outside. */
const around = (text: string, sign: string): string =>
  text.replace(/^(\s*)(.*?)(\s*)$/su, (_, before: string, core: string, after: string) =>
    core ? `${before}${sign}${core}${sign}${after}` : text,
  )
/** What at the beginning of a line would make it something else. */
const begun = (text: string): string => text.replace(/^(\d+)([.)])(\s)/u, '$1\\$2$3').replace(/^([#+-])(?=\s)/u, '\\$1')

export function toMarkdown(document: ReportDocument): string {
  const { title, cover, contents } = document
  const { notes, mark } = footnoteNumbers()
  /** `end`: how a line ends there. */
  const line = (text: readonly Inline[], end = '\\\n'): string => text.map(inline).join('').replaceAll(LINE_END, end)
  function inline(one: Inline): string {
    if (one.kind === 'footnote') return `[^${mark(one).number}]`
    let text = escape(one.text)
    if (one.emphasis) text = around(text, '*')
    if (one.strong) text = around(text, '**')
    return one.href ? `[${text}](${one.href.replace(/[()\s]/gu, encodeURIComponent)})` : text
  }
  const table = ({ header, rows }: Pick<Table, 'header' | 'rows'>): string =>
    [header.map(escape), header.map(() => '---'), ...rows.map(row => row.map(cell => line(cell, '<br>')))]
      .map(row => `| ${row.join(' | ')} |`)
      .join('\n')
  function list({ ordered, start = 1, items, under }: List): string[] {
    return items.flatMap((item, n) => {
      const sign = ordered ? `${start + n}. ` : '- '
      const indent = ' '.repeat(sign.length)
      const below = (under?.[n] ?? []).flatMap(list).map(one => indent + one.replaceAll('\n', `\n${indent}`))
      return [`${sign}${line(item, `\\\n${indent}`)}`, ...below]
    })
  }
  function written(block: Block): string {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level + 1)} ${escape(block.text)}`
      case 'paragraph':
        return begun(line(paragraphLine(block)))
      case 'list':
        return list(block).join('\n')
      case 'quote': {
        const said = line(block.text, '\\\n> ')
        return [`> ${said}`, ...(block.source ? ['>', `> -- ${line(block.source, ' ')}`] : [])].join('\n')
      }
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
  const blocks = levelled(document.blocks)
  const headings = blocks.flatMap(block => (block.kind === 'heading' && block.level < 3 ? [block] : []))
  const body = blocks.map(written)
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
      ...notes.map((note, n) => `[^${n + 1}]: ${line(note.text, '\\\n    ')}`),
    ]
      .filter(Boolean)
      .join('\n\n') + '\n'
  )
}
