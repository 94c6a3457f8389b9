/** One row of an XLSForm's sheet `survey` as a question. */
import { isAnswered, MOST_RANKED, type Choice, type InLanguages, type Question, type QuestionType } from '../model.ts'
import { withoutSpaces, type Lists } from './choices.ts'
import { allOf, conditionOf, defaultOf, isNo, isYes, quoted } from './conditions.ts'
import {
  A_DAY,
  ACKNOWLEDGE,
  agreement,
  CALCULATED,
  GEO,
  METADATA,
  OF_FILE,
  otherWords,
  plainKind,
  rangeOf,
  SEARCHES,
  SELECT,
  SOUND,
  stepsOf,
} from './kinds.ts'
import { inLanguages, isSaid, joined } from './languages.ts'
import type { Names } from './names.ts'
import type { Parts } from './parts.ts'
import type { RemarkCode, Say } from './remarks.ts'
import type { Row, Sheet } from './sheets.ts'

/** What a row is read with. */
export interface Reading {
  survey: Sheet
  lists: Lists
  /** Of the sheet `external_choices`. */
  external: Lists
  parts: Parts
  names: Names
  say: Say
  /** Of words that name none. */
  language: string
}

/** What a type asks for. */
interface Kind {
  type: QuestionType
  choices?: Choice[]
  constraint?: string
  hint?: InLanguages
  countsPeople?: false
}

export const typeOf = ({ cells }: Pick<Row, 'cells'>): string =>
  (cells.get('type') ?? '').toLowerCase().replace(/\s+/g, ' ')

/** The question of a row; null where none is asked, which is said. */
export function readQuestion(reading: Reading, row: Row): Question | null {
  const { survey, say, language } = reading
  const { line, cells } = row
  const type = typeOf(row)
  const written = cells.get('name') ?? ''
  const out = leftOut(survey, row)
  const kind = out ? null : kindOf(reading, row)
  if (out) say(line, ...out)
  if (!kind) return null
  const label = inLanguages(cells, 'label', language)
  const isUnseen = kind.type === 'calculate' && (CALCULATED.test(type) || METADATA.test(type))
  if (!isUnseen && !isSaid(label)) say(line, 'no-label', written)
  if (kind.type === 'note' && conditionOf(cells.get('required'), true)) say(line, 'note-required', written)
  const name = reading.names.given(written || `question_${line}`, line, say)
  const filter = cells.get('choice_filter')
  const choices = kind.choices ?? []
  return {
    name,
    type: kind.type,
    label: isUnseen ? {} : isSaid(label) ? label : { [language]: name },
    hint: joined(inLanguages(cells, 'hint', language), inLanguages(cells, 'guidance_hint', language), kind.hint ?? {}),
    required: isAnswered({ type: kind.type }) ? conditionOf(cells.get('required'), true) : null,
    relevant: allOf([...reading.parts.innerRelevance(), conditionOf(cells.get('relevant'))]),
    constraint: allOf([cells.get('constraint') ?? null, kind.constraint ?? null]),
    constraintMessage: inLanguages(cells, 'constraint_message', language),
    choices: filter ? choices : choices.map(({ name, label }) => ({ name, label })),
    commitment: cells.get('commitment') ?? null,
    indicator: cells.get('indicator') ?? null,
    ...((kind.countsPeople === false || isNo(cells.get('counts_people'))) && { countsPeople: false }),
    ...(filter && choices.length > 0 && { choiceFilter: filter }),
    ...(kind.type === 'calculate'
      ? { calculation: calculationOf(reading, row) }
      : whatFewHave(reading, row, kind.type)),
  }
}

/** Why a row is no question here. */
function leftOut(survey: Sheet, row: Row): [RemarkCode, string] | null {
  const { cells } = row
  const type = typeOf(row)
  const written = cells.get('name') ?? ''
  if (GEO.test(type)) return ['place', `${type} ${written}`.trim()]
  if (SOUND.test(type)) return ['sound', `${type} ${written}`.trim()]
  const isOfPhone = METADATA.test(type) || (type === 'email' && !hasWords(row))
  if (isOfPhone && !(A_DAY.test(type) && isAskedFor(survey, written))) return ['metadata', type]
  if (OF_FILE.test(type)) return ['choices-elsewhere', cells.get('type')!]
  if (SEARCHES.test(cells.get('appearance') ?? '')) return ['choices-elsewhere', cells.get('appearance')!]
  return null
}

export const hasWords = ({ cells }: Row): boolean => [...cells.keys()].some(column => column.split('::')[0] === 'label')

/** Whether any expression or text of the form names it. */
function isAskedFor(survey: Sheet, name: string): boolean {
  const asks = new RegExp(`\\$\\{\\s*${name.replace(/[^\w-]/g, '')}\\s*\\}`)
  return name !== '' && survey.rows.some(({ cells }) => [...cells.values()].some(text => asks.test(text)))
}

