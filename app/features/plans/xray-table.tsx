/** The X-ray as a table, beneath its picture: the same content for those who cannot see it, each row a link to the plan's words. */
import type { Xray } from '@open1325/appraisal'
import type { ComponentChildren } from 'preact'
import { useWords } from '../../ui/words.tsx'
import type { ObjectiveAbove } from './objectives.ts'
import { stated } from './xray-cells.ts'
import type { WithObjectives, XrayProps } from './xray.tsx'

/** One row for each measure. */
export function TableOfMeasures({ picture, items, lang, at = '' }: XrayProps) {
  const { t } = useWords()
  const measure = items.some(item => item.kind === 'action') ? 'action' : 'objective'
  const { columns, rows } = picture
  return (
    <TableTwin picture={picture} summary={t('xray.twin')} head={t(`kind.${measure}`)}>
      {columns.map(({ itemId, number, text }, n) => (
        <tr key={itemId}>
          <th scope="row">
            <a href={`${at}#${itemId}`} lang={lang} dir="auto">
              {number ? `${number} ${text}` : text}
            </a>
          </th>
          {rows.map(({ name, cells }) => (
            <td key={name}>{cells[n] ? t('xray.stated') : t('xray.not-stated')}</td>
          ))}
        </tr>
      ))}
    </TableTwin>
  )
}

/** A long plan: one row for each objective, how many of its measures have what is asked. The matrix says it for each of them. */
export function TableOfObjectives({ picture, objectiveOf, lang, at = '' }: WithObjectives) {
  const { t } = useWords()
  const stretches: { objective: ObjectiveAbove | null; from: number; to: number }[] = []
  for (const [n, { itemId }] of picture.columns.entries()) {
    const objective = objectiveOf(itemId)
    const last = stretches.at(-1)
    if (last && last.objective?.id === objective?.id) last.to = n + 1
    else stretches.push({ objective, from: n, to: n + 1 })
  }
  return (
    <TableTwin picture={picture} summary={t('xray.twin.objectives')} head={t('kind.objective')}>
      {stretches.map(({ objective, from, to }) => (
        <tr key={from}>
          <th scope="row">
            {objective ? (
              <a href={`${at}#${objective.id}`} lang={lang} dir="auto">
                {(objective.number ? `${objective.number} ` : '') + objective.text}
              </a>
            ) : (
              t('xray.no-objective')
            )}
          </th>
          {picture.rows.map(({ name, cells }) => (
            <td key={name}>{t('xray.of', { n: stated(cells.slice(from, to)), m: to - from })}</td>
          ))}
        </tr>
      ))}
    </TableTwin>
  )
}

interface TwinProps {
  picture: Xray
  summary: string
  head: string
  children: ComponentChildren
}

function TableTwin({ picture, summary, head, children }: TwinProps) {
  const { t } = useWords()
  return (
    <details>
      <summary>{summary}</summary>
      <div class="scroll-x" tabIndex={0} role="region" aria-label={t('xray.name')}>
        <table class="xray-twin">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {picture.rows.map(({ name }) => (
                <th key={name} scope="col">
                  {t(`xray.row.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </details>
  )
}
