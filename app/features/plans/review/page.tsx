/** The review screen as a page: with forms and links that work alone, and the data from which the island begins. */
import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../../platform/http.ts'
import { LANGUAGES, type Locale, type MessageKey } from '../../../platform/languages.ts'
import { Page } from '../../../ui/page.tsx'
import { TOOLS, type Returned, type Review, type ReviewData, type Tool, type View } from './context.ts'
import { ReviewScreen } from './screen.tsx'
import { firstShow, listed, pageOf, SHOWS, type Show } from './view.ts'

/** What the island begins from. */
export interface Start {
  data: ReviewData
  view: View
  formId: string
  returned: Returned | null
  locale: Locale
  messages: Record<string, string>
}

export function ReviewPage({ c, data, returned }: { c: Ctx; data: ReviewData; returned?: Returned | null }) {
  const { t } = c.get('words')
  const view = viewOf(c, data, returned ?? null)
  const act = c.req.query('done')
  const key = `review.said.${act}`
  const review: Review = {
    data,
    view,
    items: data.items,
    acts: null,
    formId: randomUUID(),
    returned: returned ?? null,
    said: act && c.get('words').has(key) ? t(key as MessageKey) : null,
    drawing: null,
    drawn: null,
    waiting: [],
    connection: 'ok',
    drafts: new Map(),
    letters: true,
    touched: new Map(),
  }
  const { locale } = c.get('words')
  const start: Start = {
    data,
    view,
    formId: review.formId,
    returned: review.returned,
    locale,
    messages: messages(locale),
  }
  return (
    <Page c={c} title={t('review.title', { title: data.plan.title })} current="nav.desk" wide islands={['review']}>
      <div id="review">
        <ReviewScreen review={review} />
      </div>
      <script type="application/json" id="review-data" dangerouslySetInnerHTML={{ __html: forScript(start) }} />
    </Page>
  )
}

/** What the address asks for; else the first row that nobody has confirmed, the doubtful ones first. */
function viewOf(c: Ctx, data: ReviewData, returned: Returned | null): View {
  const asked = returned?.typed ?? c.req.query()
  const number = (text: string | undefined) => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : null)
  const row = data.items.find(item => item.ref === number(asked.row) || item.id === asked.row)
  const page = number(asked.page)
  const show: Show = SHOWS.find(show => show === asked.show) ?? (page !== null ? 'page' : firstShow(data.items))
  const rows = listed(data.items, show, page ?? data.pages[0]?.number ?? null).filter(row => !row.context)
  const selected = row ?? rows.find(row => row.state !== 'confirmed') ?? rows[0] ?? null
  return {
    show,
    page: page ?? pageOf(selected) ?? data.pages[0]?.number ?? null,
    selected: selected?.id ?? null,
    tool: returned?.tool ?? TOOLS.find((tool): tool is Tool => tool === asked.tool) ?? null,
    zoom: 1,
    kept: [],
  }
}

/** The messages that the screen shows, in the page's language; in English those that it lacks. */
function messages(locale: Locale): Record<string, string> {
  const all: Record<string, string> = { ...LANGUAGES.en, ...LANGUAGES[locale] }
  return Object.fromEntries(Object.entries(all).filter(([key]) => /^(review|kind|field|form|cite|page)\./.test(key)))
}

/** No `<` can end the element that it stands in. */
const forScript = (data: unknown) => JSON.stringify(data).replace(/</g, '\\u003c')
