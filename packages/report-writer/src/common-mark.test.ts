/** The Markdown is read by a reader of CommonMark as it is meant: every space, sign, number and list is where it was. */
import { micromark } from 'micromark'
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import { expect, test } from 'vitest'
import { toMarkdown, words, type Block, type Inline, type ReportDocument } from './index.ts'
import { parseMarkup } from './markup.ts'

const report = (blocks: Block[], language = 'en'): ReportDocument => ({
  language,
  title: 'T',
  cover: null,
  contents: null,
  notes: 'Notes',
  blocks,
  claims: [],
})
const rendered = (blocks: Block[]): string =>
  micromark(toMarkdown(report(blocks)), {
    extensions: [gfmTable(), gfmFootnote()],
    htmlExtensions: [gfmTableHtml(), gfmFootnoteHtml()],
  }).replace('<h1>T</h1>\n', '')
/** What is read of one paragraph, with its looks, and a mark of a footnote as its number. */
const read = (line: Inline[]): string =>
  rendered([{ kind: 'paragraph', text: line }])
    .split('</p>')[0]!
    .replace('<p>', '')
    .replace(/<sup>.*?>(\d+)<\/a><\/sup>/gu, '[$1]')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
const meant = (line: Inline[]): string => {
  let notes = 0
  return line
    .map(one => {
      if (one.kind === 'footnote') return `[${++notes}]`
      const [, before, core, after] = one.text.match(/^(\s*)(.*?)(\s*)$/su)!
      let text = core!
      if (text && one.emphasis) text = `<em>${text}</em>`
      if (text && one.strong) text = one.emphasis ? `<em><strong>${core}</strong></em>` : `<strong>${text}</strong>`
      return before + text + after
    })
    .join('')
}

const SAMPLES = {
  en: ['Government (by us):', 'done', '(so)', 'it, ', ' “said”', 'A', '5%'],
  fr: ['Gouvernement\u00a0:', 'fait', '«\u00a0oui\u00a0»', 'l’an ', ' 2024.'],
  ar: ['الحكومة:', 'تم', '(نعم)', 'قالت، ', '؛ ثم', '؟'],
  es: ['Gobierno:', 'hecho', '¿sí?', '¡no!', ' y'],
  ru: ['Правительство:', 'да', '«нет»', ' и ', '…'],
}
const LOOKS = [{}, { strong: true }, { emphasis: true }, { strong: true, emphasis: true }]

test.each(Object.entries(SAMPLES))(
  'in %s, words of every look beside words of every other are read with their looks and spaces',
  (_, samples) => {
    for (const one of samples)
      for (const other of samples)
        for (const [n, look] of LOOKS.entries())
          for (const [m, another] of LOOKS.entries()) {
            if (n === m) continue
            const line = [words('x'), words(one, look), words(other, another), words('y')]
            const alike = [line, line.slice(1), line.slice(0, -1)]
            for (const of of alike)
              expect(read(of).trim(), toMarkdown(report([{ kind: 'paragraph', text: of }]))).toBe(meantOf(of).trim())
          }
  },
)
/** Neighbours of one look are one. */
function meantOf(line: Inline[]): string {
  const merged: Inline[] = []
  for (const one of line) {
    const last = merged.at(-1)
    if (one.kind === 'words' && last?.kind === 'words' && one.strong === last.strong && one.emphasis === last.emphasis)
      merged[merged.length - 1] = { ...last, text: last.text + one.text }
    else merged.push(one)
  }
  return meant(merged)
}

test('strong words, links and footnotes at each other’s sides are read as they were meant', () => {
  const note: Inline = { kind: 'footnote', text: [words('n')] }
  for (const line of [
    [words('Hear!'), words('this', { href: 'https://e.org/a_(b)?x=1&y=2' }), words('now')],
    [words('so:', { strong: true }), note, words('then')],
    [words('a '), words(' so: ', { strong: true }), words('then'), note],
    [words('a!'), note, words('b', { emphasis: true }), note],
  ] satisfies Inline[][])
    expect(read(line).replace(/<a .*?>(.*?)<\/a>/gu, '$1')).toBe(meant(line))
})

test('what begins a line as a list, a heading, a rule or an entity would stays words', () => {
  for (const typed of [
    '- a',
    '1. a',
    '2) a',
    '+',
    '# a',
    '---',
    '===',
    '- - -',
    '-',
    'a &amp; &#39; &copy;',
    '~~a~~',
    '~~~',
    '<b>',
    '`c`',
  ]) {
    expect(read([words(typed)]), typed).toBe(typed)
    expect(read([words(`a\u2028${typed}`)]), typed).toBe(`a<br />\n${typed}`)
  }
})

test('numbers and lists below points are read as they were typed', () => {
  const typed = '2. Publish\n   - every year\n   - by district\n3. Ask women’s groups'
  expect(rendered(parseMarkup(typed)).replaceAll('\n', '')).toBe(
    '<ol start="2"><li>Publish<ul><li>every year</li><li>by district</li></ul></li><li>Ask women’s groups</li></ol>',
  )
  expect(rendered(parseMarkup('1. a\n5. b\n\nc\n\n- d\n   3. e\n   4. f')).replace(/\n|<\/?p>/gu, '')).toBe(
    '<ol><li>a</li></ol><ol start="5"><li>b</li></ol>c<ul><li>d<ol start="3"><li>e</li><li>f</li></ol></li></ul>',
  )
  const list: Block = { kind: 'list', ordered: false, items: [[words('a')]] }
  expect(rendered([list, list, list]).match(/<ul>/gu)).toHaveLength(3)
})
