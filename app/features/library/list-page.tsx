/** The list of the resolutions. */
import type { Ctx } from '../../platform/http.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import { library, pathTo, yearOf, type Resolution } from './model.ts'

export function ListPage({ c }: { c: Ctx }) {
  const { t, date } = c.get('words')
  return (
    <Page c={c} title={t('nav.resolutions')} current="nav.resolutions" description={t('resolutions.lead')}>
      <h1>{t('resolutions.title')}</h1>
      <p class="lead">{t('resolutions.lead')}</p>
      <ul class="ways">
        <li>
          <a href="/resolutions/paragraphs">{t('paragraphs.all')}</a>
        </li>
        <li>
          <a href="/resolutions/frameworks">{t('frameworks.title')}</a>
        </li>
        <li>
          <a href="/citations">{t('citations.nav')}</a>
        </li>
      </ul>
      <ol class="rows resolutions">
        {library.resolutions.map(resolution => (
          <li key={resolution.number}>
            <InList resolution={resolution} />
          </li>
        ))}
      </ol>
      <p class="soft small">{t('resolutions.as-of', { date: date(library.asOf) })}</p>
      <ul class="down no-print" aria-label={t('resolutions.downloads')}>
        <li>
          <a href="/resolutions.csv">CSV</a>
        </li>
        <li>
          <a href="/resolutions.json">JSON</a>
        </li>
      </ul>
    </Page>
  )
}

function InList({ resolution }: { resolution: Resolution }) {
  const { t, date, locale } = useWords()
  return (
    <>
      <h2>
        <a href={pathTo(resolution)}>
          {t('resolution.name', { number: String(resolution.number), year: yearOf(resolution) })}
        </a>
      </h2>
      <p class="facts">
        {t('resolution.adopted-on', { date: date(resolution.adopted.value) })} · <Vote resolution={resolution} />
      </p>
      <p class="prose">{resolution.summary.text[locale]}</p>
      <ul class="themes" aria-label={t('resolution.themes')}>
        {resolution.themes.value.map(theme => (
          <li key={theme} class="tag">
            {library.themes[theme]?.[locale]}
          </li>
        ))}
      </ul>
    </>
  )
}

function Vote({ resolution }: { resolution: Resolution }) {
  const { t } = useWords()
  const { value } = resolution.vote
  return <>{value ? t('resolution.votes', value) : t('resolution.unknown')}</>
}
