/** One report, four files with the same words. */
export * from './document.ts'
export { insertedIn, looseNotesIn, markParagraph, parseMarkup, type Inserted, type LooseNote } from './markup.ts'
export { parseLine } from './line.ts'
export { toDocx } from './docx.ts'
export { htmlParts, toHtml, toHtmlBody, type HtmlParts } from './html.ts'
export { toMarkdown } from './markdown.ts'
export { toPdf } from './pdf.ts'
export { lineChart, MOST_LINES, type Chart, type ChartLine } from './chart.ts'
