/** What is said of a resolution's adoption: year, date, symbol, meeting, vote. */
import { agrees, dateAt, type SaidDate } from './dates.ts'
import { factsOf, type Facts, type ResolutionFacts } from './facts.ts'
import type { Found } from './found.ts'
import type { Mention } from './mentions.ts'
import { isAfterOtherDocument, sentenceAround, type Page } from './page.ts'
import { ADOPTED, ASSEMBLY, COUNCIL, MEETING, SUBJECT } from './words.ts'

const ADOPTED_HERE = new RegExp(ADOPTED, 'u')
const SUBJECT_BEHIND = new RegExp(String.raw`^[^.;\d]{0,30}${SUBJECT}`, 'u')
const NUMBER_OF_MEETING = String.raw`(\d{3,5})\s?(?:\.?(?:st|nd|rd|th|eme|e|a|:e|°|-?(?:го|му|те|е|м)))?\.?,?\s*${MEETING}`
const MEETINGS = new RegExp(
  String.raw`${NUMBER_OF_MEETING}|s\s?\/\s?pv\s?\.\s?(\d{3,5})|جلس\p{L}+\s+(?:رقم\s+)?(\d{3,5})`,
  'gu',
)
/** 'at its th meeting', 'à sa e séance': the number was to be filled in. */
const MEETING_WITHOUT_NUMBER = new RegExp(
  String.raw`(?<!\p{L})(?:at its|a sa|en su|na sua)\s+(?:th|st|eme|e|a|[._…]{2,}\s?(?:th|e|eme)?),?\s*${MEETING}`,
  'u',
)
const UNANIMOUS = /unanim|enhallig|enstammig|بال[ا]?جماع|одноголосн|единогласн|einstimmig/u
const NOT_UNANIMOUS = /(?:not|pas|no|nao|inte|non|ليس|не)\s+(?:\p{L}+\s+){0,3}(?:unanim|بال)/u
const IN_FAVOUR = /(?<!\d)(\d{1,2})\s+(?:votes?|voix|votos)(?!\p{L})|(?<!\d)(\d{1,2})\s+in favou?r/u
const ABSTAINING =
  /(?<!\d)(\d{1,2}|one|two|three|four|deux|trois|une|dos|tres|duas)\s+(?:members? |membres? |countries |pays )?(?:abst|s'abst|se abst)/u
const SMALL: Record<string, number> = {
  one: 1,
  une: 1,
  two: 2,
  deux: 2,
  dos: 2,
  duas: 2,
  three: 3,
  trois: 3,
  tres: 3,
  four: 4,
}

export function checkAdoption(page: Page, facts: Facts): Found[] {
  return page.mentions.flatMap(mention => {
    const resolution = factsOf(facts, mention.number)
    if (!resolution || mention.kind === 'label') return []
    if (mention.otherBody) return ofTheAssembly(page, mention, resolution)
    return [
      ...(mention.year !== null ? yearInBrackets(page, mention, resolution) : dateSaid(page, mention, resolution)),
      ...aloneInSentence(page, mention, resolution, facts),
    ]
  })
}

/** 'General Assembly resolution 1325 (2000)': the number is known, the body is wrong. */
function ofTheAssembly(page: Page, mention: Mention, resolution: ResolutionFacts): Found[] {
  const { text } = page.folded
  const around = text.slice(Math.max(0, mention.start - 60), mention.end + 60)
  const meant = mention.year === resolution.year || SUBJECT_BEHIND.test(text.slice(mention.end, mention.end + 90))
  if (!meant || !ASSEMBLY.test(around)) return []
  return [about('body', mention, resolution, mention.behind, { number: resolution.number })]
}

function yearInBrackets(page: Page, mention: Mention, resolution: ResolutionFacts): Found[] {
  const { year } = mention
  if (year === null || year === resolution.year) return []
  // 'the plan for resolution 1325 (2018)': the year is the plan's.
  if (Math.abs(year - resolution.year) > 3 && isAfterOtherDocument(page, mention.start)) return []
  const kind = mention.kind === 'symbol' ? 'symbol' : 'year'
  return [about(kind, mention, resolution, mention.behind, params(resolution, String(year)))]
}

function dateSaid(page: Page, mention: Mention, resolution: ResolutionFacts): Found[] {
  const said = dateBehind(page.folded.text, mention) ?? dateBefore(page, mention)
  if (!said || agrees(said.date, resolution.adopted) || !belongs(page, mention, said, resolution)) return []
  const kind = said.date.year === resolution.year ? 'date' : 'year'
  const parts = [said.date.year, said.date.month, said.date.day].filter(part => part !== null)
  const iso = parts.map(part => String(part).padStart(2, '0')).join('-')
  const words = kind === 'year' ? String(said.date.year) : iso
  return [about(kind, mention, resolution, Math.max(said.date.end, mention.behind), params(resolution, words))]
}

interface Said {
  date: SaidDate
  /** It is the Council that did something on that day. */
  council: boolean
  adopted: boolean
  inBrackets: boolean
}

const WORD = /[\p{L}\p{M}'°]+/uy
const GAP = /[\s,:"“”«»،]*/uy
/** Words that lead from a resolution to its date, without saying more than that. */
const LEADS_TO_DATE = new Set(
  `adopted passed approved of on in from at the its by un united nations security council unanimously women woman peace and which was dated
  adoptee adopte adoptes prise votee approuvee par le la les du de des en conseil securite nations unies date datee a sa unanimite sur femmes
  femme paix et qui ete l' l adoptada aprobada por el consejo seguridad del fecha mujeres mujer paz y sobre las adotada aprovada pelo em
  conselho seguranca mulheres e do da antagen antogs av fran den sakerhetsradet om kvinnor fred och sakerhet ухвалена прииняте прииняти прииняв
  прииняла ухвалив від от року про жінки мир та безпеку безпека ради безпеки оон принятая الصادر المعتمد المتخذ الموءرخ المورخ في بتاريخ عام
  لعام سنه لسنه المراه والسلام والامن والسلم بشان المتعلق مجلس الامن الدولي vom verabschiedet am verabschiedete`
    .split(/\s+/)
    .filter(Boolean),
)
const BEFORE_YEAR = new Set([
  'of',
  'from',
  'fran',
  'de',
  'du',
  'del',
  'від',
  'от',
  'عام',
  'لعام',
  'لسنه',
  'سنه',
  'dated',
  'vom',
])
const RANGE_BEHIND = /^\s*(?:[-–—/]\s*\d|(?:to|a|au|until|bis|till|y|and|et)\s+(?:\d{4}))/u

/** '..., adopted by the Council at its 4213th meeting, on 31 October 2000', '(October 2008)', 'du 19 juin 2009', 'of 2008'. */
function dateBehind(text: string, { behind }: Mention): Said | null {
  const said = { council: false, adopted: false, inBrackets: false }
  let at = behind
  let last = ''
  for (let words = 0; words < 18; words++) {
    GAP.lastIndex = at
    at += GAP.exec(text)?.[0].length ?? 0
    if (text[at] === '(' && !said.inBrackets) {
      said.inBrackets = true
      at++
      continue
    }
    const meeting = new RegExp(String.raw`(?:${NUMBER_OF_MEETING}|(?:e|th|eme),?\s*${MEETING})`, 'uy')
    meeting.lastIndex = at
    const skipped = meeting.exec(text)
    if (skipped) {
      said.council = true
      at += skipped[0].length
      continue
    }
    const date = dateAt(text, at)
    if (date) {
      const yearAlone = date.month === null
      if (yearAlone && !said.adopted && !BEFORE_YEAR.has(last)) return null
      if (yearAlone && RANGE_BEHIND.test(text.slice(date.end, date.end + 12))) return null
      return { ...said, date }
    }
    WORD.lastIndex = at
    const word = WORD.exec(text)?.[0]
    if (!word || !LEADS_TO_DATE.has(word)) return null
    if (ADOPTED_HERE.test(word)) said.adopted = true
    if (/council|conseil|consejo|conselho|sakerhetsradet|مجلس|ради/u.test(word)) said.council = true
    last = word
    at += word.length
  }
  return null
}

const ADOPTED_BEFORE = new RegExp(
  String.raw`((?:\d{1,2}(?:er|st|nd|rd|th|°)?\s+|in |en |em |в |у |i |في )[^.;()\d]{0,30}(?:19|20)\d{2}|[\p{L}]+ \d{1,2},? (?:19|20)\d{2})[^.;()\d]{0,60}${COUNCIL}[^.;()\d]{0,40}${ADOPTED}\p{L}*\s+(?:(?:its|the|an?|historic|landmark|la|sa|une|el|su|uma|ال)\s+)*$`,
  'u',
)

/** 'In October 2008 the Security Council adopted resolution 1888'. */
function dateBefore(page: Page, mention: Mention): Said | null {
  const sentence = sentenceAround(page, mention.at)
  const before = page.folded.text.slice(sentence.start, mention.start)
  const match = ADOPTED_BEFORE.exec(before)
  if (!match || mention.list !== mention.start || mention.kind !== 'words') return null
  const from = sentence.start + match.index
  for (let at = from; at < from + match[1]!.length; at++) {
    if (/[\p{L}\p{N}]/u.test(page.folded.text[at - 1] ?? ' ')) continue
    const date = dateAt(page.folded.text, at)
    if (date) return { date, council: true, adopted: true, inBrackets: false }
  }
  return null
}

/** Whether the date is the resolution's and not that of a plan or a report about it. */
function belongs(page: Page, mention: Mention, said: Said, resolution: ResolutionFacts): boolean {
  const { date, council, adopted, inBrackets } = said
  const [, month, day] = resolution.adopted.split('-').map(Number)
  const sameDay = date.day !== null && date.day === day && date.month === month
  const near = Math.abs(date.year - resolution.year) <= 2
  // The same day of another year is an anniversary.
  if (council || (sameDay && (near || adopted))) return true
  if (isAfterOtherDocument(page, mention.start)) return inBrackets && near
  return near
}

/** Meeting and vote are said of one resolution: a sentence that names several is left alone. */
function aloneInSentence(page: Page, mention: Mention, resolution: ResolutionFacts, facts: Facts): Found[] {
  const sentence = sentenceAround(page, mention.at)
  const here = page.mentions.filter(
    other => other.at >= sentence.start && other.at < sentence.end && other.kind !== 'label',
  )
  if (here[0] !== mention || here.some(({ number }) => number !== mention.number)) return []
  if (!ADOPTED_HERE.test(sentence.text)) return []
  const bare = [...sentence.text.matchAll(/(?<!\d)\d{4}(?!\d)/gu)].map(([number]) => Number(number))
  if (bare.some(number => number !== mention.number && factsOf(facts, number))) return []
  return [...meetingSaid(sentence, mention, resolution), ...voteSaid(sentence, mention, resolution)]
}

function meetingSaid(
  sentence: { start: number; text: string },
  mention: Mention,
  resolution: ResolutionFacts,
): Found[] {
  if (!resolution.meeting) return []
  const right = resolution.meeting.replace('S/PV.', '')
  const meetings = [...sentence.text.matchAll(MEETINGS)]
  if (meetings.length === 0 && MEETING_WITHOUT_NUMBER.test(sentence.text))
    return [about('meeting-missing', mention, resolution, mention.behind, { number: resolution.number, right })]
  if (meetings.length !== 1) return []
  const said = meetings[0]!.slice(1).find(Boolean) ?? ''
  if (said === right) return []
  const end = sentence.start + meetings[0]!.index + meetings[0]![0].length
  return [
    about('meeting', mention, resolution, Math.max(end, mention.behind), { number: resolution.number, said, right }),
  ]
}

function voteSaid({ text }: { text: string }, mention: Mention, resolution: ResolutionFacts): Found[] {
  const { vote } = resolution
  if (!vote) return []
  const inFavour = IN_FAVOUR.exec(text)
  const abstaining = ABSTAINING.exec(text)?.[1]
  const saidFor = inFavour ? Number(inFavour[1] ?? inFavour[2]) : null
  const saidAbstaining = abstaining === undefined ? null : (SMALL[abstaining] ?? Number(abstaining))
  const unanimous = UNANIMOUS.test(text) && !NOT_UNANIMOUS.test(text)
  const wrong =
    (unanimous && vote.against + vote.abstaining > 0) ||
    (saidFor !== null && saidFor <= 15 && saidFor !== vote.for) ||
    (saidAbstaining !== null && saidAbstaining !== vote.abstaining)
  if (!wrong) return []
  return [about('vote', mention, resolution, mention.behind, { number: resolution.number, ...vote })]
}

const params = (resolution: ResolutionFacts, said: string) => ({
  number: resolution.number,
  year: resolution.year,
  right: resolution.adopted,
  said,
})

const about = (
  kind: Found['kind'],
  mention: Mention,
  resolution: ResolutionFacts,
  end: number,
  said: Found['params'],
): Found => ({
  kind,
  severity: 'error',
  start: mention.start,
  end,
  resolution: resolution.number,
  params: { year: resolution.year, ...said },
})
