/** Claims that rest on nothing, and resolutions that are cited wrongly. */
import { whereOf, type LintFinding, type Submission } from './finding.ts'

/** What is marked as a claim names what it rests on. A person looks: some marks are a machine's. */
export function checkClaims({ pieces }: Submission): LintFinding[] {
  return pieces.flatMap(piece => {
    let at = 0
    return piece.spans.flatMap(({ text, claim }): LintFinding[] => {
      const start = at
      at += text.length
      if (!claim || claim.sources.some(source => source.trim())) return []
      return [{ code: 'claim-without-source', severity: 'check', where: whereOf(piece, start, at), params: {} }]
    })
  })
}

/** By the function that is passed in: each piece is a page to it, so that what it finds has its place. */
export function checkCited({ pieces, facts }: Submission): LintFinding[] {
  const found = facts.checkCitations?.(pieces.map(({ text }, i) => ({ page: i + 1, text }))) ?? []
  return found.map(({ page, quote, problem, suggestion, severity }) => {
    const piece = page === null ? undefined : pieces[page - 1]
    const start = piece?.text.indexOf(quote) ?? -1
    const where = piece && (start < 0 ? whereOf(piece) : whereOf(piece, start, start + quote.length))
    return { code: 'wrong-citation', severity, where: where ?? null, params: { quote, problem, suggestion } }
  })
}
