/** A plan's first lines in words: where and what, how large, how far checked, whether it still holds. */
import type { ItemKind } from '@open1325/reader'
import { ITEM_KINDS } from '@open1325/reader'
import type { Words } from '../../../platform/languages.ts'
import type { Instrument } from '../model.ts'
import { periodInWords, standingOf, today } from '../offers/period.ts'

/** 'Democratic Republic of the Congo · National Action Plan' */
export const kicker = ({ country, issuer, kind }: Instrument, { t, country: nameOf }: Words): string =>
  [country ? nameOf(country) : issuer, t(`plan.kind.${kind}`)].filter(Boolean).join(' · ')

/** 'Nigeria · National Action Plan · 2019–2022': a plan among others to choose from, which may have its title as well. */
export const nameToChoose = (plan: Instrument, words: Words): string =>
  [plan.country ? words.country(plan.country) : plan.issuer, plan.title, periodInWords(plan, words)]
    .filter(Boolean)
    .join(' · ')

/** '2019–2022, expired' */
export function periodAndStanding(plan: Instrument, words: Words): string {
  const { t } = words
  const standing = standingOf(plan, today())
  const period = periodInWords(plan, words)
  if (standing === 'expired') return t('plan.expired-in', { period })
  if (standing === 'not-begun') return t('plan.not-begun-in', { period })
  return standing === 'in-force' ? t('plan.in-force-in', { period }) : t('plan.standing.undated')
}

/** '3 pillars, 11 objectives, 37 actions': the kinds that the plan has. */
export const countsInWords = (kinds: Partial<Record<ItemKind, number>>, { t, list }: Words): string =>
  list(ITEM_KINDS.flatMap(kind => (kinds[kind] ? [t(`count.${kind}`, { count: kinds[kind] })] : [])))

/** '31 pages, French' */
export function pagesAndLanguages({ pages, languages }: Instrument, { t, language, list }: Words): string {
  const names = list(languages.map(language))
  if (!pages) return names
  const count = t('count.page', { count: pages })
  return names ? t('plan.pages-and-languages', { pages: count, languages: names }) : count
}

/** '83 of 118 rows confirmed by people' */
export function confirmedInWords(confirmed: number, rows: number, { t }: Words): string {
  if (!rows) return ''
  if (!confirmed) return t('plan.confirmed.none')
  return confirmed === rows ? t('plan.confirmed.all', { m: rows }) : t('plan.confirmed', { n: confirmed, m: rows })
}
