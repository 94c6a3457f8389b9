/** Official texts of resolutions, as members add them. The words are the United Nations'. Pure. */
import type { OfficialText as CheckedText } from '@open1325/citations'
import type { OperativeParagraph } from '@open1325/reader'

/** The official languages of the United Nations. */
export const TEXT_LANGUAGES = ['en', 'fr', 'ar', 'es', 'ru', 'zh'] as const

export const LARGEST_TEXT_MEGABYTES = 20
export const MOST_TEXT_PAGES = 60

export interface TextParagraph {
  number: number
  verb: string | null
  text: string
  parts: { letter: string; text: string }[]
}

export interface OfficialText {
  id: string
  organisationId: string
  organisation: string
  resolution: number
  /** BCP 47. */
  language: string
  fileName: string
  paragraphs: TextParagraph[]
  published: boolean
}

export const asParagraphs = (read: OperativeParagraph[]): TextParagraph[] =>
  read.map(({ number, verb, text, sub }) => ({
    number: Number(number),
    verb,
    text,
    parts: sub.map(part => ({ letter: part.letter, text: part.text })),
  }))

/** One text for each language: that of the asker's own organisation before those that others published. */
export function chosenTexts(texts: OfficialText[], own: string | null): OfficialText[] {
  const order = (text: OfficialText) => TEXT_LANGUAGES.indexOf(text.language as (typeof TEXT_LANGUAGES)[number])
  const sorted = texts.toSorted(
    (a, b) => Number(b.organisationId === own) - Number(a.organisationId === own) || order(a) - order(b),
  )
  return sorted
    .filter((text, i) => sorted.findIndex(({ language }) => language === text.language) === i)
    .toSorted((a, b) => order(a) - order(b))
}

/** For the citation checker. */
export const forChecking = (texts: OfficialText[]): CheckedText[] =>
  texts.map(({ resolution, language, paragraphs }) => ({
    resolution,
    language,
    paragraphs: paragraphs.map(({ number, text, parts }) => ({
      number,
      text: [text, ...parts.map(part => part.text)].join(' '),
    })),
  }))
