/** What of an imported file is not used, or not as it stands there: each with its sheet, row and column. */
import { useWords } from '../../../ui/words.tsx'
import type { Remark } from '../form/xlsform/remarks.ts'

export function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  const { t, colon } = useWords()
  return (
    <ul class="remarks">
      {remarks.map((remark, n) => (
        <li key={n}>
          <strong>
            <Where remark={remark} />
          </strong>
          {colon}
          {t(`questionnaire.remark.${remark.code}`)} {remark.detail && <code dir="auto">{remark.detail}</code>}
        </li>
      ))}
    </ul>
  )
}

function Where({ remark: { sheet, row, column } }: { remark: Remark }) {
  const { t, number } = useWords()
  const isolated = `\u2068${sheet}\u2069`
  if (row === null) return <bdi>{sheet}</bdi>
  if (!column) return <>{t('questionnaire.remark.at', { sheet: isolated, row: number(row) })}</>
  return (
    <>{t('questionnaire.remark.at-cell', { sheet: isolated, row: number(row), column: `\u2068${column}\u2069` })}</>
  )
}
