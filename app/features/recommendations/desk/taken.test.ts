import { expect, test } from 'vitest'
import { recommendationsIn, takenIn } from './taken.ts'

/** Rows as a form posts them, all ticked; the second and later ones joined to the first. */
const joined = (...rows: Record<string, string>[]) =>
  takenIn(
    Object.assign(
      { rows: String(rows.length) },
      ...rows.map((row, n) =>
        Object.fromEntries(
          Object.entries({
            id: `00000000-0000-4000-8000-00000000000${n}`,
            keep: 'yes',
            text: `Part ${n}`,
            ...(n > 0 && { join: 'yes' }),
            ...row,
          }).map(([name, value]) => [`${name}-${n}`, value]),
        ),
      ),
    ),
  )
const kept = (due: string | null, ...rows: Record<string, string>[]) =>
  recommendationsIn(joined(...rows), { addressee: null, due }).map(({ text, fields, followUpOn }) => ({
    text,
    time: fields.timeframe?.text ?? null,
    end: (fields.timeframe?.value as { end: string } | undefined)?.end ?? null,
    followUpOn,
  }))
const LATER = { due: '2027-02-20', time: 'within two years', followUpOn: '2027-02-20' }

test('what a joined row says of its time holds for the whole, where the row before leaves it open', () => {
  const whole = { text: 'Part 0 Part 1', time: 'within two years', end: '2027-02-20', followUpOn: '2027-02-20' }
  expect(kept(null, {}, LATER)).toEqual([whole])
  expect(kept('2030', {}, LATER)).toEqual([whole])
  expect(kept(null, { due: '2026', time: 'by 2026', followUpOn: '2026-02-20' }, LATER)).toEqual([
    { text: 'Part 0 Part 1', time: 'by 2026', end: '2026', followUpOn: '2026-02-20' },
  ])
})
