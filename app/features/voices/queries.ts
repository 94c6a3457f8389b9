/** What is said of commitments, and by whom: SQL. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Field, FieldName } from '@open1325/reader'
import type { Tx } from '../../platform/access.ts'
import { Problem } from '../../platform/problem.ts'
import type { CommitmentKind } from '../ledger/model.ts'
import type { CardWord } from './report-card.ts'
import type { Reply, Speaker, Status, Visibility, Voice, Word } from './model.ts'

/** A commitment as the pages on voices need it. */
export interface Spoken {
  itemId: string
  instrumentId: string
  slug: string
  /** Whether its instrument is a plan that was read from a file. */
  read: boolean
  ref: number
  kind: CommitmentKind
  number: string | null
  text: string
  /** BCP 47, of its words. */
  language: string | null
  title: string
  country: string | null
  fields: Partial<Record<FieldName, Field>>
  periodStart: string | null
  periodEnd: string | null
}

const SPOKEN = sql`i.id as "itemId", n.id as "instrumentId", n.slug, n.file_sha256 is not null as read, i.ref, i.kind, i.number, i.text,
  n.languages[1] as language, n.title, n.country, i.fields, n.period_start as "periodStart", n.period_end as "periodEnd"`

/** The commitment with this id; undefined where there is none that the asker may see. */
export async function commitmentById(tx: Tx, itemId: string): Promise<Spoken | undefined> {
  const { rows } = await sql<Spoken>`
    select ${SPOKEN} from commitment c join item i on i.id = c.item_id join instrument n on n.id = i.instrument_id
    where c.item_id = ${itemId}`.execute(tx)
  return rows[0]
}

export interface OwnOrganisation extends Speaker {
  name: string
}

export async function ownOrganisation(tx: Tx, organisationId: string): Promise<OwnOrganisation> {
  return tx
    .selectFrom('organisation')
    .select(['id as organisationId', 'name', 'voice', 'country'])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
}

const WORD = sql`
  a.id, a.item_id as "itemId", a.organisation_id as "organisationId", coalesce(o.name, '') as organisation,
  coalesce(o.voice, a.voice) as "organisationVoice", a.voice, a.status, a.as_of as "asOf", a.reason, a.source, a.visibility,
  a.created_at as "createdAt", a.created_by as "createdBy", a.superseded_by is not null as superseded,
  a.withdrawn_at as "withdrawnAt", a.withdrawn_why as "withdrawnWhy"`

const EVIDENCE = sql`
  coalesce((
    select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'title', e.title, 'public', e.visibility = 'public') order by e.created_at)
    from evidence_use u join evidence e on e.id = u.evidence_id
    where u.relation = 'assessment' and u.used_by = a.id and e.withdrawn_at is null
  ), '[]') as evidence`

/** Everything said of a commitment that the asker may see, with its evidence and the answers to it. */
export async function wordsOn(tx: Tx, itemId: string): Promise<Word[]> {
  const { rows } = await sql<Word>`
    select ${WORD}, ${EVIDENCE},
      coalesce((
        select json_agg(json_build_object('id', r.id, 'organisationId', r.organisation_id, 'organisation', coalesce(w.name, ''),
          'voice', w.voice, 'text', r.text, 'createdAt', r.created_at, 'withdrawnAt', r.withdrawn_at) order by r.created_at)
        from reply r left join organisation w on w.id = r.organisation_id
        where r.assessment_id = a.id
      ), '[]') as replies
    from assessment a left join organisation o on o.id = a.organisation_id
    where a.item_id = ${itemId}`.execute(tx)
  return rows.map(row => ({ ...row, replies: row.replies.map(withDates) }))
}

/** Within JSON a time is text. */
const withDates = (reply: Reply): Reply => ({
  ...reply,
  createdAt: new Date(reply.createdAt),
  withdrawnAt: reply.withdrawnAt && new Date(reply.withdrawnAt),
})

