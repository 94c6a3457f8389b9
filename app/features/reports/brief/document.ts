/** Two pages on a country and a month: what is due, what changed, where accounts differ, last recommendations, what can be done. */
import { words as text, type Block, type Inline, type ReportDocument } from '@open1325/report-writer'
import type { Tx } from '../../../platform/access.ts'
import type { Words } from '../../../platform/languages.ts'
import { paths as ledgerPaths } from '../../ledger/model.ts'
import { paths as planPaths } from '../../plans/model.ts'
import { answersInShort, sinceInWords } from '../../recommendations/offers/in-short.ts'
import type { HappenedRow } from '../../recommendations/offers/what-happened.ts'
import { paths as recommendationPaths } from '../../recommendations/model.ts'
import type { Voice } from '../../voices/model.ts'
import type { CommitmentSource, SaidNow } from '../queries/sources.ts'
import { actionsOf, dayLines, type Here } from './actions.ts'
import { fitted, shortened, type Measure } from './fit.ts'
import { gather, type BriefOf, type Gathered } from './gather.ts'

interface Asked extends BriefOf, Here {
  /** The asker's organisation; null where the brief is as the public sees it. */
  organisation: string | null
}

/** In the words' language, on at most two pages of every format. */
export async function briefDocument(tx: Tx, asked: Asked, words: Words): Promise<ReportDocument> {
  const found = await gather(tx, asked, words.locale, asked.today, asked.organisation)
  return fitted(measure => documentOf(found, asked, words, measure))
}

function documentOf(found: Gathered, asked: Asked, words: Words, measure: Measure): ReportDocument {
  const { t } = words
  const at = { words, origin: asked.origin, today: asked.today, measure }
  const section = (heading: string, blocks: Block[]): Block[] =>
    blocks.length ? [{ kind: 'heading', level: 1, text: heading }, ...blocks] : []
  return {
    language: words.locale,
    title: t('brief.heading', { country: words.country(asked.country) }),
    cover: null,
    contents: null,
    notes: t('reports.notes'),
    blocks: [
      paragraph(
        `${capital(monthName(asked.month, words))}. ${t('brief.source', { date: words.date(asked.today) })}${asked.own ? ` ${t('brief.own.note')}` : ''} ${t(
          'brief.counts',
          { count: found.counts.all, overdue: found.counts.overdue },
        )}`,
      ),
      ...section(t('brief.due'), dueOf(found, at)),
      ...section(t('brief.changed'), changedOf(found, at)),
      ...section(t('brief.voices'), apartOf(found, at)),
      ...section(t('brief.recommendations'), recommendationsOf(found, at)),
      ...section(t('brief.deadlines'), deadlinesOf(found, at)),
      ...section(t('brief.actions'), listOf(actionsOf(found, words, measure, asked.origin))),
      ...section(t('brief.sources'), sourcesOf(found, asked, at)),
    ],
    claims: [],
  }
}

interface At extends Here {
  words: Words
  measure: Measure
}

const paragraph = (said: string): Block => ({ kind: 'paragraph', text: [text(said)] })
const listOf = (items: Inline[][]): Block[] => (items.length ? [{ kind: 'list', ordered: false, items }] : [])

