/** The public page of a plan: what it states, how it answers the criteria, and its rows. No script. */
import { xray, type Xray } from '@open1325/appraisal'
import type { Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { missingIn } from '../missing.ts'
import { paths, toPlanDocument, treeOf, type Instrument, type PlanItem } from '../model.ts'
import type { Decision } from '../queries/finding.ts'
import { paths as voicesPaths } from '../../voices/model.ts'
import { comparePath } from '../compare/model.ts'
import { versionPaths } from '../versions/model.ts'
import { XrayFigure } from '../xray.tsx'
import { AppraisalSection } from './appraisal-section.tsx'
import { confirmedInWords, countsInWords, kicker, pagesAndLanguages, periodAndStanding } from './facts.tsx'
import { FOLDS, Matrix } from './matrix.tsx'
import { Preview } from './preview.tsx'

export interface PlanPageProps {
  c: Ctx
  plan: Instrument
  items: PlanItem[]
  decisions: Decision[]
  /** Who read and published it. */
  organisation: string | null
}

/** A title of more characters than these is set smaller. */
const LONG_TITLE = 90

export function PlanPage({ c, plan, items, decisions, organisation }: PlanPageProps) {
  const words = c.get('words')
  const { t } = words
  const picture = xray(toPlanDocument(plan, items))
  const lang = plan.languages[0]
  const measure = items.some(item => item.kind === 'action') ? 'action' : 'objective'
  return (
    <Page
      c={c}
      title={plan.title}
      current="nav.plans"
      description={`${kicker(plan, words)}${words.colon}${plan.title}`}
    >
      <Preview plan={plan} />
      <p class="kicker">{kicker(plan, words)}</p>
      <h1 class={plan.title.length > LONG_TITLE ? 'long' : undefined} lang={lang} dir="auto">
        {plan.title}
      </h1>
      {plan.illustrative && <p class="tag illustrative">{t('plan.illustrative')}</p>}
      <Facts {...{ plan, items, organisation }} />
      <p class="print-only soft small">
        {t('plan.print.source', {
          url: new URL(c.get('services').config.publicUrl).origin + paths.plan(plan.slug),
          date: words.date(new Date()),
        })}
      </p>
      <h2>{t('xray.title')}</h2>
      <p class="lead">{t(`xray.lead.${measure}`)}</p>
      <XrayFigure picture={picture} items={items} lang={lang} />
      <Downloads slug={plan.slug} />
      <h2 id="appraisal">{t('appraisal.title')}</h2>
      <AppraisalSection slug={plan.slug} decisions={decisions} lang={lang} />
      <h2 id="matrix">{t('matrix.title')}</h2>
      <MatrixSection {...{ plan, items, picture, lang }} />
    </Page>
  )
}

function Facts({ plan, items, organisation }: Pick<PlanPageProps, 'plan' | 'items' | 'organisation'>) {
  const words = useWords()
  const { t } = words
  const kinds: Partial<Record<PlanItem['kind'], number>> = {}
  for (const { kind } of items) kinds[kind] = (kinds[kind] ?? 0) + 1
  const confirmed = items.filter(item => item.state === 'confirmed').length
  const facts = [
    pagesAndLanguages(plan, words),
    countsInWords(kinds, words),
    confirmed > 0 && confirmedInWords(confirmed, items.length, words),
    organisation && plan.publishedAt && t('plan.by', { organisation }),
    periodAndStanding(plan, words),
  ].filter(Boolean)
  return (
    <>
      <p class="facts">
        {facts.join(' · ')}
        <span class="no-print">
          {' · '}
          <a href={paths.original(plan.slug)}>{t('plan.original')}</a>
        </span>
      </p>
      {items.length > 0 && confirmed === 0 && <p class="machine-read">{t('plan.unconfirmed')}</p>}
    </>
  )
}

function Downloads({ slug }: { slug: string }) {
  const { t } = useWords()
  return (
    <ul class="down no-print" aria-label={t('plan.downloads')}>
      {(['csv', 'xlsx', 'json'] as const).map(format => (
        <li key={format}>
          <a href={paths.download(slug, format)}>{t(`plan.download.${format}`)}</a>
        </li>
      ))}
      <li>
        <a href={paths.original(slug)}>{t('plan.download.original')}</a>
      </li>
      <li>
        <a href={`/commitments?instrument=${slug}`}>{t('plan.to-ledger')}</a>
      </li>
      <li>
        <a href={versionPaths.plan(slug)}>{t('versions.title')}</a>
      </li>
      <li>
        <a href={voicesPaths.reportCard(slug)}>{t('report-card.link')}</a>
      </li>
      <li>
        <a href={comparePath([slug])}>{t('compare.title')}</a>
      </li>
    </ul>
  )
}

/** Some rows confirmed, some not: only then does a mark on a single row tell anything. */
const isMixed = (items: PlanItem[]) => new Set(items.map(item => item.state)).size > 1

interface MatrixSectionProps {
  plan: Instrument
  items: PlanItem[]
  picture: Xray
  lang: string | undefined
}

function MatrixSection({ plan, items, picture, lang }: MatrixSectionProps) {
  const { t } = useWords()
  const marksUnconfirmed = isMixed(items)
  return (
    <>
      <p class="lead">
        {t(items.length > FOLDS ? 'matrix.fold' : 'matrix.lead')}
        {marksUnconfirmed && ' ' + t('matrix.unconfirmed') + '.'}
      </p>
      <Matrix
        slug={plan.slug}
        tree={treeOf(items)}
        rows={items.length}
        missing={missingIn(picture, items)}
        marksUnconfirmed={marksUnconfirmed}
        lang={lang}
      />
    </>
  )
}
