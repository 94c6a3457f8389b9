/** All operative paragraphs, and those under conditions. */
import type { Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { FilterForm } from './filter.tsx'
import { ParagraphList } from './list.tsx'
import { MatrixFigure } from './matrix.tsx'
import { addressOf, allParagraphs, data, isFiltered, matches, type Filter } from './model.ts'

const PATH = '/resolutions/paragraphs'

export function ParagraphsPage({ c, filter }: { c: Ctx; filter: Filter }) {
  const { t, locale, date, colon } = c.get('words')
  const chosen = allParagraphs.filter(paragraph => matches(paragraph, filter))
  return (
    <Page c={c} title={t('paragraphs.title')} current="nav.resolutions" description={t('paragraphs.lead')}>
      <p class="kicker">
        <a href="/resolutions">{t('nav.resolutions')}</a>
      </p>
      <h1>{t('paragraphs.title')}</h1>
      <p class="lead">{t('paragraphs.lead')}</p>
      <FilterForm path={PATH} filter={filter} among={allParagraphs} />
      <h2>{t('paragraphs.matrix')}</h2>
      <MatrixFigure paragraphs={chosen} filter={filter} />
      <h2 id="list">
        {isFiltered(filter)
          ? t('paragraphs.count-of', { count: chosen.length, all: allParagraphs.length })
          : t('paragraphs.count', { count: chosen.length })}
      </h2>
      <ul class="down no-print" aria-label={t('resolutions.downloads')}>
        <li>
          <a href={addressOf(`${PATH}.csv`, filter)}>CSV</a>
        </li>
        <li>
          <a href={`${PATH}.json`}>JSON</a>
        </li>
      </ul>
      <ParagraphList paragraphs={chosen} named />
      {data.unknown.map(({ number, why }) => (
        <p key={number} class="warning">
          {number}
          {colon}
          {why[locale]}
        </p>
      ))}
      <p class="soft small">
        {data.notes[locale]} {t('resolutions.as-of', { date: date(data.asOf) })}
      </p>
    </Page>
  )
}
