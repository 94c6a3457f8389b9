/** Resolutions: their operative paragraphs out of a layout. */
export { paragraphsOf, type OperativeParagraph, type SubParagraph } from './paragraphs.ts'
