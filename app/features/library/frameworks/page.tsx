/** Frameworks beside the resolutions: each fact with its source. */
import type { Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { data, type Framework } from './model.ts'

export function FrameworksPage({ c }: { c: Ctx }) {
  const { t, date } = c.get('words')
  return (
    <Page c={c} title={t('frameworks.title')} current="nav.resolutions" description={t('frameworks.lead')}>
      <p class="kicker">
        <a href="/resolutions">{t('nav.resolutions')}</a>
      </p>
      <h1>{t('frameworks.title')}</h1>
      <p class="lead">{t('frameworks.lead')}</p>
      {data.frameworks.map(framework => (
        <Section key={framework.id} framework={framework} />
      ))}
      <p class="soft small">{t('resolutions.as-of', { date: date(data.asOf) })}</p>
      <ul class="down no-print" aria-label={t('resolutions.downloads')}>
        <li>
          <a href="/resolutions/frameworks.json">JSON</a>
        </li>
      </ul>
    </Page>
  )
}

function Section({ framework }: { framework: Framework }) {
  const { t, locale, date, list } = useWords()
  const { id, title, issuer, symbol, principles, facts } = framework
  return (
    <section>
      <h2 id={id}>{title[locale]}</h2>
      <dl class="fact-list">
        <div>
          <dt>{t('frameworks.issuer')}</dt>
          <dd>{issuer[locale]}</dd>
        </div>
        {symbol && (
          <div>
            <dt>{t('resolution.symbol')}</dt>
            <dd>
              <bdi>{symbol.value}</bdi> <SourceLink framework={framework} name={symbol.source} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('frameworks.date')}</dt>
          <dd>
            {framework.date.value.length > 4 ? date(framework.date.value) : framework.date.value}{' '}
            <SourceLink framework={framework} name={framework.date.source} />
          </dd>
        </div>
        {principles && (
          <div>
            <dt>{t('frameworks.principles')}</dt>
            <dd>
              {list(principles.value.map(name => name[locale]))}{' '}
              <SourceLink framework={framework} name={principles.source} />
            </dd>
          </div>
        )}
      </dl>
      <ul class="prose">
        {facts.map(({ text, source }) => (
          <li key={text.en}>
            {text[locale]} <SourceLink framework={framework} name={source} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SourceLink({ framework, name }: { framework: Framework; name: string }) {
  const source = framework.sources[name]
  return source ? (
    <a class="cite" href={source.url} dir="auto">
      {source.title}
    </a>
  ) : null
}
