/** The frameworks: sets of indicators that somebody agreed on, and the plans' own. */
import type { Ctx } from '../../platform/http.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import { paths } from './model.ts'
import type { FrameworkEntry } from './queries.ts'
import { Titled } from './titled.tsx'

export function ListPage({ c, frameworks }: { c: Ctx; frameworks: FrameworkEntry[] }) {
  const { t } = c.get('words')
  const ours = frameworks.filter(({ library }) => !library)
  return (
    <Page c={c} title={t('indicators.title')} current="nav.indicators" description={t('indicators.lead')}>
      <h1>{t('indicators.title')}</h1>
      <p class="lead">{t('indicators.lead')}</p>
      {frameworks.length === 0 && <p class="empty">{t('indicators.empty')}</p>}
      <Frameworks of={frameworks.filter(({ library }) => library)} />
      {ours.length > 0 && (
        <>
          <h2>{t('indicators.others')}</h2>
          <Frameworks of={ours} />
        </>
      )}
    </Page>
  )
}

function Frameworks({ of }: { of: FrameworkEntry[] }) {
  const { t } = useWords()
  return (
    <ul class="rows">
      {of.map(framework => (
        <li key={framework.id}>
          <a class="plan-title" href={paths.framework(framework.code)}>
            <Titled words={framework.titles} />
          </a>{' '}
          {!framework.publishedAt && <span class="tag">{t('desk.draft')}</span>}
          <p class="soft small">
            {t('indicators.count', { count: framework.indicators })}
            {!framework.library && ` · ${framework.organisation}`}
            {!framework.verified && framework.library && ` · ${t('indicators.unverified')}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
