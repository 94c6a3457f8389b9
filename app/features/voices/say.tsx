/** A word that a person says: checked, kept once however often it is sent, and never over the head of somebody who spoke meanwhile. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { changing, reading } from '../../platform/access.ts'
import { changeIdOf } from '../../platform/change-id.ts'
import { checkForm, hasRole, member, page, seeOther, type Ctx } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import { keepWithForm, newEvidenceForm } from '../evidence/offers/add.tsx'
import { receiveForm } from '../evidence/offers/receive.ts'
import { statusOf, type Refusal } from '../evidence/offers/refusals.ts'
import { pageOf } from './offers/section.tsx'
import { voicesOn, type Voices } from './offers/load.ts'
import { STATUSES, VISIBILITIES, VOICES } from './model.ts'
import { isSaid, newerWordOn, sayWord, wordById, type Spoken } from './queries.ts'
import { SayForm, type SayFormState } from './say-form.tsx'

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The first resolution was adopted on this day: nothing was promised before. */
const FIRST_DAY = '2000-10-31'
/** East of us it may be tomorrow already. */
const lastDay = () => new Date(Date.now() + 14 * 3600 * 1000).toISOString().slice(0, 10)

const wordForm = z
  .object({
    form: z.string().max(100),
    item: z.string().regex(UUID),
    seen: z.string().max(100).default(''),
    status: z.enum(STATUSES, 'say.status.needed'),
    asOf: z.iso.date('say.as-of.wrong').refine(day => day >= FIRST_DAY && day <= lastDay(), 'say.as-of.wrong'),
    reason: z.string().trim().max(10_000, 'form.too-long').default(''),
    voice: z.enum(VOICES),
    source: z.string().trim().max(1000, 'form.too-long').default(''),
    visibility: z.enum(VISIBILITIES),
    evidence: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform(ids => [ids].flat().filter(id => UUID.test(id))),
  })
  .refine(({ status, reason }) => status === 'no-information' || reason, {
    path: ['reason'],
    message: 'say.reason.needed',
  })

export async function showSay(c: Ctx) {
  const person = member(c, 'contributor')
  const voices = await load(c, person.userId, c.req.param('item') ?? '')
  return page(c, <SayPage c={c} voices={voices} form={{ id: randomUUID(), typed: {}, errors: null }} />)
}

async function load(c: Ctx, userId: string, itemId: string): Promise<Voices> {
  const { kysely } = c.get('services').database
  const voices = UUID.test(itemId) ? await reading(kysely, userId, tx => voicesOn(c, tx, itemId)) : null
  if (!voices) throw new Problem('not-found')
  return voices
}

export async function say(c: Ctx) {
  const person = member(c, 'contributor')
  const services = c.get('services')
  const { t } = c.get('words')
  const received = await receiveForm(c.req.raw, services.files)
  const voices = await load(c, person.userId, String(received.fields.item ?? ''))
  const own = voices.speaker!.organisation
  const form = checkForm(c, wordForm, received.fields)
  const about = checkForm(c, newEvidenceForm, received.fields)

  const fields = { ...(form.ok ? {} : form.errors.fields), ...(about.ok || !received.file ? {} : about.errors.fields) }
  const voice = form.ok ? form.value.voice : form.typed.voice
  if (voice && voice !== own.voice && !form.typed.source?.trim()) fields.source = t('say.source.needed')
  if (/^(partners|public)$/.test(form.typed.visibility ?? '') && !hasRole(person, 'editor'))
    fields.visibility = t('say.visibility.editors')
  if (received.refusal) fields.file = t(`evidence.refused.${received.refusal}`)

  const ticked = [received.fields.evidence ?? []].flat().filter(id => UUID.test(id))
  // What was sent is kept whatever else is to be mended: nobody has to choose a photo twice on a slow line.
  if (received.file) {
    const kept = await keepWithForm(c, person, received.file, about.ok ? about.value : null, form.typed.form ?? '')
    if (!ticked.includes(kept)) ticked.push(kept)
  }
  const again = (errors: SayFormState['errors'], rest: Partial<SayFormState> = {}) => ({
    id: form.typed.form || randomUUID(),
    typed: form.typed,
    errors,
    evidence: ticked,
    ...rest,
  })
  if (!form.ok || Object.keys(fields).length)
    return showAgain(c, person.userId, voices.commitment, again({ fields }), received.refusal)

  const { form: formId, seen, item: itemId, source, evidence: _, ...word } = form.value
  const quoted = word.voice === own.voice ? null : source
  const id = changeIdOf(formId, { itemId, ...word, quoted, ticked })
  const newer = await changing(services.database.kysely, person.userId, { act: 'assessment.say' }, async tx => {
    if (await isSaid(tx, id)) return null
    const newest = await newerWordOn(tx, itemId, UUID.test(seen) ? seen : null)
    if (newest) return (await wordById(tx, newest)) ?? null
    const { instrumentId } = voices.commitment
    const { organisationId } = own
    await sayWord(tx, {
      ...word,
      id,
      itemId,
      instrumentId,
      organisationId,
      source: quoted,
      by: person.userId,
      evidence: ticked,
    })
    return null
  })
  if (newer) return showAgain(c, person.userId, voices.commitment, again(null, { newer }))
  return seeOther(c, `${pageOf(voices.commitment)}?voices=said#voices`)
}

/** The form with what was typed, above everything that has been said by now. */
async function showAgain(
  c: Ctx,
  userId: string,
  { itemId }: Spoken,
  form: SayFormState,
  refusal: Refusal | null = null,
) {
  const voices = await load(c, userId, itemId)
  const status = form.newer ? 409 : refusal ? statusOf(refusal) : 422
  return page(c, <SayPage c={c} voices={voices} form={form} />, status)
}

function SayPage({ c, voices, form }: { c: Ctx; voices: Voices; form: SayFormState }) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('say.title')} current="nav.voices">
      <CommitmentHead commitment={voices.commitment} title={t('say.title')} />
      <SayForm commitment={voices.commitment} speaker={voices.speaker!} today={voices.today} form={form} />
    </Page>
  )
}

/** Which commitment a page of the desk is about. */
export function CommitmentHead({ commitment, title }: { commitment: Spoken; title: string }) {
  const { t } = useWords()
  return (
    <>
      <p class="kicker">
        <bdi lang={commitment.language ?? undefined}>{commitment.title}</bdi> ·{' '}
        <a href={`${pageOf(commitment)}#voices`}>{t('voices.to-commitment')}</a>
      </p>
      <h1>{title}</h1>
      <blockquote class="prose" lang={commitment.language ?? undefined} dir="auto">
        {[commitment.number, commitment.text].filter(Boolean).join(' ')}
      </blockquote>
    </>
  )
}
