/** Every country of which something is public, in the reader's alphabet. */
import type { Ctx } from '../../platform/http.ts'
import { Page } from '../../ui/page.tsx'
import { paths } from './model.ts'
import type { CountryLine } from './queries.ts'
import { spokenOf, totalOf } from './model.ts'

export function ListPage({ c, lines }: { c: Ctx; lines: CountryLine[] }) {
  const { t, country, number, locale } = c.get('words')
  const inOrder = lines
    .map(line => ({ ...line, name: country(line.country) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale))
  return (
    <Page c={c} title={t('countries.title')} current="nav.countries" description={t('countries.lead')}>
      <h1>{t('countries.title')}</h1>
      <p class="lead">{t('countries.lead')}</p>
      {inOrder.length === 0 ? (
        <p class="empty">{t('countries.empty')}</p>
      ) : (
        <div class="scroll-x" tabindex={0} role="region" aria-label={t('countries.title')}>
          <table class="countries">
            <thead>
              <tr>
                <th scope="col">{t('countries.country')}</th>
                <th scope="col">{t('countries.documents')}</th>
                <th scope="col">{t('countries.commitments')}</th>
                <th scope="col">{t('countries.spoken')}</th>
                <th scope="col">{t('countries.indicators')}</th>
              </tr>
            </thead>
            <tbody>
              {inOrder.map(line => (
                <tr key={line.country}>
                  <th scope="row">
                    <a href={paths.country(line.country)}>{line.name}</a>
                  </th>
                  <td class="num">{number(line.documents)}</td>
                  <td class="num">{number(totalOf(line.gaps))}</td>
                  <td class="num">{number(spokenOf(line.gaps))}</td>
                  <td class="num">{number(line.indicators)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  )
}
