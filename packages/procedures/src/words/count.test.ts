import { expect, test } from 'vitest'
import { ruleOf } from '../../../../library/bodies.ts'
import type { Block, TextDocument } from '../document.ts'
import { countWords } from './count.ts'

const blocks: Block[] = [
  { kind: 'cover', lines: ['Alternative report', 'Women of the Valley'] }, // 2 + 4
  { kind: 'heading', level: 1, text: 'Article 7', number: '1.' }, // 2
  { kind: 'paragraph', number: '12.', text: [{ text: 'No plan ' }, { text: 'names money.', bold: true }] }, // 4
  { kind: 'list', ordered: true, items: ['Name it.', 'Spend it well.'] }, // 2 + 3
  {
    kind: 'table',
    caption: 'Posts',
    header: ['Year', 'Women'],
    rows: [
      ['2024', '36'],
      ['2025', '–'],
    ],
  }, // 1 + 2 + 2 + 1
  { kind: 'footnote', text: 'National plan, page 12.' }, // 4
  { kind: 'image', alternative: 'A chart of posts held' },
  { kind: 'annex', title: 'Questions', holds: 'own-text', blocks: [{ kind: 'paragraph', text: 'Who was asked?' }] }, // 1 + 3
]
const document: TextDocument = { language: 'en', blocks }
const counting = (rule: string) => ruleOf(rule).counting

test('each part has its words; numbers of paragraphs and what stands for a picture have none', () => {
  expect(countWords(document).parts).toEqual({ text: 11, tables: 6, footnotes: 4, cover: 6, annexes: 4 })
})

test('a body that says nothing of how it counts: everything counts, and the least is the text alone', () => {
  const { words, least, unsaid, leftOut } = countWords(document)
  expect([words, least]).toEqual([31, 11])
  expect([unsaid, leftOut]).toEqual([['tables', 'footnotes', 'cover', 'annexes'], []])
})

test('CEDAW counts footnotes; of the cover, tables and annexes it says nothing', () => {
  const { words, least, unsaid } = countWords(document, counting('cedaw-session-2021'))
  expect([words, least, unsaid]).toEqual([31, 15, ['tables', 'cover', 'annexes']])
})

test('the Universal Periodic Review leaves the cover page out', () => {
  const { words, leftOut } = countWords(document, counting('upr-stakeholder-2011'))
  expect([words, leftOut]).toEqual([25, ['cover']])
})

test('CSW counts the cover page that its system puts in front: about a hundred words', () => {
  const text: TextDocument = { language: 'en', blocks: [{ kind: 'paragraph', text: 'Peace needs women.' }] }
  expect(countWords(text, counting('csw-written-2014'))).toMatchObject({ words: 103, added: 100, least: 103 })
})

test('what word processors show is told beside: a lone dash is a word to Word', () => {
  const text: TextDocument = { language: 'en', blocks: [{ kind: 'paragraph', text: 'Peace – with women.' }] }
  expect(countWords(text)).toMatchObject({ words: 3, shown: { word: 4, libreOffice: 3 } })
})

test('an empty document has no words', () => {
  expect(countWords({ language: 'en', blocks: [] })).toMatchObject({ words: 0, least: 0, unsaid: [] })
})
