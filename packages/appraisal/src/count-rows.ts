/** The criteria that count rows: how many measures or indicators state what is asked. */
import type { Cite, FieldName, Item, PlanDocument } from '@open1325/reader'
import type { Finding } from './appraisal.ts'
import { QUOTES } from './appraisal.ts'
import { namesCivilSociety } from './civil-society.ts'
import type { AskOf, Edition } from './edition.ts'
import { ancestorsOf, itemsById, measuresOf, namesAmount } from './measures.ts'
import type { Ground } from './search.ts'
import { ask } from './search.ts'
import { firstCite } from './text/passages.ts'

export type Judgement = Omit<Finding, 'criterion' | 'how'> & { code: string; params: Record<string, string | number> }

/** What the measures are, for the sentences: actions, or objectives where the plan has no actions. */
export function measureKind(document: PlanDocument): 'action' | 'objective' {
  return document.items.some(item => item.kind === 'action') ? 'action' : 'objective'
}

/** 'yes' where all rows state it, 'partly' where some do, 'no' where there are rows and none does; without rows the text is asked. */
export function countRows(document: PlanDocument, rule: AskOf<'rows'>, ground: Ground): Judgement {
  const rows = rule.of === 'measures' ? measuresOf(document) : document.items.filter(item => item.kind === 'indicator')
  if (rows.length === 0) return withoutRows(document, rule, ground)
  const stated = (name: FieldName): number => rows.filter(item => states(item, name)).length
  const have = rows.filter(item => rule.fields.every(name => states(item, name)))
  const [fullest] = rule.fields.toSorted((a, b) => stated(b) - stated(a))
  const some = have.length > 0 || (fullest !== undefined && stated(fullest) > 0)
  const params = {
    of: rows.length,
    have: have.length,
    ...Object.fromEntries(rule.fields.map(name => [name, stated(name)])),
  }
  const counted = { search: null, counts: { of: rows.length, have: have.length }, params }
  if (have.length === rows.length) return { ...counted, answer: 'yes', code: 'all', quotes: rowQuotes(have, rule) }
  if (some)
    return { ...counted, answer: 'partly', code: 'some', quotes: rowQuotes(have.length > 0 ? have : rows, rule) }
  return { ...counted, answer: rule.bare ?? 'no', code: 'none', quotes: rows.slice(0, QUOTES).map(firstCite) }
}

/** The field stands, and money is an amount: 'State budget' says whose money, not how much. */
function states(item: Item, name: FieldName): boolean {
  return name === 'budget' ? namesAmount(item.fields.budget) : item.fields[name] !== undefined
}

function withoutRows(document: PlanDocument, rule: AskOf<'rows'>, ground: Ground): Judgement {
  const { answer, quotes, search } = ask(rule.search, ground)
  const text = { quotes, search, params: {} }
  if (answer === 'no') return { ...text, answer, code: 'denied' }
  if (answer !== 'not-found') return { ...text, answer: 'partly', code: 'text-only' }
  const measures = measuresOf(document)
  if (rule.of === 'indicators' && measures.length > 0)
    return {
      answer: 'no',
      code: 'no-rows',
      quotes: measures.slice(0, QUOTES).map(firstCite),
      search,
      counts: { of: measures.length, have: 0 },
      params: { of: measures.length },
    }
  return { ...text, answer, code: 'nothing' }
}

/** An indicator is quoted itself (a baseline is often a bare number), a measure by the field that was asked. */
function rowQuotes(rows: Item[], rule: AskOf<'rows'>): Cite[] {
  return rule.of === 'indicators' ? spread(rows.map(firstCite)) : fieldCites(rows, rule.fields)
}

/** The first cite of the fields, one for each row. */
export function fieldCites(rows: Item[], fields: FieldName[]): Cite[] {
  return spread(rows.flatMap(item => fields.flatMap(name => item.fields[name]?.cites[0] ?? []).slice(0, 1)))
}

/** As many as a finding shows, from different pages first. */
function spread(cites: Cite[]): Cite[] {
  const pages = new Set<number | null>()
  const fresh = cites.filter(cite => !pages.has(cite.page) && pages.add(cite.page))
  return [...fresh, ...cites.filter(cite => !fresh.includes(cite))].slice(0, QUOTES)
}

/**
 * Objectives as rows. 'yes' where every measure stands under an objective or outcome; 'partly' where only some do, or where the
 * text alone speaks of objectives; 'no' where there are measures and no objective.
 */
export function countObjectives(document: PlanDocument, rule: AskOf<'objectives'>, ground: Ground): Judgement {
  const goals = document.items.filter(item => item.kind === 'objective' || item.kind === 'outcome')
  const named = goals.filter(item => item.kind === 'objective')
  const objectives = named.length > 0 ? named : goals
  const actions = document.items.filter(item => item.kind === 'action')
  if (goals.length === 0) {
    const { answer, quotes, search } = ask(rule.search, ground)
    const text = { quotes, search, params: { of: actions.length } }
    if (answer === 'yes' || answer === 'partly') return { ...text, answer: 'partly', code: 'text-only' }
    if (actions.length > 0) {
      const counted = { quotes: actions.slice(0, QUOTES).map(firstCite), counts: { of: actions.length, have: 0 } }
      return { ...text, ...counted, answer: 'no', code: 'none' }
    }
    return { ...text, answer, code: answer === 'no' ? 'denied' : 'nothing' }
  }
  const byId = itemsById(document)
  const placed = actions.filter(item => ancestorsOf(item, byId).some(above => goals.includes(above)))
  const all = placed.length === actions.length
  return {
    answer: all ? 'yes' : 'partly',
    code: actions.length === 0 ? 'no-actions' : all ? 'all' : 'some',
    quotes: spread(objectives.map(firstCite)),
    search: null,
    counts: { of: actions.length, have: placed.length },
    params: { objectives: objectives.length, of: actions.length, have: placed.length },
  }
}

/** Civil society in carrying out: counted where measures name bodies, asked of the text where they do not. */
export function countCivilSociety(
  document: PlanDocument,
  rule: AskOf<'civil-society'>,
  ground: Ground,
  edition: Edition,
): Judgement {
  const count = namesCivilSociety(document, edition)
  const text = ask(rule.search, ground)
  if (count.asked === 0) {
    const { answer, quotes, search } = text
    if (answer === 'no') return { answer, code: 'denied', quotes, search, params: {} }
    if (answer === 'not-found') return { answer, code: 'nothing', quotes, search, params: {} }
    return { answer: 'partly', code: 'text-only', quotes, search, params: {} }
  }
  const params = { of: count.of, have: count.have }
  const counted = { counts: { of: count.of, have: count.have }, params, search: text.search }
  if (count.have === 0) {
    if (text.answer === 'yes' || text.answer === 'partly')
      return { ...counted, answer: 'partly', code: 'none-but-text', quotes: text.quotes }
    const asked = measuresOf(document).filter(item => item.fields.responsible ?? item.fields.partners)
    return { ...counted, answer: 'no', code: 'none', quotes: fieldCites(asked, ['responsible', 'partners']) }
  }
  const enough = count.have / count.of >= rule.enough
  return {
    ...counted,
    answer: enough ? 'yes' : 'partly',
    code: count.have === count.of ? 'all' : 'some',
    quotes: spread(count.named.map(({ cite }) => cite)),
  }
}
