/** The organisations of this installation, for the administrators of the one that runs it: who is here, in which voice, who may come. */
import type { Hono } from 'hono'
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { member, page, readForm, seeOther, type Ctx, type Env } from '../../../platform/http.ts'
import { COUNTRY_CODES } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { VOICES } from '../../voices/model.ts'
import { mailFounding } from '../mail.ts'
import { Email, Token } from '../model.ts'
import {
  describeOrganisation,
  letIn,
  openFoundings,
  organisationsOf,
  renewFounding,
  type FoundingInvitation,
} from '../organisations.ts'
import { apart } from '../parts.tsx'
import { revokeInvitation } from '../queries.ts'
import { OrganisationsPage, type Shown } from './organisations-page.tsx'

const VoiceName = z.enum(VOICES)
const Country = z
  .string()
  .transform(code => code || null)
  .refine(code => code === null || COUNTRY_CODES.includes(code))
const DescribeForm = z.object({ voice: VoiceName, country: Country })
const LetInForm = z.object({
  voice: VoiceName,
  country: Country,
  email: z.union([z.literal('').transform(() => null), Email]),
  token: Token,
})
const TokenForm = z.object({ token: Token })

export function organisationsRoutes(app: Hono<Env>) {
  app.get('/organisations', c => show(c, {}))

  app.post('/organisations/invite', async c => {
    const { hostId, userId } = host(c)
    const form = await readForm(c, LetInForm)
    if (!form.ok) return show(c, { errors: form.errors, typed: form.typed })
    const made = await change(c, 'invitation.make', tx => letIn(tx, { ...form.value, hostId, invitedBy: userId }))
    if (!made) throw new Problem('conflict')
    return handOver(c, made.invitation, form.value.token, made.now)
  })

  app.post('/organisations/invitations/:id/renew', async c => {
    host(c)
    const form = await readForm(c, TokenForm)
    if (!form.ok) throw new Problem('bad-input')
    const renewed = await change(c, 'invitation.renew', tx => renewFounding(tx, id(c), form.value.token))
    if (!renewed) throw new Problem('conflict')
    return handOver(c, renewed, form.value.token, false)
  })

  app.post('/organisations/invitations/:id/revoke', async c => {
    host(c)
    await change(c, 'invitation.revoke', tx => revokeInvitation(tx, id(c)))
    return seeOther(c, '/organisations?done=revoked')
  })

  app.post('/organisations/:id', async c => {
    host(c)
    const form = await readForm(c, DescribeForm)
    if (!form.ok) throw new Problem('bad-input')
    const { voice, country } = form.value
    const done = await change(c, 'organisation.describe', tx => describeOrganisation(tx, id(c), voice, country))
    if (!done) throw new Problem('not-found')
    return seeOther(c, '/organisations?done=described')
  })
}

function host(c: Ctx) {
  const { userId, name, current } = member(c, 'administrator')
  if (!current.hosts) throw new Problem('not-allowed')
  return { userId, name, hostId: current.organisationId, organisation: current.organisation }
}

type Work<T> = Parameters<typeof changing<T>>[3]
const change = <T,>(c: Ctx, act: string, work: Work<T>) =>
  changing(c.get('services').database.kysely, host(c).userId, { act }, work)

function id(c: Ctx): string {
  const read = z.uuid().safeParse(c.req.param('id'))
  if (!read.success) throw new Problem('not-found')
  return read.data
}

/** Shows the link, this once; with an address and a mail server, it is sent as well. */
async function handOver(c: Ctx, invitation: FoundingInvitation, token: string, send: boolean) {
  const { t } = c.get('words')
  const { config, mail, log } = c.get('services')
  const { name, organisation } = host(c)
  const link = `${config.publicUrl}/welcome/${token}`
  const { email, voice, expiresAt: until } = invitation
  let explained = t('organisations.invited.link', { voice: t(`voice.${voice}`) })
  if (send && email && mail.configured) {
    try {
      await mailFounding(c, { email, voice, link, until, organisation, inviter: name })
      explained = t('people.invited.mailed', { email: apart(email) })
    } catch (err) {
      log.error({ err }, 'mail with an invitation')
      explained = t('people.invited.not-mailed', { email: apart(email) })
    }
  }
  return show(c, { handOver: { link, until, explained } })
}

async function show(c: Ctx, { errors, typed, handOver }: Pick<Shown, 'errors' | 'typed' | 'handOver'>) {
  const { userId, hostId } = host(c)
  const { has, t } = c.get('words')
  const shown = await reading(c.get('services').database.kysely, userId, async tx => ({
    organisations: await organisationsOf(tx),
    invitations: await openFoundings(tx, hostId),
  }))
  const done = `organisations.done.${c.req.query('done')}`
  const notice = !errors && !handOver && has(done) ? t(done) : null
  return page(c, <OrganisationsPage c={c} {...{ errors, typed, handOver, notice }} {...shown} />, errors ? 422 : 200)
}
