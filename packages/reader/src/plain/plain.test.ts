import { expect, test } from 'vitest'
import { madePlans } from '../../test/plans/made/index.ts'
import { scoreOf } from '../../test/plans/score.ts'
import { toMarkdown } from '../../test/plans/to-markdown.ts'
import { truthOf } from '../../test/plans/truth.ts'
import { mediaTypeOf, TEXT } from '../media-type.ts'
import { planOf } from '../plan/index.ts'
import { layoutOfText } from './index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => layoutOfText(utf8(text)).blocks
const shape = (text: string) =>
  read(text).map(b =>
    b.type === 'paragraph'
      ? [b.heading, b.lines[0]!.list?.marker ?? null, b.lines.map(l => l.text).join('/')]
      : b.table.cells.map(c => [c.row, c.col, c.lines.map(l => l.text).join('/'), c.at]),
  )

for (const plan of madePlans)
  test(`${plan.name} as Markdown reads back as it was written`, () => {
    const bytes = utf8(toMarkdown(plan))
    expect(mediaTypeOf(bytes)).toBe(TEXT)
    const document = planOf(layoutOfText(bytes), { name: plan.name, sha256: '', mediaType: TEXT, pages: null })
    const truth = truthOf(plan)
    const score = scoreOf(truth, document)
    expect(Math.min(...Object.values(score)), JSON.stringify(score)).toBeGreaterThanOrEqual(0.95)
    expect([document.title, document.period]).toEqual([truth.title, truth.period])
  })

test('headings, lists, tables and paragraphs are told apart', () => {
  const text = [
    '# One #',
    'Two',
    '---',
    'Words that',
    'go **on**  ',
    'here[^1]',
    '',
    '- an item',
    '  of two lines',
    '1. numbered',
    '',
    'a | b\\|c',
    '--|--',
    'd | e<br>f',
    '',
    '[^1]: a note',
  ]
  expect(shape(text.join('\n'))).toEqual([
    [1, null, 'One'],
    [2, null, 'Two'],
    [null, null, 'Words that go on/here'],
    [null, '•', 'an item of two lines'],
    [null, '1.', 'numbered'],
    [
      [0, 0, 'a', 'table 1, row 1, column 1'],
      [0, 1, 'b|c', 'table 1, row 1, column 2'],
      [1, 0, 'd', 'table 1, row 2, column 1'],
      [1, 1, 'e/f', 'table 1, row 2, column 2'],
    ],
  ])
})

test('in a text without marks a short line ends a paragraph, a full one goes on', () => {
  const text =
    'Ministry\nPlan 2025-2028\nThe ministry adopted this plan after six open meetings and\nreports on it every year.\nNext'
  expect(shape(text).map(p => p[2])).toEqual([
    'Ministry',
    'Plan 2025-2028',
    'The ministry adopted this plan after six open meetings and reports on it every year.',
    'Next',
  ])
})

test.each([
  ['windows-1252', 'Plan d’action', [0x50, 0x6c, 0x61, 0x6e, 0x20, 0x64, 0x92, 0x61, 0x63, 0x74, 0x69, 0x6f, 0x6e]],
  ['windows-1256', 'الخطة', [0xc7, 0xe1, 0xce, 0xd8, 0xc9]],
  ['windows-1251', 'План дій', [0xcf, 0xeb, 0xe0, 0xed, 0x20, 0xe4, 0xb3, 0xe9]],
  ['UTF-16', 'Plán', [0xff, 0xfe, 0x50, 0, 0x6c, 0, 0xe1, 0, 0x6e, 0]],
])('a text in %s is read', (_, text, bytes) => {
  expect(mediaTypeOf(Uint8Array.from(bytes))).toBe(TEXT)
  expect(layoutOfText(Uint8Array.from(bytes)).pages[0]!.text).toBe(text)
})

test.each([
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['numbers without a word', utf8('1 2 3')],
  ['rich text', utf8('{\\rtf1 Plan}')],
  ['XML', utf8('<?xml version="1.0"?><plan/>')],
])('%s is not taken for text', (_, bytes) => {
  expect(() => mediaTypeOf(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ code: 'not-readable' }))
})

test('a line of a million marks is read in no time worth telling', () => {
  expect(read(`${'*'.repeat(200_000)}\n${'['.repeat(200_000)}\n${'|'.repeat(100)}`)).not.toHaveLength(0)
})

test('bytes without a space are noise, whatever letters an old encoding makes of them; Cyrillic and Arabic text is none', () => {
  const noise = Uint8Array.from({ length: 2000 }, (_, i) => 0xc0 + ((i * 37) % 60))
  expect(() => mediaTypeOf(noise)).toThrow('This is no PDF')
  const cyrillic = Uint8Array.from('План дій 2025. '.repeat(60), sign => {
    const code = sign.codePointAt(0)!
    return code < 0x80 ? code : 0xc0 + (code % 0x40)
  })
  expect(mediaTypeOf(cyrillic)).toBe(TEXT)
  expect(mediaTypeOf(utf8('خطة العمل الوطنية للمرأة والسلام والأمن. '.repeat(200)))).toBe(TEXT)
})
