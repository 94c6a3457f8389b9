/** What is done with a word after it was said: shown to others, taken back, answered. */
import type { VNode } from 'preact'
import { z } from 'zod'
import { changing, reading, type Tx } from '../../platform/access.ts'
import { changeIdOf } from '../../platform/change-id.ts'
import { hasRole, member, page, readForm, seeOther, type Ctx } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { Page } from '../../ui/page.tsx'
import { mayReply, VISIBILITIES } from './model.ts'
import {
  addReply,
  commitmentById,
  ownOrganisation,
  ownWord,
  showWordTo,
  takeReplyBack,
  takeWordBack,
  wordById,
  type Spoken,
} from './queries.ts'
import { CommitmentHead, UUID } from './say.tsx'
import { pageOf } from './offers/section.tsx'
import { ReplyForm, TakeBackForm } from './word-forms.tsx'

const idOf = (c: Ctx): string => {
  const id = c.req.param('id') ?? ''
  if (!UUID.test(id)) throw new Problem('not-found')
  return id
}

async function commitmentOf(tx: Tx, itemId: string | undefined): Promise<Spoken> {
  const commitment = itemId && (await commitmentById(tx, itemId))
  if (!commitment) throw new Problem('not-found')
  return commitment
}

const back = (c: Ctx, commitment: Spoken, done: string) => seeOther(c, `${pageOf(commitment)}?voices=${done}#voices`)

export async function setVisibility(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, z.object({ visibility: z.enum(VISIBILITIES) }))
  if (!form.ok) throw new Problem('bad-input')
  const { visibility } = form.value
  const { kysely } = c.get('services').database
  const commitment = await changing(kysely, person.userId, { act: 'assessment.show' }, async tx => {
    const word = await ownWord(tx, idOf(c), person.current.organisationId)
    if (!word || word.withdrawnAt) throw new Problem('not-found')
    if (word.visibility !== visibility) await showWordTo(tx, word.id, visibility)
    return commitmentOf(tx, word.itemId)
  })
  return back(c, commitment, 'shown')
}

export async function takeBackWord(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(
    c,
    z.object({ why: z.string().trim().min(1, 'voices.take-back.needed').max(2000, 'form.too-long') }),
  )
  const { kysely } = c.get('services').database
  const { t } = c.get('words')
  if (!form.ok) {
    const commitment = await reading(kysely, person.userId, async tx =>
      commitmentOf(tx, (await ownWord(tx, idOf(c), person.current.organisationId))?.itemId),
    )
    return again(c, commitment, t('voices.take-back'), <TakeBackForm id={idOf(c)} form={form} />)
  }
  const { why } = form.value
  const commitment = await changing(kysely, person.userId, { act: 'assessment.take-back', why }, async tx => {
    const word = await ownWord(tx, idOf(c), person.current.organisationId)
    if (!word) throw new Problem('not-found')
    if (!word.withdrawnAt) await takeWordBack(tx, word.id, why)
    return commitmentOf(tx, word.itemId)
  })
  return back(c, commitment, 'taken-back')
}

export async function answer(c: Ctx) {
  const person = member(c, 'editor')
  const form = await readForm(
    c,
    z.object({
      form: z.string().min(1).max(100),
      text: z.string().trim().min(1, 'voices.reply.needed').max(10_000, 'form.too-long'),
    }),
  )
  const { kysely } = c.get('services').database
  const { t } = c.get('words')
  if (!form.ok) {
    const commitment = await reading(kysely, person.userId, async tx =>
      commitmentOf(tx, (await wordById(tx, idOf(c)))?.itemId),
    )
    return again(c, commitment, t('voices.reply'), <ReplyForm id={idOf(c)} form={form} />)
  }
  const { text } = form.value
  const commitment = await changing(kysely, person.userId, { act: 'reply.say' }, async tx => {
    const word = await wordById(tx, idOf(c))
    const commitment = await commitmentOf(tx, word?.itemId)
    const own = await ownOrganisation(tx, person.current.organisationId)
    const id = changeIdOf(form.value.form, { text })
    if (word!.replies.some(reply => reply.id === id)) return commitment
    if (!mayReply(own, word!, commitment.country)) throw new Problem('conflict', t('voices.reply.may-not'))
    const { instrumentId } = commitment
    const { organisationId } = own
    await addReply(tx, { id, assessmentId: word!.id, instrumentId, organisationId, text, by: person.userId })
    return commitment
  })
  return back(c, commitment, 'answered')
}

export async function takeBackReply(c: Ctx) {
  const person = member(c, 'editor')
  const { kysely } = c.get('services').database
  const commitment = await changing(kysely, person.userId, { act: 'reply.take-back' }, async tx =>
    commitmentOf(tx, await takeReplyBack(tx, idOf(c), person.current.organisationId)),
  )
  return back(c, commitment, 'taken-back')
}

/** Several words at once, after a person ticked them. What became public meanwhile, or was taken back, is left as it is. */
export async function publishWords(c: Ctx) {
  const person = member(c, 'editor')
  const form = await readForm(c, z.object({ word: z.union([z.string(), z.array(z.string())]).default([]) }))
  const ids = form.ok ? [form.value.word].flat().filter(id => UUID.test(id)) : []
  if (!hasRole(person, 'editor') || ids.length === 0) return seeOther(c, '/desk/voices?done=none')
  await changing(c.get('services').database.kysely, person.userId, { act: 'assessment.show' }, async tx => {
    for (const id of ids) {
      const word = await ownWord(tx, id, person.current.organisationId)
      if (word && !word.withdrawnAt && word.visibility !== 'public') await showWordTo(tx, id, 'public')
    }
  })
  return seeOther(c, '/desk/voices?done=published')
}

function again(c: Ctx, commitment: Spoken, title: string, form: VNode) {
  return page(
    c,
    <Page c={c} title={title} current="nav.voices">
      <CommitmentHead commitment={commitment} title={title} />
      {form}
    </Page>,
    422,
  )
}
