/** A page of a PDF as a picture in shades of grey. */
import type { Pdfium } from '../pdf/pdfium.ts'
import type { Picture } from './picture.ts'

/** Dots an inch: what scanners give and Tesseract was taught on is not much more. */
const DOTS = 200
const POINTS = 72
/** Posters are drawn smaller. */
const MAX_PIXELS = 12_000_000
/** FPDF_ANNOT of fpdfview.h: stamps and notes are seen as well. */
const FLAGS = 0x01
const WHITE = 0xffffffff

/** The picture, and how many points one of its pixels is. Throws where PDFium cannot draw the page. */
export function drawGrey({ call, u8 }: Pdfium, document: number, number: number): { picture: Picture; scale: number } {
  const page = call.FPDF_LoadPage(document, number - 1)
  if (!page) throw new Error(`page ${number} cannot be loaded`)
  try {
    const [wide, high] = [call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page)]
    const zoom = Math.min(DOTS / POINTS, Math.sqrt(MAX_PIXELS / (wide * high)))
    const [width, height] = [Math.max(1, Math.round(wide * zoom)), Math.max(1, Math.round(high * zoom))]
    const bitmap = call.FPDFBitmap_Create(width, height, 0)
    if (!bitmap) throw new Error(`page ${number} is too large to be drawn`)
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS)
    const picture = { width, height, data: greyOf(u8(), call.FPDFBitmap_GetBuffer(bitmap), width * height) }
    call.FPDFBitmap_Destroy(bitmap)
    return { picture, scale: 1 / zoom }
  } finally {
    call.FPDF_ClosePage(page)
  }
}

/** Four bytes a pixel, blue first; a row has no bytes besides. Weights of ITU-R BT.601. */
function greyOf(bytes: Uint8Array, from: number, pixels: number): Uint8Array {
  const grey = new Uint8Array(pixels)
  for (let i = 0, at = from; i < pixels; i++, at += 4)
    grey[i] = (bytes[at]! * 29 + bytes[at + 1]! * 150 + bytes[at + 2]! * 77) >> 8
  return grey
}
