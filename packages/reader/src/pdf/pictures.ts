/** How much of a page its pictures cover. */
import type { PageFrame } from './frame.ts'
import type { Pdfium } from './pdfium.ts'
import { FORM, matrixOf, times, type Matrix } from './rulings.ts'

/** FPDF_PAGEOBJ_IMAGE of fpdf_edit.h. */
const IMAGE = 3
/** The page is looked at in so many strips each way. */
const STRIPS = 20

/** The share of the page, 0..1, over which a picture lies. Scanners may cut a page into strips: all pictures count together. */
export function coveredBy(pdfium: Pdfium, page: number, frame: PageFrame): number {
  const covered = new Set<number>()
  const { call } = pdfium
  const visit = (object: number, outer: Matrix, depth: number) => {
    const type = call.FPDFPageObj_GetType(object)
    if (type !== IMAGE && (type !== FORM || depth > 8)) return
    const matrix = times(matrixOf(pdfium, object), outer)
    if (type === IMAGE) return cover(matrix, frame, covered)
    const count = call.FPDFFormObj_CountObjects(object)
    for (let i = 0; i < count; i++) visit(call.FPDFFormObj_GetObject(object, i), matrix, depth + 1)
  }
  const count = call.FPDFPage_CountObjects(page)
  for (let i = 0; i < count; i++) visit(call.FPDFPage_GetObject(page, i), [1, 0, 0, 1, 0, 0], 0)
  return covered.size / STRIPS ** 2
}

/** A picture fills the unit square of its own space. */
function cover([a, b, c, d, e, f]: Matrix, frame: PageFrame, covered: Set<number>) {
  const xs = [e, e + a, e + c, e + a + c]
  const ys = [f, f + b, f + d, f + b + d]
  const [x0, y0, x1, y1] = frame.boxSeen(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
  for (let row = 0; row < STRIPS; row++)
    for (let col = 0; col < STRIPS; col++) {
      const [x, y] = [((col + 0.5) * frame.width) / STRIPS, ((row + 0.5) * frame.height) / STRIPS]
      if (x > x0 && x < x1 && y > y0 && y < y1) covered.add(row * STRIPS + col)
    }
}
