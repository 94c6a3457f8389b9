/** What is known of recommendations, in the reader's words. */
import type { Words } from '../../platform/languages.ts'
import { ageOf, yearOf, type Counts, type LookedBack, type Named } from './model.ts'

/** '3 years and 2 months'; '' where nobody knows since when. */
export function ageInWords(adoptedOn: string | null, today: string, { t, list }: Words): string {
  const age = ageOf(adoptedOn, today)
  if (!age) return ''
  const { years, months } = age
  const parts = [
    ...(years > 0 ? [t('rec.age.years', { count: years })] : []),
    ...(months ? [t('rec.age.months', { count: months })] : []),
  ]
  if (parts.length) return list(parts)
  return t(months === null ? 'rec.age.this-year' : 'rec.age.new')
}

/** A date as precise as it is known. */
export const dateInWords = (iso: string, { date }: Words): string => (iso.length === 10 ? date(iso) : iso)

/** Each count of all, one line for each: facts, never one figure for the whole. */
export function countLines(counts: Counts, { t, number, list }: Words): string[] {
  const of = (n: number) => ({ n: number(n), all: number(counts.all) })
  return [
    ...counts.answers.map(([answer, n]) => t('rec.counts.answer', { answer: t(`rec.answer.${answer}`), ...of(n) })),
    ...counts.voices.map(({ voice, spokeOf, statuses }) =>
      t('rec.counts.voice', {
        voice: t(`voice.${voice}`),
        ...of(spokeOf),
        statuses: list(
          statuses.map(([status, n]) => t('rec.counts.status', { status: t(`status.${status}`), n: number(n) })),
        ),
      }),
    ),
    ...(counts.ahead ? [t('rec.counts.ahead', of(counts.ahead))] : []),
    ...(counts.overdue ? [t('rec.counts.overdue', of(counts.overdue))] : []),
    ...(counts.repeated === null ? [] : [t('rec.counts.repeated', of(counts.repeated))]),
  ]
}

/** '11 (a), CEDAW Committee, 2019' */
export const nameOf = ({ number, body, title, year }: Named): string =>
  [number, body ?? title, year].filter(Boolean).join(', ')

/** What the body did with it afterwards: asked again (where), let it be, or has not spoken since. */
export function afterwardsInWords({ afterwards, repeatedBy, laterSet }: LookedBack, { t, list }: Words): string {
  if (afterwards === 'repeated') return t('rec.after.repeated', { where: list(repeatedBy.map(nameOf)) })
  if (laterSet === null) return t('rec.after.open')
  return t('rec.after.not-repeated', { year: yearOf(laterSet.adoptedOn) ?? '' })
}
