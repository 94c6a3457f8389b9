/**
 * The parts of an import that compute for long, in a thread of their own so that pages go on: reading a file, making observations of it,
 * checking them. Started by reader.ts, which asks one thing after the other.
 */
import { readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import {
  applyMapping,
  check,
  ImportError,
  passportsIn,
  readSheets,
  rememberedMapping,
  suggestMapping,
  type Indicator,
  type Mapping,
  type Observation,
  type Problem,
  type Sheet,
  type Warning,
} from '@open1325/indicators'
import { listsTogether, sampleOf, type Answer, type FoundSheet, type FoundWarnings } from './model.ts'

export interface Checked {
  indicators: Indicator[]
  observations: Observation[]
}

export type Question =
  | { ask: 'look'; path: string; name: string; kept: Mapping[] }
  | { ask: 'open'; path: string; name: string; answer: Answer }
  | { ask: 'next' }
  | { ask: 'warnings'; passports: Indicator[] }
  | { ask: 'check'; data: Checked[] }

/** A batch of what the file says; null after the last. */
export interface Said {
  observations: Observation[]
  problems: Problem[]
}

export type Told =
  | { sheets: FoundSheet[] }
  | { passports: Indicator[] }
  | { said: Said | null }
  | { warnings: FoundWarnings }
  | { checked: Warning[][] }
  | { error: string }

/** Observations that are handed over at a time. */
const AT_ONCE = 500
const WARNINGS_SHOWN = 200

const port = parentPort!
let batches: Iterator<Said> = [].values()
/** All that was said, for the checks at the end. */
let all: Observation[] = []

port.on('message', (question: Question) => {
  answer(question).then(
    told => port.postMessage(told),
    (error: unknown) => {
      if (!(error instanceof ImportError)) throw error
      port.postMessage({ error: error.code } satisfies Told)
    },
  )
})

async function answer(question: Question): Promise<Told> {
  switch (question.ask) {
    case 'look':
      return { sheets: (await sheetsOf(question)).map(sheet => found(sheet, question.kept)) }
    case 'open':
      return open(await sheetsOf(question), question.answer)
    case 'next':
      return { said: batches.next().value ?? null }
    case 'warnings':
      return { warnings: warningsOf(question.passports) }
    case 'check':
      return { checked: question.data.map(data => check(data)) }
  }
}

const sheetsOf = async ({ path, name }: { path: string; name: string }) => readSheets(await readFile(path), { name })

function found(sheet: Sheet, kept: readonly Mapping[]): FoundSheet {
  const remembered = rememberedMapping(sheet, kept)
  const mapping = remembered ?? suggestMapping(sheet)
  const { name, hidden, rows } = sheet
  return { name, hidden, rows: rows.length, sample: sampleOf(sheet, mapping), mapping, remembered: remembered !== null }
}

function open(sheets: Sheet[], { sheet: at, mapping, shared }: Answer): Told {
  const sheet = sheets[at]
  if (!sheet) throw new ImportError('broken', 'The sheet is no longer there.')
  // Passports may stand in several documents of one file; each has columns of its own.
  if (mapping.holds === 'indicators') {
    const others = sheets.filter(other => other !== sheet).map(other => ({ other, own: suggestMapping(other) }))
    const more = others.flatMap(({ other, own }) => passportsIn(other, own))
    return { passports: [...passportsIn(sheet, mapping), ...more] }
  }
  const fixed = {
    ...mapping.fixed,
    indicator: shared.indicator ?? mapping.fixed.indicator,
    country: shared.country,
    period: shared.period,
    source: shared.source,
  }
  batches = saidBy(sheet, { ...mapping, fixed }, shared)
  all = []
  return { passports: [] }
}

function* saidBy(sheet: Sheet, mapping: Mapping, { voice, sourceDate, place }: Answer['shared']): Generator<Said> {
  const placed = (one: Observation): Observation =>
    place && !one.place.part ? { ...one, place: { ...one.place, part: place } } : one
  const lists: Observation[] = []
  for (const { observations, problems } of applyMapping(sheet, mapping, { voice, sourceDate })) {
    const here = observations.map(placed)
    if (mapping.holds === 'list') lists.push(...here)
    else all.push(...here)
    for (let n = 0; n === 0 || n < here.length; n += AT_ONCE)
      yield {
        observations: mapping.holds === 'list' ? [] : here.slice(n, n + AT_ONCE),
        problems: n === 0 ? problems : [],
      }
  }
  all.push(...listsTogether(lists))
  if (mapping.holds !== 'list') return
  for (let n = 0; n < all.length; n += AT_ONCE) yield { observations: all.slice(n, n + AT_ONCE), problems: [] }
}

/** Per indicator: what is compared belongs together. */
function warningsOf(passports: Indicator[]): FoundWarnings {
  const groups = [...Map.groupBy(all, ({ indicator }) => indicator).values()]
  const warnings = [
    ...check({ indicators: passports, observations: [] }).filter(({ check: name }) => name !== 'no-value'),
    ...groups.flatMap(observations => check({ observations })),
  ]
  const inOrder = ['wrong', 'doubtful', 'note'].flatMap(grade => warnings.filter(({ severity }) => severity === grade))
  return {
    total: warnings.length,
    shown: inOrder.slice(0, WARNINGS_SHOWN).map(({ severity, message: { key, params } }) => ({
      severity,
      key,
      params: { ...params },
    })),
  }
}
