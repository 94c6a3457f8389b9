/** Indicator frameworks as data: library/indicator-frameworks/*.json, checked. An entry without a source is refused. */
import { z } from 'zod'
import nato from './indicator-frameworks/nato-2021-2025.json' with { type: 'json' }
import global from './indicator-frameworks/s-2010-498.json' with { type: 'json' }
import sdg from './indicator-frameworks/sdg.json' with { type: 'json' }
import womenCount from './indicator-frameworks/women-count.json' with { type: 'json' }

const said = z.string().trim().min(1)
/** The same words in each language of the pages. */
const titles = z.strictObject({ en: said, fr: said, ar: said })

const line = z.strictObject({
  /** As the framework writes it: '11a'. Unique within it. */
  code: said,
  /** Lines of one number belong together: '11' for '11a' and '11b'. */
  number: said,
  /** Our own words. */
  title: titles,
  valueKind: z.enum(['number', 'share', 'yes-no', 'level', 'list']),
  group: said,
  /** Which way is better; null where that cannot be said of it. */
  direction: z.enum(['more', 'less']).nullable(),
  disaggregation: z.array(said).nullable(),
  reportedBy: z.enum(['UN', 'state', 'both']).nullable(),
  /** One of the framework's sources. */
  source: said,
  /** Whether what it is about was seen in its source. Where not, it is a draft: its wording is to be checked. */
  verified: z.boolean(),
})

const shape = z.strictObject({
  id: said,
  title: titles,
  issuer: titles,
  /** ISO 8601 as far as known. */
  date: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u)
    .nullable(),
  /** 'to-be-checked': some lines are drafts from general knowledge. 'own-summary': all were seen, the words are ours. */
  wording: z.enum(['to-be-checked', 'own-summary']),
  facts: z.array(z.strictObject({ text: titles, source: said })),
  sources: z.record(said, z.strictObject({ title: said, url: z.url() })),
  groups: z.array(z.strictObject({ id: said, title: titles })).min(1),
  indicators: z.array(line).min(1),
})

export type IndicatorFramework = z.infer<typeof shape>
export type FrameworkIndicator = z.infer<typeof line>

/**
 * A framework from its JSON. Throws where a source, group or number is named that is not there, a code is given twice, or a draft
 * stands in a framework that says that all of it was seen.
 */
export function readFramework(json: unknown): IndicatorFramework {
  const framework = shape.parse(json)
  const { id, sources, groups, indicators, facts, wording } = framework
  const refuse = (what: string): never => {
    throw new Error(`Indicator framework ${id}: ${what}`)
  }
  const known = new Set(groups.map(group => group.id))
  const codes = new Set<string>()
  for (const { code, number, source, group, verified } of indicators) {
    if (!sources[source]) refuse(`${code} names the source '${source}', which is not among its sources.`)
    if (!known.has(group)) refuse(`${code} names the group '${group}', which is not among its groups.`)
    if (codes.has(code)) refuse(`${code} is given twice.`)
    if (!code.startsWith(number)) refuse(`${code} is no part of ${number}.`)
    if (!verified && wording === 'own-summary') refuse(`${code} was not seen, but the framework says that all were.`)
    codes.add(code)
  }
  for (const { source } of facts)
    if (!sources[source]) refuse(`a fact names the source '${source}', which is not there.`)
  return framework
}

/** The frameworks that the library holds. */
export const INDICATOR_FRAMEWORKS: readonly IndicatorFramework[] = [global, womenCount, sdg, nato].map(readFramework)
