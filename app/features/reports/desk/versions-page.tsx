/** Every version of a section against the one before it. */
import { reading } from '../../../platform/access.ts'
import { hasRole, page, type Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { database, memberWho, ownReport, ownSection } from '../load.ts'
import { paths } from '../model.ts'
import { versionsOf } from '../queries/reports.ts'
import { Difference } from './parts.tsx'

export async function showVersions(c: Ctx) {
  const person = memberWho(c, 'reader')
  const { report, section, versions } = await reading(database(c), person.userId, async tx => {
    const report = await ownReport(c, tx, person)
    const section = await ownSection(c, tx, report)
    return { report, section, versions: await versionsOf(tx, section.id) }
  })
  const { t, time, colon } = c.get('words')
  const whole = ({ title, text }: { title: string; text: string }) => `${title}\n\n${text}`
  return page(
    c,
    <Page c={c} title={`${t('reports.section.versions')}${colon}${section.title}`} current="nav.desk-reports">
      <p class="kicker">
        <a href={paths.report(report.id)} lang={report.language} dir="auto">
          {report.title}
        </a>
      </p>
      <h1>
        {t('reports.section.versions')}
        {colon}
        <bdi>{section.title}</bdi>
      </h1>
      <p class="lead">{t('reports.versions.lead')}</p>
      {versions.map((version, n) => {
        const before = versions[n + 1]
        return (
          <section key={`${version.version}-${n}`}>
            <h2>
              {t('reports.version', {
                version: String(version.version),
                name: `\u2068${version.by}\u2069`,
                time: time(version.at.toISOString()),
              })}
            </h2>
            <Difference before={before ? whole(before) : ''} after={whole(version)} />
            {n > 0 && version.version !== section.version && hasRole(person, 'contributor') && (
              <form method="post">
                <input type="hidden" name="version" value={String(section.version)} />
                <input type="hidden" name="back" value={String(version.version)} />
                <button class="plain">{t('reports.version.back', { version: String(version.version) })}</button>
              </form>
            )}
          </section>
        )
      })}
    </Page>,
  )
}
