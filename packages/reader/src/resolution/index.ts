/** Resolutions and other official texts: their operative paragraphs, their lines, out of a layout. */
export { paragraphsOf, type OperativeParagraph, type SubParagraph } from './paragraphs.ts'
export { printedLines, type PrintedLine } from './furniture.ts'
