/** A plan in running text as blocks, the same for every format. */
import type { MadePlan, MadeRow } from './plan.ts'

export type ProseBlock =
  | { type: 'heading'; level: 1 | 2; text: string }
  /** A line in bold over a list. */
  | { type: 'label'; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'list'; entries: string[] }

export function proseOf(plan: MadePlan, words: NonNullable<MadePlan['prose']>): ProseBlock[] {
  return plan.pillars.flatMap((pillar): ProseBlock[] => [
    { type: 'heading', level: 1, text: `${pillar.number}: ${pillar.text}` },
    ...pillar.objectives.flatMap(({ number, text, rows }): ProseBlock[] => [
      { type: 'heading', level: 2, text: `${number} ${text}` },
      ...(words.lead
        ? [paragraph(words.lead), list(rows.flatMap(row => row.actions))]
        : rows.flatMap(row => measure(row, words))),
      ...(words.within
        ? []
        : [
            { type: 'label' as const, text: words.indicators },
            list(rows.flatMap(row => row.indicators.map(n => n.text))),
          ]),
    ]),
  ])
}

function measure(
  row: MadeRow,
  { numbered, responsible, indicators, within }: NonNullable<MadePlan['prose']>,
): ProseBlock[] {
  if (within)
    return [
      paragraph(
        `${row.number} ${row.actions[0]} ${responsible}: ${row.responsible}; ${within.timeframe}: ${row.timeframe}; ${indicators}: ${row.indicators[0]!.text}.`,
      ),
    ]
  return [
    numbered ? paragraph(`${row.number} ${row.actions[0]}`) : list(row.actions),
    ...(row.responsible ? [paragraph(`${responsible}: ${row.responsible}`)] : []),
  ]
}

const paragraph = (text: string): ProseBlock => ({ type: 'paragraph', text })
const list = (entries: string[]): ProseBlock => ({ type: 'list', entries })
