/**
 * The plan's rows as the plan groups them: pillar, objective, outcome, and under these the indicators and actions, each with its page
 * and with what it lacks. Plain functions rather than components, and few elements for a row: a plan may have 500.
 */
import type { FieldName, ItemKind } from '@open1325/reader'
import type { VNode } from 'preact'
import type { Locale, Words } from '../../../platform/languages.ts'
import { directionOf } from '../../../platform/words.ts'
import { useWords } from '../../../ui/words.tsx'
import type { Missing } from '../missing.ts'
import { paths, type PlanNode } from '../model.ts'
import { rowName, UNCONFIRMED } from '../names.ts'
import { citeLinks, citeWords, type CiteWords } from './cites.tsx'
import { countsInWords } from './facts.tsx'

/** Above this many rows, objectives are folded. */
export const FOLDS = 150

export interface MatrixProps {
  slug: string
  tree: PlanNode[]
  rows: number
  missing: Map<string, Missing[]>
  /** Whether the rows that no person has confirmed are marked one by one. */
  marksUnconfirmed: boolean
  /** The language of the plan's own words. */
  lang: string | undefined
}

interface Ground extends MatrixProps {
  words: Words
  folds: boolean
  cites: CiteWords
  /** 'Action 1.2 ◇': what it is, its printed number, and whether it alone is not confirmed by a person yet. */
  rowLabel: (node: PlanNode) => string
  /** '4 actions and 2 indicators' */
  countLabel: (kinds: Kinds) => string
  /** 'no date · no money' */
  missingLabel: (lacks: Missing[]) => string
  /** The direction of the plan's language: '2025–2026' alone says nothing of it. */
  dir: 'ltr' | 'rtl' | undefined
  /** The language of the product's words, where they stand among the plan's in another one. */
  own: Locale | undefined
}

export function Matrix(props: MatrixProps) {
  const words = useWords()
  const { t } = words
  if (!props.rows) return <p class="empty">{t('matrix.empty')}</p>
  const own = words.locale === props.lang ? undefined : words.locale
  const ground: Ground = {
    ...props,
    words,
    own,
    dir: props.lang === undefined ? undefined : directionOf(props.lang),
    folds: props.rows > FOLDS,
    cites: citeWords(words),
    rowLabel: labels(
      ({ kind, number, state }) => `${kind} ${state} ${number ?? ''}`,
      node => rowName(node, words) + (isMarked(node, props) ? ` ${UNCONFIRMED}` : ''),
    ),
    countLabel: labels(JSON.stringify, kinds => countsInWords(kinds, words)),
    missingLabel: labels(
      lacks => lacks.join(),
      lacks => lacks.map(name => words.t(`missing.${name}`)).join(' · '),
    ),
  }
  return <div class="matrix">{contents(props.tree, 3, ground)}</div>
}

const isMarked = ({ state }: PlanNode, { marksUnconfirmed }: MatrixProps) => marksUnconfirmed && state === 'read'

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
          {heading(node, level, ground, null)}
          <p class="soft small">{ground.countLabel(kindsUnder(node))}</p>
        </summary>
        <p class="kind">
          <a href={paths.item(ground.slug, node.ref)}>{ground.rowLabel(node)}</a> {cites(node, ground)}
        </p>
        {details(node, ground)}
        {under}
      </details>
    )
  if (node.kind === 'pillar' || node.kind === 'objective')
    return (
      <section class={node.kind} id={`i${node.ref}`}>
        {heading(node, level, ground, cites(node, ground))}
        {details(node, ground)}
        {under}
      </section>
    )
  return (
    <div class="outcome" id={`i${node.ref}`}>
      <p class="kind">
        <a href={paths.item(ground.slug, node.ref)}>{ground.rowLabel(node)}</a>
      </p>
      <p lang={ground.lang}>
        {node.text}
        {'\u00a0'}
        {cites(node, ground)}
      </p>
      {details(node, ground)}
      {under}
    </div>
  )
}

type Kinds = Partial<Record<ItemKind, number>>

/** A label for a thing, made once for each key: a long plan asks for the same few hundreds of times. */
function labels<Thing>(keyOf: (thing: Thing) => string, make: (thing: Thing) => string): (thing: Thing) => string {
  const made = new Map<string, string>()
  return thing => {
    const key = keyOf(thing)
    let label = made.get(key)
    if (label === undefined) made.set(key, (label = make(thing)))
    return label
  }
}

function kindsUnder(node: PlanNode, kinds: Kinds = {}): Kinds {
  for (const child of node.children) {
    kinds[child.kind] = (kinds[child.kind] ?? 0) + 1
    kindsUnder(child, kinds)
  }
  return kinds
}

/** @param places links to the heading's pages; null where it is itself a thing to press */
function heading(node: PlanNode, level: number, ground: Ground, places: ReturnType<typeof citeLinks>): VNode {
  const Heading = `h${level}` as 'h3'
  return (
    <Heading lang={ground.lang}>
      {node.number && [<span class="num">{node.number}</span>, ' ']}
      {node.text}
      {'\u00a0'}
      {places}
      {isMarked(node, ground) && ` ${UNCONFIRMED}`}
    </Heading>
  )
}

const cites = (node: PlanNode, ground: Ground) => citeLinks(ground.slug, node.ref, node.cites, ground.cites)

function row(node: PlanNode, ground: Ground): VNode {
  return (
    <div id={`i${node.ref}`}>
      <dt>
        <a href={paths.item(ground.slug, node.ref)}>{ground.rowLabel(node)}</a>
      </dt>
      <dd lang={ground.lang}>
        {node.text}
        {'\u00a0'}
        {cites(node, ground)}
        {details(node, ground)}
      </dd>
    </div>
  )
}

const SHOWN: FieldName[] = ['partners', 'timeframe', 'budget', 'baseline', 'target', 'verification']

/** What the plan states about the row, and what it does not. */
function details({ id, fields }: PlanNode, { words, missing, missingLabel, lang, dir, own }: Ground): VNode[] {
  const { t } = words
  const parts: VNode[] = []
  if (fields.responsible)
    parts.push(
      <p class="who" lang={lang}>
        {fields.responsible.text}
      </p>,
    )
  const shown = SHOWN.filter(name => fields[name])
  if (shown.length)
    parts.push(
      <p class="states" lang={own}>
        {shown.map(name => [
          <span>{t(`field.${name}`)}</span>,
          ' ',
          <bdi lang={lang} dir={dir}>
            {fields[name]!.text}
          </bdi>,
          ' ',
        ])}
      </p>,
    )
  const lacks = missing.get(id)
  if (lacks)
    parts.push(
      <p class="missing" lang={own}>
        {missingLabel(lacks)}
      </p>,
    )
  return parts
}
