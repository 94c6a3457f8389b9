/** One page of the plan as a picture, what was read from it framed; the rows beside it, and the way to the other pages with rows. */
import { EDITION } from '@open1325/appraisal'
import type { Cite } from '@open1325/reader'
import type { Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths, type Instrument, type PlanItem } from '../model.ts'
import { rowName, UNCONFIRMED } from '../names.ts'
import { kicker } from './facts.tsx'
import { PagePicture, type Framed, type Size } from './page-picture.tsx'
import { Preview } from './preview.tsx'

export interface PageViewProps {
  c: Ctx
  plan: Instrument
  page: number
  size: Size
  items: PlanItem[]
  /** The row that the reader came from. */
  chosen: number | null
  /** The criterion that the reader came from, and what was quoted for it on this page. */
  quoted: { criterion: string; cites: Cite[] } | null
}

export function PageView({ c, plan, page, size, items, chosen, quoted }: PageViewProps) {
  const words = c.get('words')
  const { t } = words
  const here = items.filter(item => item.cites.some(cite => cite.page === page))
  const pagesWithRows = [...new Set(items.flatMap(item => item.cites.flatMap(cite => cite.page ?? [])))]
  const title = t('page.title', { page, pages: plan.pages ?? page })
  return (
    <Page c={c} title={`${title} · ${plan.title}`} current="nav.plans" wide>
      <Preview plan={plan} />
      <p class="kicker">
        {kicker(plan, words)} · <a href={paths.plan(plan.slug)}>{t('item.to-plan')}</a>
      </p>
      <h1 class="item-text">{title}</h1>
      <Around slug={plan.slug} page={page} pages={pagesWithRows} />
      <div class="page-and-rows">
        <PagePicture
          {...{ page, size }}
          slug={plan.slug}
          framed={framesOf(here, page, chosen)}
          quoted={quoted?.cites.flatMap(cite => (cite.box ? [cite.box] : [])) ?? []}
        />
        <div>
          {quoted && <Quoted quoted={quoted} lang={plan.languages[0]} />}
          <Rows plan={plan} items={here} chosen={chosen} />
        </div>
      </div>
    </Page>
  )
}

const framesOf = (items: PlanItem[], page: number, chosen: number | null): Framed[] =>
  items.map(({ ref, text, cites }) => ({
    ref,
    name: text.slice(0, 120),
    boxes: cites.flatMap(cite => (cite.page === page && cite.box ? [cite.box] : [])),
    chosen: ref === chosen,
  }))

function Around({ slug, page, pages }: { slug: string; page: number; pages: number[] }) {
  const { t } = useWords()
  const before = Math.max(...pages.filter(other => other < page))
  const after = Math.min(...pages.filter(other => other > page))
  if (!Number.isFinite(before) && !Number.isFinite(after)) return null
  return (
    <nav class="around no-print" aria-label={t('page.around')}>
      {Number.isFinite(before) && (
        <a href={paths.page(slug, before)} rel="prev">
          {t('page.previous', { page: before })}
        </a>
      )}
      {Number.isFinite(after) && (
        <a href={paths.page(slug, after)} rel="next">
          {t('page.next', { page: after })}
        </a>
      )}
    </nav>
  )
}

function Quoted({ quoted, lang }: { quoted: { criterion: string; cites: Cite[] }; lang: string | undefined }) {
  const { t, locale } = useWords()
  const name = EDITION.criteria.find(({ id }) => id === quoted.criterion)?.name[locale] ?? quoted.criterion
  return (
    <section>
      <h2>{t('page.finding', { criterion: name })}</h2>
      {quoted.cites.map((cite, n) => (
        <blockquote key={n} lang={lang} dir="auto">
          {t('cite.quote', { quote: cite.quote })}
        </blockquote>
      ))}
    </section>
  )
}

function Rows({ plan, items, chosen }: { plan: Instrument; items: PlanItem[]; chosen: number | null }) {
  const words = useWords()
  const { t } = words
  const unconfirmed = items.filter(item => item.state === 'read').length
  const marked = unconfirmed > 0 && unconfirmed < items.length
  return (
    <section>
      <h2>{t('page.rows')}</h2>
      {unconfirmed > 0 && <p class="soft small">{t(marked ? 'matrix.unconfirmed' : 'page.unconfirmed')}</p>}
      {items.length === 0 && <p class="soft">{t('page.no-rows')}</p>}
      <ul class="rows">
        {items.map(item => (
          <li key={item.id} aria-current={item.ref === chosen ? 'true' : undefined}>
            <span class="kind">
              {rowName(item, words)}
              {marked && item.state === 'read' && ` ${UNCONFIRMED}`}
            </span>{' '}
            <a href={paths.item(plan.slug, item.ref)} lang={plan.languages[0]} dir="auto">
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
