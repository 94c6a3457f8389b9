/** Statements before the public: the list, one statement with its co-signers, an edition that was signed before. No script. */
import { htmlParts } from '@open1325/report-writer'
import { reading } from '../../../platform/access.ts'
import { htmlOf, page, wholeNumber, type Ctx } from '../../../platform/http.ts'
import { directionOf, isLocale, OWN_NAMES } from '../../../platform/languages.ts'
import { keptPage } from '../../../platform/kept-pages.ts'
import { Problem } from '../../../platform/problem.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { clockTime } from '../../questionnaires/model.ts'
import { isAsFrozen, othersIn } from '../document.ts'
import { Downloads } from '../../reports/offers/downloads.tsx'
import { asker, database } from '../load.ts'
import { Contact } from '../sign/parts.tsx'
import {
  inOrder,
  paths,
  standingOf,
  textFor,
  type Cosigners,
  type Edition,
  type EditionText,
  type Statement,
} from '../model.ts'
import {
  cosignersCsv,
  cosignersOf,
  editionOf,
  editionsOf,
  publicState,
  publicStatements,
  statementBySlug,
} from '../queries/statements.ts'

export async function showList(c: Ctx) {
  const statements = await reading(database(c), null, publicStatements)
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('nav.statements')} current="nav.statements" description={t('statements.lead')}>
      <h1>{t('nav.statements')}</h1>
      <p class="lead">{t('statements.lead')}</p>
      {statements.length === 0 ? (
        <p class="empty">{t('statements.none')}</p>
      ) : (
        <ul class="rows">
          {statements.map(statement => (
            <Row key={statement.id} statement={statement} titles={statement.titles} />
          ))}
        </ul>
      )}
    </Page>,
  )
}

function Row({ statement, titles }: { statement: Statement; titles: { language: string; title: string }[] }) {
  const { locale } = useWords()
  const { language, title } = titles.length ? textFor(titles, locale) : { language: undefined, title: statement.title }
  return (
    <li>
      <a href={paths.one(statement.slug)} lang={language} dir="auto">
        {title}
      </a>
      <br />
      <span class="soft small">
        <bdi>{statement.organisation}</bdi> · <StandingLine statement={statement} />
      </span>
    </li>
  )
}

/** Whether it can be signed, and until when. */
function StandingLine({ statement }: { statement: Statement }) {
  const { t, locale } = useWords()
  const standing = standingOf(statement)
  const at = (moment: Date | null) => (moment ? clockTime(moment, statement.timeZone ?? 'UTC', locale) : '')
  return (
    <>
      <span class={standing === 'open' ? 'tag open' : 'tag'}>{t(`statements.standing.${standing}`)}</span>{' '}
      {standing === 'open' && t('statements.until', { time: at(statement.closesAt) })}
      {standing === 'announced' && t('statements.from', { time: at(statement.opensAt) })}
      {standing === 'closed' && t('statements.closed-at', { time: at(statement.closedAt ?? statement.closesAt) })}
    </>
  )
}

export async function showStatement(c: Ctx) {
  const slug = c.req.param('slug') ?? ''
  const asked = new URL(c.req.url)
  const state =
    c.get('person') || [...asked.searchParams.keys()].some(name => name !== 'lang')
      ? null
      : await reading(database(c), null, tx => publicState(tx, slug))
  if (state === null) return page(c, await statementPage(c, slug))
  return keptPage(c, state, async () => htmlOf(await statementPage(c, slug)))
}

async function statementPage(c: Ctx, slug: string) {
  const found = await reading(database(c), asker(c), async tx => {
    const statement = await statementBySlug(tx, slug)
    if (!statement || statement.state === 'draft') return undefined
    const earlier = []
    for (const { number } of await editionsOf(tx, statement.id))
      if (number < statement.edition) {
        const { named, unnamed } = await cosignersOf(tx, statement.id, number)
        earlier.push({ number, signed: named.length + unnamed })
      }
    return {
      statement,
      edition: await editionOf(tx, statement.id, statement.edition),
      cosigners: await cosignersOf(tx, statement.id, statement.edition),
      isAsFrozen: isAsFrozen(statement, (await cosignersCsv(tx, slug)) ?? ''),
      earlier,
    }
  })
  if (!found) throw new Problem('not-found')
  const { statement, edition } = found
  if (statement.state === 'withdrawn' || !edition) return <WithdrawnPage c={c} statement={statement} />
  const { locale } = c.get('words')
  const text = textFor(edition.texts, c.req.query('text') ?? locale)
  return <StatementPage c={c} {...found} edition={edition} text={text} />
}

