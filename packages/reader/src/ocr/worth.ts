/** Which pictures of a document that has text of its own are worth the seconds that reading them takes. */
import { isPaper, onWhite } from './paper.ts'
import { isBlank } from './recognise.ts'
import { strokesOf } from './strokes.ts'
import type { Picture } from './picture.ts'

/** What the document's text says without its pictures. */
export interface Said {
  /** BCP 47, the most used first. */
  languages: readonly string[]
  /** It names the title, who issued the plan and its years: a cover that is a picture adds nothing. */
  front: boolean
}

/** A cover is one of the first pages. */
const COVER = 2
/** So many pictures are read at most, tables first: about two minutes of one core. */
const MOST = 40
/** Rulings each way that make a table. */
const RULINGS = 3

type Worth = 'table' | 'text' | 'cover' | 'blank' | 'none'

/** The numbers of the pages that are worth reading; `draw` gives a page's picture. */
export function worthReading(
  pages: readonly { number: number }[],
  draw: (page: number) => Picture,
  { front }: Said,
): Set<number> {
  const judged = pages.map(({ number }) => ({ number, worth: worthOf(draw(number), !front && number <= COVER) }))
  const of = (...kinds: Worth[]) => judged.filter(({ worth }) => kinds.includes(worth))
  const read = [...of('cover'), ...of('table'), ...of('text')].slice(0, MOST)
  // An empty sheet takes no time.
  return new Set([...read, ...of('blank')].map(({ number }) => number))
}

function worthOf(picture: Picture, cover: boolean): Worth {
  if (isBlank(picture)) return 'blank'
  if (cover) return 'cover'
  const { across, down } = strokesOf(onWhite(picture))
  if (across.length >= RULINGS && down.length >= RULINGS) return 'table'
  return isPaper(picture) ? 'text' : 'none'
}
