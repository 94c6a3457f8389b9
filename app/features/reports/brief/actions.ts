/** Days of bodies, and what can be done now: from their rules and from what the ledger shows to be open. */
import { isIfListed, type Point } from '@open1325/procedures'
import { words as text, type Inline } from '@open1325/report-writer'
import type { Words } from '../../../platform/languages.ts'
import { paths as bodyPaths } from '../../clock/model.ts'
import { paths as ledgerPaths } from '../../ledger/model.ts'
import { paths as planPaths } from '../../plans/model.ts'
import { shortened, type Measure } from './fit.ts'
import type { Gathered } from './gather.ts'

/** Where and when a brief is made. */
export interface Here {
  /** Of this installation, for links. */
  origin: string
  /** ISO 8601 day. */
  today: string
}

/** 'until 3 February 2027 (74 days left): NGO report, 96th session (Committee ...) – to be confirmed with the body – only if this country is on its list' */
export function dayLines(
  { points, now }: Gathered,
  words: Words,
  measure: Measure,
  { origin, today }: Here,
): Inline[][] {
  const { t } = words
  return points
    .filter(
      ({ kind, daysLeft }) => daysLeft !== null && (kind === 'submit' || kind === 'window-opens' || kind === 'meeting'),
    )
    .slice(0, measure.most)
    .toSorted((a, b) => a.daysLeft! - b.daysLeft!)
    .map(point => {
      const { deadline, kind, daysLeft } = point
      const day = dayOf(point)
      const when = t(`brief.day.${kind === 'window-opens' ? 'opens' : kind === 'meeting' ? 'meets' : 'until'}`, {
        date: day ? words.date(day) : '',
      })
      // Days are counted from today, or not at all.
      const left = now === today ? ` (${t('clock.days-left', { count: daysLeft ?? 0 })})` : ''
      return [
        text(when + left + words.colon),
        text(whatOf(point, words), { href: origin + bodyPaths.body(deadline.body.id) }),
        ...(deadline.verified ? [] : [text(` ${t('brief.day.confirm')}`)]),
        ...(isIfListed(deadline) ? [text(` ${t('brief.day.if-listed')}`)] : []),
      ]
    })
}

const dayOf = ({ kind, deadline }: Point): string | null => {
  if (kind === 'window-opens') return deadline.opens
  return kind === 'meeting' ? full(deadline.session?.start ?? null) : deadline.day
}
const full = (date: string | null): string | null => (date?.length === 10 ? date : null)

function whatOf({ kind, deadline: { procedure, body, session } }: Point, { locale }: Words): string {
  const about = kind === 'meeting' ? [] : [procedure.name[locale]]
  return `${[...about, session?.name[locale]].filter(Boolean).join(', ') || procedure.name[locale]} (${body.name[locale]})`
}

/** Each a sentence that says what to do, and why. */
export function actionsOf(found: Gathered, words: Words, measure: Measure, origin: string): Inline[][] {
  const { t, date, list } = words
  const { ended, apart, silent, recommendations, points, lacks, now } = found
  const link = (said: string, href: string) => text(said, { href: origin + href })
  const named = (one: { slug: string; read: boolean; ref: number; number: string | null; text: string }) =>
    link(
      shortened([one.number, one.text].filter(Boolean).join(' '), Math.min(measure.words, 100)),
      ledgerPaths.commitment(one),
    )
  const rows = recommendations?.rows ?? []
  const followUps = rows
    .filter(({ followUpOn }) => followUpOn !== null && followUpOn >= now)
    .toSorted((a, b) => (a.followUpOn! < b.followUpOn! ? -1 : 1))
  const unanswered = rows.filter(({ response }) => response === null).length
  const submit = points.find(({ kind }) => kind === 'submit')
  const ask = points.find(({ kind }) => kind === 'ask-when' || kind === 'probably-over')

  const actions: (Inline[] | null)[] = [
    submit?.deadline.day
      ? [
          text(
            t(isIfListed(submit.deadline) ? 'brief.do.submit-if' : 'brief.do.submit', {
              what: submit.deadline.procedure.name[words.locale],
              body: submit.deadline.body.name[words.locale],
              date: date(submit.deadline.day),
            }),
          ),
        ]
      : null,
    followUps[0]
      ? [text(`${t('brief.do.follow-up', { date: date(followUps[0].followUpOn!) })} `), named(followUps[0])]
      : null,
    ended[0]
      ? [
          link(shortened(ended[0].title, measure.words), planPaths.plan(ended[0].slug)),
          text(words.colon + t('brief.do.ended')),
        ]
      : null,
    apart[0] ? [text(`${t('brief.do.apart')} `), named(apart[0])] : null,
    silent[0] ? [text(`${t('brief.do.silent', { date: date(silent[0].due!) })} `), named(silent[0])] : null,
    unanswered ? [text(t('brief.do.unanswered', { count: unanswered }))] : null,
    lacks
      ? [
          link(shortened(lacks.plan.title, measure.words), planPaths.plan(lacks.plan.slug)),
          text(words.colon + t('brief.do.lacks', { criteria: list(lacks.criteria.slice(0, 5)) })),
        ]
      : null,
    ask
      ? [
          text(
            t(ask.kind === 'ask-when' ? 'brief.do.ask' : 'brief.do.over', {
              body: ask.deadline.body.name[words.locale],
              what: ask.deadline.procedure.name[words.locale],
            }),
          ),
        ]
      : null,
  ]
  const known = actions.filter(action => action !== null)
  return known.length ? known.slice(0, measure.most + 2) : [[text(t('brief.do.begin'))]]
}
