/** Recommendations in very few words, for a page that has little room. */
import type { Words } from '../../../platform/languages.ts'
import { nameOf } from '../in-words.ts'
import { yearOf, type Counts, type LookedBack } from '../model.ts'

/** 'Accepted: 5 of 12 · No answer known: 7 of 12 · Past the day ...: 3 of 12.' */
export function answersInShort({ all, answers, overdue, ahead, repeated }: Counts, { t, number }: Words): string {
  const of = (n: number) => ({ n: number(n), all: number(all) })
  const parts = [
    ...answers.map(([answer, n]) => t('rec.counts.answer', { answer: t(`rec.answer.${answer}`), ...of(n) })),
    ...(overdue ? [t('rec.counts.overdue', of(overdue))] : []),
    ...(ahead ? [t('rec.counts.ahead', of(ahead))] : []),
    ...(repeated ? [t('rec.counts.repeated', of(repeated))] : []),
  ]
  return `${parts.join(' · ')}.`
}

/** 'asked again: 31, CEDAW Committee, 2026'; 'not in 2026'; '' where the body has not spoken since. */
export function sinceInWords({ repeatedBy, laterSet }: LookedBack, { t, list }: Words): string {
  if (repeatedBy.length) return t('rec.short.repeated', { where: list(repeatedBy.slice(0, 2).map(nameOf)) })
  return laterSet ? t('rec.short.not-repeated', { year: yearOf(laterSet.adoptedOn) ?? '' }) : ''
}
