import { globSync, readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { expect, test } from 'vitest'
import { readPage } from './page.ts'
import { loadPdfium, openPdf } from './pdfium.ts'

const root = new URL('../../../../', import.meta.url).pathname
const [font] = globSync('node_modules/@expo-google-fonts/noto-sans/400Regular/*.ttf', { cwd: root })

test('a cell that goes on over the page is a cell on both, and takes nothing else of either page', async () => {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(root + font)] }] })
  const bytes = compiler.pdf(
    {
      mainFileContent: `
#set page(width: 200pt, height: 120pt, margin: 20pt)
#set text(font: "Noto Sans", size: 10pt)
= Matrix
#table(columns: (62pt, 62pt), [Train women who mediate in all councils of peace], [Ministry])
After`,
    },
    { creationTimestamp: 0, pdfTags: true },
  )
  const pdfium = await loadPdfium()
  const file = openPdf(pdfium, bytes)
  const words = [1, 2].map(number => readPage(pdfium, file.document, number).words)
  const inCells = words.map(page =>
    page
      .filter(word => word.tag?.cell)
      .map(word => word.text)
      .join(' '),
  )
  const outside = words.map(page =>
    page
      .filter(word => word.tag && !word.tag.cell)
      .map(word => word.text)
      .join(' '),
  )
  file.close()
  expect(outside).toEqual(['Matrix', 'After'])
  expect(inCells.join(' ')).toBe('Train women who mediate in Ministry all councils of peace')
})
