/** The report as Markdown (CommonMark with tables and footnotes). */
import {
  footnoteNumbers,
  isAlike,
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
const escape = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~]|&(?=#?\w+;)/gu, '\\$&')
    .replace(/!$/u, '\\!')
    .replace(/[ \t\n\r]+/gu, ' ')
/** What at the beginning of a line would make it something else. */
const begun = (text: string): string =>
  text
    .replace(/^ ?(\d+)([.)])(?=\s|$)/u, '$1\\$2')
    .replace(/^ ?(?=[#+-](?:\s|$)|#{2,6}(?:\s|$)|=+\s*$|-{2,}\s*$|- *-)/u, '\\')
const asReference = (letter: string): string => `&#x${letter.codePointAt(0)!.toString(16)};`

const IS_SIGN = /[\p{P}\p{S}]/u
const isLetter = (letter: string | undefined): boolean =>
  letter !== undefined && !/\s/u.test(letter) && !IS_SIGN.test(letter)

/** Words of one look, as they are written between its signs. */
interface Piece {
  text: string
  sign: string
}

/**
 * Signs cling to what they stand around: its white space goes outside. Between a letter and a sign of punctuation ('**so:**then') they
 * would stand as typed: there the letter is written as a reference.
 */
function joinedPieces(pieces: readonly Piece[]): string {
  const parts = pieces.flatMap(({ text, sign }) => {
    const [, before = '', core = '', after = ''] = text.match(/^(\s*)(.*?)(\s*)$/su)!
    return sign && core
      ? [
          { text: before, sign: '' },
          { text: core, sign },
          { text: after, sign: '' },
        ].filter(one => one.text)
      : [{ text, sign: '' }]
  })
  for (const [n, one] of parts.entries()) {
    const next = parts[n + 1]
    if (!next) break
    if (one.sign && next.sign) {
      // Asterisks beside asterisks would be read together.
      if (one.sign.startsWith('*')) next.sign = next.sign.replaceAll('*', '_')
      continue
    }
    const [last, first] = [[...one.text].at(-1), [...next.text][0]]
    if (last === undefined || first === undefined) continue
    const endsWithin = one.sign.startsWith('_') || IS_SIGN.test(last)
    if (next.sign && isLetter(last) && IS_SIGN.test(first))
      one.text = one.text.slice(0, -last.length) + asReference(last)
    else if (one.sign && endsWithin && isLetter(first)) next.text = asReference(first) + next.text.slice(first.length)
  }
  return parts.map(({ text, sign }) => sign + text + sign).join('')
}

export function toMarkdown(document: ReportDocument): string {
  const { title, cover, contents } = document
  const { notes, mark } = footnoteNumbers()
  /** `end`: how a line ends there. */
  const line = (text: readonly Inline[], end = '\\\n'): string =>
    joinedPieces(alike(text).map(pieceOf)).split(LINE_END).map(begun).join(end)
  function pieceOf(one: Inline): Piece {
    if (one.kind === 'footnote') return { text: `[^${mark(one).number}]`, sign: '' }
    const sign = `${one.strong ? '**' : ''}${one.emphasis ? '*' : ''}`
    if (!one.href) return { text: escape(one.text), sign }
    const words = joinedPieces([{ text: escape(one.text), sign }])
    return { text: `[${words}](${one.href.replace(/[()\s<>\\]/gu, addressed)})`, sign: '' }
  }
  const table = ({ header, rows }: Pick<Table, 'header' | 'rows'>): string =>
    [header.map(escape), header.map(() => '---'), ...rows.map(row => row.map(cell => line(cell, '<br>')))]
      .map(row => `| ${row.join(' | ')} |`)
      .join('\n')
  /** `isOther`: a list of the same kind stands right before it, whose points it would go on with were its signs the same. */
  function list({ ordered, start = 1, items, under }: List, isOther: boolean): string[] {
    return items.flatMap((item, n) => {
      const sign = ordered ? `${start + n}${isOther ? ')' : '.'} ` : isOther ? '* ' : '- '
      const indent = ' '.repeat(sign.length)
      const lists = under?.[n] ?? []
      const below = turns(lists).flatMap((one, at) => {
        const points = list(lists[at]!, one).map(point => indent + point.replaceAll('\n', `\n${indent}`))
        // Numbers that begin elsewhere than at 1 begin no list right below words.
        return lists[at]!.ordered && lists[at]!.start !== undefined ? ['', ...points] : points
      })
      return [`${sign}${line(item, `\\\n${indent}`)}`, ...below]
    })
  }
  function written(block: Block, isOther: boolean): string {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level + 1)} ${escape(block.text)}`
      case 'paragraph':
        return line(paragraphLine(block))
      case 'list':
        return list(block, isOther).join('\n')
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
  const others = turns(blocks.map(block => (block.kind === 'list' ? block : null)))
  const body = blocks.map((block, n) => written(block, others[n]!))
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

/** Of each of these, whether it is a list that stands right after one of the same kind, every second one of them. */
function turns(lists: readonly (List | null)[]): boolean[] {
  let isOther = false
  return lists.map((one, n) => (isOther = one !== null && one.ordered === lists[n - 1]?.ordered && !isOther))
}

const addressed = (sign: string): string => `%${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(2, '0')}`

/** Neighbours of one look as one: signs that end one and begin the next would be read together. */
function alike(line: readonly Inline[]): Inline[] {
  const made: Inline[] = []
  for (const one of line) {
    const last = made.at(-1)
    if (one.kind === 'words' && last?.kind === 'words' && isAlike(one, last))
      made[made.length - 1] = { ...last, text: last.text + one.text }
    else made.push(one)
  }
  return made
}
