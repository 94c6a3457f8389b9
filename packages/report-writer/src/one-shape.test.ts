/** Footnotes that come again, levels that jump, lists below lists, lines that end: the same in all four files. */
import { readPlan } from '@open1325/reader'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { levelled, toDocx, toHtml, toMarkdown, toPdf, type Block, type ReportDocument } from './index.ts'
import { parseMarkup } from './markup.ts'

const AT = new Date('2026-01-01')
const report = (typed: string, language = 'en'): ReportDocument => ({
  language,
  title: 'T',
  cover: null,
  contents: null,
  notes: 'Notes',
  blocks: parseMarkup(typed),
  claims: [],
})
const part = (docx: Uint8Array, name: string) => new TextDecoder().decode(unzipSync(docx)[`word/${name}.xml`])
const pagesOf = async (pdf: Uint8Array) =>
  (await readPlan(pdf, { name: 'report.pdf' })).pages.map(({ text }) => text).join('\n')

test('levels of headings begin at the first and never jump; what stood below another still does', () => {
  const levels = (...of: (1 | 2 | 3 | 4)[]) =>
    levelled(of.map((level): Block => ({ kind: 'heading', level, text: 'x' }))).map(block =>
      block.kind === 'heading' ? block.level : 0,
    )
  expect(levels(2, 3, 2, 3)).toEqual([1, 2, 1, 2])
  expect(levels(3, 2, 1, 4, 4, 2)).toEqual([1, 1, 1, 2, 2, 2])
  expect(levels(1, 3, 2, 1)).toEqual([1, 2, 2, 1])
})

test('a report whose headings jump, or begin below, is written as each of the four files', async () => {
  const jumping = report('#### Deep\n\nA\n\n## Higher\n\nB\n\n#### Deep again\n\nC')
  expect(await pagesOf(await toPdf(jumping, AT))).toContain('Deep again')
  expect(part(await toDocx(jumping), 'document').match(/Heading\d/gu)).toEqual(['Heading1', 'Heading1', 'Heading2'])
  expect(toHtml(jumping).match(/<h\d/gu)).toEqual(['<h1', '<h2', '<h2', '<h3'])
  expect(toMarkdown(jumping).match(/^#+/gmu)).toEqual(['#', '##', '##', '###'])
})

test('a footnote to which several marks lead stands there once, with one number', async () => {
  const twice = report('So[^a]. Other[^b]. Again[^a].\n\n[^a]: The law of 2019.\n[^b]: The roster.')
  expect(toMarkdown(twice)).toContain('So[^1]. Other[^2]. Again[^1].')
  const html = toHtml(twice)
  expect(html.match(/The law of 2019/gu)).toHaveLength(1)
  expect(html).toContain('id="mark-1-2" href="#note-1"')
  const docx = await toDocx(twice)
  expect(part(docx, 'document').match(/w:footnoteReference w:id="\d"/gu)).toHaveLength(2)
  expect(part(docx, 'document')).toMatch(/w:bookmarkStart w:name="_Note1"[\s\S]*w:instr="NOTEREF _Note1 \\f \\h"/u)
  expect(part(docx, 'footnotes').match(/The law of 2019/gu)).toHaveLength(1)
  expect((await pagesOf(await toPdf(twice, AT))).match(/The law of 2019/gu)).toHaveLength(1)
})

test('lists below lists, numbers that begin elsewhere and ended lines are in every file', async () => {
  const lists = report('3. three\n   - below  \n     it\n4. four')
  expect(toMarkdown(lists)).toContain('3. three\n   - below\\\n     it\n4. four')
  expect(toHtml(lists)).toContain(
    '<ol dir="ltr" start="3"><li>three<ul dir="ltr"><li>below<br>it</li></ul></li><li>four</li></ol>',
  )
  const docx = await toDocx(lists)
  expect(part(docx, 'document')).toMatch(/<w:ilvl w:val="1"\/>[\s\S]*<w:br\/>/u)
  expect(part(docx, 'numbering')).toContain('<w:start w:val="3"/>')
  expect(await pagesOf(await toPdf(lists, AT))).toMatch(/3\.\s+three[\s\S]*below\s+it[\s\S]*4\.\s+four/u)
})

test('a list’s signs stand on the side from which its words are read, whatever the language of the report', () => {
  const html = toHtml(report('- أول\n- English one\n- ثالث', 'ar'))
  expect(html).toContain('<ul dir="rtl"><li>أول</li><li><bdi dir="ltr">English one</bdi></li><li>ثالث</li></ul>')
  expect(toHtml(report('- one\n- two', 'ar'))).toContain('<ul dir="ltr"><li>one</li>')
  expect(toHtml(report('- أول', 'en'))).toContain('<ul dir="rtl"><li>أول</li>')
})

test('a cell runs as its own words do, in a report of the other direction too', async () => {
  const body = part(
    await toDocx(report('| الالتزام | الحكومة |\n|---|---|\n| «Women take part» (الصفحة 3) | أُنجز |', 'ar')),
    'document',
  )
  const cells = body.match(/<w:tc>.*?<\/w:tc>/gsu) ?? []
  expect(cells.map(cell => /<w:bidi\/>/u.test(cell))).toEqual([true, true, false, true])
})

test('what was written as Markdown is read as the same report again', () => {
  const typed =
    '## A *b* c\n\nWords **strong** and *not*\\\nnext [x](https://e.org/1) 1\\. 2 \\* 3[^n]\n\n1. a\n   - b\n2. c\n\n> said\\\n> more\n>\n> -- who\n\n| a | b |\n|---|---|\n| 1<br>2 | 31\u00a0octobre \\| x |\n\n[^n]: Law, *page* 3.'
  const blocks = levelled(parseMarkup(typed))
  const again = levelled(parseMarkup(toMarkdown({ ...report(''), blocks }))).slice(1)
  const bare = (of: Block[]) => JSON.stringify(of).replace(/,?"(label|level)":("[^"]*"|\d)/gu, '')
  expect(bare(again)).toBe(bare(blocks))
})
