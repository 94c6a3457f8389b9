/** Recommendations as a table; on a phone each row stands for itself. */
import type { ComponentChildren } from 'preact'
import { useWords } from '../../ui/words.tsx'
import { paths as ledgerPaths } from '../ledger/model.ts'
import { StatusMark } from '../voices/offers/shapes.tsx'
import { ageInWords, dateInWords, nameOf } from './in-words.ts'
import type { Named, Recommendation } from './model.ts'

interface TableProps<Row extends Recommendation> {
  rows: Row[]
  /** ISO 8601 day. */
  today: string
  caption: string
  /** Leaves out where they come from, on a page that says it once. */
  ofOne?: boolean
  /** One more column: what came after. The words then need not say it. */
  last?: { head: string; cell: (row: Row) => ComponentChildren }
  /** What stands under the voices. */
  grounds?: (row: Row) => ComponentChildren
  /** What stands behind a row's words. */
  after?: (row: Row) => ComponentChildren
}

export function RecommendationTable<Row extends Recommendation>(props: TableProps<Row>) {
  const { rows, today, caption, ofOne = false, last, grounds, after } = props
  const { t } = useWords()
  const heads = [t('kind.recommendation'), t('rec.answer'), t('ledger.voices'), t('rec.since-when')]
  if (last) heads.push(last.head)
  const name = (n: number) => <span class="cell-name">{heads[n]}</span>
  return (
    <table class="recommendations" role="table">
      <caption class="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map(head => (
            <th key={head} role="columnheader" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(row => (
          <tr key={row.itemId} role="row">
            <th role="rowheader" scope="row">
              <Words row={row} ofOne={ofOne} saysRepeated={!last} />
              {after?.(row)}
            </th>
            <td role="cell">
              {name(1)}
              <AnswerOf row={row} />
            </td>
            <td role="cell" class="said">
              {name(2)}
              <Said row={row} />
              {grounds?.(row)}
            </td>
            <td role="cell">
              {name(3)}
              <Times row={row} today={today} />
            </td>
            {last && (
              <td role="cell" class="since">
                {name(4)}
                {last.cell(row)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Words({ row, ofOne, saysRepeated }: { row: Recommendation; ofOne: boolean; saysRepeated: boolean }) {
  const words = useWords()
  const { country } = words
  const lang = row.language ?? undefined
  const when = row.adoptedOn && dateInWords(row.adoptedOn, words)
  return (
    <>
      {!ofOne && (
        <p class="kind">
          {row.country && `${country(row.country)} · `}
          <bdi>{row.issuer ?? row.title}</bdi>
          {when && ` · ${when}`}
        </p>
      )}
      <p class="words" lang={lang} dir="auto">
        <a href={ledgerPaths.commitment(row)}>
          {row.number && [<span class="num">{row.number}</span>, ' ']}
          {row.text}
        </a>
      </p>
      {(row.responsible ?? row.theme) && (
        <p class="soft small">
          {row.responsible && <bdi lang={lang}>{row.responsible.slice(0, 160)}</bdi>}
          {row.responsible && row.theme && ' · '}
          {row.theme && <bdi lang={lang}>{row.theme}</bdi>}
        </p>
      )}
      <Repeats repeats={row.repeats} repeatedBy={saysRepeated ? row.repeatedBy : []} />
    </>
  )
}

/** Other recommendations, each a link. */
export function NamedLinks({ others }: { others: Named[] }) {
  return (
    <>
      {others.map((one, n) => [
        n > 0 && ' · ',
        <a key={one.itemId} href={ledgerPaths.commitment(one)} title={one.title}>
          <bdi>{nameOf(one)}</bdi>
        </a>,
      ])}
    </>
  )
}

function Repeats({ repeats, repeatedBy }: Pick<Recommendation, 'repeats' | 'repeatedBy'>) {
  const { t } = useWords()
  if (!repeats.length && !repeatedBy.length) return null
  return (
    <p class="small">
      {repeats.length > 0 && [t('rec.repeats'), ' ', <NamedLinks others={repeats} />]}
      {repeats.length > 0 && repeatedBy.length > 0 && <br />}
      {repeatedBy.length > 0 && [t('rec.repeated-by'), ' ', <NamedLinks others={repeatedBy} />]}
    </p>
  )
}

export function AnswerOf({ row }: { row: Recommendation }) {
  const words = useWords()
  const { t } = words
  const { response, responseOn, responseWords, responseSource, responseUrl, language } = row
  if (!response) return <p class="missing">{t('rec.answer.none')}</p>
  return (
    <>
      <p>
        {t(`rec.answer.${response}`)}
        {responseOn && <span class="soft small"> {dateInWords(responseOn, words)}</span>}
      </p>
      {responseWords && (
        <blockquote class="small" lang={language ?? undefined} dir="auto">
          {responseWords}
        </blockquote>
      )}
      {responseSource && (
        <p class="small">
          {responseUrl ? (
            <a class="cite" href={responseUrl} rel="noreferrer external" dir="auto">
              {responseSource}
            </a>
          ) : (
            <bdi class="soft">{responseSource}</bdi>
          )}
        </p>
      )}
    </>
  )
}

/** Side by side, never averaged. */
function Said({ row: { voices, gap } }: { row: Recommendation }) {
  const { t } = useWords()
  return (
    <>
      {voices.length > 0 && (
        <ul aria-label={t('ledger.voices')}>
          {voices.map(({ voice, status, organisation }, n) => (
            <li key={n}>
              <span>{t(`voice.${voice}`)}</span>
              <StatusMark status={status} />
              {organisation && <bdi class="soft">{organisation}</bdi>}
            </li>
          ))}
        </ul>
      )}
      <p class={`gap ${gap}`}>{t(`ledger.gap.${gap}`)}</p>
    </>
  )
}

function Times({ row: { adoptedOn, due, time, followUpOn, language }, today }: { row: Recommendation; today: string }) {
  const words = useWords()
  const { t, date } = words
  const age = ageInWords(adoptedOn, today, words)
  const day = (on: string, kind: 'due' | 'follow-up') => (
    <p class={on < today ? 'overdue' : 'soft small'}>
      <time datetime={on}>{t(`rec.${kind}.${on < today ? 'passed' : 'by'}`, { date: date(on) })}</time>
    </p>
  )
  return (
    <>
      <p>{age || <span class="missing">{t('rec.age.unknown')}</span>}</p>
      {due && day(due, 'due')}
      {followUpOn && day(followUpOn, 'follow-up')}
      {!due && time && (
        <p class="soft small" lang={language ?? undefined} dir="auto">
          {time}
        </p>
      )}
      {!due && !time && !followUpOn && <p class="soft small">{t('ledger.due.none')}</p>}
    </>
  )
}