/** The public words on every commitment of these instruments as they stood on a day: what a count of them needs. */
export async function publicWordsOfInstruments(tx: Tx, instrumentIds: string[], until: string): Promise<CardWord[]> {
  if (!instrumentIds.length) return []
  const { rows } = await sql<CardWord>`
    select distinct on (a.item_id, a.voice, a.organisation_id) a.item_id as "itemId", a.voice, a.organisation_id as "organisationId",
      a.status, a.as_of as "asOf", a.created_at as "createdAt", a.source, false as superseded, null as "withdrawnAt",
      array(
        select e.id from evidence_use u join evidence e on e.id = u.evidence_id
        where u.relation = 'assessment' and u.used_by = a.id and e.visibility = 'public' and e.withdrawn_at is null
      ) as evidence
    from assessment a
    where a.instrument_id = any (${instrumentIds}) and a.visibility = 'public' and a.withdrawn_at is null and a.as_of <= ${until}
    order by a.item_id, a.voice, a.organisation_id, a.as_of desc, a.created_at desc, a.id desc`.execute(tx)
  return rows
}

/** The last word on this commitment that was said after the word `seen`, of those that the asker may see; null: after nothing. */
export async function newerWordOn(tx: Tx, itemId: string, seen: string | null): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from assessment
    where item_id = ${itemId} and withdrawn_at is null
      and created_at > coalesce((select created_at from assessment where id = ${seen}), '-infinity')
    order by created_at desc, id limit 1`.execute(tx)
  return rows[0]?.id ?? null
}

export interface NewWord {
  id: string
  itemId: string
  instrumentId: string
  organisationId: string
  voice: Voice
  status: Status
  asOf: string
  reason: string
  source: string | null
  visibility: Visibility
  by: string
  /** Ids of the organisation's own evidence. */
  evidence: string[]
}

/** Says a word; the same id said again changes nothing. */
export async function sayWord(tx: Tx, word: NewWord): Promise<void> {
  if (await isSaid(tx, word.id)) return
  await tx
    .insertInto('assessment')
    .values({
      id: word.id,
      item_id: word.itemId,
      instrument_id: word.instrumentId,
      organisation_id: word.organisationId,
      voice: word.voice,
      status: word.status,
      as_of: word.asOf,
      reason: word.reason,
      source: word.source,
      visibility: word.visibility,
      created_by: word.by,
    })
    .execute()
  if (!word.evidence.length) return
  await tx
    .insertInto('evidence_use')
    .values(
      word.evidence.map(evidence => ({
        evidence_id: evidence,
        relation: 'assessment' as const,
        used_by: word.id,
        organisation_id: word.organisationId,
        said_by: word.by,
      })),
    )
    .execute()
}

export async function isSaid(tx: Tx, id: string): Promise<boolean> {
  return Boolean(await tx.selectFrom('assessment').select('id').where('id', '=', id).executeTakeFirst())
}

/** An own word: what a person of its organisation may change about it. */
export async function ownWord(tx: Tx, id: string, organisationId: string) {
  return tx
    .selectFrom('assessment')
    .select(['id', 'item_id as itemId', 'visibility', 'withdrawn_at as withdrawnAt'])
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
}

/** @throws Problem 'not-allowed' where the asker may see the word but not change it */
export async function showWordTo(tx: Tx, id: string, visibility: Visibility): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('assessment')
    .set({ visibility })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Problem('not-allowed')
}

/** @throws Problem 'not-allowed' */
export async function takeWordBack(tx: Tx, id: string, why: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('assessment')
    .set({ withdrawn_at: sql<Date>`now()`, withdrawn_why: why })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Problem('not-allowed')
}

/** The word to answer, with the answers so far, and where it stands; undefined where the asker may not see it. */
export async function wordById(tx: Tx, id: string): Promise<Word | undefined> {
  const row = await tx.selectFrom('assessment').select('item_id').where('id', '=', id).executeTakeFirst()
  return row && (await wordsOn(tx, row.item_id)).find(word => word.id === id)
}

export async function addReply(
  tx: Tx,
  reply: { id: string; assessmentId: string; instrumentId: string; organisationId: string; text: string; by: string },
): Promise<void> {
  await tx
    .insertInto('reply')
    .values({
      id: reply.id,
      assessment_id: reply.assessmentId,
      instrument_id: reply.instrumentId,
      organisation_id: reply.organisationId,
      text: reply.text,
      created_by: reply.by,
    })
    .execute()
}

/** Takes an answer of the organisation back. Gives the commitment; undefined where it has no such answer. */
export async function takeReplyBack(tx: Tx, id: string, organisationId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('reply')
    .innerJoin('assessment', 'assessment.id', 'reply.assessment_id')
    .select(['assessment.item_id as itemId', 'reply.withdrawn_at as withdrawnAt'])
    .where('reply.id', '=', id)
    .where('reply.organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (!row) return undefined
  if (!row.withdrawnAt) {
    const { numUpdatedRows } = await tx
      .updateTable('reply')
      .set({ withdrawn_at: sql<Date>`now()` })
      .where('id', '=', id)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Problem('not-allowed')
  }
  return row.itemId
}

// What waits ---------------------------------------------------------------------------------------------------------------------

export interface Waiting extends Spoken {
  /** ISO 8601 day. */
  due: string
}

/** How many are listed at most. */
export const LISTED = 50

/**
 * Commitments that are due by this day, of which the organisation has said nothing in its own voice: those of its own instruments and of
 * its country's public ones; the longest due first.
 */
export async function dueWithoutWord(tx: Tx, own: OwnOrganisation, by: string): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select ${SPOKEN}, c.due from commitment c join item i on i.id = c.item_id join instrument n on n.id = c.instrument_id
    where c.due <= ${by}
      and (c.organisation_id = ${own.organisationId} or (c.country = ${own.country} and n.published_at is not null))
      and not exists (select from assessment a where a.item_id = c.item_id and a.organisation_id = ${own.organisationId}
        and a.voice = ${own.voice} and a.superseded_by is null and a.withdrawn_at is null)
    order by c.due, c.instrument_id, c.position limit ${LISTED}`.execute(tx)
  return rows
}

