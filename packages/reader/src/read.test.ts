import { afterAll, expect, test } from 'vitest'
import { pdf, ruledTable, textLines } from '../test/pdf.ts'
import { closeRenderer, readPlan, readTables, renderPage } from './index.ts'

afterAll(closeRenderer)

const GRID = ruledTable(
  [50, 200, 350],
  [100, 130, 160],
  [
    ['Action', 'Indicator'],
    ['Train judges', 'Number of judges'],
  ],
)

test('a file is read in a thread of its own and tells how far it is', async () => {
  const steps: string[] = []
  const { document, pages } = await readPlan(pdf([GRID, textLines('An annex', 50, 100)]), {
    name: 'plan.pdf',
    onProgress: ({ pagesDone, pages }) => steps.push(`${pagesDone}/${pages}`),
  })
  expect(steps).toEqual(['1/2', '2/2'])
  expect(document.source).toMatchObject({ name: 'plan.pdf', mediaType: 'application/pdf', pages: 2 })
  expect(document.source.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(pages.map(page => page.number)).toEqual([1, 2])
})

test('tables come before any meaning is given to them', async () => {
  const { tables } = await readTables(pdf([GRID]), { name: 'plan.pdf' })
  expect(tables[0]!.parts[0]!.cells.map(cell => cell.text)).toEqual([
    'Action',
    'Indicator',
    'Train judges',
    'Number of judges',
  ])
})

test('a long file reads the same by one thread and by two', async () => {
  const pages = Array.from({ length: 304 }, (_, i) => [...GRID, ...textLines(`Part ${i} of the plan`, 50, 200)])
  const file = pdf(pages)
  const steps: number[] = []
  const alone = await readPlan(file, { name: 'plan.pdf', threads: 1 })
  const together = await readPlan(file, {
    name: 'plan.pdf',
    threads: 2,
    onProgress: ({ pagesDone }) => steps.push(pagesDone),
  })
  expect(JSON.stringify(together)).toBe(JSON.stringify(alone))
  expect(steps.at(-1)).toBe(304)
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
})

const bytes = (text: string) => new TextEncoder().encode(text)
const LOCK =
  '/Encrypt << /Filter /Standard /V 1 /R 2 /O <' +
  'a1'.repeat(32) +
  '> /U <' +
  'b2'.repeat(32) +
  '> /P -4 >> /ID [<00><00>]'

test.each([
  ['an empty file', new Uint8Array(), 'empty'],
  ['a picture with the name of a plan', bytes('\u0001PNG'), 'not-readable'],
  ['a PDF that ends after its first line', bytes('%PDF-1.7\n'), 'broken'],
  ['a PDF that asks for a password', pdf([GRID], { trailer: LOCK }), 'encrypted'],
])('%s is refused with the reason', async (_, file, code) => {
  await expect(readPlan(file, { name: 'plan.pdf' })).rejects.toMatchObject({ name: 'ReaderError', code })
})

test('limits on size and pages are kept', async () => {
  const file = pdf([GRID, GRID, GRID])
  await expect(readPlan(file, { name: 'a.pdf', maxBytes: 100 })).rejects.toMatchObject({ code: 'too-large' })
  await expect(readPlan(file, { name: 'a.pdf', maxPages: 2 })).rejects.toMatchObject({ code: 'too-many-pages' })
})

test('a reading can be cancelled, before it begins and while it runs', async () => {
  const file = pdf([GRID])
  await expect(readPlan(file, { name: 'a.pdf', signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  })
  const control = new AbortController()
  const reading = readPlan(file, { name: 'a.pdf', signal: control.signal })
  control.abort()
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
})

test('a reading that takes longer than it may is given up', async () => {
  await expect(readPlan(pdf([GRID]), { name: 'a.pdf', stepMilliseconds: 1 })).rejects.toMatchObject({ code: 'timeout' })
})

test('a page is drawn as wide as asked, red first, white where nothing stands', async () => {
  const file = pdf([[{ fill: [0, 0, 300, 400], gray: 0 }]])
  const picture = await renderPage(file, 1, { width: 60 })
  expect([picture.width, picture.height, picture.rgba.length]).toEqual([60, 80, 60 * 80 * 4])
  expect([...picture.rgba.subarray(0, 4)]).toEqual([0, 0, 0, 255])
  expect([...picture.rgba.subarray(-4)]).toEqual([255, 255, 255, 255])
  await expect(renderPage(file, 9, { width: 60 })).rejects.toMatchObject({ code: 'broken' })
})
