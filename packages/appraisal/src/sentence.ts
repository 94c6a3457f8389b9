/** A finding in words: ICU messages from library/criteria/sentences, one file for each language. */
import { IntlMessageFormat } from 'intl-messageformat'
import ar from '../../../library/criteria/sentences/ar.json' with { type: 'json' }
import en from '../../../library/criteria/sentences/en.json' with { type: 'json' }
import fr from '../../../library/criteria/sentences/fr.json' with { type: 'json' }
import type { Answer, Finding } from './appraisal.ts'

interface Sentences {
  answers: Record<Answer, string>
  quotation: string[]
  findings: Record<string, string>
}

const SENTENCES: Record<string, Sentences> = { en, fr, ar }

/** Western digits everywhere, as they stand in the quotes. */
const NUMBERS: Record<string, string> = { ar: 'ar-u-nu-latn' }

/** A sentence names at most this many of the words that were sought. */
const WORDS_SHOWN = 5

/** The answer in words. A language without its own file is answered in English. */
export function answerWord(answer: Answer, locale: string): string {
  return languageOf(locale).sentences.answers[answer]
}

/**
 * Why the answer is what it is, in one or two sentences. A code without words of its own ('my-criterion.stated') takes those of its
 * last part ('stated'). @throws Error where neither exists.
 */
export function sentence(finding: Finding, locale: string): string {
  const { language, sentences } = languageOf(locale)
  const code = finding.how.code
  const message = sentences.findings[code] ?? sentences.findings[code.slice(code.indexOf('.') + 1)]
  if (message === undefined) throw new Error(`no sentence for '${code}' in ${language}`)
  return format(message, NUMBERS[language] ?? language, {
    ...finding.how.params,
    pages: finding.search?.pages ?? 0,
    words: wordList(finding.search?.words ?? [], sentences.quotation),
  })
}

function languageOf(locale: string): { language: string; sentences: Sentences } {
  const language = locale.toLowerCase().split('-')[0] ?? ''
  const sentences = SENTENCES[language]
  return sentences ? { language, sentences } : { language: 'en', sentences: en }
}

function wordList(words: string[], [open = '', close = '', comma = ', ']: string[]): string {
  return words
    .slice(0, WORDS_SHOWN)
    .map(word => `${open}${word}${close}`)
    .join(comma)
}

const formats = new Map<string, IntlMessageFormat>()

function format(message: string, locale: string, values: Record<string, string | number>): string {
  const key = `${locale}\n${message}`
  let compiled = formats.get(key)
  if (!compiled) formats.set(key, (compiled = new IntlMessageFormat(message, locale)))
  return String(compiled.format(values))
}
