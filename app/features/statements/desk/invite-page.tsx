/** Asking organisations to sign: a pasted list, or those that are known from rounds and as partners. Each gets a personal link. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { page, readForm, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { COUNTRY_CODES, LOCALES, OWN_NAMES, wordsOf, type Words } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, LongTextField, SelectField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { digestOf, signatureLink, signatureToken } from '../links.ts'
import { database, statementFor } from '../load.ts'
import { queueLetter } from '../mail.ts'
import { MOST_INVITED, paths, readInvited, standingOf, type Invited, type Statement, type WrongLine } from '../model.ts'
import { invite, knownOrganisations, signaturesOf } from '../queries/signatures.ts'

interface Back {
  typed?: Record<string, string>
  errors?: FormErrors
  /** Of those who were asked just now. */
  asked?: { names: { id: string; name: string; link: string | null }[]; known: number }
}

export async function showInvite(c: Ctx, { typed = {}, errors, asked }: Back = {}) {
  const { person, statement } = await asking(c)
  const known = await reading(database(c), person.userId, async tx => {
    const there = new Set(
      (await signaturesOf(tx, statement.id, statement.edition)).map(({ name, country }) => `${country} ${name}`),
    )
    const all = await knownOrganisations(tx, statement.organisationId)
    return all.filter(({ name, country }) => !there.has(`${country} ${name}`))
  })
  const { t, locale, country } = c.get('words')
  const { mail } = c.get('services')
  return page(
    c,
    <Page c={c} title={t('statements.invite')} current="nav.desk-statements">
      <p class="kicker">
        <a href={paths.statement(statement.id)} dir="auto">
          {statement.title}
        </a>{' '}
        · <a href={paths.signatures(statement.id)}>{t('statements.signatures')}</a>
      </p>
      <h1>{t('statements.invite')}</h1>
      <p class="lead">{t(mail.configured ? 'invite.lead' : 'invite.lead.no-mail')}</p>
      {asked && <Asked asked={asked} />}
      <ErrorSummary errors={errors} />
      <form class="form" method="post" action={paths.invite(statement.id)}>
        <input type="hidden" name="form" value={asked ? randomUUID() : (typed.form ?? randomUUID())} />
        <LongTextField
          name="list"
          label={t('invite.list')}
          hint={t('invite.list.hint')}
          value={asked ? '' : typed.list}
          errors={errors ?? null}
          rows={8}
          dir="auto"
        />
        <SelectField
          name="language"
          label={t('invite.language')}
          choices={LOCALES.map(value => ({ value, label: OWN_NAMES[value] }))}
          value={typed.language ?? locale}
        />
        {known.length > 0 && (
          <fieldset>
            <legend>{t('invite.known')}</legend>
            <p class="hint">{t('invite.known.hint')}</p>
            {known.map(one => (
              <p key={one.id} class="choice">
                <input type="checkbox" name="known" value={one.id} id={`k-${one.id}`} />
                <label for={`k-${one.id}`}>
                  <bdi>{one.name}</bdi>{' '}
                  <span class="soft small">
                    {[one.country && country(one.country), one.email ?? t('invite.no-address')]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </label>
              </p>
            ))}
          </fieldset>
        )}
        <button>{t('invite.send')}</button>
      </form>
    </Page>,
    errors ? 422 : 200,
  )
}

function Asked({ asked: { names, known } }: { asked: NonNullable<Back['asked']> }) {
  const { t } = useWords()
  const byHand = names.filter(({ link }) => link)
  return (
    <section class="hand-over" role="status">
      <p>
        {t('invite.asked', { count: names.length })} {known > 0 && t('invite.known-already', { count: known })}
      </p>
      {byHand.length > 0 && (
        <>
          <p>{t('invite.links')}</p>
          <ul class="rows">
            {byHand.map(({ id, name, link }) => (
              <li key={id}>
                <label for={`l-${id}`}>
                  <bdi>{name}</bdi>
                </label>
                <input id={`l-${id}`} type="text" readonly value={link!} dir="ltr" />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** A statement that takes signatures, or will. @throws Problem 'conflict' */
async function asking(c: Ctx) {
  const found = await statementFor(c, 'editor')
  const standing = standingOf(found.statement)
  if (standing !== 'open' && standing !== 'announced') throw new Problem('conflict')
  return found
}

const many = z.union([z.string().transform(one => [one]), z.array(z.string())]).default([])
const inviteForm = z.object({
  form: z.uuid(),
  list: z.string().max(100_000, 'form.too-long').default(''),
  language: z.enum(LOCALES as [string, ...string[]]),
  known: many,
})

/** Countries by their codes and by their names in each language. */
const COUNTRIES = new Map(
  COUNTRY_CODES.flatMap(code => [
    [code.toLowerCase(), code],
    ...LOCALES.map((locale): [string, string] => [wordsOf(locale).country(code).toLowerCase(), code]),
  ]) as [string, string][],
)

export async function postInvite(c: Ctx) {
  const { person, statement } = await asking(c)
  const form = await readForm(c, inviteForm)
  if (!form.ok) return showInvite(c, form)
  const { t } = c.get('words')
  const { list, language, known } = form.value
  const { invited, wrong } = readInvited(list, {
    countryOf: part => COUNTRIES.get(part.toLowerCase()),
    languages: LOCALES,
    language,
  })
  const refused = (sentence: string) => showInvite(c, { typed: form.typed, errors: { fields: { list: sentence } } })
  if (wrong.length) return refused(wrongIn(wrong, c.get('words')))
  const chosen = await reading(database(c), person.userId, tx => knownOrganisations(tx, statement.organisationId))
  const all: Invited[] = [
    ...invited,
    ...chosen
      .filter(({ id }) => known.includes(id))
      .map(one => ({ name: one.name, email: one.email, country: one.country, language: one.language ?? language })),
  ]
  if (!all.length) return refused(t('invite.nobody'))
  if (all.length > MOST_INVITED) return refused(t('invite.too-many', { most: MOST_INVITED }))
  return ask(c, statement, person.userId, all)
}

/** So many lines are told; who pasted the wrong thing needs no more. */
const MOST_TOLD = 5

const wrongIn = (wrong: readonly WrongLine[], { t }: Words): string =>
  [
    ...wrong
      .slice(0, MOST_TOLD)
      .map(({ line, why, part }) =>
        t(`invite.wrong.${why}`, { line: String(line), part: `\u2068${part}\u2069`, text: `\u2068${part}\u2069` }),
      ),
    ...(wrong.length > MOST_TOLD ? [t('invite.wrong.more', { count: wrong.length - MOST_TOLD })] : []),
  ].join(' ')

async function ask(c: Ctx, statement: Statement, by: string, all: Invited[]) {
  const services = c.get('services')
  const withLinks = all.map(one => {
    const id = randomUUID()
    return { ...one, id, tokenSha256: digestOf(signatureToken(services.config, { id, linkNumber: 1 })) }
  })
  const added = new Set(
    await changing(database(c), by, { act: 'statement.invite' }, tx => invite(tx, { statement, by }, withLinks)),
  )
  const asked = withLinks.filter(({ id }) => added.has(id))
  const isMailed = ({ email }: Invited) => services.mail.configured && email !== null
  for (const one of asked) if (isMailed(one)) await queueLetter(services, { kind: 'invitation', signature: one.id })
  const names = asked.map(one => ({
    id: one.id,
    name: one.name,
    link: isMailed(one) ? null : signatureLink(services.config, { ...one, linkNumber: 1 }),
  }))
  return showInvite(c, { asked: { names, known: all.length - asked.length } })
}
