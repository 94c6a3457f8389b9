/**
 * Regular expressions as forms use them, matched in time that grows with the text and not with the pattern's cleverness: a form may come from
 * anywhere, and no pattern in it may keep the server from its work.
 */

/** One character, read as by Unicode. */
type Matches = (character: string) => boolean

type Node =
  | { is: 'one'; matches: Matches }
  | { is: 'begin' }
  | { is: 'end' }
  | { is: 'then'; parts: Node[] }
  | { is: 'either'; parts: Node[] }
  | { is: 'times'; part: Node; least: number; most: number }

interface State {
  matches: Matches | null
  /** A step that is taken only at the text's beginning or end. */
  at: 'begin' | 'end' | null
  next: number[]
}

export type Pattern = (text: string) => boolean

const LONGEST = 500
const MOST_STATES = 4000
const MOST_TIMES = 200

class NotUnderstood extends Error {}

const read = new Map<string, Pattern | null>()

/** Null: it is no pattern of this kind. The whole text has to match, as in XForms. */
export function patternOf(text: string): Pattern | null {
  const known = read.get(text)
  if (known !== undefined) return known
  let pattern: Pattern | null = null
  try {
    pattern = compiled(new Reading(text).all())
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error
  }
  if (read.size > 1000) read.clear()
  read.set(text, pattern)
  return pattern
}

const isDigit: Matches = one => /\p{Nd}/u.test(one)
const isSpace: Matches = one => /\s/u.test(one)
const isLetter: Matches = one => /[\p{L}\p{M}\p{Nd}_]/u.test(one)
const CLASSES: Record<string, Matches> = {
  d: isDigit,
  s: isSpace,
  w: isLetter,
  D: one => !isDigit(one),
  S: one => !isSpace(one),
  W: one => !isLetter(one),
}
const ESCAPED: Record<string, string> = { n: '\n', t: '\t', r: '\r' }

class Reading {
  private readonly signs: string[]
  private at = 0

  constructor(text: string) {
    this.signs = [...text]
    if (this.signs.length > LONGEST) throw new NotUnderstood()
  }

  all(): Node {
    const node = this.either(0)
    if (this.at < this.signs.length) throw new NotUnderstood()
    return node
  }

  private either(deep: number): Node {
    if (deep > 30) throw new NotUnderstood()
    const parts = [this.inTurn(deep)]
    while (this.signs[this.at] === '|') {
      this.at++
      parts.push(this.inTurn(deep))
    }
    return parts.length === 1 ? parts[0]! : { is: 'either', parts }
  }

  private inTurn(deep: number): Node {
    const parts: Node[] = []
    while (this.at < this.signs.length && !'|)'.includes(this.signs[this.at]!)) parts.push(this.times(deep))
    return { is: 'then', parts }
  }

  private times(deep: number): Node {
    let part = this.single(deep)
    for (;;) {
      const often = this.often()
      if (!often) return part
      part = { is: 'times', part, ...often }
    }
  }

