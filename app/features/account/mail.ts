/** Mail about accounts, in the language of the page that it is sent from. */
import type { Ctx, Role } from '../../platform/http.ts'
import type { Voice } from '../voices/model.ts'

export async function mailResetLink(c: Ctx, to: { name: string; email: string; token: string }): Promise<void> {
  const { mail, config } = c.get('services')
  const { t } = c.get('words')
  await mail.send({
    to: to.email,
    subject: t('mail.password.subject'),
    text: t('mail.password.text', { name: to.name, link: `${config.publicUrl}/new-password/${to.token}` }),
  })
}

export async function mailInvitation(
  c: Ctx,
  to: { email: string; role: Role; organisation: string; inviter: string; link: string; until: Date },
): Promise<void> {
  const { t, time } = c.get('words')
  const names = { ...to, role: t(`role.${to.role}`), until: time(to.until) }
  await c.get('services').mail.send({
    to: to.email,
    subject: t('mail.invitation.subject', names),
    text: t('mail.invitation.text', names),
  })
}

/** To the person who will administer an organisation that is let in. */
export async function mailFounding(
  c: Ctx,
  to: { email: string; voice: Voice; organisation: string; inviter: string; link: string; until: Date },
): Promise<void> {
  const { t, time } = c.get('words')
  const names = { ...to, voice: t(`voice.${to.voice}`), until: time(to.until) }
  await c.get('services').mail.send({
    to: to.email,
    subject: t('mail.founding.subject'),
    text: t('mail.founding.text', names),
  })
}
