/** Where words stand: links to the plan's pages, beside every claim. */
import type { Cite } from '@open1325/reader'
import type { Words } from '../../../platform/languages.ts'
import { paths } from '../model.ts'
import { placeInWords } from '../place.ts'

/** The pages that the cites touch, each once, in order; for a format without pages their places in words. */
export function placesOf(cites: Cite[]): { pages: number[]; at: string[] } {
  const only = cites.length === 1 ? cites[0]! : null
  if (only?.page) return { pages: [only.page], at: [] }
  const pages = [...new Set(cites.flatMap(cite => cite.page ?? []))].sort((a, b) => a - b)
  const at = pages.length ? [] : [...new Set(cites.flatMap(cite => cite.at ?? []))]
  return { pages, at }
}

export interface CiteWords {
  page: (page: number) => string
  place: (at: string) => string
}

/** A place in words is told this far: 'table 2, row 3'. */
const PLACE_PARTS = 2

/** 'p. 25', each made once: a page of 500 rows asks for it 500 times, and writing a message costs more than the row's elements. */
export function citeWords(words: Words): CiteWords {
  const made = new Map<number, string>()
  return {
    page(page) {
      let label = made.get(page)
      if (label === undefined) made.set(page, (label = words.t('cite.page', { page })))
      return label
    },
    place: at => placeInWords(at, words, PLACE_PARTS),
  }
}

/** A plain function, not a component, for the same reason. */
export function citeLinks(slug: string, ref: number, cites: Cite[], words: CiteWords) {
  const { pages, at } = placesOf(cites)
  if (pages.length === 1) return citeLink(slug, ref, pages[0]!, words)
  if (pages.length) return pages.map(page => [citeLink(slug, ref, page, words), ' '])
  return at[0] ? <span class="cite">{words.place(at[0])}</span> : null
}

const citeLink = (slug: string, ref: number, page: number, words: CiteWords) => (
  <a class="cite" href={paths.page(slug, page, ref)}>
    {words.page(page)}
  </a>
)
