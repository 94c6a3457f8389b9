/** What became of a commitment from one plan to the next: each change named, none weighed against another. */
import type { BudgetValue, Cite, Field, FieldName, Item, LevelValue, TimeframeValue } from '@open1325/reader'
import { fold } from '../text/fold.ts'

export const CHANGES = [
  'reworded',
  'target-lowered',
  'target-raised',
  'target-gone',
  'target-new',
  'target-changed',
  'deadline-later',
  'deadline-earlier',
  'deadline-gone',
  'deadline-new',
  'responsible-gone',
  'responsible-new',
  'responsible-changed',
  'body-gone',
  'body-new',
  'budget-lowered',
  'budget-raised',
  'budget-gone',
  'budget-new',
  'budget-changed',
] as const
export type ChangeKind = (typeof CHANGES)[number]

/** One thing that is different, with the words of both plans and where they stand. */
export interface Change {
  kind: ChangeKind
  before: string | null
  after: string | null
  citesBefore: Cite[]
  citesAfter: Cite[]
}

/** Changes after which less is promised. */
export const WEAKENING: readonly ChangeKind[] = [
  'target-lowered',
  'target-gone',
  'deadline-later',
  'deadline-gone',
  'responsible-gone',
  'body-gone',
  'budget-lowered',
  'budget-gone',
]
const STRENGTHENING: readonly ChangeKind[] = [
  'target-raised',
  'target-new',
  'deadline-earlier',
  'deadline-new',
  'responsible-new',
  'body-new',
  'budget-raised',
  'budget-new',
]

export type Became = 'same' | 'reworded' | 'changed' | 'weakened' | 'strengthened' | 'both'

/** The changes as one word: 'both' where one thing is weaker and another stronger. */
export function became(changes: readonly Change[]): Became {
  const weaker = changes.some(({ kind }) => WEAKENING.includes(kind))
  const stronger = changes.some(({ kind }) => STRENGTHENING.includes(kind))
  if (weaker || stronger) return weaker && stronger ? 'both' : weaker ? 'weakened' : 'strengthened'
  if (changes.length === 0) return 'same'
  return changes.every(({ kind }) => kind === 'reworded') ? 'reworded' : 'changed'
}

export function changesOf(earlier: Item, later: Item): Change[] {
  const field = (name: FieldName): [Field | undefined, Field | undefined] => [earlier.fields[name], later.fields[name]]
  return [
    ...reworded(earlier, later),
    ...targetChanges(earlier, later),
    ...deadlineChanges(...field('timeframe')),
    ...responsibleChanges(...field('responsible')),
    ...bodyChanges(...field('partners')),
    ...budgetChanges(...field('budget')),
  ]
}

const words = (text: string) =>
  fold(text)
    .text.replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()

const same = (before: Field, after: Field) => words(before.text) === words(after.text)

function change(kind: ChangeKind, before: Field | undefined, after: Field | undefined): Change {
  return {
    kind,
    before: before?.text ?? null,
    after: after?.text ?? null,
    citesBefore: before?.cites ?? [],
    citesAfter: after?.cites ?? [],
  }
}

function reworded(earlier: Item, later: Item): Change[] {
  return words(earlier.text) === words(later.text) ? [] : [change('reworded', earlier, later)]
}

/** Gone or new; undefined where both plans state it, or neither. */
function appeared(
  name: 'target' | 'deadline' | 'responsible' | 'budget',
  before: Field | undefined,
  after: Field | undefined,
): Change[] | undefined {
  if (before && after) return undefined
  if (before) return [change(`${name}-gone`, before, after)]
  return after ? [change(`${name}-new`, before, after)] : []
}

