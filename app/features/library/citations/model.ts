/** What the page of the citation checker takes, and its findings as a file. Pure. */
import type { Finding } from '@open1325/citations'
import { stringify } from 'csv-stringify/sync'

export const LARGEST_FILE_MEGABYTES = 20
export const MOST_PAGES = 300
export const LONGEST_TEXT = 500_000
/** So many files are read at once; whoever comes then is asked to come again. Pasted text is checked always. */
export const MOST_AT_ONCE = 2
/** Milliseconds after which a file that is sent by anybody is given up. */
export const LONGEST_READING = 90_000

/** A sign at the beginning that makes a spreadsheet calculate gets an apostrophe before it. */
const plain = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

export const toCsv = (findings: Finding[]): string =>
  stringify(
    findings.map(({ page, quote, problem, suggestion, severity }) => ({
      page,
      quote: plain(quote),
      problem,
      suggestion,
      severity,
    })),
    { header: true, bom: true, columns: ['page', 'quote', 'problem', 'suggestion', 'severity'] },
  )
