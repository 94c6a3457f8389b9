/** The resolutions on women, peace and security: library/resolutions.json, checked, each fact with the source that it rests on. Pure. */
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import json from '../../../library/resolutions.json' with { type: 'json' }

const InLanguages = z.strictObject({ en: z.string().min(1), fr: z.string().min(1), ar: z.string().min(1) })

/** A value, and which of the resolution's sources says so. null: not known. */
const fact = <T extends z.ZodType>(value: T) => z.strictObject({ value: value.nullable(), source: z.string() })

const Source = z.strictObject({ title: z.string().min(1), url: z.url({ protocol: /^https?$/ }) })

const Resolution = z
  .strictObject({
    number: z.int().positive(),
    symbol: z.string(),
    link: z.url({ protocol: /^https$/ }),
    adopted: z.strictObject({ value: z.iso.date(), source: z.string() }),
    meeting: fact(z.string()),
    pressRelease: fact(z.string()),
    vote: fact(z.strictObject({ for: z.int().min(0), against: z.int().min(0), abstaining: z.int().min(0) })),
    operativeParagraphs: fact(z.int().positive()),
    themes: z.strictObject({ value: z.array(z.string()), source: z.string() }),
    related: z.array(
      z.strictObject({ title: z.string(), link: z.url({ protocol: /^https$/ }), why: InLanguages, source: z.string() }),
    ),
    /** What others print wrongly. */
    notes: z.array(z.strictObject({ text: InLanguages, source: z.string() })),
    /** Our own words, with the operative paragraphs in brackets. */
    summary: z.strictObject({ text: InLanguages, source: z.string() }),
    sources: z.record(z.string(), Source),
  })
  .superRefine((resolution, context) => {
    const { adopted, meeting, pressRelease, vote, operativeParagraphs, themes, related, notes, summary } = resolution
    for (const { source } of [
      adopted,
      meeting,
      pressRelease,
      vote,
      operativeParagraphs,
      themes,
      summary,
      ...related,
      ...notes,
    ])
      if (!resolution.sources[source])
        context.addIssue({ code: 'custom', message: `resolution ${resolution.number} has no source “${source}”` })
  })

const Library = z.strictObject({
  asOf: z.iso.date(),
  themes: z.record(z.string(), InLanguages),
  resolutions: z.array(Resolution),
})

export type ResolutionsLibrary = z.infer<typeof Library>
export type Resolution = z.infer<typeof Resolution>
export type Source = z.infer<typeof Source>

/** @throws ZodError naming what is wrong */
export const readResolutions = (data: unknown): ResolutionsLibrary => Library.parse(data)

/** In the order of their adoption. */
export const library = readResolutions(json)

/** The source of a fact; every fact names one that is there. */
export const sourceOf = (resolution: Resolution, name: string): Source => resolution.sources[name]!

export const pathTo = ({ number }: Pick<Resolution, 'number'>): string => `/resolutions/${number}`

export const yearOf = (resolution: Resolution): string => resolution.adopted.value.slice(0, 4)

/** One row for each resolution, the same columns in every language. */
export function toCsv({ resolutions, themes }: ResolutionsLibrary): string {
  const rows = resolutions.map(resolution => ({
    number: resolution.number,
    symbol: resolution.symbol,
    adopted: resolution.adopted.value,
    meeting: resolution.meeting.value,
    press_release: resolution.pressRelease.value,
    votes_for: resolution.vote.value?.for,
    votes_against: resolution.vote.value?.against,
    votes_abstaining: resolution.vote.value?.abstaining,
    operative_paragraphs: resolution.operativeParagraphs.value,
    themes: resolution.themes.value.map(theme => themes[theme]?.en ?? theme).join('; '),
    link: resolution.link,
    summary_en: resolution.summary.text.en,
    summary_fr: resolution.summary.text.fr,
    summary_ar: resolution.summary.text.ar,
    sources: Object.values(resolution.sources)
      .map(({ url }) => url)
      .join(' '),
  }))
  // The mark lets spreadsheets read French and Arabic as UTF-8.
  return stringify(rows, { header: true, bom: true })
}
