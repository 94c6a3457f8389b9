export { layoutOfFile, layoutOfPdf, type FileOptions, type LayoutOptions } from './layout.ts'
export { loadPdfium } from './pdfium.ts'
