/** The people of an organisation: who belongs to it with which role; for administrators: roles, invitations, links to a new password. */
import type { Hono } from 'hono'
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { member, page, readForm, seeOther, type Ctx, type Env } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { mailInvitation } from '../mail.ts'
import { Email, Name, RoleName, Token } from '../model.ts'
import { apart } from '../parts.tsx'
import {
  endMembership,
  invite,
  isLastAdministrator,
  makeResetLink,
  membersOf,
  openInvitations,
  renameOrganisation,
  renewInvitation,
  revokeInvitation,
  setRole,
  type OpenInvitation,
} from '../queries.ts'
import { PeoplePage, type Shown } from './people-page.tsx'

const InviteForm = z.object({
  role: RoleName,
  email: z.union([z.literal('').transform(() => null), Email]),
  token: Token,
})
const RoleForm = z.object({ role: RoleName })
const TokenForm = z.object({ token: Token })
const ResetForm = z.object({ token: Token, secondStep: z.literal('on').optional() })
const OrganisationForm = z.object({ organisation: Name })

export function peopleRoutes(app: Hono<Env>) {
  app.get('/people', c => show(c, {}))

  app.post('/people/organisation', async c => {
    const { organisationId } = administrator(c)
    const form = await readForm(c, OrganisationForm)
    if (!form.ok) return show(c, { errors: form.errors, typed: form.typed })
    await change(c, 'organisation.rename', tx => renameOrganisation(tx, organisationId, form.value.organisation))
    return seeOther(c, '/people?done=organisation')
  })

  app.post('/people/invite', async c => {
    const { organisationId, userId } = administrator(c)
    const form = await readForm(c, InviteForm)
    if (!form.ok) return show(c, { errors: form.errors, typed: form.typed })
    const { role, email, token } = form.value
    const made = await change(c, 'invitation.make', tx =>
      invite(tx, { organisationId, role, email, invitedBy: userId, token }),
    )
    if (!made) throw new Problem('conflict')
    return handOver(c, made.invitation, token, made.now)
  })

  app.post('/people/invitations/:id/renew', async c => {
    administrator(c)
    const form = await readForm(c, TokenForm)
    if (!form.ok) throw new Problem('bad-input')
    const renewed = await change(c, 'invitation.renew', tx => renewInvitation(tx, id(c), form.value.token))
    if (!renewed) throw new Problem('conflict')
    return handOver(c, renewed, form.value.token, false)
  })

  app.post('/people/invitations/:id/revoke', async c => {
    administrator(c)
    await change(c, 'invitation.revoke', tx => revokeInvitation(tx, id(c)))
    return seeOther(c, '/people?done=revoked')
  })

  app.post('/people/:userId/role', async c => {
    const { organisationId } = administrator(c)
    const form = await readForm(c, RoleForm)
    if (!form.ok) throw new Problem('bad-input')
    return keepingAnAdministrator(c, '/people?done=role', () =>
      change(c, 'membership.role', tx => setRole(tx, organisationId, c.req.param('userId'), form.value.role)),
    )
  })

  app.post('/people/:userId/end', async c => {
    const { organisationId } = administrator(c)
    return keepingAnAdministrator(c, '/people?done=ended', () =>
      change(c, 'membership.end', tx => endMembership(tx, organisationId, c.req.param('userId'))),
    )
  })

  app.post('/people/:userId/reset-link', async c => {
    administrator(c)
    const form = await readForm(c, ResetForm)
    if (!form.ok) throw new Problem('bad-input')
    const { token, secondStep } = form.value
    const { t } = c.get('words')
    const made = await change(c, 'password.reset-link', tx =>
      makeResetLink(tx, c.req.param('userId'), token, secondStep === 'on'),
    )
    if (!made) return show(c, { errors: { fields: { '': t('people.reset.elsewhere') } } })
    const link = `${c.get('services').config.publicUrl}/new-password/${token}`
    return show(c, { handOver: { link, until: null, explained: t('people.reset.made') } })
  })
}

function administrator(c: Ctx) {
  const { userId, current } = member(c, 'administrator')
  return { userId, organisationId: current.organisationId }
}

type Work<T> = Parameters<typeof changing<T>>[3]
const change = <T,>(c: Ctx, act: string, work: Work<T>) =>
  changing(c.get('services').database.kysely, member(c).userId, { act }, work)

function id(c: Ctx): string {
  const read = z.uuid().safeParse(c.req.param('id'))
  if (!read.success) throw new Problem('not-found')
  return read.data
}

async function keepingAnAdministrator(c: Ctx, then: string, work: () => Promise<boolean>) {
  try {
    if (!(await work())) throw new Problem('conflict')
  } catch (error) {
    if (!isLastAdministrator(error)) throw error
    return show(c, { errors: { fields: { '': c.get('words').t('people.last-administrator') } } }, 409)
  }
  return seeOther(c, then)
}

/** Shows the invitation's link, this once; with an address and a mail server, it is sent as well. */
async function handOver(c: Ctx, invitation: OpenInvitation, token: string, send: boolean) {
  const { t } = c.get('words')
  const { config, mail, log } = c.get('services')
  const { name, current } = member(c, 'administrator')
  const link = `${config.publicUrl}/welcome/${token}`
  const { email, role, expiresAt: until } = invitation
  let explained = t('people.invited.link', { role: t(`role.${role}`) })
  if (send && email && mail.configured) {
    try {
      await mailInvitation(c, { email, role, link, until, organisation: current.organisation, inviter: name })
      explained = t('people.invited.mailed', { email: apart(email) })
    } catch (err) {
      log.error({ err }, 'mail with an invitation')
      explained = t('people.invited.not-mailed', { email: apart(email) })
    }
  }
  return show(c, { handOver: { link, until, explained } })
}

async function show(
  c: Ctx,
  { errors, typed, handOver }: Pick<Shown, 'errors' | 'typed' | 'handOver'>,
  status: 200 | 409 | 422 = errors ? 422 : 200,
) {
  const { userId, current } = member(c)
  const { has, t } = c.get('words')
  const people = await reading(c.get('services').database.kysely, userId, async tx => ({
    members: await membersOf(tx, current.organisationId),
    invitations: await openInvitations(tx, current.organisationId),
  }))
  const done = `people.done.${c.req.query('done')}`
  const notice = !errors && !handOver && has(done) ? t(done) : null
  return page(c, <PeoplePage c={c} notice={notice} {...{ errors, typed, handOver, ...people }} />, status)
}
