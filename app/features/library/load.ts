/**
 * The library's resolutions as instruments in the ledger, each operative paragraph an item: so that voices, links and searches treat
 * them as they treat every other commitment. Made from the data files at each start; nothing is done where nothing has changed.
 */
import type pg from 'pg'
import { instrumentIdOf, LIBRARY_ORGANISATION } from './ids.ts'
import { library, yearOf, type Resolution } from './model.ts'
import { clausesOf, nameOf, paragraphsOf, type ParagraphOf } from './paragraphs/model.ts'

/** @param owner row-level security lets nobody else write for the library */
export async function loadResolutions(owner: pg.Pool): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    for (const resolution of library.resolutions) await loadResolution(client, resolution)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function loadResolution(client: pg.PoolClient, resolution: Resolution): Promise<void> {
  const { number, adopted } = resolution
  const id = instrumentIdOf(number)
  const paragraphs = paragraphsOf(number)
  await client.query(
    `insert into instrument as i (id, organisation_id, slug, kind, title, issuer, languages, adopted_on, published_at, next_ref)
     values ($1, $2, app.free_slug($3, $1), 'resolution', $4, 'United Nations Security Council', '{en}', $5, now(), $6)
     on conflict (id) do update set title = excluded.title, adopted_on = excluded.adopted_on, next_ref = excluded.next_ref,
       version = i.version + 1
     where (i.title, i.adopted_on, i.next_ref) is distinct from (excluded.title, excluded.adopted_on, excluded.next_ref)`,
    [
      id,
      LIBRARY_ORGANISATION,
      `resolution-${number}`,
      `Security Council resolution ${number} (${yearOf(resolution)})`,
      adopted.value,
      paragraphs.length + 1,
    ],
  )
  await client.query(
    `insert into item as i (instrument_id, organisation_id, ref, kind, number, text, position, fields, cites, state, confirmed_at)
     select $1, $2, p.ref, 'operative-paragraph', p.ref::text, p.text, p.ref, p.fields, '[]', 'confirmed', now()
     from jsonb_to_recordset($3) as p (ref int, text text, fields jsonb)
     on conflict (instrument_id, ref) do update set text = excluded.text, fields = excluded.fields, version = i.version + 1
     where (i.text, i.fields) is distinct from (excluded.text, excluded.fields)`,
    [id, LIBRARY_ORGANISATION, JSON.stringify(paragraphs.map(itemOf))],
  )
}

/** In English, the language of the instrument; the paragraph's page says it in the others. It has no cite: the words are ours. */
function itemOf(paragraph: ParagraphOf) {
  const addressees = [...new Set(clausesOf(paragraph).flatMap(clause => clause.addressees))]
  const responsible = addressees.map(to => nameOf('addressees', to, 'en')).join('; ')
  return {
    ref: paragraph.number,
    text: paragraph.summary.en,
    fields: responsible ? { responsible: { text: responsible, cites: [] } } : {},
  }
}