export interface ToAnswer extends Spoken {
  wordId: string
  organisation: string
  voice: Voice
  status: Status
  asOf: string
}

/**
 * Words that the organisation may answer and has not: as the government of the country, those of others; as the one who said them, those
 * that the government has answered. The newest first.
 */
export async function wordsToAnswer(tx: Tx, own: OwnOrganisation): Promise<ToAnswer[]> {
  const answeredBy = (who: ReturnType<typeof sql>) =>
    sql`exists (select from reply r where r.assessment_id = a.id and r.withdrawn_at is null and r.organisation_id ${who})`
  const { rows } = await sql<ToAnswer>`
    select ${SPOKEN}, a.id as "wordId", coalesce(o.name, '') as organisation, a.voice, a.status, a.as_of as "asOf"
    from assessment a join commitment c on c.item_id = a.item_id join item i on i.id = a.item_id join instrument n on n.id = a.instrument_id
      left join organisation o on o.id = a.organisation_id
    where a.superseded_by is null and a.withdrawn_at is null and a.visibility = 'public'
      and not ${answeredBy(sql`= ${own.organisationId}`)}
      and ((a.organisation_id = ${own.organisationId} and ${answeredBy(sql`<> ${own.organisationId}`)})
        or (a.organisation_id <> ${own.organisationId} and ${own.voice} = 'government' and n.country is not distinct from ${own.country}))
    order by a.created_at desc limit ${LISTED}`.execute(tx)
  return rows
}

/** The organisation's current words that are not public yet; the newest first. */
export async function ownDrafts(tx: Tx, organisationId: string): Promise<(ToAnswer & { visibility: Visibility })[]> {
  const { rows } = await sql<ToAnswer & { visibility: Visibility }>`
    select ${SPOKEN}, a.id as "wordId", o.name as organisation, a.voice, a.status, a.as_of as "asOf", a.visibility
    from assessment a join commitment c on c.item_id = a.item_id join item i on i.id = a.item_id join instrument n on n.id = a.instrument_id
      join organisation o on o.id = a.organisation_id
    where a.organisation_id = ${organisationId} and a.visibility <> 'public' and a.superseded_by is null and a.withdrawn_at is null
    order by a.created_at desc limit ${LISTED}`.execute(tx)
  return rows
}
