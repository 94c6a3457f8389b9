/** Ids that were given to several indicators or observations. */
import { grouped, type Check } from './data.ts'
import { warn } from './warning.ts'

export const duplicateId: Check = {
  name: 'duplicate-id',
  *run({ indicators, observations }) {
    for (const [code, passports] of grouped(indicators, indicator => indicator.code)) {
      if (!code || passports.length < 2) continue
      const titles = passports.map(({ title }) => title)
      yield warn({
        severity: 'wrong',
        passports,
        message: 'duplicate-id.indicators',
        params: { id: code, times: passports.length },
        explanation: { titles },
      })
    }
    for (const [id, of] of grouped(observations, observation => observation.id)) {
      if (of.length < 2) continue
      yield warn({
        severity: 'wrong',
        of,
        message: 'duplicate-id.observations',
        params: { id, times: of.length },
        explanation: { lines: of.map(({ line }) => (line ? `${line.sheet}!${line.cell}` : null)) },
      })
    }
  },
}