function kindOf(reading: Reading, row: Row): Kind | null {
  const { say, language, parts } = reading
  const { line, cells } = row
  const type = typeOf(row)
  const written = cells.get('type')!
  if (CALCULATED.test(type) || METADATA.test(type)) return { type: 'calculate' }
  if (ACKNOWLEDGE.test(type)) return { type: 'select-multiple', choices: agreement(language) }
  if (type === 'range') return range(reading, row)
  const [, how, list] = written.trim().replace(/\s+/g, ' ').match(SELECT) ?? []
  if (list) return select(reading, line, how!, list)
  // Of KoboToolbox: the choices stand where the part begins.
  if (type === 'score__row' && parts.list) return select(reading, line, 'select_one', parts.list)
  const kind = plainKind(type)
  if (!kind) {
    say(line, /^(select[_ ](one|multiple)|rank)$/.test(type) ? 'choices-missing' : 'type', written)
    return null
  }
  if (type === 'barcode') say(line, 'as-text', written)
  return { type: cells.has('calculation') && kind !== 'file' ? 'calculate' : kind }
}

function select({ lists, external, say }: Reading, line: number, how: string, list: string): Kind | null {
  const choices = (/external/i.test(how) ? external : lists).get(list)
  if (!choices?.length) {
    say(line, 'choices-missing', list)
    return null
  }
  const type = /rank/i.test(how) ? 'rank' : /multiple|all that/i.test(how) ? 'select-multiple' : 'select-one'
  if (type === 'rank' && choices.length > MOST_RANKED) {
    say(line, 'too-many', list)
    return null
  }
  return {
    type,
    choices: type === 'select-one' ? choices : withoutSpaces(choices, name => say(line, 'choice-name', name)),
  }
}

/** A few steps are choices; many are a number with bounds. */
function range({ say, language }: Reading, { line, cells }: Row): Kind | null {
  const range = rangeOf(cells.get('parameters') ?? '')
  if (!range) {
    say(line, 'type', `range ${cells.get('parameters') ?? ''}`)
    return null
  }
  const choices = stepsOf(range, language)
  if (choices) return { type: 'select-one', choices }
  const { start, end, step } = range
  const isWhole = Number.isInteger(start) && Number.isInteger(step)
  return {
    type: isWhole ? 'integer' : 'decimal',
    constraint: `. >= ${start} and . <= ${end}`,
    hint: { [language]: `${start} – ${end}` },
    // A mark on a scale.
    countsPeople: false,
  }
}

function calculationOf({ survey, say }: Reading, row: Row): string {
  const { line, cells } = row
  const type = typeOf(row)
  const name = cells.get('name') ?? ''
  // To the day; and what waits for another answer to change does not wait here.
  if ((A_DAY.test(type) && !/today/.test(type)) || cells.has('trigger')) say(line, 'anew', name, 'calculation')
  if (A_DAY.test(type)) return 'today()'
  const isUnseen = CALCULATED.test(type) || METADATA.test(type)
  if (!isUnseen && !isYes(cells.get('read_only')) && type !== 'note') say(line, 'typed-over', name)
  return withoutInstances(survey, cells.get('calculation') ?? quoted(cells.get('default') ?? ''))
}

const LOOKED_UP =
  /(?:jr:itext\(\s*)?instance\('([^']+)'\)\/root\/item\[\s*name\s*=\s*(\$\{[^}]+\})\s*\]\/(?:itextId\s*\)|label)/g

/** A look into a list for a choice's words is written with the list's own file: a question with that list knows them too. */
function withoutInstances(survey: Sheet, text: string): string {
  return text.replace(LOOKED_UP, (whole, list: string, wanted: string) => {
    const asks = survey.rows.find(({ cells }) => (cells.get('type') ?? '').match(SELECT)?.[2] === list)
    return asks ? `jr:choice-name(${wanted}, '\${${asks.cells.get('name')}}')` : whole
  })
}

function whatFewHave({ say, language }: Reading, { line, cells }: Row, type: QuestionType): Partial<Question> {
  const requiredMessage = inLanguages(cells, 'required_message', language)
  const first = cells.get('default')
  if (isYes(cells.get('read_only')) && type !== 'note') say(line, 'read-only', cells.get('name') ?? '')
  return {
    ...(isSaid(requiredMessage) && { requiredMessage }),
    ...(first !== undefined && isAnswered({ type }) && type !== 'file' && { default: defaultOf(first) }),
  }
}

/** 'or_other': one more choice, and a question for the words of it; null where the row does not ask for that. */
export function otherOf({ names, language }: Reading, row: Row, question: Question): Question | null {
  if (!typeOf(row).match(SELECT)?.[3] || !question.choices.length) return null
  const label = otherWords(language)
  question.choices = [...question.choices, { name: 'other', label }]
  if (question.choiceFilter !== undefined) question.choiceFilter = `(${question.choiceFilter}) or name = 'other'`
  return {
    name: names.free(`${question.name}_other`),
    type: 'text',
    label,
    hint: {},
    required: null,
    relevant: `selected(\${${question.name}}, 'other')`,
    constraint: null,
    constraintMessage: {},
    choices: [],
    commitment: question.commitment,
    indicator: question.indicator,
  }
}
