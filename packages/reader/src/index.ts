/** Reads a National Action Plan into a plan document: every item with its page, box and words. */
export * from './plan-document.ts'
export { ReaderError, type ReaderErrorCode } from './errors.ts'
export { readParagraphs, readPlan, readTables, type ReadOptions } from './read.ts'
export { closeRenderer, renderPage, wordsInBox, type BoxWords, type PagePicture } from './render.ts'
export { paragraphsOf, type OperativeParagraph, type SubParagraph } from './resolution/index.ts'
export type { PlainTables } from './tables/plain.ts'
export { toCsv } from './write/csv.ts'
export { toXlsx } from './write/xlsx.ts'
