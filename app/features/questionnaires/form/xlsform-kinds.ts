/** What the words of an XLSForm's `type` column mean here. */
import type { Row } from './xlsform-sheets.ts'
import type { Choice, InLanguages, QuestionType } from './model.ts'

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
  /^(start|end|today|deviceid|device id|subscriberid|subscriber id|simserial|sim id|phonenumber|phone number metadata|username|email metadata|audit|start-geopoint|background-audio|start time|end time|get .*|imei|uri:.*)$/
/** Of what a device notes by itself, what can be said without it. */
export const A_DAY = /^(today|start|end|start time|end time|get today)$/
export const CALCULATED = /^(calculate|hidden)$/
/** Where somebody is can put her at risk: it is asked for in words. */
export const GEO = /^(geopoint|geotrace|geoshape|gps|location|start-geopoint)$/
export const ACKNOWLEDGE = /^(acknowledge|trigger)$/
export const SELECT =
  /^(?:add )?(select|select[_ ]one|select[_ ]multiple|select1|select all that apply)(?: prompt)?(?: from| using)? (\S+)( or[_ ]other| or specify other)?$/i
export const OF_FILE = /^(select_one|select_multiple)_from_file\b|^select_one_external\b|^(xml|csv)-external$/

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
])
/** They are for those who build forms, or for machines. */
export const OF_NO_MATTER = /^(bind|body|instance|rows|\$|note|comment|disabled|trigger|save_)/

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

const BEGINS_LOOP = /^begin[_ ]loop over (\S+)$/i

/**
 * A loop asks the same for each choice of a list: its rows once for each, as a group, with the choice's words where %(label)s stands.
 * @param choices of a list, by its name
 */
export function withoutLoops(rows: readonly Row[], choices: (list: string) => Row[]): Row[] {
  const from = rows.findIndex(({ cells }) => BEGINS_LOOP.test(cells.get('type') ?? ''))
  if (from < 0) return [...rows]
  const to = rows.findIndex(({ cells }, n) => n > from && /^end[_ ]loop/i.test(cells.get('type') ?? ''))
  const list = choices(rows[from]!.cells.get('type')!.match(BEGINS_LOOP)![1]!)
  if (to < 0 || !list.length) return [...rows]
  const { line, cells } = rows[from]!
  const inner = rows.slice(from + 1, to)
  const names = inner.flatMap(row => row.cells.get('name') ?? [])
  const groups = list.flatMap(choice => {
    const own = choice.cells.get('name') ?? choice.cells.get('value') ?? ''
    const label = [...choice.cells].filter(([column]) => column.split('::')[0] === 'label')
    const filled = (row: Row): Row => ({
      line: row.line,
      cells: new Map(
        [...row.cells].map(([column, text]) => {
          const language = column.split('::')[1]
          const words = label.find(([name]) => name.split('::')[1] === language)?.[1] ?? label[0]?.[1] ?? own
          const said = text
            .replaceAll('%(label)s', words)
            .replaceAll('%(name)s', own)
            .replace(/\$\{\s*([\w.-]+)\s*\}/g, (whole, name: string) =>
              names.includes(name) ? `\${${own}_${name}}` : whole,
            )
          return [column, column === 'name' ? `${own}_${said}` : said]
        }),
      ),
    })
    const begin = new Map([
      ...cells,
      ...label,
      ['type', 'begin group'],
      ['name', `${cells.get('name') ?? 'loop'}_${own}`],
    ])
    return [
      { line, cells: begin },
      ...inner.map(filled),
      { line: rows[to]!.line, cells: new Map([['type', 'end group']]) },
    ]
  })
  return withoutLoops([...rows.slice(0, from), ...groups, ...rows.slice(to + 1)], choices)
}
