/** What the body does not allow in a text, or asks of its form. One finding each, at the first place, with how many there are. */
import type { Ban } from '../../../../library/body-shape.ts'
import { textOf, type Block } from '../document.ts'
import { wordsIn } from '../words/words.ts'
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

  const bare = unnumbered(blocks.filter(({ path }) => path.length === 1))
  if (rule?.required.includes('numbered-paragraphs') && bare.length > 0)
    findings.push({
      code: 'paragraphs-not-numbered',
      severity: severityOf(rule),
      where: { path: bare[0]!.path, start: 0, end: 0, quote: '' },
      params: { count: bare.length },
    })
  return findings
}

interface Placed {
  block: Block
  path: readonly number[]
}

/** '(a) Repeal the law;' belongs to the numbered paragraph above it. */
const LETTERED = /^\s*(?:\(?(?:\p{L}|[ivx]{1,4})\)|[•–—-])\s/iu
/** What stands beside a table. */
const CAPTION =
  /^\s*(?:table|sources?|notes?|figure|chart|tableau|graphique|cuadro|tabla|fuentes?|nota|gráfico|таблица|источник|примечание|таблиця|джерело|الجدول|جدول|المصدر|ملاحظة)(?!\p{L})/iu
/** A line of the title: who submits, to which session. */
const LINE = 40

/** Paragraphs that have no number and should: not what stands in front of paragraph 1, beside a table, as a quote or as a lettered part. */
function unnumbered(blocks: readonly Placed[]): Placed[] {
  const first = blocks.findIndex(({ block }) => isNumbered(block))
  const fromOne = first >= 0 && /^\D*[1١](?!\d)/u.test(numberOf(blocks[first]!.block))
  return blocks.filter(({ block }, i) => {
    if (block.kind !== 'paragraph' || isNumbered(block)) return false
    const text = textOf(block.text)
    if (first >= 0 && i > first && (block.belongsAbove || LETTERED.test(text))) return false
    const besideTable = [blocks[i - 1], blocks[i + 1]].some(other => other?.block.kind === 'table')
    if (besideTable && CAPTION.test(text)) return false
    return !(fromOne && i < first && wordsIn(text) <= LINE)
  })
}

/** The number at the head of a numbered block; a list counts from one. */
function numberOf(block: Block): string {
  if (block.kind === 'list') return '1'
  return block.kind === 'paragraph' ? (block.number ?? textOf(block.text)) : ''
}

const blocksOf = (blocks: readonly Block[], above: readonly number[]): Placed[] =>
  blocks.flatMap((block, i) => {
    const path = [...above, i]
    return [{ block, path }, ...(block.kind === 'annex' ? blocksOf(block.blocks, path) : [])]
  })

function isNumbered(block: Block): boolean {
  if (block.kind === 'list') return block.ordered
  if (block.kind !== 'paragraph') return false
  return Boolean(block.number) || NUMBERED.test(textOf(block.text))
}

function formatted(path: readonly number[], spans: Submission['pieces'][number]['spans']): Where[] {
  let start = 0
  return spans.flatMap(({ text, bold, italic, underline }) => {
    const place = { path, start, end: start + text.length, quote: text }
    start += text.length
    return bold || italic || underline ? [place] : []
  })
}
