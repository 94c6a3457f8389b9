/** Where words stand: links to the plan's pages, beside every claim. */
import type { Cite } from '@open1325/reader'
import type { Words } from '../../../platform/languages.ts'
import { paths } from '../model.ts'

/** The pages that the cites touch, each once, in order; for a format without pages their places in words. */
export function placesOf(cites: Cite[]): { pages: number[]; at: string[] } {
  const only = cites.length === 1 ? cites[0]! : null
  if (only?.page) return { pages: [only.page], at: [] }
  const pages = [...new Set(cites.flatMap(cite => cite.page ?? []))].sort((a, b) => a - b)
  const at = pages.length ? [] : [...new Set(cites.flatMap(cite => cite.at ?? []))]
  return { pages, at }
}

/** 'p. 25', each made once: a page of 500 rows asks for it 500 times, and writing a message costs more than the row's elements. */
export function pageLabels({ t }: Words): (page: number) => string {
  const made = new Map<number, string>()
  return page => {
    let label = made.get(page)
    if (label === undefined) made.set(page, (label = t('cite.page', { page })))
    return label
  }
}

/** A plain function, not a component, for the same reason. */
export function citeLinks(slug: string, ref: number, cites: Cite[], labelOf: (page: number) => string) {
  const { pages, at } = placesOf(cites)
  if (pages.length === 1) return citeLink(slug, ref, pages[0]!, labelOf)
  if (pages.length) return pages.map(page => [citeLink(slug, ref, page, labelOf), ' '])
  return at[0] ? <span class="cite">{at[0]}</span> : null
}

const citeLink = (slug: string, ref: number, page: number, labelOf: (page: number) => string) => (
  <a class="cite" href={paths.page(slug, page, ref)}>
    {labelOf(page)}
  </a>
)
