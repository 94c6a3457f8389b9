/** The report in Typst's words. Everything is written in code mode, and every text as a string: nothing typed is ever run. */
import {
  columnShares,
  footnoteNumbers,
  isRightToLeft,
  labelled,
  levelled,
  LINE_END,
  listRunsRightToLeft,
  paragraphLine,
  plain,
  runsRightToLeft,
  words,
  type Block,
  type Figure,
  type Inline,
  type List,
  type ReportDocument,
  type Table,
} from './document.ts'

/** A Typst string. Control characters have no glyph, and PDF/UA refuses what has none. */
const string = (text: string): string =>
  `"${text
    .normalize('NFC')
    .replace(/[\n\r\t\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\u{200b}\u{feff}\u{e000}-\u{f8ff}]|\p{Cs}/gu, '')
    .replace(/[\\"]/gu, '\\$&')}"`
const text = (said: string): string =>
  said
    .split(LINE_END)
    .map(one => `text(${string(one)})`)
    .join('; linebreak(); ')

/** Typst source of the whole report. */
export function typstOf(report: ReportDocument): string {
  const { language, title, cover, contents } = report
  const rtl = isRightToLeft(language)
  const facts = (cover?.facts ?? []).flatMap(({ label, value }) => [
    `par({ strong(${text(`${labelled(label, language)} `)}); ${text(value)} })`,
  ])
  const front = cover
    ? [
        'v(30%)',
        `std.title()`,
        ...(cover.subtitle ? [`par(text(size: 14pt, ${string(cover.subtitle)}))`] : []),
        'v(8mm)',
        ...facts,
        ...(cover.note ? [`v(6mm)`, `par(${text(cover.note)})`] : []),
        'pagebreak()',
      ]
    : ['std.title()']
  const language_ = language.split('-')[0]!
  return `
#set document(title: ${string(title)})
#set text(font: (${rtl ? '"Amiri", "Noto Sans"' : '"Noto Sans", "Amiri"'}), size: ${rtl ? '12pt' : '10.5pt'}, lang: "${/^[a-z]{2,3}$/u.test(language_) ? language_ : 'en'}", hyphenate: false)
#set page(paper: "a4", margin: 25mm, numbering: "1"${cover ? `, footer: context if counter(page).get().first() > 1 { align(center, counter(page).display()) }` : ''})
#set par(leading: 0.72em, spacing: 1.25em)
#show std.title: set text(size: 22pt, fill: rgb("#3b1a4a"))
#show heading: set text(fill: rgb("#3b1a4a"))
#show heading: set block(above: 1.6em, below: 0.8em)
#show figure.where(kind: table): set block(breakable: true)
#show figure.caption: it => block(sticky: true, width: 100%, align(start, strong(it.body)))
#show quote.where(block: true): set block(above: 1.25em, below: 0.7em)
#show quote.where(block: true): set text(style: "italic")
#set figure(numbering: none, gap: 0.6em)
#set figure.caption(position: top)
#set table(inset: 5pt, stroke: 0.5pt + luma(150), fill: (x, y) => if y == 0 { luma(235) })
#show table: set text(size: 0.88em)
#show table: set par(spacing: 0.6em)
#show table: set align(start)
#show list: set block(above: 1.1em, below: 1.25em)
#show enum: set block(above: 1.1em, below: 1.25em)
#show figure: set block(above: 1.4em, below: 1.4em)
#set list(spacing: 0.85em, indent: 0.6em)
#set enum(spacing: 0.85em, indent: 0.6em)
#show outline.entry: set block(above: 0.95em)
#show link: set text(fill: rgb("#4b2a80"))
#{
${front.join('\n')}
${contents ? `outline(title: ${text(contents)}, depth: 2)\npagebreak()` : ''}
${levelled(report.blocks).map(writerOf(rtl)).join('\n')}
}
`
}

/** Writes one block after the other; footnotes are numbered through all of them. */
function writerOf(rtl: boolean) {
  const { mark } = footnoteNumbers()
  const line = (inlines: readonly Inline[]): string => `{ ${inlines.map(inline).join('; ')} }`

  function inline(one: Inline): string {
    if (one.kind === 'footnote') {
      const { number, nth } = mark(one)
      if (nth > 1) return `footnote(<note-${number}>)`
      const written = `footnote(${turned(ownSide(one.text), line(one.text))})`
      return one.label === undefined ? written : `[#${written}<note-${number}>]`
    }
    let said = `{ ${text(one.text)} }`
    if (one.emphasis) said = `emph(${said})`
    if (one.strong) said = `strong(${said})`
    return one.href ? `link(${string(one.href)}, ${said})` : said
  }

  /** In the direction of its own words, where that is not the report's. */
  const turned = (isRtl: boolean | null, written: string): string =>
    isRtl === null || isRtl === rtl ? written : `{ set text(dir: ${isRtl ? 'rtl' : 'ltr'}); ${written} }`
  const ownSide = (said: readonly Inline[]) => runsRightToLeft(plain(said))

  function table({ header, rows }: Pick<Table, 'header' | 'rows'>): string {
    const cells = rows.map(row => `${row.map(cell => turned(ownSide(cell), line(cell))).join(', ')},`).join('\n')
    return `table(columns: (${columnShares({ header, rows })
      .map(share => `${share.toFixed(3)}fr`)
      .join(', ')},),
table.header(${header.map(cell => `strong({ ${text(cell)} })`).join(', ')}),
${cells})`
  }

  const figure = ({
    svg,
    alt,
    caption,
    table: twin,
  }: Figure): string => `figure(kind: image, caption: { ${text(caption)} }, alt: ${string(alt)}, image(bytes(${string(svg)}), format: "svg", width: 100%))
${table(twin)}`

  /** Words of the other direction stand apart, so that the signs at their ends stay at their ends. */
  function point(item: readonly Inline[], isRtl: boolean): string {
    const own = ownSide(item) ?? isRtl
    return own === isRtl ? line(item) : `{ text("${own ? '\u2067' : '\u2066'}"); ${line(item)}; text("\u2069") }`
  }
  function list({ ordered, start, items, under }: List, isRtl: boolean): string {
    const points = items.map(
      (item, n) => `{ ${[point(item, isRtl), ...(under?.[n] ?? []).map(one => list(one, isRtl))].join('; ')} }`,
    )
    return `${ordered ? 'enum' : 'list'}(tight: false, ${[...(ordered && start !== undefined ? [`start: ${start}`] : []), ...points].join(', ')})`
  }

  return function blockOf(this: void, block: Block): string {
    switch (block.kind) {
      case 'heading':
        return `heading(level: ${block.level}, { ${text(block.text)} })`
      case 'paragraph':
        return turned(ownSide(block.text), `par(${line(paragraphLine(block))})`)
      case 'list':
        return turned(listRunsRightToLeft(block), list(block, listRunsRightToLeft(block) ?? rtl))
      case 'quote':
        return turned(
          ownSide(block.text),
          `quote(block: true, ${line(block.text)})${block.source ? `\nblock(above: 0.7em, below: 1.25em, pad(x: 1em, text(size: 0.92em, ${line(block.source)})))` : ''}`,
        )
      case 'table':
        return block.caption
          ? `figure(kind: table, caption: ${line([words(block.caption)])}, ${table(block)})`
          : table(block)
      case 'figure':
        return figure(block)
      case 'page-break':
        return 'pagebreak()'
    }
  }
}
