/** What every page of signing has: what is signed, who signs, a link that leads nowhere. */
import { reading } from '../../../platform/access.ts'
import { page, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { clockTime } from '../../questionnaires/model.ts'
import { database } from '../load.ts'
import { EMAIL, paths, standingOf, textFor, type Edition, type Statement, type Who } from '../model.ts'
import { editionOf, statementBySlug } from '../queries/statements.ts'

export type Back = { typed: Record<string, string>; errors: FormErrors } | null

export const TOKEN = /^[\w-]{43}$/
export const tokenOf = (c: Ctx) => c.req.param('token') ?? ''

interface Shown {
  statement: Statement
  edition: Edition
}

/** As everybody sees it. @throws Problem 'not-found' */
export async function publicStatement(c: Ctx, slug = c.req.param('slug') ?? ''): Promise<Shown> {
  const found = await reading(database(c), null, async tx => {
    const statement = await statementBySlug(tx, slug)
    return { statement, edition: statement && (await editionOf(tx, statement.id, statement.edition)) }
  })
  if (!found.statement || !found.edition) throw new Problem('not-found')
  return { statement: found.statement, edition: found.edition }
}

/** What is signed, above every page of signing. */
export function What({ statement, edition }: Shown) {
  const { t, locale } = useWords()
  const { language, document } = textFor(edition.texts, locale)
  return (
    <>
      <p class="statement-signed">
        <a href={paths.one(statement.slug, language)} lang={language} dir="auto">
          {document.title}
        </a>
        <br />
        <span class="soft small">
          <bdi>{statement.organisation}</bdi> · {t('statements.edition', { number: String(edition.number) })}
        </span>
      </p>
      {standingOf(statement) === 'open' && (
        <p class="soft">{t('sign.until', { time: clockTime(statement.closesAt!, statement.timeZone!, locale) })}</p>
      )}
    </>
  )
}

/** How those who collect are reached, as they say it; an address is a link. */
export function Contact({ statement: { contact } }: Pick<Shown, 'statement'>) {
  const { t } = useWords()
  if (!contact) return null
  const link = EMAIL.test(contact) ? `mailto:${contact}` : /^https?:\/\/\S+$/u.test(contact) ? contact : null
  return (
    <p class="soft statement-contact">
      {t('statements.contact.public')} {link ? <a href={link}>{contact}</a> : <bdi>{contact}</bdi>}
    </p>
  )
}

export function WhoSigns({ who }: { who: Who }) {
  const { t, country } = useWords()
  return (
    <dl class="facts-list">
      <dt>{t('sign.name')}</dt>
      <dd>
        <bdi>{who.name}</bdi>
      </dd>
      {who.country && (
        <>
          <dt>{t('sign.country')}</dt>
          <dd>{country(who.country)}</dd>
        </>
      )}
      <dt>{t('sign.naming')}</dt>
      <dd>{t(`sign.naming.${who.named ? 'named' : 'unnamed'}`)}</dd>
    </dl>
  )
}

/** The link leads nowhere: mistyped, expired, or who it was for was taken out. */
export function nowhere(c: Ctx) {
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('sign.nowhere')}>
      <h1>{t('sign.nowhere')}</h1>
      <p class="prose">{t('sign.nowhere.body')}</p>
    </Page>,
    404,
  )
}
