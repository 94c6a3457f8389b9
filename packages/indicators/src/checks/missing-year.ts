/** Figures without a period, laws and measures without a year. */
import type { Check } from './data.ts'
import { lacking } from './statements.ts'

export const missingYear: Check = {
  name: 'missing-year',
  *run(data) {
    yield* lacking(data, 'missing-year', ({ hasYear }) => hasYear, 'wrong')
  },
}
