/** What the page of a resolution shows beside the library's own data: the official texts that the asker may see, the chosen paragraphs. */
import { reading } from '../../platform/access.ts'
import type { Ctx } from '../../platform/http.ts'
import { instrumentIdOf } from './ids.ts'
import type { Resolution } from './model.ts'
import { readFilter, type Filter } from './paragraphs/model.ts'
import { carriedOut } from './paragraphs/queries.ts'
import { chosenTexts, type OfficialText } from './texts/model.ts'
import { officialTexts } from './texts/queries.ts'

export interface PageData {
  filter: Filter
  /** All that the asker may see. */
  texts: OfficialText[]
  /** One for each language: what stands beside the paragraphs. */
  shown: OfficialText[]
  /** How many commitments carry out each paragraph, by its number. */
  links: Map<number, number>
}

export async function pageData(c: Ctx, { number }: Resolution): Promise<PageData> {
  const person = c.get('person')
  const { kysely } = c.get('services').database
  const read = await reading(kysely, person?.userId ?? null, async tx => ({
    texts: await officialTexts(tx, number),
    links: await carriedOut(tx, instrumentIdOf(number)),
  }))
  const shown = chosenTexts(read.texts, person?.current?.organisationId ?? null)
  return { ...read, filter: readFilter(c.req.query()), shown }
}
