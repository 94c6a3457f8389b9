/** An edition of the criteria: data, so that adding a criterion or a language's words touches no code. */
import * as z from 'zod'
import first from '../../../library/criteria/2026-1.json' with { type: 'json' }
import ar from '../../../library/criteria/2026-1.words/ar.json' with { type: 'json' }
import bs from '../../../library/criteria/2026-1.words/bs.json' with { type: 'json' }
import en from '../../../library/criteria/2026-1.words/en.json' with { type: 'json' }
import es from '../../../library/criteria/2026-1.words/es.json' with { type: 'json' }
import fr from '../../../library/criteria/2026-1.words/fr.json' with { type: 'json' }
import pt from '../../../library/criteria/2026-1.words/pt.json' with { type: 'json' }
import sq from '../../../library/criteria/2026-1.words/sq.json' with { type: 'json' }
import sv from '../../../library/criteria/2026-1.words/sv.json' with { type: 'json' }
import tr from '../../../library/criteria/2026-1.words/tr.json' with { type: 'json' }
import uk from '../../../library/criteria/2026-1.words/uk.json' with { type: 'json' }
import { MONEY_STATES } from './appraisal.ts'

const inThreeLanguages = z.strictObject({ en: z.string().min(1), fr: z.string().min(1), ar: z.string().min(1) })

/** What the words of a group have in common; `except` names groups of false friends: a hit inside one of theirs is none. */
const group = z.strictObject({ meaning: z.string().min(1), except: z.array(z.string()).optional() })

/**
 * One language's words, by group: { "report": ["report", "annual report*"] }. '*' stands for any ending; case, diacritics, Arabic
 * letter forms and joined particles do not count.
 */
const wordsOfLanguage = z.record(z.string(), z.array(z.string().min(2)).min(1))

/**
 * Sets of groups; a sentence answers a set when it holds a word of each of its groups near each other. 'heading:G' is met by a
 * heading (or a containing item) above the sentence, 'near:G' also by one of the two sentences before it; '!G' asks that the
 * sentence has no word of G; 'amount' is a number with a currency.
 */
const sets = z.array(z.array(z.string()).min(1))
const search = z.strictObject({
  /** Enough for 'yes'. */
  strong: sets,
  /** Enough for 'partly'. */
  weak: sets,
  /** A sentence with a word of these groups is no evidence, unless it names the plan. */
  never: z.array(z.string()).optional(),
  /** Like the other sets, with a negation right before the word of the first group: the plan's own 'no'. */
  denied: sets.optional(),
  /** Sentences that speak of this plan beside a former one count; those that speak of a former one alone never do. */
  besideFormer: z.literal(true).optional(),
})

const ask = z.discriminatedUnion('kind', [
  /** Search the text. */
  z.strictObject({ kind: z.literal('text'), search }),
  /**
   * Count rows: those of `of` that state all of `fields`. `bare: 'partly'` where the rows' being there is itself half an answer.
   * `search` is asked of the text where the plan has no such rows.
   */
  z.strictObject({
    kind: z.literal('rows'),
    of: z.enum(['measures', 'indicators']),
    fields: z
      .array(z.enum(['responsible', 'partners', 'timeframe', 'budget', 'baseline', 'target', 'verification']))
      .min(1),
    bare: z.literal('partly').optional(),
    search,
  }),
  /** Objectives as rows, and measures that stand under one. */
  z.strictObject({ kind: z.literal('objectives'), search }),
  /** Measures that name civil society as responsible or partner; `enough` is the share from which the answer is 'yes'. */
  z.strictObject({ kind: z.literal('civil-society'), enough: z.number().gt(0).max(1), search }),
  /** The five states of money; 'costed' counts rows and needs no words. */
  z.strictObject({
    kind: z.literal('money'),
    states: z.strictObject({ mentioned: search, total: search, source: search, disbursed: search }),
    earmarked: search,
  }),
  /** The plan's period against the day of the appraisal. */
  z.strictObject({ kind: z.literal('validity') }),
])

const criterion = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: inThreeLanguages,
  question: inThreeLanguages,
  sources: z.array(z.strictObject({ title: z.string().min(1), url: z.url() })).min(1),
  ask,
})

const editionSchema = z
  .strictObject({
    edition: z.string(),
    groups: z.record(z.string(), group),
    /** By language, BCP 47 primary tag. */
    words: z.record(z.string(), wordsOfLanguage),
    criteria: z.array(criterion).min(1),
  })
  .superRefine((edition, context) => {
    const known = (used: string, where: string): void => {
      const name = used.replace(/^(?:heading:|near:|!)/, '')
      if (name !== 'amount' && !edition.groups[name])
        context.addIssue({ code: 'custom', message: `${where} names the word group '${name}', which does not exist` })
    }
    for (const [name, { except = [] }] of Object.entries(edition.groups)) for (const other of except) known(other, name)
    for (const [language, words] of Object.entries(edition.words))
      for (const name of Object.keys(words)) known(name, `words in '${language}'`)
    for (const { id, ask: asked } of edition.criteria)
      for (const one of searchesOf(asked))
        for (const used of [
          ...one.strong.flat(),
          ...one.weak.flat(),
          ...(one.never ?? []),
          ...(one.denied ?? []).flat(),
        ])
          known(used, id)
  })

export type Edition = z.infer<typeof editionSchema>
export type Criterion = Edition['criteria'][number]
export type Ask = Criterion['ask']
export type AskOf<Kind extends Ask['kind']> = Extract<Ask, { kind: Kind }>
export type SearchRule = z.infer<typeof search>

function searchesOf(asked: z.infer<typeof ask>): SearchRule[] {
  if (asked.kind === 'validity') return []
  if (asked.kind !== 'money') return [asked.search]
  return [...MONEY_STATES.flatMap(state => (state === 'costed' ? [] : [asked.states[state]])), asked.earmarked]
}

/** Checks an edition read from JSON. @throws ZodError that names the place where it departs from the format. */
export function readEdition(json: unknown): Edition {
  return editionSchema.parse(json)
}

/** The edition used where none is given. */
export const EDITION: Edition = readEdition({ ...first, words: { ar, bs, en, es, fr, pt, sq, sv, tr, uk } })
