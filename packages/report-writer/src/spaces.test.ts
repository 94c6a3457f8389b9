/** Each file has a line's words in their order, with their spaces and no others, whatever looks change between and within words. */
import { readPlan } from '@open1325/reader'
import { unzipSync } from 'fflate'
import { micromark } from 'micromark'
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote'
import { expect, test } from 'vitest'
import { parseMarkup, plain, toDocx, toHtml, toMarkdown, toPdf, type ReportDocument } from './index.ts'

const AT = new Date('2026-01-01')
const TYPED = {
  en: '**Government (by us): **Done, *un***believ**able; see [the plan](https://e.org)s^[Page 3.], and more.',
  fr: '**Gouvernement\u00a0:** fait, l’*an*née ; voir [le plan](https://e.org)^[Page 3.].',
  ar: '**الحكومة (نحن):** تم، و*ال***قرار**؛ انظر [الخطة](https://e.org)^[الصفحة 3.]، ثم؟',
  es: '**Gobierno: **hecho, *in***creíble**mente; véase [el plan](https://e.org)^[Página 3.].',
  ru: '**Правительство: **да, *не***веро**ятно; см. [план](https://e.org)^[С. 3.].',
}
const text = (xml: string): string =>
  xml
    .replace(/<sup>.*?<\/sup>|<[^>]+>/gsu, '')
    .replace(/&(lt|gt|quot|amp);/gu, (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '&')

test.each(Object.entries(TYPED))('in %s', async (language, typed) => {
  const blocks = parseMarkup(typed)
  const [block] = blocks
  const meant = block?.kind === 'paragraph' ? plain(block.text) : ''
  const report: ReportDocument = { language, title: 'T', cover: null, contents: null, notes: 'N', blocks, claims: [] }
  const docx = new TextDecoder().decode(unzipSync(await toDocx(report))['word/document.xml'])
  expect(text([...docx.matchAll(/<w:p>(.*?)<\/w:p>/gsu)][1]![1]!)).toBe(meant)
  expect(text(toHtml(report).match(/<p dir="auto">(.*?)<\/p>/su)![1]!)).toBe(meant)
  const rendered = micromark(toMarkdown(report), { extensions: [gfmFootnote()], htmlExtensions: [gfmFootnoteHtml()] })
  expect(text(rendered.match(/<p>(.*?)<\/p>/su)![1]!)).toBe(meant)
  // The reader brings order into what runs from right to left: there only letters are compared.
  const pdf = (await readPlan(await toPdf(report, AT), { name: 'report.pdf' })).pages[0]!.text.replace(/\s+/gu, ' ')
  const inPdf = (said: string) =>
    (language === 'ar' ? said.replace(/[^\p{L}]/gu, '') : said.replace(/(?<=[\p{L}.!])\d| +(?=[.,!])/gu, ''))
      .normalize('NFKC')
      .replace(/\s+/gu, ' ')
  expect(inPdf(pdf)).toContain(inPdf(meant))
})
