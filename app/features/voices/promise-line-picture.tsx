/** The promise line as a picture with a table twin. Its letters keep their size on a telephone: widths are percent, heights pixels. */
import { useWords } from '../../ui/words.tsx'
import { currentOf, gapOf, type Account, type Span, type Word } from './model.ts'
import { promiseLine, type Label } from './promise-line.ts'
import { StatusMark, StatusShape } from './offers/shapes.tsx'

interface Props {
  id: string
  span: Span
  accounts: Account[]
  /** ISO 8601 day. */
  today: string
}

export function PromiseLine({ id, span, accounts, today }: Props) {
  const words = useWords()
  const { t, date, dir } = words
  const said = accounts
    .flatMap(({ current, earlier }) => [...current, ...earlier])
    .filter(word => !word.withdrawnAt)
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
  const line = promiseLine(span, said, today, dir)
  if (!line) return null
  const text = ({ x, y, anchor }: Label, content: string, kind: string) => (
    <text x={`${x}%`} y={y} class={`${kind} to-${anchor}`}>
      {inLine(content)}
    </text>
  )
  // The picture runs from the left, its words as their language does: U+2067 and U+2069 isolate them.
  const inLine = (words: string) => (dir === 'rtl' ? `\u2067${words}\u2069` : words)
  const startOfLine = dir === 'rtl' ? '100%' : '0'
  const titleOf = (word: Word) =>
    [t(`voice.${word.voice}`), t(`status.${word.status}`), date(word.asOf), word.organisation]
      .filter(Boolean)
      .join(' · ')
  return (
    <figure class="promise-line">
      <svg width="100%" height={line.height} role="img" aria-labelledby={`${id}-title ${id}-desc`} direction="ltr">
        <title id={`${id}-title`}>{t('promise-line.title')}</title>
        <desc id={`${id}-desc`}>
          {[dueSentence(span, today, words), t(`gap.${gapOf(currentOf(accounts))}`), ...said.map(titleOf)].join(' ')}
        </desc>
        {line.pastDue && (
          <rect
            x={`${line.pastDue.left}%`}
            width={`${line.pastDue.width}%`}
            y="18"
            height={line.start.y - 30}
            class="past-due"
          />
        )}
        <line x1={`${line.axis.from}%`} x2={`${line.axis.to}%`} y1={line.axis.y} y2={line.axis.y} class="axis" />
        {line.due && <line x1={`${line.due.x}%`} x2={`${line.due.x}%`} y1="18" y2={line.due.y - 12} class="due" />}
        <line x1={`${line.today.x}%`} x2={`${line.today.x}%`} y1="18" y2={line.axis.y + 6} class="today" />
        {line.rows.map(({ voice, labelY, marks }) => (
          <g key={voice}>
            <text x={startOfLine} y={labelY} class={`voice to-${dir === 'rtl' ? 'right' : 'left'}`}>
              {inLine(marks.length ? t(`voice.${voice}`) : t('promise-line.silent', { voice: t(`voice.${voice}`) }))}
            </text>
            {marks.map(({ x, y, word }) => (
              <svg key={word.id} x={`${x}%`} y={y} width="1" height="1" overflow="visible">
                <title>{titleOf(word)}</title>
                <StatusShape status={word.status} />
              </svg>
            ))}
          </g>
        ))}
        {text(line.today, t('promise-line.today'), 'day')}
        {text(line.start, date(line.start.day), 'day')}
        {line.due &&
          text(
            line.due,
            t(line.pastDue ? 'promise-line.due-past' : 'promise-line.due', { date: date(line.due.day) }),
            'day strong',
          )}
      </svg>
      <figcaption>
        <details>
          <summary>{t('promise-line.table')}</summary>
          <table>
            <thead>
              <tr>
                <th>{t('voices.date')}</th>
                <th>{t('voices.voice')}</th>
                <th>{t('voices.status')}</th>
                <th>{t('voices.who')}</th>
              </tr>
            </thead>
            <tbody>
              {said.map(word => (
                <tr key={word.id}>
                  <td>{date(word.asOf)}</td>
                  <td>{t(`voice.${word.voice}`)}</td>
                  <td>
                    <StatusMark status={word.status} />
                  </td>
                  <td>
                    <bdi>{word.organisation}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  )
}

/** 'It was due on 31 December 2022, which has passed.' */
export function dueSentence(
  span: Span,
  today: string,
  { t, date }: Pick<ReturnType<typeof useWords>, 't' | 'date'>,
): string {
  if (!span.due) return t('voices.due.none')
  const past = span.due < today
  const key =
    span.dueOf === 'plan'
      ? past
        ? 'voices.due.plan-past'
        : 'voices.due.plan'
      : past
        ? 'voices.due.past'
        : 'voices.due'
  return t(key, { date: date(span.due) })
}
