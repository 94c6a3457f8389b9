/** Indicators before the public. Whether a framework, a passport or a figure may be seen is the database's to say. */
import type { Hono } from 'hono'
import { reading, type Tx } from '../../platform/access.ts'
import { hasRole, page, type Ctx, type Env } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { paths as evidencePaths } from '../evidence/model.ts'
import { publicPiecesOf } from '../evidence/queries.ts'
import { FrameworkPage } from './framework-page.tsx'
import { IndicatorPage } from './indicator-page.tsx'
import { ListPage } from './list-page.tsx'
import { figuresAsCsv, type Framework, type Indicator } from './model.ts'
import {
  commitmentsOf,
  countriesOf,
  figureCounts,
  figuresOf,
  frameworkByCode,
  frameworksOf,
  indicatorByCode,
  indicatorsOf,
  latestByCountry,
  MOST_FIGURES,
  ownFew,
  suppressedCount,
} from './queries.ts'

export function publicRoutes(app: Hono<Env>) {
  app.get('/indicators', async c => page(c, <ListPage c={c} frameworks={await asking(c, tx => frameworksOf(tx))} />))
  app.get('/indicators/:framework{[a-z0-9-]+}', showFramework)
  app.get('/indicators/:framework{[a-z0-9-]+}/:code', showIndicator)
  app.get('/indicators/:framework{[a-z0-9-]+}/:code/figures.csv', sendFigures)
}

const asking = <T,>(c: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> =>
  reading(c.get('services').database.kysely, c.get('person')?.userId ?? null, work)

export async function frameworkOf(c: Ctx, tx: Tx): Promise<Framework> {
  const framework = await frameworkByCode(tx, c.req.param('framework') ?? '')
  if (!framework) throw new Problem('not-found')
  return framework
}

export async function indicatorOf(c: Ctx, tx: Tx): Promise<{ framework: Framework; indicator: Indicator }> {
  const framework = await frameworkOf(c, tx)
  const indicator = await indicatorByCode(tx, framework.id, c.req.param('code') ?? '')
  if (!indicator) throw new Problem('not-found')
  return { framework, indicator }
}

function mayChange(c: Ctx, { organisationId }: { organisationId: string }): boolean {
  const person = c.get('person')
  return person?.current?.organisationId === organisationId && hasRole(person, 'contributor')
}

async function showFramework(c: Ctx) {
  const found = await asking(c, async tx => {
    const framework = await frameworkOf(c, tx)
    return {
      framework,
      indicators: await indicatorsOf(tx, framework.id),
      figures: await figureCounts(tx, framework.id),
    }
  })
  return page(c, <FrameworkPage c={c} {...found} mayChange={mayChange(c, found.framework)} />)
}

const askedCountry = (c: Ctx) => {
  const country = c.req.query('country') ?? ''
  return /^[A-Z]{3}$/.test(country) ? country : null
}

async function showIndicator(c: Ctx) {
  const country = askedCountry(c)
  const found = await asking(c, async tx => {
    const { framework, indicator } = await indicatorOf(c, tx)
    const countries = await countriesOf(tx, indicator.id)
    // With figures of a single country, or of none, there is nothing to choose.
    const shown = country ?? (countries.length === 1 ? countries[0]!.country : null)
    const ofWorld = !shown && countries.length > 1
    const figures = ofWorld
      ? await latestByCountry(tx, indicator.id)
      : await figuresOf(tx, indicator.id, { country: shown, limit: MOST_FIGURES + 1 })
    return {
      framework,
      indicator,
      countries,
      country: shown,
      ofWorld,
      figures: figures.slice(0, MOST_FIGURES),
      more: figures.length > MOST_FIGURES,
      parts: (await indicatorsOf(tx, framework.id)).filter(({ parentId }) => parentId === indicator.id),
      suppressed: await suppressedCount(tx, indicator.id),
      ownFew: c.get('person') ? await ownFew(tx, indicator.id) : 0,
      commitments: await commitmentsOf(tx, indicator),
      evidence: await publicPiecesOf(tx, indicator.id),
    }
  })
  const own = c.get('person')?.current?.organisationId ?? null
  return page(c, <IndicatorPage c={c} {...found} own={own} mayChange={mayChange(c, found.framework)} />)
}

/** A download has no more rows than a spreadsheet. */
const MOST_ROWS = 1_000_000

async function sendFigures(c: Ctx) {
  const { framework, indicator, figures, pieces } = await asking(c, async tx => {
    const found = await indicatorOf(c, tx)
    return {
      ...found,
      figures: await figuresOf(tx, found.indicator.id, { country: askedCountry(c), limit: MOST_ROWS }),
      pieces: await publicPiecesOf(tx, found.indicator.id),
    }
  })
  const { origin } = new URL(c.get('services').config.publicUrl)
  const evidence = new Map(
    [...pieces].map(([figure, of]) => [figure, of.map(({ id }) => origin + evidencePaths.public(id))]),
  )
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Cache-Control', 'private, no-cache')
  c.header('Vary', 'Cookie')
  const name = `${framework.code}-${indicator.code.replace(/[^\w.-]+/g, '-')}`
  c.header('Content-Disposition', `attachment; filename="${name}.csv"`)
  return c.body(figuresAsCsv(framework.code, indicator, figures, evidence))
}
