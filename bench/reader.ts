/**
 * How fast a plan becomes a layout and then a plan document, held against what PDFium alone takes for the same file in the same run, and
 * how much memory 500 pages take. Usage: node bench/reader.ts [FILE.pdf]; without a file it draws one.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layoutOfPdf, loadPdfium } from '../packages/reader/src/pdf/index.ts'
import { openPdf, type Pdfium, type PdfiumCalls } from '../packages/reader/src/pdf/pdfium.ts'
import type { Took } from './read-once.ts'
import { pdf, ruledTable, textLines, type Mark } from '../packages/reader/test/pdf.ts'

const ROUNDS = 12
/** A page with fewer letters is a picture, which takes seconds to read: bench/reader-ocr.ts measures those. */
const FEW = 100
/** Pages on which two threads are held against one. */
const LONG = 200
const BAR = { ratio: 1.5, megabytes: 500, pages: 500 }

const pdfium = await loadPdfium()
const file = process.argv[2]
const bytes = file ? readFileSync(file) : pdf(Array.from({ length: 40 }, (_, i) => matrixPage(i)))

const source = { name: 'plan.pdf', sha256: '', mediaType: 'application/pdf', pages: null }

const { planOf } = await import('../packages/reader/src/plan/index.ts')

const bare: number[] = []
const barest: number[] = []
const layout: number[] = []
const reading: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  bare.push(timed(() => extractAll(pdfium.wrapped, bytes)))
  barest.push(timed(() => extractAll(pdfium.call, bytes)))
  layout.push(timed(() => layoutOfPdf(pdfium, bytes)))
  reading.push(timed(() => planOf(layoutOfPdf(pdfium, bytes), source)))
}
const [own, raw, found, whole] = [bare, barest, layout, reading].map(times => Math.min(...times)) as [
  number,
  number,
  number,
  number,
]
console.log(`file: ${file ?? 'drawn for this bench'}; processor time, best of ${ROUNDS}`)
console.log(`PDFium alone, characters with boxes and path segments, by its package's functions: ${own.toFixed(0)} ms`)
console.log(`the same by the module's bare exports: ${raw.toFixed(0)} ms`)
console.log(
  `layout (words, lines, tables, paragraphs): ${found.toFixed(0)} ms, ${(found / own).toFixed(2)} times PDFium alone`,
)
console.log(
  `whole reading (layout, items, fields, cites): ${whole.toFixed(0)} ms, ${(whole / own).toFixed(2)} times PDFium alone (bar ${BAR.ratio}): ${kept(whole / own <= BAR.ratio)}; ${(whole / raw).toFixed(2)} times its bare exports`,
)

// Whole readings, each in a process of its own: what it takes to load is in them.
const folder = mkdtempSync(join(tmpdir(), 'open1325-bench-'))
for (const pages of [LONG, BAR.pages]) {
  const path = join(folder, `${pages}.pdf`)
  writeFileSync(path, repeated(pdfium, bytes, pages))
  const [one, two] = [best(path, 1), best(path, 2)]
  console.log(
    `${pages} pages, ${one.items} items: by one thread ${shown(one)}, by two ${shown(two)}: ${(one.milliseconds / two.milliseconds).toFixed(2)} times as fast${one.sha256 === two.sha256 ? '' : ', NOT THE SAME ANSWER'}`,
  )
  if (pages === BAR.pages)
    console.log(`memory (bar ${BAR.megabytes} MB): ${kept(Math.max(one.megabytes, two.megabytes) < BAR.megabytes)}`)
}
rmSync(folder, { recursive: true })

/** Of two processes the one with the shortest time; a busy machine makes them longer, never shorter. */
function best(path: string, threads: 1 | 2): Took {
  const once = join(import.meta.dirname, 'read-once.ts')
  return Array.from(
    { length: 3 },
    () => JSON.parse(execFileSync(process.execPath, [once, path, String(threads)], { encoding: 'utf8' })) as Took,
  ).reduce((a, b) => (b.milliseconds < a.milliseconds ? b : a))
}

function shown({ milliseconds, cpu, megabytes }: Took): string {
  return `${(milliseconds / 1000).toFixed(2)} s (processor ${(cpu / 1000).toFixed(2)} s), ${megabytes.toFixed(0)} MB`
}

function kept(yes: boolean): string {
  return yes ? 'kept' : 'NOT KEPT'
}

