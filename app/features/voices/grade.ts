/** How well founded what is said of a commitment is. A grade of the grounds, not of the commitment. Pure. */
import { STAGE, type Word } from './model.ts'

export const GRADES = ['none', 'stated', 'documented', 'corroborated'] as const
export type Grade = (typeof GRADES)[number]

type Ground = Pick<Word, 'voice' | 'status' | 'organisationId' | 'source'> & { evidence: readonly unknown[] }

/**
 * none: nobody says how far it is. stated: somebody does, without anything to look up. documented: a word has evidence, or a source that
 * it is quoted from. corroborated: of those with the same status, two stand apart: two organisations of which each has evidence; or the
 * government's own documented word and the evidence of a witness of another voice, whoever entered them.
 */
export function gradeOf(current: readonly Ground[]): Grade {
  const said = current.filter(({ status }) => STAGE[status] !== null)
  if (!said.length) return 'none'
  const grounded = said.filter(isDocumented)
  if (!grounded.length) return 'stated'
  const pairs = grounded.flatMap((a, n) => grounded.slice(n + 1).map(b => [a, b] as const))
  return pairs.some(([a, b]) => a.status === b.status && standApart(a, b)) ? 'corroborated' : 'documented'
}

const isDocumented = ({ evidence, source }: Ground): boolean => evidence.length > 0 || source !== null

function standApart(a: Ground, b: Ground): boolean {
  if (a.organisationId !== b.organisationId && a.evidence.length > 0 && b.evidence.length > 0) return true
  const witness = [a, b].find(({ voice }) => voice !== 'government')
  return (a.voice === 'government') !== (b.voice === 'government') && (witness?.evidence.length ?? 0) > 0
}