const monthName = (month: string, { locale }: Words): string =>
  new Intl.DateTimeFormat(locale === 'ar' ? 'ar-u-nu-latn' : locale, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01`))

/** French writes a month small, and a sentence begins with it. */
const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1)

/** Its number and words, with a link to its page. */
function named(one: Pick<CommitmentSource, 'slug' | 'read' | 'ref' | 'number' | 'text'>, at: At): Inline[] {
  const href = at.origin + ledgerPaths.commitment(one)
  const said = shortened(one.text, at.measure.words)
  return one.number ? [text(one.number, { href }), text(` ${said}`)] : [text(said, { href })]
}

const isGovernment = (voice: Voice) => voice === 'government'
const isOther = (voice: Voice) => voice !== 'government'

/** 'Government: Done · Others: Stalled'; '' where nobody spoke. */
function accounts(said: readonly SaidNow[], { t, list }: Words): string {
  const of = (is: (voice: Voice) => boolean) => [
    ...new Set(said.filter(({ voice }) => is(voice)).map(({ status }) => t(`status.${status}`))),
  ]
  const [government, others] = [of(isGovernment), of(isOther)]
  return [
    ...(government.length ? [t('brief.account', { voice: t('voice.government'), status: list(government) })] : []),
    ...(others.length ? [t('brief.account', { voice: t('brief.others'), status: list(others) })] : []),
  ].join(' · ')
}

/** Words with their link, and behind them what is known of them. */
const line = (named: Inline[], known: string[]): Inline[] => [
  ...named,
  text(` (${known.filter(Boolean).join(' · ')})`, { strong: true }),
]

function dueOf({ due, day }: Gathered, at: At): Block[] {
  const { t, date } = at.words
  if (!due.length) return [paragraph(t('brief.due.none'))]
  const items = due
    .slice(0, at.measure.most)
    .map(one =>
      line(named(one, at), [
        t((one.due ?? day) < day ? 'ledger.due.passed' : 'ledger.due.by', { date: date(one.due ?? day) }),
        accounts(one.said, at.words) || t('gap.short.nobody-spoke'),
      ]),
    )
  return listOf(items)
}

/** What was said of days of the month, and what became public in it. */
function changedOf({ said, published }: Gathered, at: At): Block[] {
  const { t, date } = at.words
  // Of what was published a few lines: the month's words matter as much.
  const news = published
    .slice(0, Math.ceil(at.measure.most / 2))
    .map(({ slug, read, title, on, kind }): { on: string; line: Inline[] } => ({
      on,
      line: [
        text(`${t('brief.changed.published', { date: date(on), kind: t(`plan.kind.${kind}`) })} `),
        text(shortened(title, at.measure.words), {
          href: at.origin + (read ? planPaths.plan(slug) : ledgerPaths.instrument(slug)),
        }),
      ],
    }))
  const spoken = said.map(one => ({
    on: one.asOf,
    line: [
      text(
        `${t('brief.changed.said', {
          date: date(one.asOf),
          voice: t(`voice.${one.voice}`),
          organisation: one.organisation || '–',
          status: t(`status.${one.status}`),
        })} `,
      ),
      ...named({ ...one, text: shortened(one.text, Math.min(at.measure.words, 110)) }, at),
    ],
  }))
  const all = [...news, ...spoken].toSorted((a, b) => (a.on < b.on ? 1 : -1)).slice(0, at.measure.most)
  return all.length ? listOf(all.map(({ line }) => line)) : [paragraph(t('brief.changed.none'))]
}

function apartOf({ apart }: Gathered, at: At): Block[] {
  const { t } = at.words
  if (!apart.length) return [paragraph(t('brief.voices.none'))]
  return listOf(
    apart
      .slice(0, at.measure.most)
      .map(one => line(named(one, at), [accounts(one.said, at.words), t(`gap.short.${one.gap}`)])),
  )
}

/** Counts of all, and of those that stand most open some one by one. */
function recommendationsOf({ recommendations, day }: Gathered, at: At): Block[] {
  const { t } = at.words
  if (!recommendations) return [paragraph(t('brief.recommendations.none'))]
  const { rows, counts, year } = recommendations
  const items = mostOpen(rows, day)
    .slice(0, at.measure.most)
    .map(one =>
      line(named(one, at), [
        t(`rec.answer.${one.response ?? 'none'}`),
        accounts(one.voices, at.words),
        sinceInWords(one, at.words),
      ]),
    )
  return [
    paragraph(`${t('brief.recommendations.of', { count: counts.all, year })} ${answersInShort(counts, at.words)}`),
    ...listOf(items),
  ]
}

/** Those first that are overdue, then those asked for again, then those of which accounts differ; what everybody calls done comes last. */
function mostOpen(rows: readonly HappenedRow[], day: string): HappenedRow[] {
  const isDone = ({ voices }: HappenedRow) => voices.length > 0 && voices.every(({ status }) => status === 'done')
  const weight = (row: HappenedRow) =>
    isDone(row)
      ? 0
      : 1 + Number(row.gap === 'government-ahead') + 2 * row.repeatedBy.length + 4 * Number((row.due ?? '9') < day)
  return rows.toSorted((a, b) => weight(b) - weight(a))
}

function deadlinesOf(found: Gathered, at: At): Block[] {
  const lines = dayLines(found, at.words, at.measure, at)
  return lines.length ? listOf(lines) : [paragraph(at.words.t('brief.deadlines.none'))]
}

/** Where it all stands. */
function sourcesOf(found: Gathered, { country }: BriefOf, { words, origin, measure }: At): Block[] {
  const { t } = words
  const plans = [...found.due, ...found.apart, ...found.silent].map(one => ({
    title: one.title,
    href: origin + (one.read ? planPaths.plan(one.slug) : ledgerPaths.instrument(one.slug)),
  }))
  const sets = (found.recommendations?.rows ?? []).map(({ title, slug }) => ({
    title,
    href: origin + ledgerPaths.instrument(slug),
  }))
  const documents = [...new Map([...plans, ...sets].map(one => [one.href, one])).values()].slice(0, measure.most)
  const more = [
    { title: t('brief.sources.ledger'), href: `${origin}${ledgerPaths.list}?country=${country}` },
    ...(found.recommendations
      ? [
          {
            title: t('rec.title'),
            href: origin + recommendationPaths.country(country, { year: found.recommendations.year }),
          },
        ]
      : []),
    { title: t('brief.sources.calendar'), href: `${origin}/calendar?country=${country}` },
  ]
  const links = [...documents, ...more].flatMap(({ title, href }, n): Inline[] => [
    ...(n > 0 ? [text(' · ')] : []),
    text(shortened(title, measure.words), { href }),
  ])
  return [{ kind: 'paragraph', text: links }]
}