  private often(): { least: number; most: number } | null {
    const sign = this.signs[this.at]
    const simple = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] }[sign ?? '']
    if (simple) {
      this.at++
      this.lazy()
      return { least: simple[0]!, most: simple[1]! }
    }
    const rest = this.signs.slice(this.at, this.at + 12).join('')
    const [whole, least, comma, most] = rest.match(/^\{(\d{1,3})(,?)(\d{0,3})\}/) ?? []
    if (!whole) return null
    this.at += whole.length
    this.lazy()
    const from = Number(least)
    const to = !comma ? from : most ? Number(most) : Infinity
    if (from > MOST_TIMES || (to !== Infinity && to > MOST_TIMES) || to < from) throw new NotUnderstood()
    return { least: from, most: to }
  }

  /** Whether as much or as little as can be is taken makes no difference to whether the whole matches. */
  private lazy() {
    if (this.signs[this.at] === '?') this.at++
  }

  private single(deep: number): Node {
    const sign = this.signs[this.at++]!
    switch (sign) {
      case '(': {
        if (this.signs[this.at] === '?') {
          if (this.signs[this.at + 1] !== ':') throw new NotUnderstood()
          this.at += 2
        }
        const inner = this.either(deep + 1)
        if (this.signs[this.at++] !== ')') throw new NotUnderstood()
        return inner
      }
      case '[':
        return { is: 'one', matches: this.set() }
      case '.':
        return { is: 'one', matches: one => one !== '\n' }
      case '^':
        return { is: 'begin' }
      case '$':
        return { is: 'end' }
      case '\\':
        return { is: 'one', matches: this.escaped() }
      case '*':
      case '+':
      case '?':
        throw new NotUnderstood()
      default:
        return { is: 'one', matches: one => one === sign }
    }
  }

  private escaped(): Matches {
    const sign = this.signs[this.at++]
    if (sign === undefined) throw new NotUnderstood()
    if (CLASSES[sign]) return CLASSES[sign]
    if (/[a-z0-9]/i.test(sign) && !ESCAPED[sign]) throw new NotUnderstood()
    const meant = ESCAPED[sign] ?? sign
    return one => one === meant
  }

  private set(): Matches {
    const isNot = this.signs[this.at] === '^'
    if (isNot) this.at++
    const parts: Matches[] = []
    for (let first = true; first || this.signs[this.at] !== ']'; first = false) {
      const from = this.signs[this.at++]
      if (from === undefined) throw new NotUnderstood()
      if (from === '\\') {
        parts.push(this.escaped())
        continue
      }
      const to = this.signs[this.at] === '-' && this.signs[this.at + 1] !== ']' ? this.signs[this.at + 1] : undefined
      if (to === undefined) {
        parts.push(one => one === from)
        continue
      }
      this.at += 2
      const [least, most] = [from.codePointAt(0)!, to.codePointAt(0)!]
      if (most < least || to === '\\') throw new NotUnderstood()
      parts.push(one => one.codePointAt(0)! >= least && one.codePointAt(0)! <= most)
    }
    this.at++
    return one => parts.some(matches => matches(one)) !== isNot
  }
}

/** All the states that a text may have led to are held at once (Thompson): nothing is ever gone back over. */
function compiled(root: Node): Pattern {
  const states: State[] = []
  const state = (matches: Matches | null = null, at: State['at'] = null): number => {
    if (states.length >= MOST_STATES) throw new NotUnderstood()
    return states.push({ matches, at, next: [] }) - 1
  }
  const link = (from: number, to: number) => states[from]!.next.push(to)
  /** Builds a node between two states; gives where it ends. */
  const build = (node: Node, from: number): number => {
    switch (node.is) {
      case 'one':
      case 'begin':
      case 'end': {
        const on = node.is === 'one' ? state(node.matches) : state(null, node.is)
        link(from, on)
        const after = state()
        link(on, after)
        return after
      }
      case 'then':
        return node.parts.reduce((at, part) => build(part, at), from)
      case 'either': {
        const after = state()
        for (const part of node.parts) {
          const begins = state()
          link(from, begins)
          link(build(part, begins), after)
        }
        return after
      }
      case 'times':
        return repeated(node.part, node.least, node.most, from)
    }
  }
  const repeated = (part: Node, least: number, most: number, from: number): number => {
    let at = from
    for (let n = 0; n < least; n++) at = build(part, at)
    const after = state()
    link(at, after)
    if (most === Infinity) {
      const again = state()
      link(at, again)
      const end = build(part, again)
      link(end, again)
      link(end, after)
      return after
    }
    for (let n = least; n < most; n++) {
      at = build(part, at)
      link(at, after)
    }
    return after
  }
  const first = state()
  const last = build(root, first)

  return text => {
    const characters = [...text]
    let now = reached(states, [first], true, characters.length === 0)
    characters.forEach((character, n) => {
      const on = [...now].filter(one => states[one]!.matches?.(character)).flatMap(one => states[one]!.next)
      now = reached(states, on, false, n === characters.length - 1)
    })
    return now.has(last)
  }
}

/** Every state that can be reached without a further character. */
function reached(states: State[], from: number[], atBegin: boolean, atEnd: boolean): Set<number> {
  const all = new Set<number>()
  const waiting = [...from]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (all.has(one)) continue
    all.add(one)
    const { matches, at, next } = states[one]!
    const open = at === 'begin' ? atBegin : at === 'end' ? atEnd : true
    if (!matches && open) waiting.push(...next)
  }
  return all
}
