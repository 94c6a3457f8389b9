/** Cells of tables that hold nothing but a number from one to four and count people, as their column, row, caption or question says. */
import type { Piece, TextDocument } from '../document.ts'
import { textOf } from '../document.ts'

const SHARE =
  /%|٪|(?<!\p{L})(?:share|rate|ratio|percent\p{L}*|proportion|part|taux|pourcentage|porcentaje|tasa|proporción)(?!\p{L})|дол[яи]|процент|частк|نسبة|معدل/iu

/** What a number counts where it says 'women' as well: 'women’s offices', 'budget for women'. The languages' words together. */
const STEMS = [
  'budget|monetary|fund|millions?|organi[sz]ation|association|network|meeting|training|workshop|resolution|recommendation',
  'argent|coût|bureau|politique|projet|programme|refuge|foyer|groupe|réseau|réunion|formation|atelier|résolution|recommandation|école|hôpita',
  'presupuesto|dinero|oficina|política|proyecto|programa|centro|refugio|organizaci|asociaci|reuni|formaci|capacitaci|taller|resoluci|recomendaci|informe|escuela',
  'бюджет|деньг|фонд|стоимост|млн|миллион|офис|отдел|бюро|закон|план|проект|программ|центр|приют|организаци|групп|встреч|обучени|тренинг|резолюц|рекомендац|отч[её]т|школ|больниц|уровень|квартал|месяц|недел',
  'грош|вартіст|мільйон|офіс|відділ|проєкт|програм|притул|організац|груп|мереж|зустріч|тренінг|навчан|звіт|лікарн|рівень|місяць|тижден',
  'ميزاني|موازن|أموال|صندوق|كلفة|تكلفة|مليون|مكتب|مكاتب|قانون|قوانين|خطة|خطط|سياس|مشروع|مشاريع|برنامج|برامج|مركز|مراكز|ملج|منظم|جمعي|شبك|اجتماع|تدريب|ورش|قرار|توصي|تقرير|مدرس|مستشف|مستوى|شهر|أسبوع',
]
const WHOLE =
  'costs?|money|euros?|dollars?|offices?|laws?|plans?|polic(?:y|ies)|projects?|programm?es?|cent(?:re|er)s?|shelters?|groups?|sessions?|reports?|events?|visits?|hospitals?|schools?|stations?|units?|desks?|rank|level|score|stage|quarter|month|week|day|no|nr|fonds|lois?|rapports?|rang|niveau|trimestre|mois|semaine|jour|fondos?|cost[eo]s?|ley(?:es)?|plan(?:es)?|grupos?|redes|red|nivel|mes|semana|día|день'
const THINGS = new RegExp(`(?<!\\p{L})(?:(?:ال)?(?:${STEMS.join('|')})|(?:${WHOLE})(?!\\p{L}))|[#№]`, 'iu')

/** 'Number of', 'how many'. */
const HOW_MANY =
  "(?:number|count|total)s? of|how many|nombre (?:total )?d(?:e |es |[’'])|combien d(?:e |es |[’'])|n[úu]mero (?:total )?de|total de|cu[áa]nt[oa]s|(?:число|сколько|количество|численность|скільки|кількість|чисельність)|(?:كم )?عدد|كم"
const NUMBER = /number|count|nombre|n[úu]mero|число|количество|кількість|عدد/iu

/** Bodies near to where people live, where a post does not mean that everybody knows who has it. */
const LOCAL = /(?:council|committee|conseil|comit[ée]|consejo|комитет|совет|комітет|рад[аиі]|مجلس|مجالس|لجن)\p{L}*/iu

export interface CellCues {
  /** Parts of patterns: words for people, and words that do not stand between a number and what it counts. */
  people: string
  little: string
  few: string
  /** People at the head of a column or a row. */
  head: RegExp
  /** Of heads together, and of those that count: people in posts, to whom nothing was done. */
  isKnownToAll: (sentence: string, heads: string) => boolean
}

