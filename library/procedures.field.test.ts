/** Holds each rule, field by field, against what was gathered of its procedure in the field, where that lies beside the repository. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BODIES, procedureOf, ruleOf, type DeadlineRule, type Limit, type Rule } from './bodies.ts'

const file = new URL('../../shared/facts/rules.json', import.meta.url)

type Field = 'who' | 'format' | 'lang' | 'limit' | 'counts' | 'coalition' | 'structure' | 'forbidden' | 'deadline'
type Row = Record<Field | 'id' | 'publication' | 'valid' | 'source' | 'status', string>
const rows: Row[] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Row[]) : []
const rowOf = (id: string): Row => rows.find(row => row.id === id)!

/** Each procedure that was gathered, the rule that holds it, the kind of its deadline, and its days. */
const HELD: [id: string, rule: string, deadline: DeadlineRule['kind'] | null, days?: number | string[]][] = [
  ['CEDAW-S-2011', 'cedaw-session-2011', 'offset', -14],
  ['CEDAW-S-2019', 'cedaw-session-2019', 'offset', -21],
  ['CEDAW-S-2021', 'cedaw-session-2021', 'offset', -28],
  ['CEDAW-P', 'cedaw-pre-session-old', 'offset', -14],
  ['CEDAW-LOIPR', 'cedaw-loipr-2018', 'per-session'],
  ['CEDAW-F', 'cedaw-follow-up-2008', 'per-session'],
  ['CEDAW-X', 'cedaw-exceptional-2024', 'per-session'],
  ['CCPR', 'ccpr-submission-current', 'per-session'],
  ['CESCR', 'cescr-parallel-2024', 'per-session'],
  ['CAT', 'cat-session-2023', 'offset', -28],
  ['CAT', 'cat-list-of-issues-2023', 'offset', -84],
  ['CRC-SRP', 'crc-pre-session-current', 'fixed', ['12-01', '04-01', '08-01']],
  ['CRC-ADD', 'crc-additional-current', 'fixed', ['08-15', '12-15', '04-15']],
  ['CSW-W-2011', 'csw-written-2010', 'window'],
  ['CSW-W-2019', 'csw-written-2014', 'window'],
  ['CSW-O', 'csw-oral-2014', 'window'],
  ['ECOSOC-HLS', 'ecosoc-high-level-2012', 'per-session'],
  ['HRC-W', 'hrc-written-old', 'offset', -14],
  ['HRC-NHRI', 'hrc-nhri-2024', 'offset', -4],
  ['UPR-2008', 'upr-stakeholder-2008', 'per-session'],
  ['UPR-2011', 'upr-stakeholder-2011', 'per-session'],
  ['SP-CALL', 'special-call-2016', 'per-session'],
  ['SP-COM', 'special-communication-current', 'none'],
  ['SC-ARRIA', 'council-arria-2006', 'per-session'],
  ['SC-BRIEF', 'council-debate-practice', 'per-session'],
  ['SC-SG', 'sg-report-2010', null],
  ['OSCE-HD', 'osce-human-dimension-2002', 'per-session'],
  ['OSCE-FSC', 'osce-code-of-conduct-2010', 'fixed', ['04-15']],
  ['EU-FB', 'eu-feedback-current', 'per-session'],
  ['AU-MAPUTO', 'achpr-maputo-2009', 'per-session'],
  ['AU-SH-2010', 'achpr-shadow-2010', 'offset', -60],
  ['AU-SH-2022', 'achpr-shadow-2020', 'offset', -60],
  ['OAS-HEAR', 'iachr-hearing-2021', 'window'],
  ['OAS-Q', 'iachr-questionnaire-2024', 'per-session'],
  ['COE-NGO', 'grevio-ngo-current', 'none'],
  ['COE-COP', 'istanbul-parties-communication-2018', 'none'],
  ['NATO-CSAP', 'nato-panel-2016', 'per-session'],
  ['HLPF', 'hlpf-statement-2020', 'per-session'],
  ['VNR', 'hlpf-review-2019', 'per-session'],
  ['WPSHA', 'compact-report-2023', 'per-session'],
  ['BEIJING', 'beijing-review-2014', 'per-session'],
  ['NAP-UK', 'national-report-gbr-2014', 'per-session'],
  ['NAP-AU', 'national-report-aus-2012', 'per-session'],
  ['NAP-CA', 'national-report-can-2017', 'per-session'],
]

const NAMES: [RegExp, string[]][] = [
  [/six un languages|un (?:official )?languages/i, ['ar', 'zh', 'en', 'fr', 'ru', 'es']],
  [/six OSCE languages/, ['en', 'fr', 'de', 'it', 'ru', 'es']],
  [/\bEnglish\b/, ['en']],
  [/\bFrench\b/, ['fr']],
  [/\bSpanish\b/, ['es']],
  [/\bPortuguese\b/, ['pt']],
  [/\bEN, FR, ES\b/, ['en', 'fr', 'es']],
]
/** 'per call' and 'EU languages' name none. */
const languagesIn = ({ lang }: Row): string[] =>
  /^per call|^EU languages/.test(lang)
    ? []
    : [...new Set(NAMES.flatMap(([name, codes]) => (name.test(lang) ? codes : [])))].toSorted()

