/** PDFium as WebAssembly: one engine for each thread, called without its string wrappers because a page asks ten thousand times. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init } from '@embedpdf/pdfium'
import { ReaderError } from '../errors.ts'

/** The C functions that are used here: pointers and numbers in, a pointer or a number out. See fpdfview.h, fpdf_text.h, fpdf_edit.h. */
export interface PdfiumCalls {
  malloc(size: number): number
  free(pointer: number): void
  FPDF_LoadMemDocument(data: number, size: number, password: number): number
  FPDF_CloseDocument(document: number): void
  FPDF_GetLastError(): number
  FPDF_GetPageCount(document: number): number
  FPDF_GetMetaText(document: number, tag: number, buffer: number, length: number): number
  FPDF_LoadPage(document: number, index: number): number
  FPDF_ClosePage(page: number): void
  FPDF_GetPageWidthF(page: number): number
  FPDF_GetPageHeightF(page: number): number
  FPDF_GetPageBoundingBox(page: number, rect: number): number
  FPDFPage_GetRotation(page: number): number
  FPDFText_LoadPage(page: number): number
  FPDFText_ClosePage(textPage: number): void
  FPDFText_CountChars(textPage: number): number
  FPDFText_GetUnicode(textPage: number, index: number): number
  FPDFText_IsGenerated(textPage: number, index: number): number
  FPDFText_GetCharBox(textPage: number, index: number, left: number, right: number, bottom: number, top: number): number
  FPDFText_GetLooseCharBox(textPage: number, index: number, rect: number): number
  FPDFText_GetCharOrigin(textPage: number, index: number, x: number, y: number): number
  FPDFText_GetMatrix(textPage: number, index: number, matrix: number): number
  FPDFText_GetFontSize(textPage: number, index: number): number
  FPDFText_GetFontWeight(textPage: number, index: number): number
  FPDFText_GetFontInfo(textPage: number, index: number, buffer: number, length: number, flags: number): number
  FPDFText_GetTextObject(textPage: number, index: number): number
  FPDFTextObj_GetFont(object: number): number
  FPDFTextObj_GetTextRenderMode(object: number): number
  FPDFPageObj_GetMarkedContentID(object: number): number
  FPDFPage_CountObjects(page: number): number
  FPDFPage_GetObject(page: number, index: number): number
  FPDFPageObj_GetType(object: number): number
  FPDFPageObj_GetMatrix(object: number, matrix: number): number
  FPDFPageObj_GetFillColor(object: number, r: number, g: number, b: number, a: number): number
  FPDFPageObj_GetStrokeWidth(object: number, width: number): number
  FPDFPath_CountSegments(path: number): number
  FPDFPath_GetPathSegment(path: number, index: number): number
  FPDFPath_GetDrawMode(path: number, fill: number, stroke: number): number
  FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number
  FPDFPathSegment_GetType(segment: number): number
  FPDFFormObj_CountObjects(form: number): number
  FPDFFormObj_GetObject(form: number, index: number): number
  FPDF_StructTree_GetForPage(page: number): number
  FPDF_StructTree_Close(tree: number): void
  FPDF_StructTree_CountChildren(tree: number): number
  FPDF_StructTree_GetChildAtIndex(tree: number, index: number): number
  FPDF_StructElement_CountChildren(element: number): number
  FPDF_StructElement_GetChildAtIndex(element: number, index: number): number
  FPDF_StructElement_GetType(element: number, buffer: number, length: number): number
  FPDF_StructElement_GetChildMarkedContentID(element: number, index: number): number
  FPDF_StructElement_GetAttributeCount(element: number): number
  FPDF_StructElement_GetAttributeAtIndex(element: number, index: number): number
  FPDF_StructElement_Attr_GetValue(attribute: number, name: number): number
  FPDF_StructElement_Attr_GetNumberValue(value: number, number: number): number
  FPDFBitmap_Create(width: number, height: number, alpha: number): number
  FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, color: number): number
  FPDFBitmap_GetBuffer(bitmap: number): number
  FPDFBitmap_GetStride(bitmap: number): number
  FPDFBitmap_Destroy(bitmap: number): void
  FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    flags: number,
  ): void
  FPDF_ImportPagesByIndex(to: number, from: number, indices: number, length: number, at: number): number
  FPDF_CreateNewDocument(): number
  PDFiumExt_OpenFileWriter(): number
  PDFiumExt_SaveAsCopy(document: number, writer: number): number
  PDFiumExt_GetFileWriterSize(writer: number): number
  PDFiumExt_GetFileWriterData(writer: number, buffer: number, size: number): number
  PDFiumExt_CloseFileWriter(writer: number): void
}

