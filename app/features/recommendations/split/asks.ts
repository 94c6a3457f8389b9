/** Whether a paragraph asks for something, and which paragraphs a body wants to hear of before the next report. Pure. */
import { spanOf, type Span } from './by-when.ts'

/** Third persons, so that 'at the request of' asks for nothing. */
const ASKING = [
  String.raw`recommends|urges|calls (?:up)?on|requests|invites|encourages|exhorts|appeals to|reiterates (?:its|the)`,
  String.raw`(?:state party|government|authorities|parties|council) (?:should|must)`,
  String.raw`recommande|recommandent|demande|prie|invite|engage|exhorte|encourage|réitère|appelle|(?:partie|gouvernement|autorités) (?:devrait|devraient|doit|doivent)`,
  String.raw`recomienda|recomiendan|insta|exhorta|pide|solicita|invita|alienta|anima|reitera|(?:parte|gobierno|autoridades) (?:debería|deberían|debe|deben)`,
  String.raw`recomenda|exorta|convida|solicita|incentiva|encoraja`,
  String.raw`рекомендует|рекомендуют|настоятельно|призывает|призывают|просит|предлагает|поощряет|обращается с просьбой|(?:государству|государствам|правительству)(?:-участни\p{L}+)? следует|(?:государство|правительство)(?:-участник)? должн\p{L}+`,
]
const ASKS = new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${ASKING.join('|')})(?![\p{L}\p{M}])`, 'iu')
const ASKS_IN_ARABIC = /(?<![\p{L}\p{M}])و?(?:توصي|يوصي|تحث|تدعو|تطلب|تهيب|تشجع|تكرر|تناشد|ينبغي)(?![\p{L}])/u

export const asks = (text: string): boolean => ASKS.test(text) || ASKS_IN_ARABIC.test(text)

export interface FollowUp {
  within: Span
  /** The paragraphs as they are referred to: '12 (a)', '31'. */
  numbers: string[]
}

/** 'in paragraphs 12 (a) and 27 above': the numbers are between the noun and what ends them. */
const PARAGRAPHS =
  /(?<!\p{L})(?:paragraphe?s?|párrafos?|parágrafos?|пункт(?:ах|ов|ы|а|е)?|(?:ال|لل|بال)?فقر(?:ة|ات|تين))\s+(.*?\d.*?)(?=\s+(?:above|ci-dessus|anteriores|supra|precedentes|acima|выше|أعلاه)|\.\s|\.?$|\s+(?:of the|des?|настоящ\p{L}+|من هذه)\s)/isu

/** 'provide, within two years, written information on the steps taken to implement ... paragraphs 12 (a) and 27 (b) above'. */
export function followUpIn(text: string): FollowUp | null {
  const found = spanOf(text)
  const listed = found && PARAGRAPHS.exec(found.rest)
  return listed ? { within: found.span, numbers: numbersIn(listed[1]!) } : null
}

/** '12 (a) and (b), 27 and 31 (c)' to '12 (a)', '12 (b)', '27', '31 (c)'. */
function numbersIn(text: string): string[] {
  const numbers: string[] = []
  let paragraph = ''
  for (const [, number, letter] of text.matchAll(/(\d{1,3}(?:\.\d{1,3})?)|(?<![\p{L}])\(?([a-zа-яأ-ي])ـ?\)/gu)) {
    if (number) {
      paragraph = number
      numbers.push(number)
    } else if (letter && paragraph) {
      if (numbers.at(-1) === paragraph) numbers.pop()
      numbers.push(`${paragraph} (${letter})`)
    }
  }
  return numbers
}

/** Whether a reference ('27', '27 (b)') means the recommendation with this number. */
export const isMeant = (reference: string, number: string | null): boolean =>
  number !== null && (number === reference || number.startsWith(`${reference} (`))