function WithdrawnPage({ c, statement }: { c: Ctx; statement: Statement }) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={statement.title} current="nav.statements">
      <p class="kicker">
        <a href={paths.list}>{t('nav.statements')}</a> · <bdi>{statement.organisation}</bdi>
      </p>
      <h1 dir="auto">{statement.title}</h1>
      <p class="warning" dir="auto">
        {t('statements.withdrawn', { why: `\u2068${statement.withdrawnWhy ?? ''}\u2069` })}
      </p>
    </Page>
  )
}

interface Shown {
  c: Ctx
  statement: Statement
  edition: Edition
  cosigners: Cosigners
  /** Whether the list is the one whose digest is shown. */
  isAsFrozen: boolean
  /** Editions that were signed before this one, and how many signed each. */
  earlier: { number: number; signed: number }[]
  text: EditionText
}

function StatementPage({ c, statement, edition, cosigners, isAsFrozen, earlier, text }: Shown) {
  const { t, colon, language: nameOf } = c.get('words')
  const { mail } = c.get('services')
  const standing = standingOf(statement)
  return (
    <Page c={c} title={text.document.title} current="nav.statements">
      <p class="kicker">
        <a href={paths.list}>{t('nav.statements')}</a> · <bdi>{statement.organisation}</bdi>
      </p>
      <h1 lang={text.language} dir="auto">
        {text.document.title}
      </h1>
      <p>
        <StandingLine statement={statement} />
      </p>
      {(statement.body || statement.session) && (
        <p class="soft">
          {t('statements.handed-in')}
          {colon}
          <bdi>{[statement.body, statement.session].filter(Boolean).join(', ')}</bdi>
        </p>
      )}
      {edition.texts.length > 1 && (
        <nav aria-label={t('statements.languages')}>
          <ul class="statement-languages">
            {edition.texts.map(({ language }) => (
              <li key={language}>
                <a
                  href={paths.one(statement.slug, language)}
                  lang={language}
                  hreflang={language}
                  aria-current={language === text.language ? 'true' : undefined}
                >
                  {isLocale(language) ? OWN_NAMES[language] : nameOf(language)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p class="actions">
        {standing === 'open' && (mail.configured || statement.contact) && (
          <a class="button" href={paths.sign(statement.slug)}>
            {t('statements.sign')}
          </a>
        )}
        <a href="#signers">{t('statements.signed-by', { count: cosigners.named.length + cosigners.unnamed })}</a>
      </p>
      {standing === 'open' && !mail.configured && !statement.contact && <p class="soft">{t('sign.asked-only')}</p>}
      <Contact statement={statement} />
      <TextOf text={text} />
      <Signers {...{ statement, cosigners, isAsFrozen, text }} />
      <section aria-labelledby="edition">
        <h2 id="edition">{t('statements.this-text')}</h2>
        <EditionLines statement={statement} edition={edition} />
        {earlier.length > 0 && (
          <p>
            {t('statements.earlier')}{' '}
            {earlier.map(({ number, signed }) => [
              <a key={number} href={paths.edition(statement.slug, number)}>
                {t('statements.edition.signed', { number: String(number), count: signed })}
              </a>,
              ' ',
            ])}
          </p>
        )}
        <Downloads to={format => paths.file(statement.slug, text.language, format)}>
          <a href={paths.signers(statement.slug, text.language)}>{t('statements.signers-csv')}</a>
        </Downloads>
      </section>
    </Page>
  )
}

/** The title stands above it: what follows begins one level below. */
function TextOf({ text: { document, language } }: { text: EditionText }) {
  const { front, blocks, notes } = htmlParts(document, 1)
  const html = [...front.slice(1), ...blocks, notes].filter(Boolean).join('\n')
  return (
    <article class="report-text edition" lang={language} dir={directionOf(language)}>
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  )
}

function Signers({
  statement,
  text,
  cosigners: { named, unnamed },
  isAsFrozen,
}: Pick<Shown, 'statement' | 'text' | 'cosigners' | 'isAsFrozen'>) {
  const words = useWords()
  const { t, country, locale, date, colon } = words
  return (
    <section aria-labelledby="signers">
      <h2 id="signers">{t('statements.signers')}</h2>
      {named.length + unnamed === 0 ? (
        <p class="empty">{t('statements.signers.none')}</p>
      ) : (
        <p>{t('statements.signed-by', { count: named.length + unnamed })}</p>
      )}
      {named.length > 0 && (
        <ul class="cosigners">
          {inOrder(named, locale).map((one, n) => (
            <li key={n}>
              <bdi>{one.name}</bdi>
              {one.country && <span class="soft">{` (${country(one.country)})`}</span>}
            </li>
          ))}
        </ul>
      )}
      {unnamed > 0 && <p>{othersIn(words, named.length, unnamed)}</p>}
      {text.listNote && named.length > 0 && (
        <p class="soft" lang={text.language} dir="auto">
          {text.listNote}
        </p>
      )}
      {statement.state === 'closed' && statement.listSha256 && (
        <p class="soft small">
          {t('statements.list-frozen', {
            count: (statement.listNamed ?? 0) + (statement.listUnnamed ?? 0),
            date: date(statement.listedAt!),
          })}{' '}
          {isAsFrozen ? (
            <>
              {t('statements.digest-of')} <a href={paths.frozenList(statement.slug)}>{t('statements.list-file')}</a>
              {colon}
            </>
          ) : (
            `${t('statements.list-digest')} `
          )}
          <code class="digest">{statement.listSha256}</code> {!isAsFrozen && t('statements.list-changed')}
        </p>
      )}
    </section>
  )
}

function EditionLines({ statement, edition }: { statement: Statement; edition: Edition }) {
  const { t, date, colon } = useWords()
  return (
    <p class="soft small">
      {t('statements.edition-of', { number: String(edition.number), date: date(edition.frozenAt) })}{' '}
      {t('statements.digest-of')} <a href={paths.words(statement.slug, edition.number)}>{t('statements.words-file')}</a>
      {colon}
      <code class="digest">{edition.sha256}</code>
    </p>
  )
}

/** An edition as it was signed: the signatures under it stay with it. */
export async function showEdition(c: Ctx) {
  const number = wholeNumber(c.req.param('number')) ?? 0
  const found = await reading(database(c), asker(c), async tx => {
    const statement = await statementBySlug(tx, c.req.param('slug') ?? '')
    const edition = statement && (await editionOf(tx, statement.id, number))
    return edition && { statement, edition, cosigners: await cosignersOf(tx, statement.id, number) }
  })
  if (!found?.statement || found.statement.state === 'withdrawn') throw new Problem('not-found')
  const { statement, edition, cosigners } = found
  const { t, locale } = c.get('words')
  const text = textFor(edition.texts, c.req.query('text') ?? locale)
  const isPast = edition.number !== statement.edition
  return page(
    c,
    <Page c={c} title={text.document.title} current="nav.statements">
      <p class="kicker">
        <a href={paths.list}>{t('nav.statements')}</a> · <a href={paths.one(statement.slug)}>{statement.title}</a>
      </p>
      <h1 lang={text.language} dir="auto">
        {text.document.title}
      </h1>
      {isPast && (
        <p class="warning">
          {t('statements.past', { count: cosigners.named.length + cosigners.unnamed })}{' '}
          <a href={paths.one(statement.slug)}>{t('statements.past.now')}</a>
        </p>
      )}
      <TextOf text={text} />
      <EditionLines statement={statement} edition={edition} />
    </Page>,
  )
}
