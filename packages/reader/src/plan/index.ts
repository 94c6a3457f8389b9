/** Layout to plan document: the matrix row by row, and the running text where that holds what no matrix does. */
import type { Layout, Table, TableBlock } from '../layout.ts'
import type { ItemKind, PlanDocument, Warning } from '../plan-document.ts'
import { Context } from './context.ts'
import { speaksOfPlan } from './elsewhere.ts'
import { Forest } from './forest.ts'
import { frontOf } from './front.ts'
import type { Front } from './front.ts'
import { gridOf, linesText } from './grid.ts'
import { itemsOf } from './items.ts'
import type { Heed } from './items.ts'
import { languagesOf } from './languages.ts'
import { readTable } from './matrix.ts'
import type { State } from './state.ts'
import { servingLanguages } from '../words/index.ts'
import { isAboutPlans } from '../words/leads.ts'
import { currencyNote } from './note.ts'
import { readProse } from './prose.ts'

/**
 * The plan that a layout holds. Every item and field has its cites; what could not be made out is said in `warnings`:
 * 'no-matrix', 'table-not-understood', 'no-items', 'no-title', 'no-issuer', 'no-period', beside the layout's own.
 */
export function planOf(layout: Layout, source: PlanDocument['source'], heed?: Heed): PlanDocument {
  const warnings: Warning[] = [...layout.warnings]
  const written = languagesOf(layout)
  const languages = servingLanguages(written)
  const front = frontOf(layout, languages)
  const { forest } = read(layout, languages, front, warnings)
  const items = itemsOf(forest, layout, { languages, note: currencyNote(layout) }, heed)
  if (!items.length) warnings.push({ code: 'no-items', message: 'No item was found.', page: null })
  if (front.title === null)
    warnings.push({ code: 'no-title', message: 'No title was found on the first pages.', page: null })
  if (front.issuer === null)
    warnings.push({ code: 'no-issuer', message: 'Who issued the plan was not found on the first pages.', page: null })
  if (front.period === null)
    warnings.push({
      code: 'no-period',
      message: 'The years that the plan covers were not found on the first pages.',
      page: null,
    })
  return { format: 'open1325-plan/1', source, languages: written, ...front, items, warnings }
}

interface Found {
  forest: Forest
  matrices: number
}

/** The tables, and the text as well where they lack measures or indicators. */
function read(layout: Layout, languages: readonly string[], { title, period }: Front, warnings: Warning[]): Found {
  const tables = readTables(layout, languages, warnings)
  if (tables.matrices === 0)
    warnings.push({
      code: 'no-matrix',
      message: 'No table of actions, objectives or indicators was recognised.',
      page: null,
    })
  if (title !== null && isAboutPlans(title, languages)) return tables
  const measures = countOf('action', tables)
  if (measures > 0 && countOf('indicator', tables) > 0) return tables
  const said = readText(layout, languages, false)
  // Beside tables of measures the text may still say how they are measured; measures that it tells again are those of the tables.
  if (measures > 0) return countOf('action', said) === measures && countOf('indicator', said) > 0 ? said : tables
  // A list of which nothing says that it holds measures does so only in what calls itself a plan for some years, and where little is named.
  const isPlan = tables.matrices === 0 && title !== null && period !== null
  const all = isPlan ? readText(layout, languages, true) : said
  const best = countOf('action', said) * NAMED < countOf('action', all) ? all : said
  return countOf('action', best) > 0 || tables.forest.items.length === 0 ? best : tables
}

const callsItselfPlan = ({ pages }: Layout): boolean =>
  pages.some(({ text }) => text.split('\n').some(line => speaksOfPlan(line)))

/** Where a third of the measures are named as such, the other lists hold something else. */
const NAMED = 3

const countOf = (kind: ItemKind, { forest }: Found): number => forest.items.filter(item => item.kind === kind).length

function readTables(layout: Layout, languages: readonly string[], warnings: Warning[]): Found {
  const forest = new Forest()
  const state: State = {
    forest,
    context: new Context(forest, languages),
    languages,
    isPlan: callsItselfPlan(layout),
    former: null,
  }
  let matrices = 0
  let paragraphs = 0
  for (const [i, block] of layout.blocks.entries()) {
    if (block.type === 'paragraph') {
      paragraphs++
      const named = state.context.paragraph(
        block,
        block.heading === null ? `paragraph ${paragraphs}` : 'heading',
        isTableNear(layout, i),
      )
      // A table under another heading is a table of its own, whatever its columns.
      if (!named && (block.heading !== null || linesText(block.lines).length > 200)) state.former = null
      continue
    }
    for (const table of tablesIn(block.table, state)) {
      if (readTable(table, state)) matrices++
      else if (isLarge(table)) warnings.push(notUnderstood(table))
    }
  }
  return { forest, matrices }
}

function readText(layout: Layout, languages: readonly string[], unsaid: boolean): Found {
  const forest = new Forest()
  const context = new Context(forest, languages)
  const state: State = { forest, context, languages, isPlan: callsItselfPlan(layout), former: null }
  let matrices = 0
  const onTable = ({ table }: TableBlock) => {
    for (const one of tablesIn(table, state)) if (readTable(one, state)) matrices++
  }
  readProse(layout.blocks, forest, context, languages, { unsaid, onTable })
  return { forest, matrices }
}

// Of a few lines above a table each may name what it is about: a pillar, then an objective.
const isTableNear = (layout: Layout, i: number): boolean =>
  layout.blocks.slice(i + 1, i + 4).some(b => b.type === 'table')

// A table of one cell only frames what stands in it.
function tablesIn(table: Table, state: State): Table[] {
  if (table.cells.length > 1 || !table.cells[0]?.nested?.length) return [table]
  for (const line of table.cells[0].lines) {
    state.context.paragraph({ type: 'paragraph', lines: [line], heading: null }, table.cells[0].at ?? '')
  }
  return table.cells[0].nested.flatMap(inner => tablesIn(inner, state))
}

function isLarge(table: Table): boolean {
  const grid = gridOf(table)
  return grid.cols >= 4 && grid.rows >= 4
}

function notUnderstood(table: Table): Warning {
  const page = table.parts[0]?.page ?? null
  return {
    code: 'table-not-understood',
    message: 'What the columns of this table hold was not recognised; it gave no items.',
    page,
  }
}
