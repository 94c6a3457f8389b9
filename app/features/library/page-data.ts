/** What the page of a resolution shows beside the library's own data: the official texts that the asker may see, the chosen paragraphs. */
import { reading } from '../../platform/access.ts'
import type { Ctx } from '../../platform/http.ts'
import type { Resolution } from './model.ts'
import { readFilter, type Filter } from './paragraphs/model.ts'
import { chosenTexts, type OfficialText } from './texts/model.ts'
import { officialTexts } from './texts/queries.ts'

export interface PageData {
  filter: Filter
  /** All that the asker may see. */
  texts: OfficialText[]
  /** One for each language: what stands beside the paragraphs. */
  shown: OfficialText[]
}

export async function pageData(c: Ctx, { number }: Resolution): Promise<PageData> {
  const person = c.get('person')
  const texts = await reading(c.get('services').database.kysely, person?.userId ?? null, tx =>
    officialTexts(tx, number),
  )
  return {
    filter: readFilter(c.req.query()),
    texts,
    shown: chosenTexts(texts, person?.current?.organisationId ?? null),
  }
}
