/** The personal links of those who have not answered, to be handed over by hand: on a page, and as a table. */
import { stringify } from 'csv-stringify/sync'
import { reading } from '../../../platform/access.ts'
import { member, page, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { Page } from '../../../ui/page.tsx'
import { guarded } from '../../ledger/offers/guard.ts'
import { isOpen, isWithoutLetter, paths, stateOf, type Round } from '../model.ts'
import { respondentsOf, type KeptRespondent } from '../queries/respondents.ts'
import { roundOf } from './context.ts'
import { linkOf } from './links.ts'

/** Those whose link leads to a form still. @throws Problem 'conflict' where the round takes no answers */
async function unsent(c: Ctx): Promise<{ round: Round; all: KeptRespondent[] }> {
  const { userId } = member(c, 'editor')
  const round = await roundOf(c, 'editor')
  if (!isOpen(round)) throw new Problem('conflict')
  const all = await reading(c.get('services').database.kysely, userId, tx => respondentsOf(tx, round.id))
  return { round, all: all.filter(one => stateOf(one) !== 'sent') }
}

export async function showLinks(c: Ctx) {
  const { round, all } = await unsent(c)
  const { config, mail } = c.get('services')
  const byHand = all.filter(one => isWithoutLetter(one, mail.configured))
  const others = all.filter(one => !byHand.includes(one))
  const { t } = c.get('words')
  c.header('Cache-Control', 'no-store')
  const list = (some: KeptRespondent[]) => (
    <ul class="rows">
      {some.map(one => (
        <li key={one.id}>
          <label for={`link-${one.id}`}>
            <bdi>{one.name}</bdi>
          </label>
          <input id={`link-${one.id}`} type="text" readonly value={linkOf(config, one)} dir="ltr" />
        </li>
      ))}
    </ul>
  )
  return page(
    c,
    <Page c={c} title={t('round.links')} current="nav.questionnaires">
      <p class="kicker">
        <a href={paths.round(round.id)} dir="auto">
          {round.title}
        </a>
      </p>
      <h1>{t('round.links')}</h1>
      <p class="lead">{t(mail.configured ? 'round.links.lead' : 'round.links.lead.no-mail')}</p>
      {all.length === 0 && <p class="empty">{t('round.links.none')}</p>}
      {all.length > 0 && (
        <p class="actions">
          <a href={paths.linksCsv(round.id)}>{t('round.links.csv')}</a>
        </p>
      )}
      {byHand.length > 0 && (
        <section class="hand-over" aria-labelledby="by-hand">
          <h2 id="by-hand">{t('round.links.by-hand', { count: byHand.length })}</h2>
          {list(byHand)}
          <details>
            <summary>{t('round.links.text')}</summary>
            <textarea readonly rows={Math.min(12, byHand.length * 2)} dir="auto" aria-label={t('round.links.text')}>
              {byHand.map(one => `${one.name}\n${linkOf(config, one)}`).join('\n')}
            </textarea>
          </details>
        </section>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('round.links.others', { count: others.length })}</summary>
          {list(others)}
        </details>
      )}
    </Page>,
  )
}

export async function downloadLinks(c: Ctx) {
  const { all } = await unsent(c)
  const { config } = c.get('services')
  const rows = all.map(one => [one.name, one.email ?? '', one.country ?? '', one.language, linkOf(config, one)])
  const table = [['respondent', 'email', 'country', 'language', 'link'], ...rows]
  return c.body('\ufeff' + stringify(table.map(row => row.map(guarded))), 200, {
    'Content-Type': 'text/csv; charset=UTF-8',
    'Content-Disposition': 'attachment; filename="links.csv"',
    'Cache-Control': 'no-store',
  })
}
