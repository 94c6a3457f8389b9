/** Which of Tesseract's models reads which language. Adding one: the package with its data, and its line here. */

export type Script = 'Latin' | 'Cyrillic' | 'Arabic' | 'Georgian' | 'Japanese'

export interface OcrLanguage {
  /** BCP 47. */
  language: string
  script: Script
  /** The part of the package's name after `@tesseract.js-data/`. */
  model: string
}

/** The first of each script reads the lines by which the language is told. */
export const OCR_LANGUAGES: readonly OcrLanguage[] = [
  { language: 'en', script: 'Latin', model: 'eng' },
  { language: 'fr', script: 'Latin', model: 'fra' },
  { language: 'es', script: 'Latin', model: 'spa' },
  { language: 'pt', script: 'Latin', model: 'por' },
  { language: 'sv', script: 'Latin', model: 'swe' },
  { language: 'sq', script: 'Latin', model: 'sqi' },
  { language: 'tr', script: 'Latin', model: 'tur' },
  { language: 'hr', script: 'Latin', model: 'hrv' },
  { language: 'bs', script: 'Latin', model: 'hrv' },
  { language: 'sr', script: 'Latin', model: 'hrv' },
  { language: 'de', script: 'Latin', model: 'deu' },
  { language: 'nl', script: 'Latin', model: 'nld' },
  { language: 'it', script: 'Latin', model: 'ita' },
  { language: 'fi', script: 'Latin', model: 'fin' },
  { language: 'no', script: 'Latin', model: 'nor' },
  { language: 'da', script: 'Latin', model: 'dan' },
  { language: 'uk', script: 'Cyrillic', model: 'ukr' },
  { language: 'sr', script: 'Cyrillic', model: 'srp' },
  { language: 'ar', script: 'Arabic', model: 'ara' },
  { language: 'ka', script: 'Georgian', model: 'kat' },
  { language: 'ja', script: 'Japanese', model: 'jpn' },
]
