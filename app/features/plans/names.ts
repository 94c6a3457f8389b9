/** What a row is called: its kind and its printed number. Pure. */
import type { Words } from '../../platform/languages.ts'
import type { PlanItem } from './model.ts'

/** 'Action 1.2'; 'AXE 1' alone, where the printed number says itself what it numbers. */
export function rowName({ kind, number }: Pick<PlanItem, 'kind' | 'number'>, { t }: Words): string {
  if (!number) return t(`kind.${kind}`)
  return /\p{L}{3}/u.test(number) ? number : `${t(`kind.${kind}`)} ${number}`
}

/** Before the name of a row that no person has confirmed; the pages say what it means. */
export const UNCONFIRMED = '◇'
