/** Rows of a file beside what stands already: new, the same, or in its place. The same rules as keepFigures, before anything is put in. */
import { createHash } from 'node:crypto'
import { setImmediate as pause } from 'node:timers/promises'
import type { FigureColumns } from './model.ts'
import type { Standing } from './kept.ts'

/** How many may see it: a figure takes the place only of what at most as many see. */
const AUDIENCE: Record<string, number> = { organisation: 0, partners: 1, public: 2 }
/** Figures between which others have their turn. */
const AT_ONCE = 500

type Subject = Pick<FigureColumns, 'kind' | 'country' | 'place' | 'period' | 'disaggregation'>

/** What a figure of one indicator and voice is of: two with the same key are the same one, said twice. */
export const subjectKey = ({ kind, country, place, period, disaggregation }: Subject): string =>
  digest([kind, country, place, period, Object.entries(disaggregation).toSorted(([a], [b]) => (a < b ? -1 : 1))])

export const digest = (of: unknown): string => createHash('md5').update(JSON.stringify(of)).digest('base64')

type Words = Pick<
  FigureColumns,
  'value_kind' | 'number' | 'numerator' | 'denominator' | 'entries' | 'missing' | 'source' | 'source_date'
>

const wordsOf = (figure: Words): string =>
  JSON.stringify([
    figure.value_kind,
    figure.number,
    figure.numerator,
    figure.denominator,
    figure.entries?.map(({ title, year, source }) => [title, year, source]) ?? null,
    figure.missing,
    figure.source,
    figure.source_date,
  ])

/** What stands of one indicator, by its subject. */
export class StandingFigures {
  readonly #bySubject = new Map<string, Standing[]>()

  static async of(figures: readonly Standing[]): Promise<StandingFigures> {
    const made = new StandingFigures()
    for (const [n, figure] of figures.entries()) {
      const key = subjectKey(figure)
      made.#bySubject.set(key, [...(made.#bySubject.get(key) ?? []), figure])
      if (n % AT_ONCE === AT_ONCE - 1) await pause()
    }
    return made
  }

  /** 'same', or the figure that would give way; null where nothing stands in its place. */
  beside(figure: FigureColumns): 'same' | Standing | null {
    const there = this.#bySubject.get(subjectKey(figure)) ?? []
    const words = wordsOf(figure)
    if (there.some(one => one.visibility === figure.visibility && one.note === null && wordsOf(one) === words))
      return 'same'
    const seenBy = (one: { visibility: string }) => AUDIENCE[one.visibility] ?? 0
    const givesWay = there.filter(one => seenBy(one) <= seenBy(figure))
    return givesWay.toSorted((a, b) => seenBy(b) - seenBy(a))[0] ?? null
  }
}
