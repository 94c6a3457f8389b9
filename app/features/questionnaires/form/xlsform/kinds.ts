/** What the words of an XLSForm's `type` column mean here. */
import type { Choice, InLanguages, QuestionType } from '../model.ts'

const PLAIN: Record<string, QuestionType> = {
  text: 'text',
  string: 'text',
  'phone number': 'text',
  email: 'text',
  url: 'text',
  // What a machine would read can be typed.
  barcode: 'text',
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  datetime: 'date-time',
  note: 'note',
  file: 'file',
  image: 'file',
  photo: 'file',
}

export const METADATA =
  /^(start|end|today|deviceid|device id|subscriberid|subscriber id|simserial|sim id|phonenumber|phone number metadata|username|email metadata|audit|start-geopoint|background-geopoint|background-audio|start time|end time|get .*|imei|uri:.*)$/
/** Of what a device notes by itself, what can be said without it. */
export const A_DAY = /^(today|start|end|start time|end time|get today)$/
export const CALCULATED = /^(calculate|hidden)$/
/** Where somebody is can put her at risk: it is asked for in words. */
export const GEO = /^(geopoint|geotrace|geoshape|gps|location|start-geopoint)$/
export const ACKNOWLEDGE = /^(acknowledge|trigger)$/
export const SOUND = /^(audio|video)( prompt)?$/
export const SELECT =
  /^(?:add )?(select|select[_ ]one|select[_ ]multiple|select1|select all that apply|select[_ ]one[_ ]external|rank)(?: prompt)?(?: from| using)? (\S+)( or[_ ]other| or specify other)?$/i
export const OF_FILE = /^(select[_ ]one|select[_ ]multiple|rank)[_ ]from[_ ]file\b|^(xml|csv)-external$/
/** Its choices are looked up while somebody answers. */
export const SEARCHES = /\bsearch\s*\(/

export const plainKind = (type: string): QuestionType | undefined => PLAIN[type.replace(/^add | prompt$/g, '')]

/** Of the columns of `survey` that are used. */
export const USED = new Set([
  'type',
  'name',
  'label',
  'hint',
  'guidance_hint',
  'required',
  'required_message',
  'relevant',
  'constraint',
  'constraint_message',
  'choice_filter',
  'calculation',
  'read_only',
  'default',
  'repeat_count',
  'appearance',
  'parameters',
  'commitment',
  'indicator',
  'counts_people',
])
/** They are for those who build forms, or for machines; `disabled` and `trigger` are looked at row by row. */
export const OF_NO_MATTER = /^(bind|body|control|instance|rows|\$|kobo--|note|comment|disabled|trigger|save_)/i

const OTHER: Record<string, string> = { en: 'Other', fr: 'Autre', ar: 'أخرى', es: 'Otro', pt: 'Outro' }
const AGREED: Record<string, string> = { en: 'Yes', fr: 'Oui', ar: 'نعم', es: 'Sí', pt: 'Sim' }

const inLanguage = (words: Record<string, string>, language: string): InLanguages => ({
  [language]: words[language] ?? words.en!,
})
export const otherWords = (language: string) => inLanguage(OTHER, language)

/** 'OK' to what is said. */
export const agreement = (language: string): Choice[] => [{ name: 'OK', label: inLanguage(AGREED, language) }]

export interface Range {
  start: number
  end: number
  step: number
}

/** 'start=1;end=10;step=1'; null where it makes no sense. */
export function rangeOf(parameters: string): Range | null {
  const given = Object.fromEntries(
    [...parameters.matchAll(/(\w+)\s*=\s*([-\d.]+)/g)].map(([, name, value]) => [name, Number(value)]),
  )
  const range = { start: 1, end: 10, step: 1, ...given }
  const { start, end, step } = range
  return [start, end, step].every(Number.isFinite) && step > 0 && end > start ? { start, end, step } : null
}

const MOST_STEPS = 12

/** Each step as a choice; null where there are too many to choose from. */
export function stepsOf({ start, end, step }: Range, language: string): Choice[] | null {
  const count = Math.floor((end - start) / step + 1e-9) + 1
  if (count > MOST_STEPS) return null
  return Array.from({ length: count }, (_, n) => String(Number((start + n * step).toFixed(6)))).map(name => ({
    name,
    label: { [language]: name },
  }))
}
