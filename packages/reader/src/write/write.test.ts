import { strFromU8, unzipSync } from 'fflate'
import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import type { Item, PlanDocument } from '../plan-document.ts'
import { toCsv } from './csv.ts'
import { toXlsx } from './xlsx.ts'

function item(given: Partial<Item>): Item {
  const text = given.text ?? 'Train police officers'
  return {
    id: 'i1',
    kind: 'action',
    number: null,
    text,
    parent: null,
    fields: {},
    cites: [{ page: 4, box: null, quote: text }],
    ...given,
  }
}

function plan(...items: Item[]): PlanDocument {
  return {
    format: 'open1325-plan/1',
    source: { name: 'plan.pdf', sha256: '0'.repeat(64), mediaType: 'application/pdf', pages: 9 },
    languages: ['en'],
    title: null,
    issuer: null,
    period: null,
    items,
    warnings: [],
  }
}

test('a plan becomes one line for each item, with its fields, its pages and its words', () => {
  const text = toCsv(
    plan(
      item({ id: 'o1', kind: 'objective', number: '1', text: 'Protection' }),
      item({
        parent: 'o1',
        fields: {
          responsible: { text: 'Ministry of the Interior', cites: [] },
          budget: { text: '10,000 USD', cites: [] },
        },
        cites: [
          { page: 4, box: null, quote: 'Train police' },
          { page: 5, box: null, quote: 'officers' },
        ],
      }),
    ),
  )
  expect(text.split('\r\n')).toEqual([
    'id,kind,number,text,parent,responsible,partners,timeframe,budget,baseline,target,verification,pages,quote',
    'o1,objective,1,Protection,,,,,,,,,4,Protection',
    'i1,action,,Train police officers,o1,Ministry of the Interior,,,"10,000 USD",,,,4; 5,Train police … officers',
    '',
  ])
})

test('in a file without pages the place is given in words', () => {
  const cites = [{ page: null, box: null, at: 'table 2, row 5', quote: 'Train' }]
  expect(toCsv(plan(item({ cites })))).toContain('"table 2, row 5",Train')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('a cell that begins like a formula (%j) is made harmless', text => {
  expect(toCsv(plan(item({ text })))).toContain(`,'${text},`)
})

test('quotation marks and line breaks survive', () => {
  expect(toCsv(plan(item({ text: 'The "1325"\nplan' })))).toContain('"The ""1325""\nplan"')
})

test('a workbook holds the same rows as text, also where they look like formulas or hold what XML cannot', async () => {
  const bytes = await toXlsx(plan(item({ text: '=1+1 <b> & \u0001' }), item({ text: 'تدريب الشرطة' })))
  const texts = textsIn(bytes)
  expect(texts).toContain('verification')
  expect(texts).toContain('=1+1 <b> & ')
  expect(texts).toContain('تدريب الشرطة')
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>')
})

test('a plan in Arabic opens from the right', async () => {
  const bytes = await toXlsx({ ...plan(item({})), languages: ['ar'] })
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('rightToLeft="1"')
})

test('a workbook of a plan without items is still a workbook', async () => {
  expect(textsIn(await toXlsx(plan()))).toContain('quote')
})

function partOf(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
}

function textsIn(bytes: Uint8Array): string[] {
  const parser = new XMLParser({ isArray: name => name === 'si', trimValues: false, parseTagValue: false })
  const { sst } = parser.parse(partOf(bytes, 'xl/sharedStrings.xml')) as { sst: { si: { t: string }[] } }
  return sst.si.map(entry => String(entry.t))
}
