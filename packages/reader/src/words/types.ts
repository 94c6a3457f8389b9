/** What a language brings to the reading of plans: words only, no rule. One file a language; `index.ts` lists them. */
import type { FieldName, ItemKind } from '../plan-document.ts'

/**
 * What a column plays. Besides kinds of items and their fields: `number` (the item's number in a column of its own), `funding`
 * (where the money comes from) and `other` (a known column that holds neither an item nor a field: remarks, risks, target groups).
 */
export type Role = ItemKind | FieldName | 'number' | 'funding' | 'other'

/**
 * Phrases are written as printed; matching folds case, diacritics and punctuation. A `*` at a word's end stands for any ending
 * (`indicateur*`). Longer phrases win over shorter ones, so list the whole expression beside its head word.
 */
export interface LanguageWords {
  /** BCP 47. */
  language: string
  /** Languages that these words serve as well. */
  also?: string[]
  /** Column headers by role. The kinds are also the labels before a number or a colon: 'Pillar 1:', 'Objective 2.1'. */
  roles: Partial<Record<Role, string[]>>
  /** The themes of the agenda, by which a bare heading is known as a pillar. */
  themes: string[]
  /** What stands in a cell that says nothing, besides dashes and blanks. */
  nothing: string[]
  /** First words of a row of sums. */
  total: string[]
  /** 'continued', after the name of a pillar that goes on over a page. */
  continued: string[]
  /** 'and': parts the headers of a column that holds two things. */
  and: string[]
  time: TimeWords
  /** Words after a number: 'million' and its forms. */
  thousand: string[]
  million: string[]
  billion: string[]
  /** Names of currencies as the language writes them; codes and signs are known without. */
  currencies: Record<string, string>
  /** Words by which a line on the title page is known as the plan's title. */
  plan: string[]
  /** Words that a state's or ministry's name begins with. */
  issuer: string[]
  /** Headings of tables of contents, abbreviations, annexes: they are never a pillar. */
  furniture: string[]
  leads: LeadWords
  /** Words in the title of a document that speaks about plans and is none: 'report', 'evaluation', 'guide'. */
  about: string[]
}

/** What the words before a list say of it: 'The Government will:', 'Progress is measured by:', 'In 2023 these were trained:'. */
export interface LeadWords {
  /** Verbs of promises. */
  actions: string[]
  indicators: string[]
  /** Of what has been, of examples, thanks, challenges: nobody promises what follows. They win over the other two. */
  other: string[]
}

export interface TimeWords {
  /** Twelve months, each with its forms. */
  months: string[][]
  /** 'quarter', before or after its number. */
  quarter: string[]
  /** 'half-year', 'semester'. */
  half: string[]
  /** 'by', 'until', 'by the end of': the year after it is an end alone. */
  until: string[]
  /** 'from', 'since': the year after it is a start alone. */
  from: string[]
  /** 'year' and words that only say that a time follows. */
  year: string[]
  /** 'ongoing', 'continuous': no dates. */
  ongoing: string[]
}
