/** Whether a paragraph asks for something, and which paragraphs a body wants to hear of before the next report. Pure. */

/** Third persons, so that 'at the request of' asks for nothing. */
const ASKING = [
  String.raw`recommends|urges|calls (?:up)?on|requests|invites|encourages|exhorts|appeals to|reiterates (?:its|the)`,
  String.raw`(?:state party|government|authorities|parties|council) (?:should|must)`,
  String.raw`recommande|recommandent|demande|prie|invite|engage|exhorte|encourage|réitère|appelle|(?:partie|gouvernement|autorités) (?:devrait|devraient|doit|doivent)`,
  String.raw`recomienda|recomiendan|insta|exhorta|pide|solicita|invita|alienta|anima|reitera|(?:parte|gobierno|autoridades) (?:debería|deberían|debe|deben)`,
  String.raw`recomenda|exorta|convida|solicita|incentiva|encoraja`,
]
const ASKS = new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${ASKING.join('|')})(?![\p{L}\p{M}])`, 'iu')
const ASKS_IN_ARABIC = /(?<![\p{L}\p{M}])و?(?:توصي|يوصي|تحث|تدعو|تطلب|تهيب|تشجع|تكرر|تناشد|ينبغي)(?![\p{L}])/u

export const asks = (text: string): boolean => ASKS.test(text) || ASKS_IN_ARABIC.test(text)

export interface FollowUp {
  years: number
  /** The paragraphs as they are referred to: '12 (a)', '31'. */
  numbers: string[]
}

const COUNTS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  un: 1,
  deux: 2,
  trois: 3,
  dos: 2,
  tres: 3,
}
const FOLLOW_UPS = [
  /within (one|two|three|\d) years?\b(.*?)\bparagraphs?\s+(.*?\d.*?)(?=\s+above|\.\s|\.?$|\s+of the)/isu,
  /délai d(?:e |’|')(un|deux|trois|\d) ans?\b(.*?)\bparagraphes?\s+(.*?\d.*?)(?=\s+ci-dessus|\.\s|\.?$|\s+des? )/isu,
  /plazo de (un|dos|tres|\d) años?\b(.*?)\bpárrafos?\s+(.*?\d.*?)(?=\s+(?:anteriores|supra|precedentes)|\.\s|\.?$|\s+de )/isu,
]

/** So much of a paragraph is looked at: enough for one, whoever sends it. */
const LONGEST = 5000

/** 'provide, within two years, written information on the steps taken to implement ... paragraphs 12 (a) and 27 (b) above'. */
export function followUpIn(text: string): FollowUp | null {
  const line = text.slice(0, LONGEST).replace(/\s+/gu, ' ')
  for (const pattern of FOLLOW_UPS) {
    const found = pattern.exec(line)
    const years = found ? (COUNTS[found[1]!.toLowerCase()] ?? Number(found[1])) : 0
    if (found && years) return { years, numbers: numbersIn(found[3]!) }
  }
  return null
}

/** '12 (a) and (b), 27 and 31 (c)' to '12 (a)', '12 (b)', '27', '31 (c)'. */
function numbersIn(text: string): string[] {
  const numbers: string[] = []
  let paragraph = ''
  for (const [, number, letter] of text.matchAll(/(\d{1,3}(?:\.\d{1,3})?)|(?<![\p{L}])\(?([a-z])\)/gu)) {
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
