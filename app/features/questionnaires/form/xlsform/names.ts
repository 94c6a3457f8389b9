/** What pages and questions of a form that is read are called: each once. */
import { NAME } from '../model.ts'
import type { Say } from './remarks.ts'

export class Names {
  private readonly taken = new Set<string>()
  /** Up to which number a name is taken. */
  private readonly numbers = new Map<string, number>()

  get count(): number {
    return this.taken.size
  }

  /** The name, or the name with a number. */
  free(wanted: string): string {
    let name = wanted
    let n = this.numbers.get(wanted) ?? 1
    while (this.taken.has(name)) name = `${wanted}_${++n}`
    this.numbers.set(wanted, n)
    this.taken.add(name)
    return name
  }

  /** As the form gives it, where that can be a name; says what became of it else. */
  given(wanted: string, line: number, say: Say): string {
    const fit = NAME.test(wanted) ? wanted : `q_${wanted.replace(/[^A-Za-z0-9_.-]+/g, '_')}`.slice(0, 70)
    if (fit !== wanted) say(line, 'name', wanted)
    if (this.taken.has(fit)) say(line, 'name-twice', fit)
    return this.free(fit)
  }
}
