/** The first page: what this is in plain words, a published plan at a glance, and the doors to everything else. */
import { xray } from '@open1325/appraisal'
import { reading } from '../../platform/access.ts'
import { page, type Ctx } from '../../platform/http.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import { paths, toPlanDocument, type Instrument, type PlanItem } from '../plans/model.ts'
import { itemsOf, publishedPlans } from '../plans/queries/plan.ts'
import { XrayFigure, XraySketch } from '../plans/xray.tsx'
import { sketchedXray } from './sketch.ts'

interface Shown {
  plan: Instrument
  items: PlanItem[]
}

export async function showHome(c: Ctx) {
  const asker = c.get('person')?.userId ?? null
  const shown = await reading(c.get('services').database.kysely, asker, async (tx): Promise<Shown | null> => {
    const plan = newest(await publishedPlans(tx))
    return plan ? { plan, items: await itemsOf(tx, plan.id) } : null
  })
  return page(c, <HomePage c={c} shown={shown} />)
}

/** The plan that went public last; an illustrative one only where there is no other. */
function newest(plans: Instrument[]): Instrument | undefined {
  const real = plans.filter(plan => !plan.illustrative)
  return (real.length ? real : plans).toSorted((a, b) => Number(b.publishedAt) - Number(a.publishedAt))[0]
}

function HomePage({ c, shown }: { c: Ctx; shown: Shown | null }) {
  const { t } = c.get('words')
  const person = c.get('person')
  return (
    <Page c={c} title={t('site.name')} description={t('home.lead')}>
      <div class="home">
        <h1>{t('home.title')}</h1>
        <p class="lead">{t('home.lead')}</p>
        {shown ? <AtAGlance {...shown} /> : <NothingYet signedIn={person !== null} />}
        <div class="doors">
          <Door href="/countries" title={t('nav.countries')} text={t('home.countries')} />
          <Door href="/plans" title={t('nav.plans')} text={t('home.plans')} />
          <Door href="/commitments" title={t('nav.ledger')} text={t('home.commitments')} />
          <Door href="/recommendations" title={t('nav.recommendations')} text={t('home.recommendations')} />
          <Door href="/indicators" title={t('nav.indicators')} text={t('home.indicators')} />
          <Door href="/resolutions" title={t('nav.resolutions')} text={t('home.resolutions')} />
          <Door href="/reports" title={t('nav.reports')} text={t('home.reports')} />
          <Door href="/statements" title={t('nav.statements')} text={t('home.statements')} />
          <Door href="/calendar" title={t('nav.calendar')} text={t('home.calendar')} />
          <Door href="/citations" title={t('citations.title')} text={t('home.citations')} />
          {person ? (
            <Door href="/desk" title={t('nav.desk')} text={t('home.desk')} />
          ) : (
            <Door href="/sign-in" title={t('nav.sign-in')} text={t('home.sign-in')} />
          )}
          <Door href="/about" title={t('home.about.title')} text={t('home.about')} />
        </div>
      </div>
    </Page>
  )
}

function AtAGlance({ plan, items }: Shown) {
  const { t, country, colon } = useWords()
  const picture = xray(toPlanDocument(plan, items))
  const issuer = plan.country ? country(plan.country) : plan.issuer
  const lang = plan.languages[0]
  return (
    <section aria-labelledby="at-a-glance">
      <h2 id="at-a-glance">
        {issuer && issuer + colon}
        <a href={paths.plan(plan.slug)} lang={lang} dir="auto">
          {plan.title}
        </a>{' '}
        {plan.illustrative && <span class="tag illustrative">{t('plan.illustrative')}</span>}
      </h2>
      <p class="lead">{t('home.picture')}</p>
      <XrayFigure picture={picture} items={items} lang={lang} at={paths.plan(plan.slug)} />
    </section>
  )
}

function NothingYet({ signedIn }: { signedIn: boolean }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="sketch">
      <h2 id="sketch">
        {t('home.sketch.title')} <span class="tag illustrative">{t('home.sketch.tag')}</span>
      </h2>
      <p class="lead">{t('home.picture')}</p>
      <XraySketch picture={sketchedXray(t('plan.kind.national-action-plan'))} />
      <p class="prose">{t('home.empty')}</p>
      {signedIn && (
        <p class="actions">
          <a class="button" href="/desk">
            {t('home.empty.begin')}
          </a>
        </p>
      )}
    </section>
  )
}

function Door({ href, title, text }: { href: string; title: string; text: string }) {
  return (
    <section>
      <h2>
        <a href={href}>{title}</a>
      </h2>
      <p>{text}</p>
    </section>
  )
}
