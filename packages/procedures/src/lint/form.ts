/** What the body does not allow in a text, or asks of its form. One finding each, at the first place, with how many there are. */
import type { Ban } from '../../../../library/body-shape.ts'
import type { Block } from '../document.ts'
import { forbids, severityOf, type LintCode, type LintFinding, type Submission, type Where } from './finding.ts'

/** '12. We', '(3) We', '1.2 We', but not '47.5 per cent'. */
const NUMBERED = /^\s*(?:\(?[\d٠-٩]{1,3}[.)]\s|[\d٠-٩]{1,3}(?:\.[\d٠-٩]{1,2})+[.)]?\s+(?=\p{Lu}|\p{Lo}))/u
/** The masthead of a United Nations document. */
const MASTHEAD = /\bDistr\.\s*:?\s*(?:general|limited|générale|limitée|limitada)/iu

export function checkForm(submission: Submission): LintFinding[] {
  const { rule, pieces, document } = submission
  const blocks = blocksOf(document.blocks, [])
  const ofKind = (wanted: (block: Block) => boolean): Where[] =>
    blocks.filter(({ block }) => wanted(block)).map(({ path }) => ({ path, start: 0, end: 0, quote: '' }))
  const numbered = blocks.filter(({ block }) => isNumbered(block))

  const banned: [Ban, Where[]][] = [
    ['footnotes', ofKind(({ kind }) => kind === 'footnote')],
    ['numbered-paragraphs', numbered.map(({ path }) => ({ path, start: 0, end: 0, quote: '' }))],
    ['formatting', pieces.flatMap(({ path, spans }) => formatted(path, spans))],
    ['images', ofKind(({ kind }) => kind === 'image')],
    ['annexes', ofKind(({ kind }) => kind === 'annex')],
    ['annexed-reports', ofKind(block => block.kind === 'annex' && block.holds === 'report')],
    [
      'un-header',
      pieces.flatMap(({ path, text }) => {
        const hit = text.match(MASTHEAD)
        return hit ? [{ path, start: hit.index!, end: hit.index! + hit[0].length, quote: hit[0] }] : []
      }),
    ],
  ]
  const findings = banned
    .filter(([ban, places]) => forbids(rule, ban) && places.length > 0)
    .map(([ban, places]): LintFinding => {
      const code = `${ban}-not-allowed` as LintCode
      return { code, severity: severityOf(rule), where: places[0]!, params: { count: places.length } }
    })

  const paragraphs = blocks.filter(({ block, path }) => block.kind === 'paragraph' && path.length === 1)
  const bare = paragraphs.filter(({ block }) => !isNumbered(block))
  if (rule?.required.includes('numbered-paragraphs') && bare.length > 0)
    findings.push({
      code: 'paragraphs-not-numbered',
      severity: severityOf(rule),
      where: { path: bare[0]!.path, start: 0, end: 0, quote: '' },
      params: { count: bare.length },
    })
  return findings
}

const blocksOf = (blocks: readonly Block[], above: readonly number[]): { block: Block; path: readonly number[] }[] =>
  blocks.flatMap((block, i) => {
    const path = [...above, i]
    return [{ block, path }, ...(block.kind === 'annex' ? blocksOf(block.blocks, path) : [])]
  })

function isNumbered(block: Block): boolean {
  if (block.kind === 'list') return block.ordered
  if (block.kind !== 'paragraph') return false
  const text = typeof block.text === 'string' ? block.text : block.text.map(span => span.text).join('')
  return Boolean(block.number) || NUMBERED.test(text)
}

function formatted(path: readonly number[], spans: Submission['pieces'][number]['spans']): Where[] {
  let start = 0
  return spans.flatMap(({ text, bold, italic, underline }) => {
    const place = { path, start, end: start + text.length, quote: text }
    start += text.length
    return bold || italic || underline ? [place] : []
  })
}
