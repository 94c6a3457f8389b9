/** The report card as an Excel workbook: commitments, and last year's recommendations. Every cell is text: none can be a formula. */
import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node'
import type { Words } from '../../platform/languages.ts'
import { VOICES } from './model.ts'
import { statusesOf, type ReportCard } from './report-card.ts'
import type { Card } from './report-card-page.tsx'

/** A cell in Excel holds no more. */
const LONGEST_CELL = 32_767
const WIDTHS = [8, 60, 22, 22, 22, 22, 40, 16]

export async function cardAsWorkbook({ year, commitments, recommendations }: Card, words: Words): Promise<Uint8Array> {
  const { t, dir } = words
  const sheet = (name: string, card: ReportCard): Sheet<Buffer> => ({
    data: rowsOf(card, words),
    sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: WIDTHS.map(width => ({ width })),
    stickyRowsCount: 1,
    rightToLeft: dir === 'rtl',
  })
  return writeXlsxFile([
    sheet(t('report-card.commitments'), commitments),
    sheet(t('report-card.recommendations.short', { year: String(year - 1) }), recommendations.card),
  ]).toBuffer()
}

function rowsOf(card: ReportCard, { t, list }: Words): Row[] {
  const head = [
    t('report-card.number'),
    t('report-card.commitment'),
    ...VOICES.map(voice => t(`voice.${voice}`)),
    t('report-card.gap'),
    t('report-card.grade'),
  ]
  return [
    head.map(value => ({ value, fontWeight: 'bold' as const })),
    ...card.rows.map(row =>
      [
        row.number ?? '',
        row.text,
        ...VOICES.map(voice => list(statusesOf(row, voice).map(status => t(`status.${status}`)))),
        t(`gap.${row.gap}`),
        t(`grade.${row.grade}`),
      ].map(cell),
    ),
  ]
}

function cell(text: string): Row[number] {
  if (text === '') return null
  // XML 1.0 has no way to write most control characters.
  const value = text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').slice(0, LONGEST_CELL)
  return { value, type: String, wrap: true, alignVertical: 'top' }
}
