/** What the world sees of recommendations: routes. The same for everybody, whoever is signed in. */
import type { Hono } from 'hono'
import { reading } from '../../../platform/access.ts'
import { page, type Ctx, type Env } from '../../../platform/http.ts'
import { COUNTRY_CODES } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { filterOf } from '../filter.ts'
import { choicesFor, findRecommendations, MOST, PAGE_SIZE } from '../queries/list.ts'
import { lookBack } from '../queries/look-back.ts'
import { yearsOf } from '../queries/year.ts'
import { CountryPage } from './country-page.tsx'
import { ListPage } from './list-page.tsx'

export function publicRoutes(app: Hono<Env>) {
  app.get('/recommendations', showList)
  app.get('/recommendations/:country{[A-Z]{3}}', c => showCountry(c, null))
}

export const today = (): string => new Date().toISOString().slice(0, 10)

/** The page of the list that is asked for, from 1. */
const pageIn = (c: Ctx): number => Math.min(Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1), MOST / PAGE_SIZE)

/** What the address asks for, as this asker may see it. */
export async function listingOf(c: Ctx, asker: string | null) {
  const filter = filterOf(new URL(c.req.url).searchParams)
  const number = pageIn(c)
  return reading(c.get('services').database.kysely, asker, async tx => ({
    filter,
    page: number,
    today: today(),
    choices: await choicesFor(tx),
    ...(await findRecommendations(tx, filter, number)),
  }))
}

async function showList(c: Ctx) {
  return page(c, <ListPage c={c} {...await listingOf(c, null)} />)
}

/** @param asker the member on whose desk it stands; null before the public */
export async function showCountry(c: Ctx, asker: string | null) {
  const country = c.req.param('country') ?? ''
  if (!COUNTRY_CODES.includes(country)) throw new Problem('not-found')
  const { year, body } = filterOf(new URL(c.req.url).searchParams)
  const asked = { year, body }
  const day = today()
  const found = await reading(c.get('services').database.kysely, asker, async tx => ({
    choices: await yearsOf(tx, country),
    found: await lookBack(tx, { country, ...asked }, day),
  }))
  return page(c, <CountryPage c={c} {...{ country, asked }} {...found} today={day} onDesk={asker !== null} />)
}
