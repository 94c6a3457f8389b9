/** Where words stand: links to the plan's pages, beside every claim. */
import type { Cite } from '@open1325/reader'
import type { Words } from '../../../platform/languages.ts'
import { paths } from '../model.ts'

/** The pages that the cites touch, each once, in order; for a format without pages their places in words. */
export function placesOf(cites: Cite[]): { pages: number[]; at: string[] } {
  const pages = [...new Set(cites.flatMap(cite => cite.page ?? []))].sort((a, b) => a - b)
  const at = pages.length ? [] : [...new Set(cites.flatMap(cite => cite.at ?? []))]
  return { pages, at }
}

/** A plain function, not a component: a page of 500 rows calls it 500 times. */
export function citeLinks(slug: string, ref: number, cites: Cite[], { t }: Words) {
  const { pages, at } = placesOf(cites)
  if (pages.length === 1) return citeLink(paths.page(slug, pages[0]!, ref), pages[0]!, t)
  if (pages.length) return pages.map(page => [citeLink(paths.page(slug, page, ref), page, t), ' '])
  return at[0] ? <span class="cite">{at[0]}</span> : null
}

const citeLink = (href: string, page: number, t: Words['t']) => (
  <a class="cite" href={href}>
    {t('cite.page', { page })}
  </a>
)
