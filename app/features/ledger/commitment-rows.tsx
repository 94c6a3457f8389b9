/** Commitments as a list: their words, where they come from, who is answerable until when, and what each voice says. */
import type { ComponentChildren } from 'preact'
import { useWords } from '../../ui/words.tsx'
import { today } from '../plans/offers/period.ts'
import type { Gap } from '../voices/model.ts'
import { StatusMark } from '../voices/offers/shapes.tsx'
import { paths, type Commitment } from './model.ts'
import { snippetOf } from './snippet.ts'

interface RowsProps<Row extends Commitment> {
  commitments: Row[]
  /** What was searched for: marked in the words. */
  searched: string | null
  /** What stands before a row: a box to tick it. */
  before?: (row: Row) => ComponentChildren
  /** What stands behind its facts. */
  after?: (row: Row) => ComponentChildren
  /** Leaves out where the commitments come from, on a page that says it once. */
  ofOne?: boolean
}

export function CommitmentRows<Row extends Commitment>({ commitments, before, after, ...rest }: RowsProps<Row>) {
  return (
    <ul class="rows commitments">
      {commitments.map(row => (
        <li key={row.itemId} class={before ? 'pickable' : undefined}>
          {before?.(row)}
          <CommitmentRow row={row} {...rest} after={after?.(row)} />
        </li>
      ))}
    </ul>
  )
}

function CommitmentRow({
  row,
  searched,
  after,
  ofOne,
}: {
  row: Commitment
  searched: string | null
  after: ComponentChildren
  ofOne?: boolean
}) {
  const { t, country } = useWords()
  const lang = row.language ?? undefined
  return (
    <>
      <div class="promise">
        {!ofOne && (
          <p class="kind">
            {row.country ? country(row.country) : <bdi>{row.issuer}</bdi>} · <bdi lang={lang}>{row.title}</bdi>
          </p>
        )}
        <p class="words" lang={lang} dir="auto">
          <a href={paths.commitment(row)}>
            {row.number && [<span class="num">{row.number}</span>, ' ']}
            {snippetOf(row.text, searched).map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}
          </a>
        </p>
        <p class="soft small">
          {t(`kind.${row.kind}`)}
          {row.responsible && [' · ', <bdi lang={lang}>{row.responsible.slice(0, 160)}</bdi>]}
          {' · '}
          {row.due ? <DueDate due={row.due} /> : t('ledger.due.none')}
          {after}
        </p>
      </div>
      <Said voices={row.voices} gap={row.gap} />
    </>
  )
}

function DueDate({ due }: { due: string }) {
  const { t, date } = useWords()
  const key = due < today() ? 'ledger.due.passed' : 'ledger.due.by'
  return <time datetime={due}>{t(key, { date: date(due) })}</time>
}

/** Side by side, never averaged. */
export function Said({ voices, gap }: { voices: Commitment['voices']; gap: Gap }) {
  const { t } = useWords()
  return (
    <div class="said">
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
    </div>
  )
}
