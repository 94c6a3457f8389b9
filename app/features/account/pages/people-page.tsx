/** How the people of an organisation are shown, and what an administrator can do about each. */
import { hasRole, member, ROLES, type Ctx, type FormErrors, type Role } from '../../../platform/http.ts'
import { newToken } from '../../../platform/sign-in.ts'
import { ErrorSummary, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { INVITATION_DAYS } from '../model.ts'
import { LinkToHandOver, OurPlaces, WaitingInvitation } from '../parts.tsx'
import type { Colleague, OpenInvitation } from '../queries.ts'

export interface Shown {
  c: Ctx
  members: Colleague[]
  invitations: OpenInvitation[]
  notice: string | null
  errors?: FormErrors | undefined
  typed?: Record<string, string> | undefined
  /** A link just made, shown this once. */
  handOver?: { link: string; until: Date | null; explained: string } | undefined
}

export function PeoplePage({ c, members, invitations, notice, errors, typed, handOver }: Shown) {
  const { t } = c.get('words')
  const { userId, current } = member(c)
  const administers = hasRole(c.get('person'), 'administrator')
  return (
    <Page c={c} title={t('nav.people')} current="nav.people" notice={notice}>
      <OurPlaces c={c} here="/people" />
      <p class="kicker">
        <bdi>{current.organisation}</bdi>
      </p>
      <h1>{t('nav.people')}</h1>
      <ErrorSummary errors={errors} />
      {handOver && <LinkToHandOver {...handOver} />}
      <ul class="rows people">
        {members.map(colleague => (
          <Member
            key={colleague.userId}
            colleague={colleague}
            self={colleague.userId === userId}
            administers={administers}
          />
        ))}
      </ul>
      {administers ? (
        <>
          <Invitations invitations={invitations} />
          <Invite errors={errors} typed={typed} />
          <Organisation name={typed?.organisation ?? current.organisation} errors={errors} />
        </>
      ) : (
        <p class="soft prose apart">{t('people.ask-administrator')}</p>
      )}
      <Roles />
    </Page>
  )
}

function Member({ colleague, self, administers }: { colleague: Colleague; self: boolean; administers: boolean }) {
  const { t, date } = useWords()
  const { name, email, role, since } = colleague
  return (
    <li>
      <div class="member">
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {self && <span class="soft">{t('people.you')}</span>}
        <span class="tag">{t(`role.${role}`)}</span>
        <a href={`mailto:${email}`} dir="ltr">
          {email}
        </a>
        <span class="soft small">{t('people.since', { date: date(since) })}</span>
      </div>
      {administers && <ChangeMember colleague={colleague} self={self} />}
    </li>
  )
}

function ChangeMember({ colleague, self }: { colleague: Colleague; self: boolean }) {
  const { t } = useWords()
  const { userId, name, role } = colleague
  return (
    <details>
      <summary>
        {t('people.change')} <span class="visually-hidden">{name}</span>
      </summary>
      <form class="inline" method="post" action={`/people/${userId}/role`}>
        <label for={`role-${userId}`}>{t('people.role')}</label>
        <select id={`role-${userId}`} name="role">
          {ROLES.map(each => (
            <option key={each} value={each} selected={each === role}>
              {t(`role.${each}`)}
            </option>
          ))}
        </select>
        <button class="quiet">{t('people.role.set')}</button>
      </form>
      {!self && (
        <>
          <form method="post" action={`/people/${userId}/reset-link`}>
            <input type="hidden" name="token" value={newToken()} />
            <p class="hint">{t('people.reset.hint')}</p>
            <div class="choice">
              <input type="checkbox" id={`second-step-${userId}`} name="secondStep" />
              <label for={`second-step-${userId}`}>{t('people.reset.second-step')}</label>
            </div>
            <button class="quiet">{t('people.reset.make')}</button>
          </form>
          <form method="post" action={`/people/${userId}/end`}>
            <p class="hint">{t('people.end.hint')}</p>
            <button class="danger">{t('people.end')}</button>
          </form>
        </>
      )}
    </details>
  )
}

function Invitations({ invitations }: { invitations: OpenInvitation[] }) {
  const { t } = useWords()
  return (
    <>
      <h2>{t('people.invitations')}</h2>
      {invitations.length ? (
        <ul class="rows people">
          {invitations.map(invitation => (
            <Waiting key={invitation.id} {...invitation} />
          ))}
        </ul>
      ) : (
        <p class="soft">{t('people.invitations.none')}</p>
      )}
    </>
  )
}

function Waiting({ id, role, email, expiresAt }: OpenInvitation) {
  const { t } = useWords()
  return (
    <WaitingInvitation at={`/people/invitations/${id}`} email={email} expiresAt={expiresAt}>
      <span class="tag">{t(`role.${role}`)}</span>
    </WaitingInvitation>
  )
}

interface FormShown {
  errors: FormErrors | undefined
  typed: Record<string, string> | undefined
}

function Invite({ errors, typed }: FormShown) {
  const { t } = useWords()
  const choices = ROLES.map((role: Role) => ({ value: role, label: t(`role.${role}`) }))
  return (
    <>
      <h2 id="invite">{t('people.invite')}</h2>
      <form class="form" method="post" action="/people/invite">
        <input type="hidden" name="token" value={newToken()} />
        <SelectField
          name="role"
          label={t('people.role')}
          choices={choices}
          value={typed?.role ?? 'contributor'}
          required
        />
        <TextField
          name="email"
          label={`${t('account.email')} (${t('form.optional')})`}
          hint={t('people.invite.email.hint', { days: INVITATION_DAYS })}
          errors={errors ?? null}
          value={typed?.email}
          type="email"
          dir="ltr"
        />
        <button>{t('people.invite.do')}</button>
      </form>
    </>
  )
}

function Organisation({ name, errors }: { name: string; errors: FormErrors | undefined }) {
  const { t } = useWords()
  return (
    <details class="apart" open={Boolean(errors?.fields.organisation)}>
      <summary>{t('people.organisation.rename')}</summary>
      <form class="form" method="post" action="/people/organisation">
        <TextField
          name="organisation"
          label={t('welcome.organisation')}
          hint={t('welcome.organisation.hint')}
          errors={errors ?? null}
          value={name}
          maxlength={200}
          dir="auto"
          required
        />
        <button class="quiet">{t('form.save')}</button>
      </form>
    </details>
  )
}

function Roles() {
  const { t } = useWords()
  return (
    <>
      <h2>{t('people.roles')}</h2>
      <dl class="roles">
        {ROLES.map(role => (
          <div key={role}>
            <dt>{t(`role.${role}`)}</dt>
            <dd>{t(`role.${role}.can`)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