/** '2,000 general / 1,500 special', '10 pages'; what stands in brackets is an example or a remark. */
function limitsIn(text: string, by: Limit['by']): string[] {
  const plain = text.replace(/\(.*?\)/g, '').replace(/(\d),(\d{3})/g, '$1$2')
  return [...plain.matchAll(/(\d+) (words|pages|general|special and roster|special|roster)/g)].flatMap(
    ([, count, what]) =>
      what === 'words' || what === 'pages'
        ? [`${count} ${what} ${by}`]
        : what!.split(' and ').map(status => `${count} words ${by} ${status}`),
  )
}

const limitsOf = ({ limits }: Rule): string[] =>
  (limits ?? []).map(({ count, unit, by, status }) => [count, unit, by, status].filter(Boolean).join(' ')).toSorted()

const sourcesIn = ({ source }: Row): string[] =>
  source
    .split(/[\s;]+/)
    .filter(part => part.startsWith('http') && !part.includes('/web.test.'))
    .map(url => url.replace(/^(https?:\/\/[^/]+)\.\//, '$1/'))

describe.skipIf(rows.length === 0)('what was gathered of each procedure', () => {
  test('all 43 are held by a rule', () => {
    expect([...new Set(HELD.map(([id]) => id))]).toHaveLength(43)
    expect(rows.map(({ id }) => id).filter(id => !HELD.some(([held]) => held === id))).toEqual([])
  })

  test.each(HELD)('%s (%s): the deadline is of its kind', (_, id, kind, days) => {
    const { deadline } = ruleOf(id)
    expect(deadline?.kind ?? null).toBe(kind)
    if (deadline?.kind === 'offset' || deadline?.kind === 'fixed') expect(deadline.days).toEqual(days)
  })

  test.each(HELD)('%s (%s): its length, languages, forms, counting, secrecy and sources', (id, ruleId) => {
    const [row, rule] = [rowOf(id), ruleOf(ruleId)]
    expect(limitsOf(rule), 'limits').toEqual(
      [...limitsIn(row.limit, 'one'), ...limitsIn(row.coalition, 'coalition')].toSorted(),
    )
    expect((rule.languages?.accepted ?? []).toSorted(), 'languages').toEqual(languagesIn(row))
    if (/\bWord\b/.test(row.format) && !/questionnaire/.test(row.format)) expect(rule.formats).toContain('docx')
    expect(rule.counting.footnotes === true, 'footnotes count').toBe(/footnotes.* INCLUDED/.test(row.counts))
    expect(rule.forbidden.includes('footnotes'), 'footnotes').toBe(row.forbidden.startsWith('footnotes'))
    expect(rule.publication === 'confidential', 'secrecy').toBe(/CONFIDENTIAL/.test(row.publication))
    expect(rule.coalition.ownToo === false, 'coalitions are exclusive').toBe(/may NOT sign another/.test(row.coalition))
    expect(rule.ecosocStatus === 'required', 'status').toBe(
      /(?<!no )ECOSOC (?:status|general)|^general, special/.test(row.who),
    )
    const body = BODIES.find(({ procedures }) => procedures.some(({ rules }) => rules.includes(rule)))!
    const urls = [...rule.sources, ...rule.grounds.flatMap(part => part.sources)].map(key => body.sources[key]!.url)
    expect(
      sourcesIn(row).filter(url => !urls.includes(url)),
      'sources',
    ).toEqual([])
  })

  test('what is to be checked is nowhere called verified', () => {
    const open = HELD.filter(([id]) => /TO BE CHECKED/.test(rowOf(id).status))
    expect(open.filter(([, rule]) => ruleOf(rule).verified === 'verified').map(([id]) => id)).toEqual([])
  })

  test('what was superseded holds no more: a later version follows it, or it is to be checked', () => {
    const over = HELD.filter(([id]) => /superseded/.test(rowOf(id).status)).map(([, rule]) => ruleOf(rule))
    const procedures = BODIES.flatMap(body => body.procedures.map(({ id }) => procedureOf(id).procedure))
    const latest = over.filter(rule => procedures.some(({ rules }) => rules.at(-1) === rule))
    expect(latest.filter(({ verified }) => verified === 'verified')).toEqual([])
  })

  test('hours and zones are those that were named', () => {
    const zones = (id: string) => {
      const { deadline } = ruleOf(id)
      return deadline && 'zone' in deadline ? [deadline.time, deadline.zone] : []
    }
    expect(zones('iachr-hearing-2021')).toEqual(['23:59', 'America/New_York'])
    expect(zones('eu-feedback-current')).toEqual([null, 'Europe/Brussels'])
  })
})
