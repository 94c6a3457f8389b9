/** How the organisations of an installation are shown to those who let them in. */
import type { Ctx, FormErrors } from '../../../platform/http.ts'
import { newToken } from '../../../platform/sign-in.ts'
import { countryChoices } from '../../../ui/countries.ts'
import { ErrorSummary, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { VOICES } from '../../voices/model.ts'
import { INVITATION_DAYS } from '../model.ts'
import type { FoundingInvitation, Organisation } from '../organisations.ts'
import { LinkToHandOver, OurPlaces, WaitingInvitation } from '../parts.tsx'

export interface Shown {
  c: Ctx
  organisations: Organisation[]
  invitations: FoundingInvitation[]
  notice: string | null
  errors?: FormErrors | undefined
  typed?: Record<string, string> | undefined
  /** A link just made, shown this once. */
  handOver?: { link: string; until: Date | null; explained: string } | undefined
}

export function OrganisationsPage({ c, organisations, invitations, notice, errors, typed, handOver }: Shown) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('nav.organisations')} current="nav.people" notice={notice}>
      <OurPlaces c={c} here="/organisations" />
      <h1>{t('nav.organisations')}</h1>
      <p class="lead">{t('organisations.lead')}</p>
      <ErrorSummary errors={errors} />
      {handOver && <LinkToHandOver {...handOver} />}
      <ul class="rows people">
        {organisations.map(organisation => (
          <Row key={organisation.id} {...organisation} />
        ))}
      </ul>
      <h2>{t('organisations.invitations')}</h2>
      {invitations.length ? (
        <ul class="rows people">
          {invitations.map(invitation => (
            <Waiting key={invitation.id} {...invitation} />
          ))}
        </ul>
      ) : (
        <p class="soft">{t('people.invitations.none')}</p>
      )}
      <LetIn errors={errors} typed={typed} />
    </Page>
  )
}

function Row({ id, name, voice, country, hosts, createdAt, members }: Organisation) {
  const words = useWords()
  const { t, date, country: called } = words
  return (
    <li>
      <div class="member">
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span class="tag">{t(`voice.${voice}`)}</span>
        {country && <span>{called(country)}</span>}
        {hosts && <span class="soft">{t('organisations.hosts')}</span>}
        {members !== null && <span class="soft small">{t('organisations.members', { count: members })}</span>}
        <span class="soft small">{t('organisations.since', { date: date(createdAt) })}</span>
      </div>
      <details>
        <summary>
          {t('organisations.describe')} <span class="visually-hidden">{name}</span>
        </summary>
        <form method="post" action={`/organisations/${id}`}>
          <p class="hint">{t('organisations.describe.hint')}</p>
          <div class="field">
            <label for={`voice-${id}`}>{t('organisations.voice')}</label>
            <select id={`voice-${id}`} name="voice">
              {VOICES.map(each => (
                <option key={each} value={each} selected={each === voice}>
                  {t(`voice.${each}`)}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for={`country-${id}`}>{t('organisations.country')}</label>
            <select id={`country-${id}`} name="country">
              {countryChoices(words, 'organisations.country.none').map(each => (
                <option key={each.value} value={each.value} selected={each.value === (country ?? '')}>
                  {each.label}
                </option>
              ))}
            </select>
          </div>
          <button class="quiet">{t('form.save')}</button>
        </form>
      </details>
    </li>
  )
}

function Waiting({ id, voice, country, email, expiresAt }: FoundingInvitation) {
  const { t, country: called } = useWords()
  return (
    <WaitingInvitation at={`/organisations/invitations/${id}`} email={email} expiresAt={expiresAt}>
      <span class="tag">{t(`voice.${voice}`)}</span>
      {country && <span>{called(country)}</span>}
    </WaitingInvitation>
  )
}

interface FormShown {
  errors: FormErrors | undefined
  typed: Record<string, string> | undefined
}

function LetIn({ errors, typed }: FormShown) {
  const words = useWords()
  const { t } = words
  return (
    <>
      <h2 id="invite">{t('organisations.invite')}</h2>
      <p class="prose">{t('organisations.invite.lead')}</p>
      <form class="form" method="post" action="/organisations/invite">
        <input type="hidden" name="token" value={newToken()} />
        <fieldset class="voices">
          <legend>{t('organisations.voice')}</legend>
          {errors?.fields.voice && <p class="error">{errors.fields.voice}</p>}
          {VOICES.map((voice, i) => (
            <div class="choice" key={voice}>
              <input
                type="radio"
                id={i === 0 ? 'voice' : `voice-${voice}`}
                name="voice"
                value={voice}
                checked={voice === typed?.voice}
                required
              />
              <label for={i === 0 ? 'voice' : `voice-${voice}`}>
                <strong>{t(`voice.${voice}`)}</strong> <span class="soft">{t(`voice.${voice}.is`)}</span>
              </label>
            </div>
          ))}
        </fieldset>
        <SelectField
          name="country"
          label={t('organisations.country')}
          errors={errors ?? null}
          value={typed?.country ?? ''}
          choices={countryChoices(words, 'organisations.country.none')}
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
        <button>{t('organisations.invite.do')}</button>
      </form>
    </>
  )
}
