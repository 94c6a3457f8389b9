/** A few lines of a page read quickly: which way up it stands, in which script and language it is written. */
import { eld } from 'eld/extrasmall'
import type { Engine } from './engine.ts'
import { hasModel } from './engine.ts'
import { OCR_LANGUAGES, type OcrLanguage } from './languages.ts'
import { cropped, type Picture } from './picture.ts'

export interface Sample {
  text: string
  /** The mean of its letters, 0..1. */
  confidence: number
}

/** Pixels: at 200 dots an inch about eight lines of text. */
const HIGH = 360
/** A script whose own reader is so sure needs no comparing. */
const CERTAIN = 0.88
/** Less sure than this, what was read tells nothing. */
const TELLING = 0.5
const LETTERS = 25

/** Reads the fullest part of an upright clean picture. */
export function scout(engine: Engine, picture: Picture, model: string): Sample {
  const reader = engine.open(fullest(picture), model)
  const words = reader.lines('scattered').flatMap(line => line.words)
  reader.close()
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  const sure = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0)
  return { text: words.map(({ text }) => text).join(' '), confidence: letters > 0 ? sure / letters / 100 : 0 }
}

/** The model of the language in which the picture is written; null where it does not tell. */
export async function modelOf(engine: Engine, picture: Picture): Promise<string | null> {
  const scripts = new Map<string, OcrLanguage>()
  for (const language of OCR_LANGUAGES)
    if (!scripts.has(language.script) && hasModel(language.model)) scripts.set(language.script, language)
  let best: { language: OcrLanguage; sample: Sample } | null = null
  for (const language of scripts.values()) {
    const read = scout(engine, picture, language.model)
    const sample = { ...read, confidence: read.confidence * shareOf(language.script, read.text) }
    if (!best || sample.confidence > best.sample.confidence) best = { language, sample }
    if (sample.confidence >= CERTAIN) break
  }
  if (!best || best.sample.confidence < TELLING) return null
  const { language, sample } = best
  if ((sample.text.match(/\p{L}/gu) ?? []).length < LETTERS) return null
  return (languageOf(sample.text, language.script) ?? language).model
}

/** The share of the letters that are of the script: a model may read other letters as well. */
function shareOf(script: OcrLanguage['script'], text: string): number {
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.filter(letter => OF_SCRIPT[script].test(letter)).length / Math.max(1, letters.length)
}

const OF_SCRIPT: Record<OcrLanguage['script'], RegExp> = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Arabic: /\p{Script=Arabic}/u,
  Georgian: /\p{Script=Georgian}/u,
  Japanese: /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u,
}

/** The likeliest of the script's languages. */
function languageOf(text: string, script: string): OcrLanguage | undefined {
  const scores = eld.detect(text).getScores()
  const known = OCR_LANGUAGES.filter(language => language.script === script && hasModel(language.model))
  const score = ({ language }: OcrLanguage) => scores[language] ?? 0
  const winner = known.reduce((a, b) => (score(b) > score(a) ? b : a))
  return score(winner) > 0 ? winner : undefined
}

/** The rows in which ink begins most often. */
function fullest(picture: Picture): Picture {
  const { width, height, data } = picture
  if (height <= HIGH) return picture
  const edges = new Float64Array(height + 1)
  for (let y = 0; y < height; y++) {
    let count = 0
    for (let x = 1; x < width; x++) if (data[y * width + x]! < 128 && data[y * width + x - 1]! >= 128) count++
    edges[y + 1] = edges[y]! + count
  }
  let top = 0
  for (let y = 0; y + HIGH <= height; y += 20)
    if (edges[y + HIGH]! - edges[y]! > edges[top + HIGH]! - edges[top]!) top = y
  return cropped(picture, 0, top, width, top + HIGH)
}