export interface Pdfium {
  call: PdfiumCalls
  /** The same functions as the package itself offers them: what the bench holds the reader against. */
  wrapped: PdfiumCalls
  /** 512 bytes that any call may scribble on; nobody keeps what is there. */
  scratch: number
  /** The memory grows as it is used: ask for the views anew after each call that may allocate. */
  u8(): Uint8Array
  f32s(): Float32Array
  f32(pointer: number): number
  f64(pointer: number): number
  i32(pointer: number): number
  /** A string that ends in a zero. */
  utf8(pointer: number): string
  utf16(pointer: number): string
}

/** The module's memory; its own types leave the views to a package that is not needed otherwise. */
interface Views {
  HEAPU8: Uint8Array
  HEAP32: Int32Array
  HEAPF32: Float32Array
  HEAPF64: Float64Array
}

let engine: Promise<Pdfium> | undefined

/** Loads the engine once for this thread. */
export function loadPdfium(): Promise<Pdfium> {
  engine ??= start()
  return engine
}

async function start(): Promise<Pdfium> {
  const wasmBinary = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const module = await init({ wasmBinary } as Parameters<typeof init>[0])
  module.PDFiumExt_Init()
  const pdfium = module.pdfium as typeof module.pdfium & Views
  const call = pdfium.wasmExports as unknown as PdfiumCalls
  return {
    call,
    wrapped: module as unknown as PdfiumCalls,
    scratch: call.malloc(512),
    u8: () => pdfium.HEAPU8,
    f32s: () => pdfium.HEAPF32,
    f32: pointer => pdfium.HEAPF32[pointer >> 2]!,
    f64: pointer => pdfium.HEAPF64[pointer >> 3]!,
    i32: pointer => pdfium.HEAP32[pointer >> 2]!,
    utf8: pointer => pdfium.UTF8ToString(pointer),
    utf16: pointer => pdfium.UTF16ToString(pointer),
  }
}

/** An open file. `close` frees its memory. */
export interface PdfFile {
  document: number
  pages: number
  close(): void
}

/** The title in the document's information; undefined where it has none. */
export function titleOf({ call, u8, utf16 }: Pdfium, document: number): string | undefined {
  const size = 1024
  const tag = call.malloc(8 + size)
  const buffer = tag + 8
  u8().set(new TextEncoder().encode('Title\0'), tag)
  const length = call.FPDF_GetMetaText(document, tag, buffer, size)
  const title = length > 2 && length <= size ? utf16(buffer) : undefined
  call.free(tag)
  return title
}

/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY of fpdfview.h. */
const LOCKED = [4, 5]

/** Opens a PDF. Throws ReaderError 'encrypted' where it wants a password, 'broken' where it cannot be opened. */
export function openPdf(pdfium: Pdfium, bytes: Uint8Array): PdfFile {
  const { call } = pdfium
  const data = call.malloc(bytes.length)
  pdfium.u8().set(bytes, data)
  const document = call.FPDF_LoadMemDocument(data, bytes.length, 0)
  if (!document) {
    const error = call.FPDF_GetLastError()
    call.free(data)
    throw LOCKED.includes(error)
      ? new ReaderError('encrypted', 'This PDF asks for a password. Save a copy without one and read that.')
      : new ReaderError(
          'broken',
          'This PDF is damaged and cannot be opened. Save it again from the program it came from.',
        )
  }
  return {
    document,
    pages: call.FPDF_GetPageCount(document),
    close() {
      call.FPDF_CloseDocument(document)
      call.free(data)
    },
  }
}
