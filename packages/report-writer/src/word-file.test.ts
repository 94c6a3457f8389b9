/** The Word file is whole: everything in it that leads somewhere arrives, and what assistive programs need is there. */
import { XMLValidator } from 'fast-xml-parser'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { parseMarkup, toDocx } from './index.ts'
import { arabicReport, englishReport } from './testing.ts'

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(match => match[1] ?? '')
/** Words of a part, without the instructions of fields. */
const said = (xml: string): string => xml.replace(/<w:instrText.*?<\/w:instrText>|<[^>]+>/gsu, '')

test.each([
  ['en', englishReport],
  ['ar', arabicReport],
] as const)('in %s', async (language, report) => {
  const files = unzipSync(await toDocx(report()))
  const text = (path: string) => new TextDecoder().decode(files[path])
  for (const path of Object.keys(files).filter(name => /\.(?:xml|rels)$/u.test(name)))
    expect(XMLValidator.validate(text(path)), path).toBe(true)

  // Every relationship leads to a part or out of the file, and every one that is used exists.
  const types = text('[Content_Types].xml')
  for (const path of Object.keys(files).filter(name => name.startsWith('word/_rels/'))) {
    const rels = text(path)
    for (const [relationship] of rels.matchAll(/<Relationship [^>]*>/gu)) {
      const target = relationship.match(/Target="([^"]*)"/u)![1]!
      if (!relationship.includes('TargetMode="External"')) expect(files, target).toHaveProperty([`word/${target}`])
    }
    const part = path.replace('_rels/', '').replace(/\.rels$/u, '')
    const ids = all(rels, / Id="([^"]*)"/gu)
    for (const id of all(text(part), / r:(?:id|embed|link)="([^"]*)"/gu)) expect(ids, part).toContain(id)
  }
  for (const name of Object.keys(files).filter(one => /\.(?:png|svg)$/u.test(one)))
    expect(types).toContain(`Extension="${name.split('.').at(-1)}"`)

  const body = text('word/document.xml')
  const styles = all(text('word/styles.xml'), /w:styleId="([^"]*)"/gu)
  for (const style of all(body + text('word/footnotes.xml'), /<w:[pr]Style w:val="([^"]*)"/gu))
    expect(styles).toContain(style)
  expect(text('word/styles.xml')).toContain(`w:lang w:val="${language}"`)
  const numbers = all(text('word/numbering.xml'), /<w:num [^>]*w:numId="(\d+)"/gu)
  for (const number of all(body, /<w:numId w:val="(\d+)"/gu)) expect(numbers).toContain(number)

  // Footnotes, and what leads within the file.
  const marks = all(body, /<w:footnoteReference w:id="(\d+)"/gu)
  expect(all(text('word/footnotes.xml'), /<w:footnote w:id="(\d+)"/gu).filter(id => marks.includes(id))).toEqual(marks)
  const bookmarks = all(body, /<w:bookmarkStart w:name="([^"]*)"/gu)
  expect(new Set(bookmarks).size).toBe(bookmarks.length)
  for (const anchor of [...all(body, / w:anchor="([^"]*)"/gu), ...all(body, /(?:PAGE|NOTE)REF (\w+)/gu)])
    expect(bookmarks).toContain(anchor)

  // The contents can be read at once: an entry with its words for each heading of the first two levels.
  const entries = all(body, /<w:pStyle w:val="TOC[12]"\/>(.*?)<\/w:p>/gsu)
  const headings = all(body, /<w:pStyle w:val="Heading[12]"\/>(.*?)<\/w:p>/gsu)
  expect(entries.map(said)).toEqual(headings.map(said))
  expect(entries.map(said).every(Boolean)).toBe(true)

  // For assistive programs: the first row of a table is its header, rows are whole, pictures have words.
  for (const table of all(body, /<w:tbl>(.*?)<\/w:tbl>/gsu)) {
    const rows = all(table, /<w:tr>(.*?)<\/w:tr>/gsu)
    expect(rows.map(row => /<w:tblHeader\/>/u.test(row))).toEqual(rows.map((_, n) => n === 0))
    expect(rows.every(row => /<w:cantSplit\/>/u.test(row))).toBe(true)
  }
  const pictures = all(body, /<wp:docPr ([^>]*)>/gu)
  expect(pictures).toHaveLength(1)
  for (const picture of pictures) expect(picture).toMatch(/descr="[^"]+"/u)
})

test('the first of several points stays with the second, the last but one with the last, and words before a list with it', async () => {
  const blocks = parseMarkup('The plan says:\n\n- one\n- two\n- three\n- four')
  const body = new TextDecoder().decode(
    unzipSync(await toDocx({ ...englishReport(), cover: null, contents: null, blocks }))['word/document.xml'],
  )
  const kept = all(body, /<w:p>(.*?)<\/w:p>/gsu).map(one => [said(one), /<w:keepNext\/>/u.test(one)])
  expect(kept.slice(1, 6)).toEqual([
    ['The plan says:', true],
    ['one', true],
    ['two', false],
    ['three', true],
    ['four', false],
  ])
})
