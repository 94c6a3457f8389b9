import { readPlan } from '@open1325/reader'
import { unzipSync } from 'fflate'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { expect, test } from 'vitest'
import { toDocx, toHtml, toMarkdown, toPdf, type ReportDocument } from './index.ts'
import { arabicReport, englishReport } from './testing.ts'

const AT = new Date('2026-01-01')

/** Words and longer numbers, sorted: notes stand at the foot of a page or at the end, and a page has its own number. */
const wordsIn = (text: string): string[] =>
  (
    text
      .normalize('NFKC')
      .replace(/\p{M}/gu, '')
      .match(/\p{L}+|\d{2,}/gu) ?? []
  ).toSorted()

const part = (docx: Uint8Array, name: string) => new TextDecoder().decode(unzipSync(docx)[`word/${name}.xml`])
const docxText = (docx: Uint8Array) =>
  ['document', 'footnotes']
    .map(name =>
      part(docx, name)
        .replaceAll('</w:p>', ' ')
        .replace(/<[^>]+>/gu, ''),
    )
    .join(' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')

function htmlText(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  if (['head', 'style'].includes(node.nodeName) || !('childNodes' in node)) return ''
  return node.childNodes.map(htmlText).join(['em', 'strong', 'a', 'sup'].includes(node.nodeName) ? '' : ' ')
}

const markdownText = (markdown: string) => markdown.replace(/!\[[^\]]*\]\([^)]*\)/gu, '').replace(/\]\([^)]*\)/gu, ']')

const pdfText = async (pdf: Uint8Array) =>
  (await readPlan(pdf, { name: 'report.pdf' })).pages.map(page => page.text).join('\n')

/** Without contents (they say the headings again) and without the words that are drawn in a chart. */
function bare(report: ReportDocument): ReportDocument {
  const blocks = report.blocks.map(block =>
    block.kind === 'figure' ? { ...block, svg: block.svg.replace(/<text.*?<\/text>/gu, '') } : block,
  )
  return { ...report, contents: null, blocks }
}

for (const [language, made] of [
  ['English', englishReport],
  ['Arabic', arabicReport],
] as const)
  test(`the four files of a report in ${language} have the same words`, async () => {
    const report = bare(made())
    const markdown = wordsIn(markdownText(toMarkdown(report)))
    expect(markdown.length).toBeGreaterThan(60)
    expect(wordsIn(htmlText(parse(toHtml(report))))).toEqual(markdown)
    expect(wordsIn(docxText(await toDocx(report)))).toEqual(markdown)
    expect(wordsIn(await pdfText(await toPdf(report, AT)))).toEqual(markdown)
  })

test('the PDF says that it is PDF/UA-1, and the same report made at the same time is the same file', async () => {
  const pdf = await toPdf(arabicReport(), AT)
  const text = Buffer.from(pdf).toString('latin1')
  expect(text).toMatch(/<pdfuaid:part>1</u)
  expect(text).toContain('/StructTreeRoot')
  expect(text).toMatch(/\/Lang ?\(ar\)/u)
  expect(Buffer.from(await toPdf(arabicReport(), AT)).equals(Buffer.from(pdf))).toBe(true)
})

test('the Word file has styles, footnotes, contents, header rows and pictures with words for those who do not see them', async () => {
  const docx = await toDocx(englishReport())
  const body = part(docx, 'document')
  expect(body).toContain('w:pStyle w:val="Heading1"')
  expect(body).toMatch(/<w:tblHeader\/>/u)
  expect(body).toContain('w:footnoteReference w:id="2"')
  expect(body).toMatch(/PAGEREF _Toc1/u)
  expect(body).toMatch(/<w:bookmarkStart w:name="_Toc1"/u)
  expect(body).toContain('descr="A line that rises from 8 in 2019 to 14 in 2022; the target is 30."')
  expect(part(docx, 'footnotes')).toContain('Roster of the ministry, 2022, with ')
})

test('Arabic runs from right to left in the Word file, its tables too', async () => {
  const body = part(await toDocx(arabicReport()), 'document')
  expect(body).toContain('<w:bidi/>')
  expect(body).toContain('<w:rtl/>')
  expect(body).toContain('<w:bidiVisual/>')
  // The contents too: each entry with a field for its page, which whoever opens the file works out.
  const entries = body.match(/<w:pStyle w:val="TOC[12]"\/>.*?<\/w:p>/gsu) ?? []
  expect(entries).toHaveLength(3)
  for (const entry of entries) expect(entry).toMatch(/<w:bidi\/>.*PAGEREF _Toc\d+/su)
  expect(toHtml(arabicReport())).toContain('<html lang="ar" dir="rtl">')
})

test('typed words stay words: nothing in them is run or breaks a file', async () => {
  const nasty = 'a"b\\ #panic() ${x} <script>alert(1)</script> & \u0007 \uD800 $ * _ | `x` end'
  const report: ReportDocument = {
    ...englishReport(),
    title: nasty,
    cover: null,
    contents: null,
    blocks: [
      { kind: 'paragraph', text: [{ kind: 'words', text: nasty, href: 'https://example.org/"><x>#)(' }] },
      { kind: 'list', ordered: false, items: [] },
      { kind: 'table', caption: nasty, header: [nasty, nasty], rows: [] },
    ],
  }
  expect(toHtml(report)).not.toMatch(/<script|"><x>/u)
  expect((await toPdf(report, AT)).length).toBeGreaterThan(1000)
  expect(docxText(await toDocx(report))).toContain('#panic()')
  expect(toMarkdown(report)).toContain('\\<script\\>')
})
