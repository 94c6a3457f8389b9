/** Numbers that are no resolution on women, peace and security but are meant to be one: 1235, 2422, 2022 (2013), 'PAN 325'. */
import { agrees, dateAt } from './dates.ts'
import { canBeOf, factsOf, type Facts, type ResolutionFacts } from './facts.ts'
import type { Found } from './found.ts'
import type { Mention } from './mentions.ts'
import { sentenceAround, type Page } from './page.ts'
import { SUBJECT } from './words.ts'

const SUBJECT_HERE = new RegExp(SUBJECT, 'u')
/** '... 2492 (2019) on women, peace and security': the text itself says what kind of resolution it is. */
const SUBJECT_BEHIND = new RegExp(
  String.raw`^[\s,:(]*(?:(?:on|about|sur|sobre|om|pro|про|o|relative a|relativa a|relatif a|بشان|حول|المتعلق ب|عن|the|les|la|las|as|den|theme|agenda)[\s']*)*(?:la |les |las |the |as )?["“«]?\s*${SUBJECT}`,
  'u',
)
const SUBJECT_BEFORE = new RegExp(String.raw`${SUBJECT}\s*["”»]?\s*$`, 'u')
/** 'resolution 1244 on Kosovo': it is about something else. */
const OTHER_SUBJECT =
  /^[\s,(]*(?:on|about|sur|sobre|concerning|concernant|relative (?:a|to)|relativa a|про|بشان|om)\s+\p{L}/u
const WOMEN = /wom[ae]n|gender|femme|genre|mujer|mulher|kvinn|genero|المراه|النساء|жін|гендер/u
/** '325 millions': a number of something. */
const COUNTED = /^\s?(?:%|\$|€|million|milliard|thousand|mil\b|personnes|people|femmes|women|hommes|usd|euros?)/u

/** What the whole text cites: a text about these resolutions is read differently from one that names a number by chance. */
export function knownNumbers(pages: Page[], facts: Facts): Set<number> {
  const known = new Set<number>()
  for (const { mentions } of pages)
    for (const { number, otherBody } of mentions) if (!otherBody && factsOf(facts, number)) known.add(number)
  return known
}

export function checkNumbers(page: Page, facts: Facts, known: Set<number>): Found[] {
  return page.mentions.flatMap(mention => {
    if (mention.otherBody || factsOf(facts, mention.number)) return []
    const found =
      mention.kind === 'label' ? misprintedName(page, mention, facts, known) : misprinted(page, mention, facts, known)
    return found ? [found] : []
  })
}

function misprintedName(page: Page, mention: Mention, facts: Facts, known: Set<number>): Found | null {
  const meant = facts.resolutions.find(({ number }) => number === 1325)
  if (!meant || !known.has(1325) || !isNear(mention.number, meant.number)) return null
  if (COUNTED.test(page.folded.text.slice(mention.end, mention.end + 14))) return null
  return slip(mention, meant, 'error')
}

function misprinted(page: Page, mention: Mention, facts: Facts, known: Set<number>): Found | null {
  const { text } = page.folded
  const near = facts.resolutions.filter(({ number }) => isNear(mention.number, number))
  const called = SUBJECT_BEHIND.test(text.slice(mention.behind, mention.behind + 90)) || calledBefore(text, mention)
  const said = dateBehind(text, mention)
  const sameDay = said?.day ? near.find(({ adopted }) => agrees(said, adopted)) : undefined
  if (sameDay) return slip(mention, sameDay, 'error')
  const year = mention.year ?? said?.year ?? null
  if (facts.standBeside.includes(mention.number) && (year === null || canBeOf(facts, mention.number, year))) {
    // '1325 (2000) and 2476 (2019)': there is such a resolution, but in one breath with these another is more likely meant.
    const meant = near.find(one => one.year === year && isTransposed(mention.number, one.number))
    const together = listedBeside(page, mention, facts) > 0 || besides(page, mention, facts).size >= 2
    return meant && together ? slip(mention, meant, 'check') : null
  }

  const beside = besides(page, mention, facts)
  const absent = near.filter(({ number }) => !beside.has(number))
  if (year !== null) {
    const ofYear = near.filter(candidate => candidate.year === year)
    const ofThatYear = ofYear.find(({ number }) => isTransposed(mention.number, number)) ?? ofYear[0]
    if (ofThatYear && !canBeOf(facts, mention.number, year)) return slip(mention, ofThatYear, 'error')
    if (ofThatYear && (called || (isMisprint(facts, mention.number) && aboutSubject(page, mention))))
      return slip(mention, ofThatYear, 'error')
    // Two figures exchanged in the very year are hardly by chance, nor is a strange one among several of these.
    if (ofThatYear && (isTransposed(mention.number, ofThatYear.number) || listedBeside(page, mention, facts) >= 2))
      return slip(mention, ofThatYear, 'check')
    return called ? notInList(mention, facts) : null
  }

  if (called) return near[0] ? slip(mention, best(near, mention, facts), 'error') : notInList(mention, facts)
  if (absent.length === 0) return null
  const meant = best(absent, mention, facts)
  if (isMisprint(facts, mention.number)) {
    const other = OTHER_SUBJECT.test(text.slice(mention.behind, mention.behind + 40)) && !aboutWomen(page, mention)
    const sure = aboutSubject(page, mention) || beside.size > 0 || (aboutWomen(page, mention) && known.size > 0)
    return sure && !other ? slip(mention, meant, 'error') : null
  }
  const inOneList = page.mentions.some(other => other.list === mention.list && beside.has(other.number))
  if (inOneList && isTransposed(mention.number, meant.number)) return slip(mention, meant, 'check')
  return beside.size >= 2 ? slip(mention, meant, 'check') : null
}

/** One slip of the finger or the eye: another digit, two exchanged, one lost, one doubled. */
export function isNear(printed: number, meant: number): boolean {
  const [a, b] = [String(printed), String(meant)]
  if (a.length === b.length) {
    const wrong = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]))
    const [i = 0, j = 0] = wrong
    return wrong.length === 1 || (wrong.length === 2 && j === i + 1 && a[i] === b[j] && a[j] === b[i])
  }
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a]
  return (
    longer.length === shorter.length + 1 &&
    [...longer].some((_, i) => longer.slice(0, i) + longer.slice(i + 1) === shorter)
  )
}

