/** Figures and series in words. Pure. */
import type { Words } from '../../../platform/languages.ts'
import { valueInWords, type Figure, type Indicator, type Series } from '../model.ts'

/** 'Women, 15-24'; 'total' where it is broken down by nothing. */
export function breakdownInWords(disaggregation: Record<string, string>, { t, has, list }: Words): string {
  const parts = Object.entries(disaggregation).map(([name, value]) => {
    const key = `breakdown.${name}.${value}`
    return has(key) ? t(key) : value
  })
  return parts.length ? list(parts) : t('breakdown.total')
}

/** 'Nord-Kivu, Democratic Republic of the Congo'; a region's name alone; 'no place said'. */
export function placeInWords({ country, place }: Pick<Figure, 'country' | 'place'>, words: Words): string {
  const name = country ? words.country(country) : null
  return [place, name].filter(Boolean).join(', ') || words.t('figure.no-place')
}

/** What tells a series from the others on its page: its breakdown, its place within the country, its voice. */
export function seriesInWords({ voice, place, disaggregation }: Series, words: Words): string {
  return [place, breakdownInWords(disaggregation, words), words.t(`voice.${voice}`)].filter(Boolean).join(', ')
}

/** Writes any value of an indicator: with its percent sign, its unit. */
export function writerOf({ valueKind }: Pick<Indicator, 'valueKind'>, words: Words): (value: number) => string {
  return valueKind === 'share' ? words.percent : words.number
}

export const figureInWords = (figure: Figure, words: Words): string => valueInWords(figure.value, words)
