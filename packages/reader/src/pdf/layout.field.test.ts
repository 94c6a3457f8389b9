import { existsSync, readFileSync } from 'node:fs'
import { expect, test, describe } from 'vitest'
import type { Table } from '../layout.ts'
import { joinLines } from '../text/join.ts'
import { layoutOfPdf, loadPdfium } from './index.ts'

const FOLDER = new URL('../../../../../shared/eval/dev/', import.meta.url)

/** What a hand-made truth quotes, without spaces: the layout must hold each text whole in one cell or paragraph. */
function truthOf(name: string): string[] {
  const { items } = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as {
    items: { text: string; fields: Record<string, { text: string }> }[]
  }
  return items.flatMap(item => [item.text, ...Object.values(item.fields).map(field => field.text)]).map(bare)
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

async function read(name: string) {
  const layout = layoutOfPdf(await loadPdfium(), readFileSync(new URL(name, FOLDER)))
  const tables: Table[] = layout.blocks.filter(block => block.type === 'table').map(block => block.table)
  const texts = [
    ...tables.flatMap(table => table.cells.map(cell => bare(joinLines(cell.lines)))),
    ...layout.blocks.filter(block => block.type === 'paragraph').map(block => bare(joinLines(block.lines))),
  ]
  return { layout, tables, texts }
}

describe.skipIf(!existsSync(FOLDER))('plans as they are published', () => {
  test.each([
    ['cod-nap2', 0.97],
    ['en-ruled', 0.99],
    ['es-tabs', 0.95],
  ])('nearly every text of %s stands whole in one cell or paragraph', async (name, share) => {
    const { texts } = await read(`${name}.pdf`)
    const truth = truthOf(`${name}.truth.json`)
    const whole = truth.filter(text => texts.some(other => other.includes(text)))
    expect(whole.length / truth.length).toBeGreaterThanOrEqual(share)
  })

  test('a matrix over many pages is one table', async () => {
    const { tables } = await read('cod-nap2.pdf')
    expect(tables.some(table => table.parts.length >= 5 && table.headerRows === 1)).toBe(true)
    const ruled = await read('en-ruled.pdf')
    expect(ruled.tables.some(table => table.parts.length >= 3 && table.headerRows === 2)).toBe(true)
  })
})
