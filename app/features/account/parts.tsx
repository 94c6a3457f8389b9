/** Parts that several account pages show: a password's field, a link to hand over, the pages about one's organisation. */
import type { ComponentChildren } from 'preact'
import { hasRole, type Ctx, type FormErrors } from '../../platform/http.ts'
import { newToken } from '../../platform/sign-in.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../platform/sign-in-library.ts'
import { TextField } from '../../ui/form.tsx'
import { useWords } from '../../ui/words.tsx'

/** A name inside a sentence of another direction keeps its own. */
export const apart = (name: string): string => `\u2068${name}\u2069`

export function NewPasswordField({ name, label, errors }: { name: string; label: string; errors?: FormErrors | null }) {
  const { t } = useWords()
  return (
    <TextField
      name={name}
      label={label}
      hint={t('account.password.hint', { shortest: SHORTEST_PASSWORD })}
      errors={errors}
      type="password"
      autocomplete="new-password"
      minlength={SHORTEST_PASSWORD}
      maxlength={LONGEST_PASSWORD}
      required
    />
  )
}

export function CurrentPasswordField({
  name,
  label,
  errors,
}: {
  name: string
  label: string
  errors?: FormErrors | null
}) {
  return (
    <TextField
      name={name}
      label={label}
      errors={errors}
      type="password"
      autocomplete="current-password"
      maxlength={LONGEST_PASSWORD}
      required
    />
  )
}

/** A link that is shown once, to be copied and handed over. */
export function LinkToHandOver({ link, explained, until }: { link: string; explained: string; until: Date | null }) {
  const { t, time } = useWords()
  return (
    <section class="hand-over" role="status">
      <p>{explained}</p>
      <label for="link">{t('people.link.label')}</label>
      <input id="link" type="text" readonly value={link} dir="ltr" />
      <p class="hint">
        {t('people.link.once')} {until && t('people.link.until', { date: time(until) })}
      </p>
    </section>
  )
}

/** The pages about one's organisation; those about the others only for who lets them in. */
export function OurPlaces({ c, here }: { c: Ctx; here: string }) {
  const { t } = useWords()
  const person = c.get('person')
  const places: [string, string][] = [
    ['/people', t('nav.people')],
    ['/partners', t('nav.partners')],
  ]
  if (person?.current?.hosts && hasRole(person, 'administrator'))
    places.push(['/organisations', t('nav.organisations')])
  return (
    <nav class="our-places" aria-label={t('nav.our-organisation')}>
      <ul>
        {places.map(([href, label]) => (
          <li key={href}>
            <a href={href} aria-current={href === here ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface WaitingInvitationProps {
  /** The invitation's address, without what is done to it. */
  at: string
  email: string | null
  expiresAt: Date
  /** What it lets in to, and as what. */
  children: ComponentChildren
}

/** An invitation that nobody has followed yet: for whom, until when; another link for it, and the way to take it back. */
export function WaitingInvitation({ at, email, expiresAt, children }: WaitingInvitationProps) {
  const { t, time } = useWords()
  const expired = expiresAt < new Date()
  return (
    <li>
      <div class="member">
        {email ? <span dir="ltr">{email}</span> : <span>{t('people.invitation.by-link')}</span>}
        {children}
        <span class={expired ? 'missing' : 'soft small'}>
          {t(expired ? 'people.invitation.expired' : 'people.invitation.until', { date: time(expiresAt) })}
        </span>
      </div>
      <div class="actions">
        <form method="post" action={`${at}/renew`}>
          <input type="hidden" name="token" value={newToken()} />
          <button class="quiet">{t('people.invitation.renew')}</button>
        </form>
        <form method="post" action={`${at}/revoke`}>
          <button class="danger">{t('people.invitation.revoke')}</button>
        </form>
      </div>
    </li>
  )
}
