/** What a plan made of the promises of its earlier edition: kept, weakened, dropped, new. The old promise stays. No script. */
import type { Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths, type Instrument } from '../model.ts'
import { kicker } from '../public/facts.tsx'
import { Preview } from '../public/preview.tsx'
import { FATES, versionPaths, type EditionsCompared, type Fate, type Row } from './model.ts'
import { Changes, EditionName, FateMark, ItemWords } from './parts.tsx'
import type { Edition } from './queries.ts'

export interface VersionsPageProps {
  c: Ctx
  plan: Instrument
  editions: { earlier: Edition[]; later: Edition[] }
  earlier: Instrument | null
  compared: EditionsCompared | null
  /** Only rows with this fate; null: all but those that stayed the same. */
  only: Fate | null
  mayChange: boolean
}

export function VersionsPage(props: VersionsPageProps) {
  const { c, plan, editions, earlier, compared, mayChange } = props
  const words = c.get('words')
  const { t } = words
  return (
    <Page c={c} title={`${t('versions.title')} · ${plan.title}`} current="nav.plans">
      <Preview plan={plan} />
      <p class="kicker">
        {kicker(plan, words)} · <a href={paths.plan(plan.slug)}>{t('item.to-plan')}</a>
      </p>
      <h1>{t('versions.title')}</h1>
      <Editions plan={plan} editions={editions} />
      {mayChange && (
        <p class="no-print">
          <a href={versionPaths.desk(plan.slug)}>{t('versions.to-desk')}</a>
        </p>
      )}
      {earlier && compared ? (
        <Comparison {...props} earlier={earlier} compared={compared} />
      ) : (
        <p class="empty">{t('versions.none')}</p>
      )}
    </Page>
  )
}

function Editions({ plan, editions }: Pick<VersionsPageProps, 'plan' | 'editions'>) {
  const { t } = useWords()
  return (
    <ul class="editions">
      {editions.later.map(({ plan: later, relation }) => (
        <li key={later.id}>
          {t(`versions.later.${relation}`)}{' '}
          <a href={versionPaths.with(later.slug, plan.slug)}>
            <EditionName plan={later} />
          </a>
        </li>
      ))}
      {editions.earlier.map(({ plan: earlier, relation }) => (
        <li key={earlier.id}>
          {t(`versions.earlier.${relation}`)}{' '}
          <a href={paths.plan(earlier.slug)}>
            <EditionName plan={earlier} />
          </a>
        </li>
      ))}
    </ul>
  )
}

type ComparisonProps = VersionsPageProps & { earlier: Instrument; compared: EditionsCompared }

function Comparison({ plan, earlier, compared, only }: ComparisonProps) {
  const { t } = useWords()
  const rows = compared.rows.filter(row => (only ? row.fate === only : row.fate !== 'same'))
  const here = versionPaths.with(plan.slug, earlier.slug)
  return (
    <>
      <h2>
        {t('versions.since')} <EditionName plan={earlier} />
      </h2>
      {!compared.sameLanguage && <p class="warning">{t('versions.other-language')}</p>}
      <p class="lead">{t('versions.lead')}</p>
      <nav aria-label={t('versions.filter')}>
        <ul class="fates">
          {FATES.filter(fate => compared.counts[fate] > 0).map(fate => (
            <li key={fate}>
              <a href={`${here}&show=${fate}#rows`} aria-current={only === fate ? 'true' : undefined}>
                <strong>{compared.counts[fate]}</strong> <FateMark fate={fate} />
              </a>
            </li>
          ))}
          {only && (
            <li>
              <a href={`${here}#rows`}>{t('versions.all')}</a>
            </li>
          )}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <p class="empty">{t('versions.nothing-changed')}</p>
      ) : (
        <ol class="fate-rows" id="rows">
          {rows.map(row => (
            <FateRow key={(row.later ?? row.earlier)!.id} {...{ row, plan, earlier }} />
          ))}
        </ol>
      )}
      <ul class="down no-print" aria-label={t('plan.downloads')}>
        <li>
          <a href={versionPaths.csv(plan.slug, earlier.slug)}>{t('plan.download.csv')}</a>
        </li>
      </ul>
    </>
  )
}

function FateRow({ row, plan, earlier }: { row: Row; plan: Instrument; earlier: Instrument }) {
  const { t } = useWords()
  const reworded = row.earlier && row.later && row.changes.some(({ kind }) => kind === 'reworded')
  return (
    <li>
      <FateMark fate={row.fate} />
      <div>
        {row.later && (
          <p>
            <ItemWords plan={plan} item={row.later} />
          </p>
        )}
        {!row.later && row.earlier && (
          <p>
            <ItemWords plan={earlier} item={row.earlier} /> <span class="soft small">{t('versions.stays')}</span>
          </p>
        )}
        {reworded && row.earlier && (
          <p class="soft small">
            {t('versions.before')} <ItemWords plan={earlier} item={row.earlier} />
          </p>
        )}
        <Changes changes={row.changes} earlier={earlier} later={plan} />
        {row.how === 'said' && <p class="soft small">{t('versions.said')}</p>}
      </div>
    </li>
  )
}
