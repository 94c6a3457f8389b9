/** Who is silent, in words: blocks of the report writer, with the day on which it was asked and how. */
import { words as text, type Block, type Inline } from '@open1325/report-writer'
import type { Words } from '../../../platform/languages.ts'
import { paths as ledger } from '../../ledger/model.ts'
import { paths as plans } from '../../plans/model.ts'
import { MOST_ROWS, type AbsenceFound } from './model.ts'

/** @param origin of this installation, for links */
export function blocksOf(found: AbsenceFound, askedAt: Date, words: Words, origin: string): Block[] {
  const { t, date } = words
  const asked = { date: date(askedAt) }
  const method = [
    text(t('silent.as-of', asked), { emphasis: true }),
    text(' '),
    text(methodOf(found, words), { emphasis: true }),
  ]
  return [
    ...foundBlocks(found, words, origin),
    { kind: 'paragraph', text: [...method, ...sourceOf(found, words, origin)] },
  ]
}

const saying = (sentence: string): Block => ({ kind: 'paragraph', text: [text(sentence, { strong: true })] })

function foundBlocks(found: AbsenceFound, words: Words, origin: string): Block[] {
  const { t, date, country, writes } = words
  const alphabetical = (codes: string[]) => codes.map(country).toSorted((a, b) => a.localeCompare(b, writes))
  switch (found.kind) {
    case 'round': {
      const { title, countries, unplaced, organisations, people, asked } = found
      const silent = countries.length + unplaced
      const names = { title: `\u2068${title}\u2069`, asked, silent, date: date(found.closedOn) }
      return [
        saying(t(silent ? 'silent.round' : 'silent.round.none', names)),
        ...(countries.length
          ? [{ kind: 'list' as const, ordered: false, items: alphabetical(countries).map(name => [text(name)]) }]
          : []),
        ...(unplaced
          ? [{ kind: 'paragraph' as const, text: [text(t('silent.round.unplaced', { count: unplaced }))] }]
          : []),
        ...(organisations
          ? [{ kind: 'paragraph' as const, text: [text(t('silent.round.organisations', { count: organisations }))] }]
          : []),
        // So few people could be recognised.
        ...(people
          ? [
              {
                kind: 'paragraph' as const,
                text: [text(people < 5 ? t('silent.round.few-people') : t('silent.round.people', { count: people }))],
              },
            ]
          : []),
      ]
    }
    case 'expired': {
      const { rows, of } = found
      const said = saying(t(rows.length ? 'silent.expired' : 'silent.expired.none', { count: rows.length, of }))
      if (!rows.length) return [said]
      return [
        said,
        {
          kind: 'table',
          caption: t('silent.expired.caption'),
          header: [t('silent.country'), t('silent.plan'), t('silent.ended')],
          rows: byCountry(rows, words).map(row => [
            [text(country(row.country))],
            [text(row.title, { href: origin + plans.plan(row.slug) })],
            [text(date(row.endedOn))],
          ]),
        },
      ]
    }
    case 'unreported': {
      const { rows, of, months } = found
      const names = { count: rows.length, of, months }
      const said = saying(t(rows.length ? 'silent.unreported' : 'silent.unreported.none', names))
      if (!rows.length) return [said]
      return [
        said,
        {
          kind: 'table',
          caption: t('silent.unreported.caption'),
          header: [t('silent.country'), t('silent.last')],
          rows: byCountry(rows, words).map(row => [
            [text(country(row.country))],
            [text(row.last ? date(row.last) : t('silent.last.none'))],
          ]),
        },
      ]
    }
    case 'overdue': {
      const { rows, total } = found
      const where = found.country ? country(found.country) : ''
      const key = total ? (found.country ? 'silent.overdue.in' : 'silent.overdue') : 'silent.overdue.none'
      const said = saying(t(key, { count: total, country: where }))
      if (!rows.length) return [said]
      return [
        said,
        {
          kind: 'table',
          caption:
            total > MOST_ROWS
              ? t('silent.overdue.first', { count: MOST_ROWS, total: words.number(total) })
              : t('silent.overdue.caption'),
          header: [t('silent.country'), t('silent.commitment'), t('silent.due')],
          rows: rows.map(row => [[text(country(row.country))], commitment(row, origin), [text(date(row.due))]]),
        },
      ]
    }
  }
}

const byCountry = <T extends { country: string }>(rows: T[], { country, writes }: Words): T[] =>
  rows.toSorted((a, b) => country(a.country).localeCompare(country(b.country), writes))

function commitment(row: Extract<AbsenceFound, { kind: 'overdue' }>['rows'][number], origin: string): Inline[] {
  const href = origin + ledger.commitment(row)
  return [text(row.number ? `${row.number} ${row.text}` : row.text, { href }), text(` (\u2068${row.plan}\u2069)`)]
}

const methodOf = (found: AbsenceFound, { t, date }: Words): string => {
  switch (found.kind) {
    case 'round':
      return t('silent.method.round', { date: date(found.closedOn) })
    case 'expired':
      return t('silent.method.expired')
    case 'unreported':
      return t('silent.method.unreported', { months: found.months })
    case 'overdue':
      return t('silent.method.overdue')
  }
}

function sourceOf(found: AbsenceFound, { t }: Words, origin: string): Inline[] {
  const address = {
    round: found.kind === 'round' ? found.page : null,
    expired: '/plans?state=expired',
    unreported: '/plans',
    overdue: `${ledger.list}?due=overdue${found.kind === 'overdue' && found.country ? `&country=${found.country}` : ''}`,
  }[found.kind]
  return address ? [text(' '), text(t('silent.source'), { href: origin + address })] : []
}
