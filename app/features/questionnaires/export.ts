/** Answers as a table: one row for each respondent, one column for each question; a repeated page in one cell. */
import { stringify } from 'csv-stringify/sync'
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { guarded } from '../ledger/offers/guard.ts'
import { isEntries, isFile, type Answer, type Entry, type Form } from './form/model.ts'
import type { Answered } from './model.ts'

/** A cell in Excel holds no more. */
const LONGEST_CELL = 32_767

const textOf = (answer: Answer | Entry[] | undefined): string =>
  answer === undefined
    ? ''
    : typeof answer === 'string'
      ? answer
      : isEntries(answer)
        ? answer
            .map(entry =>
              Object.entries(entry)
                .map(([name, one]) => `${name}: ${textOf(one)}`)
                .join('; '),
            )
            .join('\n')
        : Array.isArray(answer)
          ? answer.join(' ')
          : isFile(answer)
            ? answer.fileName
            : ''

/** The heads are the names of questions, as forms and expressions call them. */
export function tableOf(form: Form, answered: readonly Answered[]): string[][] {
  const columns = form.pages.flatMap(page =>
    page.repeat ? [page.name] : page.questions.filter(({ type }) => type !== 'note').map(({ name }) => name),
  )
  return [
    ['respondent', 'kind', 'voice', 'country', 'sent', 'reviewed', ...columns],
    ...answered.map(one => [
      one.name,
      one.kind,
      one.voice,
      one.country ?? '',
      one.sentAt.toISOString(),
      one.reviewedAt?.toISOString() ?? '',
      ...columns.map(name => textOf(one.answers[name])),
    ]),
  ]
}

export const asCsv = (table: string[][]): string => '\ufeff' + stringify(table.map(row => row.map(guarded)))

/** Every cell is text: none can be a formula. */
export async function asXlsx(table: string[][]): Promise<Uint8Array> {
  const data: Row[] = table.map((row, n) =>
    row.map(text => {
      const value = text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').slice(0, LONGEST_CELL)
      return value === ''
        ? null
        : { value, type: String, ...(n === 0 ? { fontWeight: 'bold' as const } : { wrap: true }) }
    }),
  )
  return writeXlsxFile(data, { stickyRowsCount: 1 }).toBuffer()
}
