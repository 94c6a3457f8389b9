/** The resolutions, as a list and one by one: every fact with its source beside it. */
import type { Ctx } from '../../platform/http.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import { library, sourceOf, yearOf, type Resolution, type Source } from './model.ts'

const pathTo = ({ number }: Resolution) => `/resolutions/${number}`

export function ListPage({ c }: { c: Ctx }) {
  const { t, date } = c.get('words')
  return (
    <Page c={c} title={t('nav.resolutions')} current="nav.resolutions" description={t('resolutions.lead')}>
      <h1>{t('resolutions.title')}</h1>
      <p class="lead">{t('resolutions.lead')}</p>
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

export function ResolutionPage({ c, resolution }: { c: Ctx; resolution: Resolution }) {
  const { t, locale } = c.get('words')
  const name = t('resolution.name', { number: String(resolution.number), year: yearOf(resolution) })
  const { summary } = resolution
  return (
    <Page c={c} title={name} current="nav.resolutions" description={summary.text[locale]}>
      <p class="kicker">
        <a href="/resolutions">{t('nav.resolutions')}</a>
      </p>
      <h1>{name}</h1>
      <p class="prose">
        {summary.text[locale]} <SourceLink source={sourceOf(resolution, summary.source)} />
      </p>
      <p class="hint">{t('resolution.summary-is-ours')}</p>
      <p class="actions">
        <a class="button" href={resolution.link}>
          {t('resolution.read')}
        </a>
      </p>
      <h2>{t('resolution.facts')}</h2>
      <Facts resolution={resolution} />
      <Notes resolution={resolution} />
      <Related resolution={resolution} />
      <Neighbours resolution={resolution} />
    </Page>
  )
}

function Facts({ resolution }: { resolution: Resolution }) {
  const { t, date, number, list, locale } = useWords()
  const { adopted, meeting, pressRelease, operativeParagraphs, themes, vote } = resolution
  const rows: [string, string | null, string][] = [
    [t('resolution.adopted'), date(adopted.value), adopted.source],
    [t('resolution.meeting'), meeting.value, meeting.source],
    [t('resolution.press-release'), pressRelease.value, pressRelease.source],
    [t('resolution.vote'), vote.value && t('resolution.votes', vote.value), vote.source],
    [
      t('resolution.paragraphs'),
      operativeParagraphs.value && number(operativeParagraphs.value),
      operativeParagraphs.source,
    ],
    [t('resolution.themes'), list(themes.value.map(theme => library.themes[theme]?.[locale] ?? theme)), themes.source],
  ].map(([label, value, source]) => [label, value || null, source] as [string, string | null, string])
  return (
    <dl class="fact-list">
      <div>
        <dt>{t('resolution.symbol')}</dt>
        <dd>
          <bdi>{resolution.symbol}</bdi>
        </dd>
      </div>
      {rows.map(([label, value, source]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value ? (
              <>
                <bdi>{value}</bdi> <SourceLink source={sourceOf(resolution, source)} />
              </>
            ) : (
              <span class="missing">{t('resolution.unknown')}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Notes({ resolution }: { resolution: Resolution }) {
  const { t, locale } = useWords()
  if (!resolution.notes.length) return null
  return (
    <>
      <h2>{t('resolution.notes')}</h2>
      <ul class="prose">
        {resolution.notes.map(({ text, source }) => (
          <li key={text.en}>
            {text[locale]} <SourceLink source={sourceOf(resolution, source)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Related({ resolution }: { resolution: Resolution }) {
  const { t, locale } = useWords()
  if (!resolution.related.length) return null
  return (
    <>
      <h2>{t('resolution.related')}</h2>
      <ul class="prose">
        {resolution.related.map(({ title, link, why, source }) => (
          <li key={title}>
            <a href={link}>
              <bdi>{title}</bdi>
            </a>{' '}
            {why[locale]} <SourceLink source={sourceOf(resolution, source)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Neighbours({ resolution }: { resolution: Resolution }) {
  const { t } = useWords()
  const at = library.resolutions.indexOf(resolution)
  const [before, after] = [library.resolutions[at - 1], library.resolutions[at + 1]]
  return (
    <nav class="neighbours" aria-label={t('resolution.neighbours')}>
      {before && (
        <a rel="prev" href={pathTo(before)}>
          {t('resolution.before', { number: String(before.number) })}
        </a>
      )}
      {after && (
        <a rel="next" href={pathTo(after)}>
          {t('resolution.after', { number: String(after.number) })}
        </a>
      )}
    </nav>
  )
}

/** Where a fact stands: beside it. */
function SourceLink({ source }: { source: Source }) {
  return (
    <a class="cite" href={source.url} dir="auto">
      {source.title}
    </a>
  )
}
