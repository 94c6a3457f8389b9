import { words } from '@open1325/report-writer'
import { expect, test } from 'vitest'
import { ruleOf } from '../../../library/bodies.ts'
import { lengthOf, liveCount } from './counting.ts'
import { assemble } from './document.ts'
import { countedOf, wordsTyped } from './live-count.ts'
import type { Put } from './model.ts'
import { emptyReport } from './testing.ts'

const put: Put = {
  number: 3,
  source: { kind: 'manual', words: '', title: '', url: null },
  sourceVersion: 'v',
  url: null,
  insertedAt: new Date(0),
  version: 1,
  blocks: [
    { kind: 'quote', text: [words('No decree was signed.')], source: [words('Official journal, page 4')] },
    { kind: 'table', caption: 'Posts held', header: ['Year', 'Women'], rows: [[[words('2024')], [words('36')]]] },
  ],
}

const TEXTS = [
  '',
  'Women keep the peace – and nobody pays.^[Finance law 2024, page 3.]\n\n[[3]]\n\nAs [[3]] says, nothing came.',
  '## Money\n\n- one budget\n- **no** report\n\n| Year | Voted |\n|---|---|\n| 2021 | 100 |\n\n> Nobody asked us.\n> -- A mayor',
  'So it was.[^1] And so.[^Law] Again.[^1]\n\n3. three\n   - below it[^law]\n\n[^1]: Roster,\n    page 2\n\n[^law]: See https://example.org/law.\n\n[^4]: Left over',
  'السلام والأمن والمرأة في القرار 1325 (2000)، ولا ميزانية.\n\n[[3]]\n\n[[9]]',
]

test.each(TEXTS)('words counted while typing are those that the server counts when it is saved: %s', text => {
  const section = { id: 's', title: 'Article 7', text, hint: '' }
  const sections = [
    { ...section, changedBy: '', changedAt: new Date(0), version: 1, comments: 0 },
    { ...section, text: 'Another one.', changedBy: '', changedAt: new Date(0), version: 1, comments: 0 },
  ]
  for (const rule of ['cedaw-session-2021', 'upr-stakeholder-2011', null]) {
    const report = { ...emptyReport(), procedure: rule && rule.replace(/-\d+$/u, ''), rule }
    const { document } = assemble({ report, sections, puts: [put] })
    const length = lengthOf(document, rule ? ruleOf(rule) : null)
    const live = liveCount(sections[0]!, [put], length)
    const countedLive = (typed: string) => {
      const words = wordsTyped(typed, number => live.puts[number] ?? null)
      return live.rest + countedOf(words, live.counts)
    }
    if (text) expect(countedLive(text)).toBe(length.words)
    // Typed further, the whole grows by the words that were typed; with the first word the section's heading comes in.
    const longer = `${text}\n\nThree words more`
    const after = assemble({ report, sections: [{ ...sections[0]!, text: longer }, sections[1]!], puts: [put] })
    expect(countedLive(longer)).toBe(lengthOf(after.document, rule ? ruleOf(rule) : null).words)
  }
})
