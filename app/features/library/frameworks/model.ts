/** What stands beside the resolutions: library/frameworks.json, checked. Pure. */
import { z } from 'zod'
import json from '../../../../library/frameworks.json' with { type: 'json' }

const InLanguages = z.strictObject({ en: z.string().min(1), fr: z.string().min(1), ar: z.string().min(1) })
const fact = <T extends z.ZodType>(value: T) => z.strictObject({ value, source: z.string() })

const Framework = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: InLanguages,
  issuer: InLanguages,
  symbol: fact(z.string()).nullable(),
  /** ISO 8601, as precise as it is known. */
  date: fact(z.string().regex(/^\d{4}(-\d{2}-\d{2})?$/)),
  principles: fact(z.array(InLanguages)).nullable(),
  facts: z.array(z.strictObject({ text: InLanguages, source: z.string() })),
  sources: z.record(z.string(), z.strictObject({ title: z.string(), url: z.url({ protocol: /^https?$/ }) })),
})

export type Framework = z.infer<typeof Framework>

export const data = z.strictObject({ asOf: z.iso.date(), frameworks: z.array(Framework) }).parse(json)
