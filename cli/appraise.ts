import { answerWord, appraise, EDITION, sentence, type Appraisal } from '../packages/appraisal/src/index.ts'
import { readPlan, type Cite } from '../packages/reader/src/index.ts'
import { readInput, understand, UsageError, writeOutput, type Command } from './command.ts'
import { showProgress } from './progress.ts'

export const command: Command = {
  help: `open1325 appraise PLAN [--json] [--as-of DATE] [--out FILE]

Reads a plan and asks every criterion of it: objectives, indicators, money, reporting, civil society and more. Every
answer comes with the plan's words, or says what was sought and not found. A person has to confirm it.

  --json        the findings with all their quotes
  --as-of DATE  the day on which the plan is looked at, such as 2026-11-21; today
  --out FILE    write there rather than to the terminal
`,

  async run(args) {
    const options = { json: { type: 'boolean' }, 'as-of': { type: 'string' }, out: { type: 'string' } } as const
    const { values, positionals } = understand(args, options, ['PLAN'])
    const asOf = values['as-of'] ?? new Date().toISOString().slice(0, 10)
    if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new UsageError('--as-of must be a date such as 2026-11-21.')

    const { bytes, name } = await readInput(positionals[0] ?? '')
    const reading = await showProgress(onProgress => readPlan(bytes, { name, onProgress }))
    const appraisal = appraise(reading, { asOf })
    await writeOutput(values.json ? `${JSON.stringify(appraisal, null, 2)}\n` : outline(appraisal), values.out)
    return 0
  },
}

function outline({ edition, asOf, findings }: Appraisal): string {
  const criteria = new Map(EDITION.criteria.map(criterion => [criterion.id, criterion]))
  const entries = findings.flatMap(finding => [
    criteria.get(finding.criterion)?.question.en ?? finding.criterion,
    `  ${answerWord(finding.answer, 'en')}: ${sentence(finding, 'en')}`,
    ...finding.quotes.slice(0, 1).map(quote),
    '',
  ])
  return `${[...entries, `Criteria ${edition}, as of ${asOf}. The machine's draft: a person confirms it.`].join('\n')}\n`
}

function quote({ page, at, quote }: Cite): string {
  return `  “${quote.replace(/\s+/g, ' ')}” (${page === null ? (at ?? 'no page') : `page ${page}`})`
}
