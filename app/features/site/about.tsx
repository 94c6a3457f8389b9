/** What this is, how it works, and where it stops: the page that a doubting reader goes to. */
import { EDITION } from '@open1325/appraisal'
import { page, type Ctx } from '../../platform/http.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'

/** The sections that are words alone, in their order. */
const BEFORE = ['what', 'reading', 'people'] as const
const AFTER = ['ledger', 'limits', 'safety', 'licence'] as const

export function showAbout(c: Ctx) {
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('nav.about')} current="nav.about" description={t('about.lead')}>
      <h1>{t('about.title')}</h1>
      <p class="lead">{t('about.lead')}</p>
      {BEFORE.map(name => (
        <Section key={name} name={name} />
      ))}
      <Criteria />
      {AFTER.map(name => (
        <Section key={name} name={name} />
      ))}
      <Sources />
    </Page>,
  )
}

function Section({ name }: { name: (typeof BEFORE)[number] | (typeof AFTER)[number] }) {
  const { t } = useWords()
  return (
    <>
      <h2 id={name}>{t(`about.${name}`)}</h2>
      {t(`about.${name}.body`)
        .split('\n')
        .map(paragraph => (
          <p key={paragraph} class="prose">
            {paragraph}
          </p>
        ))}
    </>
  )
}

function Criteria() {
  const { t, locale } = useWords()
  return (
    <>
      <h2 id="appraisal">{t('about.appraisal')}</h2>
      <p class="prose">{t('about.appraisal.body', { count: EDITION.criteria.length, edition: EDITION.edition })}</p>
      <ol class="prose criteria-list">
        {EDITION.criteria.map(({ id, name, question, sources }) => (
          <li key={id}>
            <details>
              <summary>{name[locale]}</summary>
              <p>{question[locale]}</p>
              <ul>
                {sources.map(({ title, url }) => (
                  <li key={url}>
                    <a class="cite" href={url} dir="auto">
                      {title}
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
    </>
  )
}

function Sources() {
  const { t } = useWords()
  return (
    <>
      <h2 id="sources">{t('about.sources')}</h2>
      <p class="prose">
        {t('about.sources.body')} <a href="/resolutions">{t('nav.resolutions')}</a>
      </p>
    </>
  )
}
