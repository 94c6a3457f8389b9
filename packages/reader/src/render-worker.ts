/** Draws pages in a thread of its own. Started by render.ts, one question after the other. */
import { parentPort } from 'node:worker_threads'
import { ReaderError } from './errors.ts'
import { readPage } from './pdf/page.ts'
import { loadPdfium, openPdf, type PdfFile, type Pdfium } from './pdf/pdfium.ts'
import type { Box } from './plan-document.ts'
import type { BoxWords, PagePicture, RenderAnswer, RenderRequest } from './render.ts'
import { wordsOfBox } from './text/box.ts'

/** FPDF_ANNOT and FPDF_REVERSE_BYTE_ORDER of fpdfview.h: with annotations, red first. */
const FLAGS = 0x01 | 0x10
const WHITE = 0xffffffff
/** Very long pages are drawn narrower than asked for. */
const MAX_PIXELS = 40_000_000

const port = parentPort!
const pdfium = await loadPdfium()
const files = new Map<number, PdfFile | ReaderError>()

port.on('message', (request: RenderRequest) => {
  if (request.type === 'open') files.set(request.file, tryToOpen(request.bytes))
  else if (request.type === 'close') close(request.file)
  else answer(request)
})

function tryToOpen(bytes: Uint8Array): PdfFile | ReaderError {
  try {
    return openPdf(pdfium, bytes)
  } catch (error) {
    if (error instanceof ReaderError) return error
    throw error
  }
}

function close(id: number) {
  const file = files.get(id)
  if (file && !(file instanceof ReaderError)) file.close()
  files.delete(id)
}

function answer(request: RenderRequest & { type: 'render' | 'words' }) {
  const { id, page } = request
  const file = files.get(request.file)!
  const result =
    file instanceof ReaderError
      ? file
      : request.type === 'render'
        ? draw(pdfium, file, page, request.width)
        : wordsWithin(pdfium, file, page, request.box)
  if (result instanceof ReaderError) send({ id, code: result.code, message: result.message })
  else if ('rgba' in result) send({ id, picture: result })
  else send({ id, words: result })
}

function wordsWithin(pdfium: Pdfium, file: PdfFile, number: number, box: Box): BoxWords | ReaderError {
  if (number < 1 || number > file.pages) return new ReaderError('broken', `Page ${number} is not there.`)
  return wordsOfBox(readPage(pdfium, file.document, number).words, box)
}

function draw({ call, u8 }: Pdfium, file: PdfFile, number: number, asked: number): PagePicture | ReaderError {
  const page = number >= 1 && number <= file.pages ? call.FPDF_LoadPage(file.document, number - 1) : 0
  if (!page) return new ReaderError('broken', `Page ${number} is not there or cannot be drawn.`)
  try {
    const ratio = call.FPDF_GetPageHeightF(page) / call.FPDF_GetPageWidthF(page)
    const width = Math.max(1, Math.min(asked, Math.floor(Math.sqrt(MAX_PIXELS / ratio))))
    const height = Math.max(1, Math.round(width * ratio))
    const bitmap = call.FPDFBitmap_Create(width, height, 1)
    if (!bitmap) return new ReaderError('broken', `Page ${number} is too large to be drawn.`)
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS)
    const at = call.FPDFBitmap_GetBuffer(bitmap)
    const rgba = u8().slice(at, at + call.FPDFBitmap_GetStride(bitmap) * height)
    call.FPDFBitmap_Destroy(bitmap)
    return { width, height, rgba }
  } finally {
    call.FPDF_ClosePage(page)
  }
}

function send(message: RenderAnswer) {
  port.postMessage(message)
}
