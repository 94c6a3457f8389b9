/** Saved views on the desk's list: named, opened, saved, deleted. */
import { z } from 'zod'
import { changing } from '../../../platform/access.ts'
import { member, readForm, seeOther, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { filterOf, queryOf, setFilters, type Filter } from '../filter.ts'
import { paths } from '../model.ts'
import { deleteView, saveView, type SavedView } from '../queries/views.ts'

export function Views({ views, filter }: { views: SavedView[]; filter: Filter }) {
  const { t } = useWords()
  const query = queryOf(filter)
  if (!views.length && !setFilters(filter).length) return null
  return (
    <section class="views" aria-label={t('views.title')}>
      {views.length > 0 && (
        <ul class="chips">
          {views.map(view => (
            <li key={view.id}>
              <a href={`${paths.desk}?${view.query}`} aria-current={`?${view.query}` === query ? 'page' : undefined}>
                <bdi>{view.name}</bdi> {view.shared && <span class="soft">({t('views.shared')})</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{setFilters(filter).length > 0 ? t('views.save') : t('views.title')}</summary>
        {setFilters(filter).length > 0 && (
          <form class="form" method="post" action={`${paths.desk}/views`}>
            <input type="hidden" name="query" value={query.slice(1)} />
            <TextField name="name" label={t('views.name')} required maxlength={120} dir="auto" />
            <p class="choice">
              <input type="checkbox" id="shared" name="shared" value="yes" />
              <label for="shared">{t('views.share')}</label>
            </p>
            <button class="quiet">{t('views.save')}</button>
          </form>
        )}
        <ul class="rows">
          {views
            .filter(view => view.own)
            .map(view => (
              <li key={view.id}>
                <form class="example" method="post" action={`${paths.desk}/views/delete`}>
                  <bdi>{view.name}</bdi>
                  <button class="plain" name="id" value={view.id} aria-label={t('views.delete', { name: view.name })}>
                    {t('views.delete.short')}
                  </button>
                </form>
              </li>
            ))}
        </ul>
      </details>
    </section>
  )
}

export async function saveThisView(c: Ctx) {
  const person = member(c)
  const form = await readForm(
    c,
    z.object({
      name: z.string().trim().min(1, 'form.needed').max(120, 'form.too-long'),
      query: z.string().max(2000),
      shared: z.literal('yes').optional(),
    }),
  )
  if (!form.ok) throw new Problem('bad-input', form.errors.fields.name)
  const { name, shared } = form.value
  // What stands in the form may be anything: only what a list understands is kept.
  const query = queryOf(filterOf(new URLSearchParams(form.value.query))).slice(1)
  const by = { userId: person.userId, organisationId: person.current.organisationId }
  const known = await changing(c.get('services').database.kysely, person.userId, { act: 'view.save' }, tx =>
    saveView(tx, by, { name, query, shared: shared === 'yes' }),
  )
  return seeOther(c, `${paths.desk}?${query}${query && '&'}done=${known ? 'view-known' : 'view-saved'}`)
}

export async function deleteThisView(c: Ctx) {
  const person = member(c)
  const form = await readForm(c, z.object({ id: z.uuid() }))
  if (!form.ok) throw new Problem('bad-input')
  await changing(c.get('services').database.kysely, person.userId, { act: 'view.delete' }, tx =>
    deleteView(tx, person, form.value.id),
  )
  return seeOther(c, `${paths.desk}?done=view-deleted`)
}