/** Milliseconds of this thread's own processor time, so that a busy machine does not blur the ratio. */
function timed(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

type Asked = Pick<
  PdfiumCalls,
  | 'FPDF_LoadPage'
  | 'FPDF_ClosePage'
  | 'FPDFText_LoadPage'
  | 'FPDFText_ClosePage'
  | 'FPDFText_CountChars'
  | 'FPDFText_GetUnicode'
  | 'FPDFText_GetCharBox'
  | 'FPDFPage_CountObjects'
  | 'FPDFPage_GetObject'
  | 'FPDFPageObj_GetType'
  | 'FPDFPath_CountSegments'
  | 'FPDFPath_GetPathSegment'
  | 'FPDFPathSegment_GetPoint'
>

/** What any reader has to ask of PDFium: each character and its box, and each point of each path. */
function extractAll(call: Asked, data: Uint8Array): void {
  const open = openPdf(pdfium, data)
  const at = pdfium.scratch
  for (let index = 0; index < open.pages; index++) {
    const page = call.FPDF_LoadPage(open.document, index)
    const text = call.FPDFText_LoadPage(page)
    const characters = call.FPDFText_CountChars(text)
    for (let i = 0; i < characters; i++) {
      call.FPDFText_GetUnicode(text, i)
      call.FPDFText_GetCharBox(text, i, at, at + 8, at + 16, at + 24)
    }
    const objects = call.FPDFPage_CountObjects(page)
    for (let i = 0; i < objects; i++) {
      const object = call.FPDFPage_GetObject(page, i)
      if (call.FPDFPageObj_GetType(object) !== 2) continue
      const segments = call.FPDFPath_CountSegments(object)
      for (let j = 0; j < segments; j++)
        call.FPDFPathSegment_GetPoint(call.FPDFPath_GetPathSegment(object, j), at, at + 4)
    }
    call.FPDFText_ClosePage(text)
    call.FPDF_ClosePage(page)
  }
  open.close()
}

/** The file's pages that have text over and over, `pages` in all, as a file of its own. */
function repeated(engine: Pdfium, data: Uint8Array, pages: number): Uint8Array {
  const { call } = engine
  const source = openPdf(engine, data)
  const target = call.FPDF_CreateNewDocument()
  const worded = Array.from({ length: source.pages }, (_, i) => i).filter(
    i => lettersOn(engine, source.document, i) > FEW,
  )
  const indices = call.malloc(4 * worded.length)
  const view = new DataView(engine.u8().buffer)
  worded.forEach((page, i) => view.setInt32(indices + 4 * i, page, true))
  for (let have = 0; have < pages; have += worded.length)
    call.FPDF_ImportPagesByIndex(target, source.document, indices, Math.min(worded.length, pages - have), have)
  const writer = call.PDFiumExt_OpenFileWriter()
  call.PDFiumExt_SaveAsCopy(target, writer)
  const size = call.PDFiumExt_GetFileWriterSize(writer)
  const at = call.malloc(size)
  call.PDFiumExt_GetFileWriterData(writer, at, size)
  const copy = engine.u8().slice(at, at + size)
  call.free(at)
  call.free(indices)
  call.PDFiumExt_CloseFileWriter(writer)
  call.FPDF_CloseDocument(target)
  source.close()
  return copy
}

function lettersOn({ call }: Pdfium, document: number, index: number): number {
  const page = call.FPDF_LoadPage(document, index)
  const text = call.FPDFText_LoadPage(page)
  const count = call.FPDFText_CountChars(text)
  call.FPDFText_ClosePage(text)
  call.FPDF_ClosePage(page)
  return count
}

function matrixPage(page: number): Mark[] {
  const x = [40, 150, 280, 400, 480, 560]
  const y = Array.from({ length: 12 }, (_, i) => 100 + 55 * i)
  const header = ['Objective', 'Activity', 'Indicator', 'Responsible', 'Timeframe']
  const rows = y
    .slice(2)
    .map((_, row) => [
      `Objective ${page}.${row}\nwomen take part`,
      `Train ${row + 10} mediators\nin every province\nof the country`,
      `Number of mediators\ntrained by year ${row}`,
      'Ministry of\nGender',
      '2025-2029',
    ])
  return [
    ...textLines(`National Action Plan, part ${page}`, 200, 60, { bold: true, size: 14 }),
    ...ruledTable(x, y, [header, ...rows]),
  ]
}
