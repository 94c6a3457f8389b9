/** Outlines that reports begin with: library/outlines.json, checked. Each names the sources that its order is taken from. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const said = z.string().trim().min(1)
/** In every language that reports are written in. */
const text = z.strictObject({ en: said, fr: said, ar: said, es: said, ru: said })
const hint = z.strictObject({ en: z.string(), fr: z.string(), ar: z.string(), es: z.string(), ru: z.string() })

export const REPORT_KINDS = [
  'alternative-report',
  'shadow-report',
  'country-brief',
  'report-card',
  'general-statement',
  'recommendation-set',
] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

const shape = z.strictObject({
  sources: z.record(z.string(), z.strictObject({ title: said, url: z.url(), seen: z.iso.date() })),
  outlines: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/u),
      kinds: z.array(z.enum(REPORT_KINDS)).min(1),
      /** The procedure of library/bodies that it is for; null: for none. */
      procedure: z.string().nullable(),
      sources: z.array(said).min(1),
      name: text,
      body: text.nullable(),
      sections: z.array(z.strictObject({ title: text, hint })).min(1),
    }),
  ),
})

const { sources, outlines } = shape.parse(JSON.parse(readFileSync(new URL('./outlines.json', import.meta.url), 'utf8')))

export type Outline = (typeof outlines)[number]
export const OUTLINES: readonly Outline[] = outlines
/** Where an outline's order is taken from. */
export const outlineSources = (outline: Outline) => outline.sources.map(name => sources[name]!)
