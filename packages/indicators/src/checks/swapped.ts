/** Women's and men's figures in each other's place. */
import { seriesOf, type Observation } from '../model.ts'
import { byPeriod } from '../period.ts'
import { grouped, type Check, type SexPair } from './data.ts'
import { warn, type Warning } from './warning.ts'

interface Counted {
  pair: SexPair
  female: number
  male: number
}

const NEAR = 0.1
const CLEAR = 2
const FEWEST_BESIDE = 5
const SMALLEST = 5
const MANY_WOMEN = 0.75

export const swapped: Check = {
  name: 'swapped',
  *run({ sexPairs }) {
    const counted = sexPairs.flatMap(countedOf)
    yield* overTime(counted)
    yield* besideOthers(counted)
  },
}

function countedOf(pair: SexPair): Counted[] {
  const { female, male } = { female: pair.female.value, male: pair.male.value }
  return female.kind === 'number' && male.kind === 'number' && pair.female.kind === 'observation'
    ? [{ pair, female: female.number, male: male.number }]
    : []
}

/** One year the figures of women are what those of men were the year before, and the other way round. */
function* overTime(counted: readonly Counted[]): Iterable<Warning> {
  for (const group of grouped(counted, ({ pair }) => seriesOf(pair.female)).values()) {
    const years = group.toSorted((a, b) => byPeriod(a.pair.female, b.pair.female))
    for (const [i, after] of years.entries()) {
      const before = years[i - 1]
      if (before && near(before.female, after.male) && near(before.male, after.female) && clear(before))
        yield warningOf(after, 'over-time', { before: [before.female, before.male], after: [after.female, after.male] })
    }
  }
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= NEAR * Math.max(a, b)
const clear = ({ female, male }: Counted): boolean =>
  Math.max(female, male) >= CLEAR * Math.max(1, Math.min(female, male))

/** All other groups of the table are mostly men, this one nearly all women. */
function* besideOthers(counted: readonly Counted[]): Iterable<Warning> {
  const table = ({ pair: { female } }: Counted): string =>
    JSON.stringify([female.indicator, female.period, female.place.country, female.voice])
  for (const group of grouped(
    counted.filter(({ female, male }) => female + male > 0),
    table,
  ).values()) {
    for (const one of group) {
      const { female, male } = one
      const beside = group.filter(other => other !== one)
      const mostlyMen = beside.filter(other => other.male > other.female).length
      if (beside.length < FEWEST_BESIDE || mostlyMen < beside.length * 0.9) continue
      if (female + male < SMALLEST || female / (female + male) <= MANY_WOMEN) continue
      yield warningOf(one, 'beside-others', { female, male, beside: beside.length, mostlyMen })
    }
  }
}

function warningOf(
  { pair, female, male }: Counted,
  message: 'over-time' | 'beside-others',
  explanation: { [name: string]: number | number[] },
) {
  const of: Observation[] = [pair.female, pair.male]
  return warn({
    severity: 'doubtful',
    of,
    message: `swapped.${message}`,
    params: { indicator: pair.female.indicator, period: pair.female.period, female, male },
    explanation,
    suggestion: { observation: pair.female.id, value: pair.male.value },
  })
}
