/**
 * The plan's rows as the plan groups them: pillar, objective, outcome, and under these the indicators and actions, each with its page
 * and with what it lacks. Plain functions rather than components, and few elements for a row: a plan may have 500.
 */
import type { FieldName, ItemKind } from '@open1325/reader'
import type { VNode } from 'preact'
import type { Words } from '../../../platform/languages.ts'
import { useWords } from '../../../ui/words.tsx'
import type { Missing } from '../missing.ts'
import { paths, type PlanNode } from '../model.ts'
import { rowName, UNCONFIRMED } from '../names.ts'
import { citeLinks } from './cites.tsx'
import { countsInWords } from './facts.tsx'

/** Above this many rows, objectives are folded. */
export const FOLDS = 150

export interface MatrixProps {
  slug: string
  tree: PlanNode[]
  rows: number
  missing: Map<string, Missing[]>
  /** The language of the plan's own words. */
  lang: string | undefined
}

interface Ground extends MatrixProps {
  words: Words
  folds: boolean
}

export function Matrix(props: MatrixProps) {
  const words = useWords()
  const { t } = words
  if (!props.rows) return <p class="empty">{t('matrix.empty')}</p>
  const ground: Ground = { ...props, words, folds: props.rows > FOLDS }
  return <div class="matrix">{contents(props.tree, 3, ground)}</div>
}

const isLeaf = ({ kind }: PlanNode) => kind === 'action' || kind === 'indicator'

/** What stands under one item: runs of rows as one list, the rest as sections, in the plan's order. */
function contents(nodes: PlanNode[], level: number, ground: Ground): VNode[] {
  const parts: VNode[] = []
  let run: VNode[] = []
  for (const node of nodes) {
    if (isLeaf(node) && !node.children.length) {
      run.push(row(node, ground))
      continue
    }
    if (run.length) parts.push(<dl>{run}</dl>)
    run = []
    parts.push(section(node, level, ground))
  }
  if (run.length) parts.push(<dl>{run}</dl>)
  return parts
}

function section(node: PlanNode, level: number, ground: Ground): VNode {
  const under = contents(node.children, Math.min(level + 1, 6), ground)
  if (node.kind === 'objective' && ground.folds && under.length)
    return (
      <details class="objective" id={`i${node.ref}`}>
        <summary>
          {heading(node, level, ground)}
          <p class="soft small">{countsInWords(kindsUnder(node), ground.words)}</p>
        </summary>
        {under}
      </details>
    )
  if (node.kind === 'pillar' || node.kind === 'objective')
    return (
      <section class={node.kind} id={`i${node.ref}`}>
        {heading(node, level, ground)}
        {under}
      </section>
    )
  return (
    <div class="outcome" id={`i${node.ref}`}>
      <p class="kind">
        <a href={paths.item(ground.slug, node.ref)}>{label(node, ground.words)}</a>
      </p>
      <p lang={ground.lang} dir="auto">
        {node.text} {citeLinks(ground.slug, node.ref, node.cites, ground.words)}
      </p>
      {details(node, ground)}
      {under}
    </div>
  )
}

function kindsUnder(node: PlanNode, kinds: Partial<Record<ItemKind, number>> = {}): Partial<Record<ItemKind, number>> {
  for (const child of node.children) {
    kinds[child.kind] = (kinds[child.kind] ?? 0) + 1
    kindsUnder(child, kinds)
  }
  return kinds
}

function heading(node: PlanNode, level: number, ground: Ground): VNode {
  const Heading = `h${level}` as 'h3'
  return (
    <>
      <Heading lang={ground.lang} dir="auto">
        {node.number && [<span class="num">{node.number}</span>, ' ']}
        {node.text} {citeLinks(ground.slug, node.ref, node.cites, ground.words)}
        {node.state === 'read' && ` ${UNCONFIRMED}`}
      </Heading>
      {details(node, ground)}
    </>
  )
}

function row(node: PlanNode, ground: Ground): VNode {
  return (
    <div id={`i${node.ref}`}>
      <dt>
        <a href={paths.item(ground.slug, node.ref)}>{label(node, ground.words)}</a>
      </dt>
      <dd>
        <p lang={ground.lang} dir="auto">
          {node.text} {citeLinks(ground.slug, node.ref, node.cites, ground.words)}
        </p>
        {details(node, ground)}
      </dd>
    </div>
  )
}

/** 'Action 1.2 ◇': what it is, its printed number, and whether no person has confirmed it yet. */
const label = (node: PlanNode, words: Words): string =>
  rowName(node, words) + (node.state === 'read' ? ` ${UNCONFIRMED}` : '')

const SHOWN: FieldName[] = ['partners', 'timeframe', 'budget', 'baseline', 'target', 'verification']

/** What the plan states about the row, and what it does not. */
function details({ id, fields }: PlanNode, { words, missing, lang }: Ground): VNode[] {
  const { t } = words
  const parts: VNode[] = []
  if (fields.responsible)
    parts.push(
      <p class="who" lang={lang} dir="auto">
        {fields.responsible.text}
      </p>,
    )
  const shown = SHOWN.filter(name => fields[name])
  if (shown.length)
    parts.push(
      <p class="states">
        {shown.map(name => [<span>{t(`field.${name}`)}</span>, ' ', <bdi lang={lang}>{fields[name]!.text}</bdi>, ' '])}
      </p>,
    )
  const lacks = missing.get(id)
  if (lacks) parts.push(<p class="missing">{lacks.map(name => t(`missing.${name}`)).join(' · ')}</p>)
  return parts
}
