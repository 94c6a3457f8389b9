/** Published editions: the list, one edition as a page, its files. Members see their own before they are published. */
import { Readable } from 'node:stream'
import { toHtmlBody } from '@open1325/report-writer'
import { reading } from '../../../platform/access.ts'
import { page, wholeNumber, type Ctx } from '../../../platform/http.ts'
import { directionOf } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { Page } from '../../../ui/page.tsx'
import { database } from '../load.ts'
import { paths } from '../model.ts'
import { Downloads } from '../offers/downloads.tsx'
import { formatIn, sendFile } from '../offers/files.ts'
import { editionAt, publicEditions } from '../queries/editions.ts'

const asker = (c: Ctx) => c.get('person')?.userId ?? null

export async function showList(c: Ctx) {
  const editions = await reading(database(c), null, tx => publicEditions(tx))
  const { t, date, country } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('nav.reports')} current="nav.reports" description={t('reports.public.lead')}>
      <h1>{t('nav.reports')}</h1>
      <p class="lead">{t('reports.public.lead')}</p>
      {editions.length === 0 ? (
        <p class="empty">{t('reports.public.none')}</p>
      ) : (
        <ul class="rows">
          {editions.map(edition => (
            <li key={edition.reportId}>
              <a href={paths.edition(edition.slug)} lang={edition.language} dir="auto">
                {edition.title}
              </a>
              <br />
              <span class="soft small">
                {t(`reports.kind.${edition.kind}`)} · <bdi>{edition.organisation}</bdi>
                {edition.country && ` · ${country(edition.country)}`} ·{' '}
                {edition.publishedAt && date(edition.publishedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Page>,
  )
}

export async function showEdition(c: Ctx) {
  const number = c.req.param('number') === undefined ? null : (wholeNumber(c.req.param('number')) ?? 0)
  const edition = await reading(database(c), asker(c), tx => editionAt(tx, c.req.param('slug') ?? '', number))
  if (!edition) throw new Problem('not-found')
  const { t, date } = c.get('words')
  return page(
    c,
    <Page c={c} title={edition.title} current="nav.reports">
      <p class="kicker">
        <a href={paths.list}>{t('nav.reports')}</a> · {t(`reports.kind.${edition.kind}`)} ·{' '}
        <bdi>{edition.organisation}</bdi>
      </p>
      {!edition.publishedAt && <p class="warning">{t('reports.edition.not-public')}</p>}
      <article class="report-text edition" lang={edition.language} dir={directionOf(edition.language)}>
        <div dangerouslySetInnerHTML={{ __html: toHtmlBody(edition.document) }} />
      </article>
      <p class="soft">
        {t('reports.edition.frozen', { number: String(edition.number), date: date(edition.frozenAt) })}
      </p>
      <Downloads to={format => paths.file(edition.slug, edition.number, format)} />
    </Page>,
  )
}

export async function sendEdition(c: Ctx) {
  const [number, ending] = (c.req.param('file') ?? '').split('.')
  const format = formatIn(ending)
  const edition = await reading(database(c), asker(c), tx =>
    editionAt(tx, c.req.param('slug') ?? '', wholeNumber(number) ?? 0),
  )
  if (!edition) throw new Problem('not-found')
  const file = await c.get('services').files.open(edition.files[format])
  return sendFile(c, Readable.toWeb(file) as ReadableStream, format, `${edition.slug}-${edition.number}`)
}
