/**
 * The pages of countries: routes. They show the same to everybody, so that what a journalist reads is what a member reads: what is not
 * public stands on the desk.
 */
import { xray } from '@open1325/appraisal'
import { COUNTRY_CODES } from '../../platform/countries.ts'
import { reading } from '../../platform/access.ts'
import { page, type Ctx } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { toPlanDocument } from '../plans/model.ts'
import { outlinesOf } from '../plans/queries/published.ts'
import { publishedPlans } from '../plans/queries/plan.ts'
import { yearsOf } from '../recommendations/queries/year.ts'
import { publicEditions } from '../reports/queries/editions.ts'
import { CountryPage } from './country-page.tsx'
import { ListPage } from './list-page.tsx'
import { countriesKnown, documentsOf, dueOf, gapsBy, measuredIn } from './queries.ts'

const asNobody = <T,>(c: Ctx, work: Parameters<typeof reading<T>>[2]): Promise<T> =>
  reading(c.get('services').database.kysely, null, work)

export async function showCountries(c: Ctx) {
  return page(c, <ListPage c={c} lines={await asNobody(c, countriesKnown)} />)
}

export async function showCountry(c: Ctx) {
  const asked = c.req.param('country')!
  const country = asked.toUpperCase()
  if (!COUNTRY_CODES.includes(country)) throw new Problem('not-found')
  if (asked !== country) return c.redirect(`/countries/${country}${new URL(c.req.url).search}`, 301)
  const found = await asNobody(c, async tx => {
    const documents = await documentsOf(tx, country)
    const plans = (await publishedPlans(tx)).filter(plan => plan.country === country)
    const outlines = await outlinesOf(
      tx,
      plans.map(plan => plan.id),
    )
    return {
      documents,
      xrays: new Map(plans.map(plan => [plan.id, xray(toPlanDocument(plan, outlines.get(plan.id) ?? []))])),
      gaps: (await gapsBy(tx, country))[0]?.gaps ?? {},
      due: await dueOf(tx, country),
      measured: await measuredIn(tx, country),
      recommendations: await yearsOf(tx, country),
      reports: (await publicEditions(tx)).filter(edition => edition.country === country),
    }
  })
  return page(c, <CountryPage c={c} country={country} {...found} />)
}
