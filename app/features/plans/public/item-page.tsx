/** One row of a plan under an address of its own: its words, where it hangs, what the plan states about it, and where that stands. */
import type { Cite, Field, FieldName } from '@open1325/reader'
import { FIELD_NAMES } from '@open1325/reader'
import type { Ctx } from '../../../platform/http.ts'
import { directionOf } from '../../../platform/words.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { AttachedSection, type Attached } from '../../evidence/offers/attached.tsx'
import { Links } from '../../ledger/offers/links.tsx'
import type { Linked } from '../../ledger/queries/instrument.ts'
import type { Voices } from '../../voices/offers/load.ts'
import { VoicesSection } from '../../voices/offers/section.tsx'
import type { Missing } from '../missing.ts'
import { paths, type Instrument, type PlanItem } from '../model.ts'
import { rowName } from '../names.ts'
import { Quote } from '../quote.tsx'
import { citeLinks, citeWords } from './cites.tsx'
import { kicker } from './facts.tsx'
import { PageCutting } from './page-picture.tsx'
import { Preview } from './preview.tsx'
import { valueInWords } from './values.ts'

export interface ItemPageProps {
  c: Ctx
  plan: Instrument
  item: PlanItem
  /** From the top down. */
  above: PlanItem[]
  children: PlanItem[]
  before: PlanItem | undefined
  after: PlanItem | undefined
  missing: Missing[]
  /** Size in points of the page where the item begins; null for a format without pages. */
  page: { width: number; height: number } | null
  /** What is said of it; null for a row that nobody is answerable for. */
  voices: Voices | null
  /** What it puts into practice: paragraphs of resolutions; and what puts it into practice. */
  links: Linked[]
  attached: Attached
}

export function ItemPage(props: ItemPageProps) {
  const { c, plan, item, above, missing, page, voices, links, attached } = props
  const words = c.get('words')
  const { t } = words
  const lang = plan.languages[0]
  const name = rowName(item, words)
  return (
    <Page c={c} title={`${name}${words.colon}${item.text.slice(0, 80)}`} current="nav.plans">
      <Preview plan={plan} />
      <p class="kicker">
        {kicker(plan, words)} · <a href={`${paths.plan(plan.slug)}#i${item.ref}`}>{t('item.to-plan')}</a>
      </p>
      {above.length > 0 && (
        <nav class="breadcrumbs" aria-label={t('item.breadcrumbs')}>
          <ol>
            {above.map(up => (
              <li key={up.id}>
                <span class="kind">{rowName(up, words)}</span>{' '}
                <a href={paths.item(plan.slug, up.ref)} lang={lang} dir="auto">
                  {up.text}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <p class="kind item-kind">{name}</p>
      <h1 class="item-text" lang={lang} dir="auto">
        {item.text}
      </h1>
      <p class="soft small">
        {citeLinks(plan.slug, item.ref, item.cites, citeWords(words))}{' '}
        {t(item.state === 'confirmed' ? 'item.confirmed' : 'item.unconfirmed')}
      </p>
      <Fields {...{ plan, item, missing }} />
      {voices && <VoicesSection voices={voices} />}
      <AttachedSection attached={attached} />
      <Links links={links} />
      <Children {...props} />
      <Words {...{ plan, item, page }} />
      <Neighbours {...props} />
    </Page>
  )
}

function Fields({ plan, item, missing }: { plan: Instrument; item: PlanItem; missing: Missing[] }) {
  const words = useWords()
  const { t } = words
  const lang = plan.languages[0]
  const stated = FIELD_NAMES.flatMap((name): [FieldName, Field][] => {
    const field = item.fields[name]
    return field ? [[name, field]] : []
  })
  const asked = item.kind === 'action' || item.kind === 'indicator' || stated.length > 0 || missing.length > 0
  if (!asked) return null
  return (
    <section>
      <h2>{t('item.fields')}</h2>
      {stated.length === 0 && <p class="soft">{t('item.no-fields')}</p>}
      <dl class="fields">
        {stated.map(([name, field]) => {
          const value = valueInWords(name, field, words)
          return (
            <div key={name}>
              <dt>{t(`field.${name}`)}</dt>
              <dd>
                <p lang={lang} dir={lang ? directionOf(lang) : 'auto'}>
                  {field.text} {citeLinks(plan.slug, item.ref, field.cites, citeWords(words))}
                </p>
                {value && value.replace(/[\u2066\u2069]/g, '') !== field.text && (
                  <p class="soft small">{t('item.read-as', { value })}</p>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {missing.length > 0 && (
        <p class="missing">{t('item.lacks', { missing: words.list(missing.map(row => t(`missing.${row}`))) })}</p>
      )}
    </section>
  )
}

function Children({ plan, children }: ItemPageProps) {
  const words = useWords()
  const { t } = words
  if (!children.length) return null
  return (
    <section>
      <h2>{t('item.children')}</h2>
      <ul class="rows">
        {children.map(child => (
          <li key={child.id}>
            <span class="kind">{rowName(child, words)}</span>{' '}
            <a href={paths.item(plan.slug, child.ref)} lang={plan.languages[0]} dir="auto">
              {child.text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The quotes as printed; where the page has a picture, cut to where the first of them stands. */
function Words({ plan, item, page }: Pick<ItemPageProps, 'plan' | 'item' | 'page'>) {
  const { t } = useWords()
  const first: Cite | undefined = item.cites[0]
  return (
    <section>
      <h2>{t('item.words')}</h2>
      {item.cites.map((cite, n) => (
        <Quote key={n} cite={cite} lang={plan.languages[0]} pageAt={at => paths.page(plan.slug, at, item.ref)} />
      ))}
      {page && first?.page && first.box && (
        <figure>
          <a href={paths.page(plan.slug, first.page, item.ref)}>
            <PageCutting slug={plan.slug} page={first.page} size={page} box={first.box} />
          </a>
          <figcaption>
            <a href={paths.page(plan.slug, first.page, item.ref)}>{t('item.whole-page', { page: first.page })}</a>
          </figcaption>
        </figure>
      )}
    </section>
  )
}

function Neighbours({ plan, before, after }: ItemPageProps) {
  const { t } = useWords()
  if (!before && !after) return null
  const link = (item: PlanItem, rel: 'prev' | 'next') => (
    <li class={rel}>
      <a href={paths.item(plan.slug, item.ref)} rel={rel}>
        <span class="kind">{t(rel === 'prev' ? 'item.previous' : 'item.next')}</span>
        <span lang={plan.languages[0]} dir="auto">
          {item.text.length > 90 ? item.text.slice(0, 89) + '…' : item.text}
        </span>
      </a>
    </li>
  )
  return (
    <nav class="neighbours no-print" aria-label={t('item.neighbours')}>
      <ul>
        {before && link(before, 'prev')}
        {after && link(after, 'next')}
      </ul>
    </nav>
  )
}
