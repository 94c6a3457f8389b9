export { layoutByTwo, layoutOfPdf, type LayoutOptions } from './layout.ts'
export { loadPdfium } from './pdfium.ts'
