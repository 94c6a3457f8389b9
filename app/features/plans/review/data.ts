/** What the review screen needs of a plan, and the sentences for what could not be done. */
import type { Tx } from '../../../platform/access.ts'
import type { Membership } from '../../../platform/http.ts'
import { hasRole, type Person } from '../../../platform/http.ts'
import type { Words } from '../../../platform/words.ts'
import type { Instrument } from '../model.ts'
import { changedSince, changesOf, lastChange } from '../queries/history.ts'
import { reviewItems } from '../queries/item.ts'
import { pagesOf } from '../queries/plan.ts'
import type { ReviewData } from './context.ts'
import type { News } from './island/queue.ts'
import type { Outcome, Reviewer } from './perform.ts'

/** How many of the latest changes stand in the list. */
const LATEST = 30

type Member = Person & { current: Membership }

/** What the public reads is an editor's to change; a draft is a contributor's too. Row-level security says the same. */
export const reviewerOf = (person: Member, plan: Instrument): Reviewer & { canChange: boolean } => ({
  userId: person.userId,
  editor: hasRole(person, 'editor'),
  canChange: hasRole(person, plan.publishedAt ? 'editor' : 'contributor'),
})

export async function reviewData(tx: Tx, person: Member, plan: Instrument): Promise<ReviewData> {
  const last = await lastChange(tx, plan.id)
  const pages = await pagesOf(tx, plan.fileSha256)
  const hasPictures = plan.mediaType === 'application/pdf'
  return {
    plan: {
      id: plan.id,
      slug: plan.slug,
      title: plan.title,
      languages: plan.languages,
      published: plan.publishedAt !== null,
    },
    me: reviewerOf(person, plan),
    pages: pages.map(page => ({ ...page, text: hasPictures ? null : page.text })),
    items: await reviewItems(tx, plan.id),
    changes: await changesOf(tx, plan.id, LATEST),
    last,
    names: await namesOf(tx, plan.organisationId),
  }
}

async function namesOf(tx: Tx, organisationId: string): Promise<Record<string, string>> {
  const people = await tx
    .selectFrom('colleague')
    .select(['user_id', 'name'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return Object.fromEntries(people.map(person => [person.user_id, person.name]))
}

/** What is new since that number of the history. */
export async function newsSince(tx: Tx, plan: Instrument, after: number): Promise<News> {
  const { last, rows } = await changedSince(tx, plan.id, after)
  if (rows.length === 0) return { last, items: [], by: {} }
  const by = Object.fromEntries(rows.map(row => [row.id, row.who]))
  const items = await reviewItems(tx, plan.id, Object.keys(by))
  return { last, items, by, changes: await changesOf(tx, plan.id, LATEST) }
}

/** Why it was not done, in the person's language. */
export function sentenceOf(outcome: Exclude<Outcome, { state: 'done' }>, words: Words, names: Record<string, string>) {
  const { t, has, time, list, number } = words
  if (outcome.state === 'conflict') {
    const { clash } = outcome
    const act = `review.act.${clash.act}`
    return t('review.clash', {
      name: names[clash.who ?? ''] ?? t('review.somebody'),
      ref: number(clash.ref),
      act: has(act) ? t(act, { rows: 1 }) : clash.act,
      time: time(clash.at),
    })
  }
  const rows = list(outcome.refs.slice(0, 5).map(ref => t('review.row-number', { ref: number(ref) })))
  return t(`review.refused.${outcome.refusal}`, { rows })
}
