/** What the world sees of the ledger: routes. Whether a commitment may be seen is the database's to say. */
import type { Hono } from 'hono'
import { reading, type Tx } from '../../../platform/access.ts'
import { page, type Ctx, type Env } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { Page } from '../../../ui/page.tsx'
import { paths as planPaths } from '../../plans/model.ts'
import { attachedOn } from '../../evidence/offers/attached.tsx'
import { recommendationOn } from '../../recommendations/offers/section.tsx'
import { voicesOn } from '../../voices/offers/load.ts'
import { filterOf } from '../filter.ts'
import { paths } from '../model.ts'
import { choicesFor } from '../queries/choices.ts'
import { commitmentsOf, implementsOf, rowInstrumentBySlug, rowItem, type RowInstrument } from '../queries/instrument.ts'
import { COUNTED, findCommitments, PAGE_SIZE } from '../queries/list.ts'
import { CommitmentPage } from './commitment-page.tsx'
import { InstrumentPage } from './instrument-page.tsx'
import { ListPage } from './list-page.tsx'

export function publicRoutes(app: Hono<Env>) {
  app.get('/commitments', showList)
  app.get('/commitments/:slug{[a-z0-9-]+}', showInstrument)
  app.get('/commitments/:slug{[a-z0-9-]+}/:ref{[0-9]{1,9}}', showCommitment)
}

export const asking = <T,>(c: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> =>
  reading(c.get('services').database.kysely, c.get('person')?.userId ?? null, work)

export const filterIn = (c: Ctx) => filterOf(new URL(c.req.url).searchParams)

/** The page of the list that is asked for, from 1. */
export function pageIn(c: Ctx): number {
  const number = Math.trunc(Number(c.req.query('page'))) || 1
  return Math.min(Math.max(1, number), COUNTED / PAGE_SIZE)
}

async function showList(c: Ctx) {
  const filter = filterIn(c)
  const number = pageIn(c)
  const found = await asking(c, async tx => ({
    choices: await choicesFor(tx, filter),
    found: await findCommitments(tx, filter, number),
  }))
  return page(c, <ListPage c={c} filter={filter} page={number} {...found} />)
}

/** So many rows of an instrument are shown on its page; the list shows the others. */
const MOST_ROWS = 1000

async function instrumentOf(c: Ctx, tx: Tx): Promise<RowInstrument> {
  const instrument = await rowInstrumentBySlug(tx, c.req.param('slug') ?? '')
  if (!instrument) throw new Problem('not-found')
  return instrument
}

async function showInstrument(c: Ctx) {
  const slug = c.req.param('slug') ?? ''
  const found = await asking(c, async tx => {
    const instrument = await rowInstrumentBySlug(tx, slug)
    if (instrument) return { instrument, commitments: await commitmentsOf(tx, instrument.id, MOST_ROWS) }
    return (await tx.selectFrom('instrument').select('id').where('slug', '=', slug).executeTakeFirst()) ? 'plan' : null
  })
  if (found === null) throw new Problem('not-found')
  if (found === 'plan') return c.redirect(planPaths.plan(slug), 302)
  return page(c, <InstrumentPage c={c} {...found} />)
}

async function showCommitment(c: Ctx) {
  const ref = Number(c.req.param('ref'))
  const found = await asking(c, async tx => {
    const instrument = await instrumentOf(c, tx)
    const item = await rowItem(tx, instrument.id, ref)
    if (!item) throw new Problem('not-found')
    if (item.deletedAt) return { instrument, gone: true as const }
    return {
      instrument,
      gone: false as const,
      item,
      links: await implementsOf(tx, item.id),
      voices: await voicesOn(c, tx, item.id),
      recommendation: await recommendationOn(tx, item),
      attached: await attachedOn(c, tx, item.id),
    }
  })
  if (found.gone) return page(c, <Gone c={c} instrument={found.instrument} />, 410)
  return page(c, <CommitmentPage c={c} {...found} />)
}

function Gone({ c, instrument }: { c: Ctx; instrument: RowInstrument }) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('commitment.gone')} current="nav.ledger">
      <h1>{t('commitment.gone')}</h1>
      <p class="prose">{t('commitment.gone.body')}</p>
      <p class="actions">
        <a class="button quiet" href={paths.instrument(instrument.slug)} lang={instrument.languages[0]} dir="auto">
          {instrument.title}
        </a>
      </p>
    </Page>
  )
}
