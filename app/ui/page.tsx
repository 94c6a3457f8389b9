/** The frame of every page: head, navigation, language switch, content, footer. */
import type { ComponentChildren } from 'preact'
import { hasRole, type Ctx, type Person } from '../platform/http.ts'
import { LOCALES, OWN_NAMES, type MessageKey } from '../platform/languages.ts'
import { islandScript, stylesheet } from './assets.ts'
import { useWords, WordsContext } from './words.tsx'

export interface PageProps {
  c: Ctx
  title: string
  /** Which entry of the navigation this page belongs to. */
  current?: MessageKey
  description?: string
  /** The desk's pages may use the whole width. */
  wide?: boolean
  /** Names of islands (app/ui/islands) whose script the page loads. Public pages load none. */
  islands?: string[]
  /** A note about what was just done, shown at the top: 'Saved.' */
  notice?: string | null
  /** Seconds after which the page loads itself again without JavaScript (work under way; with it, an island asks). */
  refresh?: number | null
  children: ComponentChildren
}

const PUBLIC: [MessageKey, string][] = [
  ['nav.countries', '/countries'],
  ['nav.plans', '/plans'],
  ['nav.ledger', '/commitments'],
  ['nav.recommendations', '/recommendations'],
  ['nav.indicators', '/indicators'],
  ['nav.resolutions', '/resolutions'],
  ['nav.reports', '/reports'],
  ['nav.calendar', '/calendar'],
]

/** At the foot of each page, and in the menu of narrow ones: what the bar has no place for. */
const MORE: [MessageKey, string][] = [
  ['nav.statements', '/statements'],
  ['compare.title', '/compare'],
  ['citations.title', '/citations'],
  ['nav.about', '/about'],
]

const DESK: [MessageKey, string][] = [
  ['nav.desk', '/desk'],
  ['nav.desk-calendar', '/desk/calendar'],
  ['nav.desk-ledger', '/desk/ledger'],
  ['nav.voices', '/desk/voices'],
  ['nav.desk-indicators', '/desk/indicators'],
  ['nav.evidence', '/desk/evidence'],
  ['nav.desk-recommendations', '/desk/recommendations'],
  ['nav.desk-reports', '/desk/reports'],
  ['nav.desk-statements', '/desk/statements'],
  ['nav.questionnaires', '/desk/questionnaires'],
  ['nav.people', '/people'],
]

export function Page(props: PageProps) {
  const { c, title, current } = props
  const words = c.get('words')
  const { t, locale, dir } = words
  const person = c.get('person')
  const link = ([key, href]: [MessageKey, string]) => (
    <li key={key}>
      <a href={href} aria-current={key === current ? 'page' : undefined}>
        {t(key)}
      </a>
    </li>
  )
  const places = <ul>{PUBLIC.map(link)}</ul>
  const deskPlaces = hasRole(person, 'reader') ? (
    <ul>{DESK.map(link)}</ul>
  ) : (
    person && <ul>{DESK.slice(0, 1).map(link)}</ul>
  )
  return (
    <WordsContext.Provider value={words}>
      <html lang={locale} dir={dir}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title === t('site.name') ? title : `${title} · ${t('site.name')}`}</title>
          {props.description && <meta name="description" content={props.description} />}
          {props.refresh && (
            <noscript>
              <meta http-equiv="refresh" content={String(props.refresh)} />
            </noscript>
          )}
          <link rel="stylesheet" href={stylesheet().href} />
          <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
          {LOCALES.map(l => (
            <link key={l} rel="alternate" hreflang={l} href={inLanguage(c, l)} />
          ))}
          {props.islands?.map(name => (
            <script key={name} type="module" src={islandScript(name)} />
          ))}
        </head>
        <body>
          <a class="skip" href="#content">
            {t('nav.skip')}
          </a>
          <header class="top">
            <div class="wrap">
              <a class="logo" href="/">
                {t('site.name')}
              </a>
              <nav class="bar" aria-label={t('nav.main')}>
                {places}
              </nav>
              <Who c={c} />
              <Languages c={c} />
              <details class="menu">
                <summary>{t('nav.menu')}</summary>
                <nav class="places" aria-label={t('nav.main')}>
                  <ul>{[...PUBLIC, ...MORE].map(link)}</ul>
                </nav>
                {deskPlaces && (
                  <nav class="places" aria-label={t('nav.on-desk')}>
                    {deskPlaces}
                  </nav>
                )}
                <Who c={c} />
                <Languages c={c} />
              </details>
            </div>
            {deskPlaces && (
              <nav class="desk-bar" aria-label={t('nav.on-desk')}>
                <div class="wrap">{deskPlaces}</div>
              </nav>
            )}
          </header>
          <main id="content" class={props.wide ? 'wide' : 'wrap'}>
            {props.notice && (
              <p class="notice" role="status">
                {props.notice}
              </p>
            )}
            {props.children}
          </main>
          <footer class="bottom">
            <div class="wrap">
              <nav aria-label={t('nav.more')}>
                <ul>{MORE.map(link)}</ul>
              </nav>
              <p>{t('site.footer')}</p>
            </div>
          </footer>
        </body>
      </html>
    </WordsContext.Provider>
  )
}

/** This page's address in another language. */
function inLanguage(c: Ctx, language: string): string {
  const there = new URL(c.req.url)
  there.searchParams.set('lang', language)
  return there.pathname + there.search
}

/** Who is signed in, and the way out; or the way in. */
function Who({ c }: { c: Ctx }) {
  const { t } = useWords()
  const person = c.get('person')
  return (
    <div class="who">
      {person ? (
        <>
          <WorkingIn person={person} />
          <a href="/account">{person.name}</a>
          <form method="post" action="/sign-out">
            <button class="plain">{t('nav.sign-out')}</button>
          </form>
        </>
      ) : (
        <a href="/sign-in">{t('nav.sign-in')}</a>
      )}
    </div>
  )
}

/** Which of her organisations a person works in, and the way to another: only where she has several. */
function WorkingIn({ person }: { person: Person }) {
  const { t } = useWords()
  const { current, memberships } = person
  if (!current || memberships.length < 2) return null
  const { organisation } = current
  return (
    <details class="working-in">
      <summary aria-label={t('nav.working-in', { organisation: `\u2068${organisation}\u2069` })}>
        <bdi>{organisation}</bdi>
      </summary>
      <form method="post" action="/account/organisation">
        {memberships
          .filter(each => each.organisationId !== current.organisationId)
          .map(each => (
            <button key={each.organisationId} class="plain" name="organisation" value={each.organisationId} dir="auto">
              {each.organisation}
            </button>
          ))}
      </form>
    </details>
  )
}

function Languages({ c }: { c: Ctx }) {
  const { t, locale } = useWords()
  return (
    <nav class="languages" aria-label={t('nav.language')}>
      <ul>
        {LOCALES.map(l => (
          <li key={l}>
            <a href={inLanguage(c, l)} lang={l} hreflang={l} aria-current={l === locale ? 'true' : undefined}>
              {OWN_NAMES[l]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