/** The cells, in the text's order. */
export function fewPeopleCells(document: TextDocument, pieces: readonly Piece[], cues: CellCues): Piece[] {
  const { head, few, isKnownToAll } = cues
  const counting = countingOf(cues)
  const counts = (text: string | undefined): boolean => text !== undefined && head.test(text) && !SHARE.test(text)
  const fewAlone = new RegExp(`^\\s*${few}\\s*$`, 'u')
  const cells = pieces.filter(({ kind, path }) => kind === 'table' && path.at(-1) !== -2)
  const at = new Map(cells.map(({ path, text }) => [path.join(), text]))
  const told = new Map<string, string | null>()
  return cells.filter(({ path, text }) => {
    const [row, column] = path.slice(-2) as [number, number]
    if (row === -1 || !fewAlone.test(text)) return false
    const table = path.slice(0, -2)
    const above = at.get([...table, -1, column].join())
    const beside = column === 0 ? undefined : at.get([...table, row, 0].join())
    const heads = [above, beside].filter(counts).join(' ')
    if (heads !== '') return !isKnownToAll([above, beside].join(' '), heads)
    if ([above, beside].some(one => one && (SHARE.test(one) || THINGS.test(one)))) return false
    const isLabel = column === 0 && at.has([...table, row, 1].join())
    if (isLabel) return false
    const key = table.join()
    if (!told.has(key)) told.set(key, aboutPeople(document, table, at, counting))
    const about = told.get(key)
    if (!about || (SHARE.test(about) && !NUMBER.test(above ?? ''))) return false
    return LOCAL.test(about) || !isKnownToAll([about, above, beside].join(' '), about)
  })
}

/** Whether a line says that people are counted below it: it asks how many, or begins with them. */
function countingOf({ people, little }: CellCues): (line: string) => boolean {
  const word = `(?!(?:${little})(?!\\p{L}))[\\p{L}-]+`
  const counted = `(?:${word}\\s){0,2}?(?<!\\p{L})(?:ال)?${people}(?![\\p{L}’'-])(?:\\s${word})?`
  const asks = new RegExp(`(?<!\\p{L})(?:${HOW_MANY})\\s*${counted}`, 'giu')
  const begins = new RegExp(
    `^[^\\p{L}]*(?:[\\p{L}\\d.]{1,8}:\\s*)?(?:${word}\\s)?(?:ال)?${people}(?![\\p{L}’',-])(?:\\s${word})?`,
    'iu',
  )
  return line => {
    const found = [...[...line.matchAll(asks)].map(([hit]) => hit), ...(begins.exec(line) ?? [])]
    return found.some(hit => !THINGS.test(hit))
  }
}

/** The line that says so: the caption, a question in the first row, else the sentence or the heading before the table; null: none does. */
function aboutPeople(
  { blocks }: TextDocument,
  table: readonly number[],
  at: ReadonlyMap<string, string>,
  counting: (line: string) => boolean,
): string | null {
  const inside = blocksAt(blocks, table)
  const place = table.at(-1)!
  const block = inside[place]
  const caption = block?.kind === 'table' && block.caption ? textOf(block.caption) : ''
  const first = [...at].filter(([key]) => key.startsWith(`${[...table, 0].join()},`)).map(([, text]) => text)
  const lines = [caption, ...first.filter(text => /[?؟]\s*$/u.test(text))]
  if (!/\p{L}{2,}\P{L}+\p{L}{2,}\P{L}+\p{L}{2,}/u.test(caption)) lines.push(...before(inside, place))
  return lines.find(line => line && counting(line)) ?? null
}

/** The last sentence before a table, and the heading above it. */
function before(blocks: TextDocument['blocks'], table: number): string[] {
  const above = blocks.slice(0, table).filter(({ kind }) => kind !== 'image' && kind !== 'footnote')
  const last = above.at(-1)
  const heading = above.findLast(({ kind }) => kind === 'heading')
  const sentence =
    last?.kind === 'paragraph'
      ? (textOf(last.text)
          .trim()
          .split(/(?<=[.!?؟])\s/u)
          .at(-1) ?? '')
      : ''
  return [sentence, heading?.kind === 'heading' ? textOf(heading.text) : '']
}

function blocksAt(blocks: TextDocument['blocks'], table: readonly number[]): TextDocument['blocks'] {
  return table.slice(0, -1).reduce<TextDocument['blocks']>((inside, n) => {
    const block = inside[n]
    return block?.kind === 'annex' ? block.blocks : inside
  }, blocks)
}
