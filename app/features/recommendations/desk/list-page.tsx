/** Recommendations on the desk: the organisation's sets, and all that its members see. */
import { member, hasRole, page, type Ctx } from '../../../platform/http.ts'
import { reading } from '../../../platform/access.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { dateInWords } from '../in-words.ts'
import { paths } from '../model.ts'
import { List } from '../public/list-page.tsx'
import { listingOf } from '../public/routes.tsx'
import { setsOf, type ListedSet } from '../queries/sets.ts'

export async function showDesk(c: Ctx) {
  const person = member(c)
  const { t, country } = c.get('words')
  const sets = await reading(c.get('services').database.kysely, person.userId, tx =>
    setsOf(tx, person.current.organisationId),
  )
  const listing = await listingOf(c, person.userId)
  const codes = [...new Set(sets.flatMap(set => set.country ?? []))]
  return page(
    c,
    <Page c={c} title={t('rec.title')} current="nav.desk-recommendations" wide>
      <h1>{t('rec.title')}</h1>
      <p class="lead">{t('rec.desk.lead')}</p>
      {hasRole(person, 'contributor') && (
        <p class="actions">
          <a class="button" href={paths.new}>
            {t('rec.add')}
          </a>
          <a href="/desk/imports">{t('rec.add.table')}</a>
        </p>
      )}
      <section aria-labelledby="sets">
        <h2 id="sets">{t('rec.sets')}</h2>
        {sets.length === 0 ? <p class="empty">{t('rec.sets.none')}</p> : <Sets sets={sets} />}
        {codes.length > 0 && (
          <p>
            {t('rec.look-back.of')}{' '}
            {codes.map((code, n) => [
              n > 0 && ' · ',
              <a key={code} href={paths.deskCountry(code)}>
                {country(code)}
              </a>,
            ])}
          </p>
        )}
      </section>
      <section aria-labelledby="all">
        <h2 id="all">{t('rec.all')}</h2>
        <List {...listing} path={paths.desk} empty={t('rec.empty.desk')} mine />
      </section>
    </Page>,
  )
}

function Sets({ sets }: { sets: ListedSet[] }) {
  const words = useWords()
  const { t, country } = words
  return (
    <ul class="rows">
      {sets.map(({ slug, title, language, country: code, body, adoptedOn, publishedAt, rows }) => (
        <li key={slug}>
          <a href={paths.set(slug)}>
            <bdi lang={language ?? undefined}>{title}</bdi>
          </a>{' '}
          <span class="tag">{t(publishedAt ? 'desk.public' : 'desk.draft')}</span>
          <p class="soft small">
            {code && `${country(code)} · `}
            {body && [<bdi>{body}</bdi>, ' · ']}
            {adoptedOn && `${dateInWords(adoptedOn, words)} · `}
            {t('rec.count', { count: rows })}
          </p>
        </li>
      ))}
    </ul>
  )
}
