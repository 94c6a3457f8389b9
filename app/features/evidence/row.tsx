/** The row of a plan or a document that a piece of evidence is, or will be, attached to. */
import { useWords } from '../../ui/words.tsx'
import { paths as ledgerPaths } from '../ledger/model.ts'
import type { Row } from './model.ts'

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Its own page, where what is attached stands. */
export const rowPage = (row: Row): string => `${ledgerPaths.commitment(row)}?evidence=done#evidence`

/** Which row a page is about. */
export function RowHead({ row, title }: { row: Row; title: string }) {
  const { t } = useWords()
  const lang = row.language ?? undefined
  return (
    <>
      <p class="kicker">
        <bdi lang={lang}>{row.title}</bdi> ·{' '}
        <a href={`${ledgerPaths.commitment(row)}#evidence`}>{t('voices.to-commitment')}</a>
      </p>
      <h1>{title}</h1>
      <blockquote class="prose" lang={lang} dir="auto">
        {[row.number, row.text].filter(Boolean).join(' ')}
      </blockquote>
    </>
  )
}
