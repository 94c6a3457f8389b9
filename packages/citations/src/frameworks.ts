/** Related frameworks that are cited wrongly: the principles of NATO's policy, the numbering of the Beijing Platform. */
import type { Found } from './found.ts'
import { sentenceAround, type Page } from './page.ts'

const NATO = /(?<!\p{L})(?:nato|otan|нато)(?!\p{L})|الناتو|حلف شمال الاطلسي/gu
const PRINCIPLES = /princip|prinsipp|grundsatz|مبادي|مبادئ|принцип/u
/** Three things in a row: 'integration, inclusiveness and integrity'. */
const THREE = /(\p{L}+)\s*,\s*(\p{L}+)\s*,?\s*(?:and|et|y|e|och|und|та|&)\s+(?:(?:l'|la|de|d')\s*)?(\p{L}+)/u

/** Source of the three: library/frameworks.json, 'nato-policy-2018'. */
export function checkNatoPrinciples(page: Page): Found[] {
  const seen = new Set<number>()
  return [...page.folded.text.matchAll(NATO)].flatMap((match): Found[] => {
    const sentence = sentenceAround(page, match.index)
    const three = THREE.exec(sentence.text)
    if (!three || seen.has(sentence.start) || !PRINCIPLES.test(sentence.text)) return []
    const named = three.slice(1)
    const has = (stem: RegExp) => named.filter(word => stem.test(word)).length
    const [integration, inclusion, integrity] = [has(/^integra[ct]/u), has(/^inclusi/u), has(/^integri/u)]
    if (integration + inclusion + integrity < 2 || (integration && inclusion && integrity)) return []
    seen.add(sentence.start)
    const start = sentence.start + three.index
    return [
      { kind: 'nato-principles', severity: 'error', start, end: start + three[0].length, resolution: null, params: {} },
    ]
  })
}

const BEIJING = /beijing|pekin|بيجين|بيجينغ|пекін|peking/gu
const OBJECTIVE =
  /(?<![\p{L}\d.])e\.\s?([123])(?!\d)[^.;]{0,80}?(?:paragraphs?|paras?\.?|paragraphes?|parrafos?|¶+|пункт\p{L}*|فقر\p{L}*|الفقر\p{L}*)\s*(\d{3})(?:\s*(?:[-–,]|to|and|a|et|y)\s*(\d{3}))?/u

/** Objective E.2 stands at 143-145; E.1 at 144 and E.3 at 146-147 are numbers of the text that was negotiated in 1995. */
export function checkBeijing(page: Page): Found[] {
  const seen = new Set<number>()
  return [...page.folded.text.matchAll(BEIJING)].flatMap((match): Found[] => {
    const sentence = sentenceAround(page, match.index)
    const cited = OBJECTIVE.exec(sentence.text)
    if (!cited || seen.has(sentence.start)) return []
    seen.add(sentence.start)
    const [objective, first, last] = [Number(cited[1]), Number(cited[2]), Number(cited[3] ?? cited[2])]
    const wrong =
      (objective === 1 && first <= 144 && last >= 144) ||
      (objective === 2 && (first < 143 || last > 145)) ||
      (objective === 3 && first >= 146 && last <= 147)
    if (!wrong) return []
    const start = sentence.start + cited.index
    const said = first === last ? String(first) : `${first}–${last}`
    return [
      {
        kind: 'beijing',
        severity: 'error',
        start,
        end: start + cited[0].length,
        resolution: null,
        params: { objective, said },
      },
    ]
  })
}
