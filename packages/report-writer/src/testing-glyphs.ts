/** For tests: what stands on a PDF's page as eyes see it, from left to right, whatever the order in which it is written. */
import { init } from '@embedpdf/pdfium'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))

interface Glyph {
  sign: string
  /** Of its middle, in points from the left edge. */
  x: number
  /** Of its baseline, in points from the lower edge. */
  y: number
}

/** The lines of a page from top to bottom, without their spaces. @param page from 1 */
export async function linesSeen(pdf: Uint8Array, page = 1): Promise<string[]> {
  const pdfium = await init({
    wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) as ArrayBuffer,
  })
  pdfium.PDFiumExt_Init()
  // The package names what it takes and gives, not the memory that both stand in.
  const memory = pdfium.pdfium as unknown as { HEAPU8: Uint8Array; HEAPF64: Float64Array }
  const { malloc, free } = pdfium.pdfium.wasmExports
  const data = malloc(pdf.length)
  memory.HEAPU8.set(pdf, data)
  const numbers = malloc(32)
  const document = pdfium.FPDF_LoadMemDocument(data, pdf.length, '')
  const opened = pdfium.FPDF_LoadPage(document, page - 1)
  const text = pdfium.FPDFText_LoadPage(opened)
  const number = (n: number): number => memory.HEAPF64[numbers / 8 + n]!
  const glyphs: Glyph[] = []
  for (let n = 0; n < pdfium.FPDFText_CountChars(text); n++) {
    const sign = String.fromCodePoint(pdfium.FPDFText_GetUnicode(text, n))
    if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(sign)) continue
    pdfium.FPDFText_GetCharBox(text, n, numbers, numbers + 8, numbers + 16, numbers + 24)
    const x = (number(0) + number(1)) / 2
    pdfium.FPDFText_GetCharOrigin(text, n, numbers, numbers + 8)
    glyphs.push({ sign, x, y: number(1) })
  }
  pdfium.FPDFText_ClosePage(text)
  pdfium.FPDF_ClosePage(opened)
  pdfium.FPDF_CloseDocument(document)
  free(numbers)
  free(data)
  const lines = [...Map.groupBy(glyphs, ({ y }) => Math.round(y / 2))].toSorted(([a], [b]) => b - a)
  return lines.map(([, line]) =>
    line
      .toSorted((a, b) => a.x - b.x)
      .map(({ sign }) => sign)
      .join(''),
  )
}
