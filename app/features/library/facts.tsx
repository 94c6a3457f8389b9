/** What is known of a resolution: every fact with its source beside it. */
import { useWords } from '../../ui/words.tsx'
import { library, sourceOf, type Resolution, type Source } from './model.ts'

export function Facts({ resolution }: { resolution: Resolution }) {
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

export function Notes({ resolution }: { resolution: Resolution }) {
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

export function Related({ resolution }: { resolution: Resolution }) {
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

/** Where a fact stands: beside it. */
export function SourceLink({ source }: { source: Source }) {
  return (
    <a class="cite" href={source.url} dir="auto">
      {source.title}
    </a>
  )
}
