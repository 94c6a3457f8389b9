/** Women and men that make 100 in one year and something else in the others: per cents where people should stand. */
import { seriesOf } from '../model.ts'
import { grouped, type Check, type SexPair } from './data.ts'
import { median } from './outlier.ts'
import { warn } from './warning.ts'

/** A body of about a hundred people makes 100 now and then. */
const AWAY = 2

const totalOf = ({ female, male }: SexPair): number | null =>
  female.value.kind === 'number' && male.value.kind === 'number' ? female.value.number + male.value.number : null

export const percentAsCount: Check = {
  name: 'percent-as-count',
  *run({ sexPairs }) {
    for (const group of grouped(sexPairs, ({ female }) => seriesOf(female)).values()) {
      const valued = group.filter(pair => totalOf(pair) !== null)
      for (const pair of valued) {
        if (
          totalOf(pair) !== 100 ||
          [pair.female, pair.male].some(o => o.value.kind === 'number' && o.value.number <= 0)
        )
          continue
        const others = valued.flatMap(other => (other === pair ? [] : [totalOf(other)!]))
        const usual = median(others)
        if (!others.length || (usual > 100 / AWAY && usual < 100 * AWAY)) continue
        const { indicator, period, id, value } = pair.female
        const women = value.kind === 'number' ? value.number : 0
        yield warn({
          severity: 'doubtful',
          of: [pair.female, pair.male],
          message: 'percent-as-count.makes-100',
          params: { indicator, period, female: women, male: 100 - women, usual },
          explanation: { female: women, male: 100 - women, otherTotals: others },
          suggestion: { observation: id, value: { kind: 'share', share: women / 100 } },
        })
      }
    }
  },
}
