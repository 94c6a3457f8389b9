/** Printed markers of list paragraphs: Word stores the rule, not the number. */
import { child, children, valueOf } from '../xml.ts'
import type { Element } from '../xml.ts'

interface Level {
  format: string
  text: string
  start: number
}

/** Counts through a document: each call is the next paragraph of its list. */
export interface Numbering {
  /** The marker as Word prints it ('1.', 'b)', '•'); null where the list is unknown or shows nothing. */
  next(numId: string, level: number): string | null
}

export function numberingOf(root: Element): Numbering {
  const abstracts = new Map(
    children(root, 'abstractNum').map(a => [a.attributes.abstractNumId ?? '', children(a, 'lvl').map(levelOf)]),
  )
  const lists = new Map<string, { levels: Level[]; counter: string }>()
  for (const num of children(root, 'num')) {
    const abstract = valueOf(num, 'abstractNumId') ?? ''
    const levels = [...(abstracts.get(abstract) ?? [])]
    let restarted = false
    for (const override of children(num, 'lvlOverride')) {
      const i = Number(override.attributes.ilvl ?? 0)
      const own = child(override, 'lvl')
      const start = valueOf(override, 'startOverride')
      if (own) levels[i] = levelOf(own)
      if (start !== undefined && levels[i]) levels[i] = { ...levels[i], start: Number(start) }
      restarted ||= own !== undefined || start !== undefined
    }
    // Lists of one abstract numbering count on together unless they start again.
    lists.set(num.attributes.numId ?? '', {
      levels,
      counter: restarted ? `num ${num.attributes.numId}` : `abstract ${abstract}`,
    })
  }
  const counters = new Map<string, number[]>()
  return {
    next(numId, level) {
      const list = lists.get(numId)
      const rule = list?.levels[level]
      if (!list || !rule || rule.format === 'none') return null
      const counts = counters.get(list.counter) ?? []
      counters.set(list.counter, counts)
      counts[level] = counts[level] === undefined ? rule.start : counts[level] + 1
      counts.length = level + 1
      if (rule.format === 'bullet') return rule.text || '•'
      return rule.text.replace(/%(\d)/g, (_, n: string) => {
        const i = Number(n) - 1
        return written(counts[i] ?? list.levels[i]?.start ?? 1, list.levels[i]?.format ?? 'decimal')
      })
    },
  }
}

function levelOf(lvl: Element): Level {
  return {
    format: valueOf(lvl, 'numFmt') ?? 'decimal',
    text: valueOf(lvl, 'lvlText') ?? '',
    start: Number(valueOf(lvl, 'start') ?? 1),
  }
}

const ARABIC_ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'
const ARABIC_ALPHA = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'
const CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщэюя'

/** A count in the format of ECMA-376 17.18.59; formats that no plan was seen with are written as digits. */
function written(n: number, format: string): string {
  const letter = (alphabet: string): string => [...alphabet][(n - 1) % alphabet.length] ?? String(n)
  switch (format) {
    case 'lowerLetter':
      return letter('abcdefghijklmnopqrstuvwxyz')
    case 'upperLetter':
      return letter('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    case 'lowerRoman':
      return romanOf(n)
    case 'upperRoman':
      return romanOf(n).toUpperCase()
    case 'decimalZero':
      return String(n).padStart(2, '0')
    case 'arabicAbjad':
      return letter(ARABIC_ABJAD)
    case 'arabicAlpha':
      return letter(ARABIC_ALPHA)
    case 'russianLower':
      return letter(CYRILLIC)
    case 'russianUpper':
      return letter(CYRILLIC).toUpperCase()
    default:
      return String(n)
  }
}

function romanOf(n: number): string {
  const signs: [number, string][] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let out = ''
  for (const [value, sign] of signs)
    while (n >= value) {
      out += sign
      n -= value
    }
  return out
}
