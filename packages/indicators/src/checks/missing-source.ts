/** Figures, laws and measures that nobody can look up. */
import type { Check } from './data.ts'
import { lacking, type Statement } from './statements.ts'

/** The passport's source counts for figures that name none of their own. */
export const missingSource: Check = {
  name: 'missing-source',
  *run(data) {
    const has = ({ hasSource, observation }: Statement): boolean =>
      hasSource || Boolean(data.passportOf(observation)?.source?.trim())
    yield* lacking(data, 'missing-source', has, 'doubtful')
  },
}