const isTransposed = (printed: number, meant: number): boolean =>
  String(printed).length === String(meant).length &&
  [...String(printed)].toSorted().join('') === [...String(meant)].toSorted().join('')

/** How many of these are named in one breath with it: '1325 (2000), 1821 (2008) and 1888 (2009)' has two beside 1821. */
const listedBeside = (page: Page, mention: Mention, facts: Facts): number =>
  page.mentions.filter(other => other !== mention && other.list === mention.list && factsOf(facts, other.number)).length

const isMisprint = (facts: Facts, printed: number) => facts.misprints.some(misprint => misprint.printed === printed)

function best(near: ResolutionFacts[], mention: Mention, facts: Facts): ResolutionFacts {
  const meant = facts.misprints.find(({ printed }) => printed === mention.number)?.meant
  const transposed = near.find(({ number }) => isTransposed(mention.number, number))
  return near.find(({ number }) => number === meant) ?? transposed ?? near[0]!
}

/** The known resolutions that the same sentence names. */
function besides(page: Page, mention: Mention, facts: Facts): Set<number> {
  const { start, end } = sentenceAround(page, mention.at)
  const others = page.mentions.filter(
    other =>
      other !== mention && !other.otherBody && ((other.at >= start && other.at < end) || other.list === mention.list),
  )
  return new Set(others.map(({ number }) => number).filter(number => factsOf(facts, number)))
}

const calledBefore = (text: string, { start, kind }: Mention) =>
  kind === 'words' && SUBJECT_BEFORE.test(text.slice(Math.max(0, start - 60), start))

const aboutSubject = (page: Page, { at }: Mention) => SUBJECT_HERE.test(sentenceAround(page, at).text)
const aboutWomen = (page: Page, { at }: Mention) => WOMEN.test(page.folded.text.slice(Math.max(0, at - 400), at + 400))

function dateBehind(text: string, { behind }: Mention) {
  const between = /^[\s,(]*(?:(?:of|du|de|del|from|dated|adopted on|adoptee le|от|від)\s+)*/u.exec(
    text.slice(behind, behind + 30),
  )
  return dateAt(text, behind + (between?.[0].length ?? 0))
}

const slip = (mention: Mention, meant: ResolutionFacts, severity: Found['severity']): Found => ({
  kind: 'number',
  severity,
  start: mention.start,
  end: mention.behind,
  resolution: meant.number,
  params: { said: mention.number, number: meant.number, year: meant.year },
})

const notInList = (mention: Mention, facts: Facts): Found => ({
  kind: 'not-in-list',
  severity: 'check',
  start: mention.start,
  end: mention.behind,
  resolution: null,
  params: { said: mention.number, asOf: facts.asOf },
})
