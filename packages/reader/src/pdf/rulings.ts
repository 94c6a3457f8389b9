/** The straight lines of a page, however they were drawn: strokes, thin filled rectangles, boxes; and its filled areas. */
import type { Box } from '../plan-document.ts'
import type { PageFrame } from './frame.ts'
import type { Pdfium } from './pdfium.ts'

/** A horizontal line at y = `at` from x = `from` to `to`; a vertical one with x and y changed. Points on the seen page. */
export interface Ruling {
  at: number
  from: number
  to: number
}
export interface PageLines {
  across: Ruling[]
  down: Ruling[]
  /** Areas filled with a colour other than white. */
  fills: { box: Box; color: string }[]
  /** Small filled shapes as wide as high: the bullets of programs that draw them. */
  dots: Box[]
}

export type Matrix = [number, number, number, number, number, number]

/** Filled rectangles up to this thickness are lines (Word draws borders so), in points. */
const THIN = 2.6
/** Shorter strokes are dashes, dots or letter parts, in points. */
const SHORT = 3
/** FPDF_PAGEOBJ_PATH and FPDF_PAGEOBJ_FORM, segment types of fpdf_edit.h. */
const PATH = 2
export const FORM = 5
const LINE_TO = 0
const BEZIER_TO = 1
const MOVE_TO = 2

/** All lines and filled areas of the page, those inside form objects too. */
export function linesOf(pdfium: Pdfium, page: number, frame: PageFrame): PageLines {
  const lines: PageLines = { across: [], down: [], fills: [], dots: [] }
  const { call } = pdfium
  const count = call.FPDFPage_CountObjects(page)
  for (let i = 0; i < count; i++) visit(pdfium, call.FPDFPage_GetObject(page, i), [1, 0, 0, 1, 0, 0], frame, lines, 0)
  return lines
}

function visit(pdfium: Pdfium, object: number, outer: Matrix, frame: PageFrame, lines: PageLines, depth: number) {
  const { call } = pdfium
  const type = call.FPDFPageObj_GetType(object)
  if (type !== PATH && type !== FORM) return
  const matrix = times(matrixOf(pdfium, object), outer)
  if (type === PATH) return addPath(pdfium, object, matrix, frame, lines)
  if (depth > 8) return
  const count = call.FPDFFormObj_CountObjects(object)
  for (let i = 0; i < count; i++) visit(pdfium, call.FPDFFormObj_GetObject(object, i), matrix, frame, lines, depth + 1)
}

export function matrixOf({ call, scratch, f32 }: Pdfium, object: number): Matrix {
  call.FPDFPageObj_GetMatrix(object, scratch)
  return [0, 4, 8, 12, 16, 20].map(at => f32(scratch + at)) as Matrix
}

export function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

function addPath(pdfium: Pdfium, path: number, matrix: Matrix, frame: PageFrame, lines: PageLines) {
  const { call, scratch } = pdfium
  const count = call.FPDFPath_CountSegments(path)
  if (count < 2 || count > 4000) return
  call.FPDFPath_GetDrawMode(path, scratch, scratch + 4)
  const filled = pdfium.i32(scratch) !== 0
  const stroked = pdfium.i32(scratch + 4) !== 0
  if (!filled && !stroked) return
  if (filled) addDot(pdfium, path, count, matrix, frame, lines)
  for (const points of subpaths(pdfium, path, count, matrix, frame)) {
    if (stroked) for (let i = 1; i < points.length; i++) addStroke(points[i - 1]!, points[i]!, lines)
    if (filled) addFill(points, colorOf(pdfium, path), stroked, lines)
  }
}

/** The straight-edged pieces of a path as points on the seen page; pieces with curves are left out. */
function subpaths(pdfium: Pdfium, path: number, count: number, matrix: Matrix, frame: PageFrame): [number, number][][] {
  const { call, scratch } = pdfium
  const pieces: [number, number][][] = []
  let points: [number, number][] = []
  let curved = false
  const finish = () => {
    if (points.length > 1 && !curved) pieces.push(points)
    points = []
    curved = false
  }
  for (let i = 0; i < count; i++) {
    const segment = call.FPDFPath_GetPathSegment(path, i)
    const type = call.FPDFPathSegment_GetType(segment)
    if (type === MOVE_TO) finish()
    if (type === BEZIER_TO) curved = true
    if (type !== MOVE_TO && type !== LINE_TO) continue
    call.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4)
    const [x, y] = [pdfium.f32(scratch), pdfium.f32(scratch + 4)]
    points.push(frame.toSeen(x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5]))
  }
  finish()
  return pieces
}

function addStroke([ax, ay]: [number, number], [bx, by]: [number, number], lines: PageLines) {
  const [dx, dy] = [Math.abs(ax - bx), Math.abs(ay - by)]
  if (dx >= SHORT && dy < 0.6) lines.across.push({ at: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx) })
  else if (dy >= SHORT && dx < 0.6) lines.down.push({ at: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by) })
}

function addFill(points: [number, number][], color: string, stroked: boolean, lines: PageLines) {
  const xs = points.map(p => p[0])
  const ys = points.map(p => p[1])
  const [x0, y0, x1, y1] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  const [width, height] = [x1 - x0, y1 - y0]
  if (height <= THIN && width >= height) {
    if (!stroked) lines.across.push({ at: (y0 + y1) / 2, from: x0, to: x1 })
  } else if (width <= THIN) {
    if (!stroked) lines.down.push({ at: (x0 + x1) / 2, from: y0, to: y1 })
  } else if (points.length <= 6 && color !== WHITE) lines.fills.push({ box: [x0, y0, x1, y1], color })
}

/** Shapes with more path segments are drawings; a bullet's size in points. */
const DOT = { segments: 64, smallest: 1.2, largest: 8 }

function addDot(pdfium: Pdfium, path: number, count: number, matrix: Matrix, frame: PageFrame, lines: PageLines) {
  const { call, scratch } = pdfium
  if (count < 4 || count > DOT.segments) return
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < count; i++) {
    call.FPDFPathSegment_GetPoint(call.FPDFPath_GetPathSegment(path, i), scratch, scratch + 4)
    const [px, py] = [pdfium.f32(scratch), pdfium.f32(scratch + 4)]
    const [x, y] = frame.toSeen(
      px * matrix[0] + py * matrix[2] + matrix[4],
      px * matrix[1] + py * matrix[3] + matrix[5],
    )
    ;[x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)]
  }
  const [width, height] = [x1 - x0, y1 - y0]
  const isSmall = Math.min(width, height) >= DOT.smallest && Math.max(width, height) <= DOT.largest
  if (isSmall && Math.abs(width - height) < 0.25 * width) lines.dots.push([x0, y0, x1, y1])
}

const WHITE = 'ffffff'

function colorOf(pdfium: Pdfium, object: number): string {
  const { call, scratch } = pdfium
  if (!call.FPDFPageObj_GetFillColor(object, scratch, scratch + 4, scratch + 8, scratch + 12)) return '000000'
  return [0, 4, 8]
    .map(at =>
      pdfium
        .i32(scratch + at)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
}