/** A target is lower when it asks for a shorter way from the baseline; without one, when its number is smaller. */
function targetChanges(earlier: Item, later: Item): Change[] {
  const [before, after] = [earlier.fields.target, later.fields.target]
  const met = appeared('target', before, after)
  if (met || !before || !after) return met ?? []
  if (same(before, after)) return []
  const [was, is] = [before.value, after.value] as (LevelValue | undefined)[]
  if (!was || !is || (was.unit ?? null) !== (is.unit ?? null)) return [change('target-changed', before, after)]
  if (was.number === is.number) return was.year === is.year ? [] : [change('target-changed', before, after)]
  const baseline = earlier.fields.baseline?.value as LevelValue | undefined
  const comparable = baseline !== undefined && (baseline.unit ?? null) === (was.unit ?? null)
  const downwards = comparable && baseline.number > was.number
  return [change(is.number < was.number === downwards ? 'target-raised' : 'target-lowered', before, after)]
}

function deadlineChanges(before: Field | undefined, after: Field | undefined): Change[] {
  const met = appeared('deadline', before, after)
  if (met || !before || !after) return met ?? []
  const [was, is] = [before.value, after.value].map(value => (value as TimeframeValue | undefined)?.end ?? null)
  if (was && is) {
    const [lastWas, lastIs] = [lastDay(was), lastDay(is)]
    return lastIs === lastWas ? [] : [change(lastIs > lastWas ? 'deadline-later' : 'deadline-earlier', before, after)]
  }
  // 'By 2024' became 'ongoing': there is no date left to hold it to.
  if (was) return [change('deadline-gone', before, after)]
  return is ? [change('deadline-new', before, after)] : []
}

/** ISO 8601 of any precision as a text that sorts by its last day. */
const lastDay = (iso: string) => (iso + '-12-31'.slice(iso.length - 4)).slice(0, 10)

function responsibleChanges(before: Field | undefined, after: Field | undefined): Change[] {
  return appeared('responsible', before, after) ?? bodyChanges(before, after)
}

/** Bodies that are named no longer, or newly. A text that cannot be taken apart into bodies says only that it changed. */
function bodyChanges(before: Field | undefined, after: Field | undefined): Change[] {
  if (before && after && same(before, after)) return []
  const [was, is] = [bodiesOf(before), bodiesOf(after)]
  const gone = was.filter(body => !is.some(other => words(other) === words(body)))
  const added = is.filter(body => !was.some(other => words(other) === words(body)))
  if (gone.length === 1 && added.length === 1 && was.length === 1 && is.length === 1)
    return [change('responsible-changed', before, after)]
  const some = (kind: ChangeKind, bodies: string[]): Change[] =>
    bodies.length === 0
      ? []
      : [
          {
            kind,
            before: kind === 'body-gone' ? bodies.join('; ') : null,
            after: kind === 'body-new' ? bodies.join('; ') : null,
            citesBefore: before?.cites ?? [],
            citesAfter: after?.cites ?? [],
          },
        ]
  return [...some('body-gone', gone), ...some('body-new', added)]
}

/** A cell of bodies as a list: they are parted by semicolons, commas, slashes, bullets or line ends. */
export const bodiesOf = (field: Field | undefined): string[] =>
  (field?.text ?? '')
    .split(/\s*(?:[;,،؛•·\n]|\s\/\s|(?<=\p{L})\/(?=\p{L}))\s*/u)
    .map(body => body.replace(/^[\s\-–—]+|[\s.]+$/gu, ''))
    .filter(body => body !== '')

function budgetChanges(before: Field | undefined, after: Field | undefined): Change[] {
  const met = appeared('budget', before, after)
  if (met || !before || !after) return met ?? []
  if (same(before, after)) return []
  const [was, is] = [before.value, after.value] as (BudgetValue | undefined)[]
  if (was && !is) return [change('budget-gone', before, after)]
  if (!was && is) return [change('budget-new', before, after)]
  if (!was || !is || was.currency !== is.currency) return [change('budget-changed', before, after)]
  if (was.amount === is.amount) return []
  return [change(is.amount < was.amount ? 'budget-lowered' : 'budget-raised', before, after)]
}
