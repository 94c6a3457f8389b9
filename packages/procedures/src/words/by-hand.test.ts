/** Five submissions with a cover, a text, a table, a footnote and an annex, counted by hand with a finger on the page, each part apart. */
import { expect, test } from 'vitest'
import { ruleOf } from '../../../../library/bodies.ts'
import type { Block, Part, TextDocument } from '../document.ts'
import { countWords } from './count.ts'

interface Counted {
  language: string
  cover: [string, string]
  heading: string
  paragraph: string
  points: [string, string]
  table: { header: [string, string]; row: [string, string] }
  footnote: string
  annex: [title: string, text: string]
  /** Counted by hand. */
  hand: Record<Part, number>
}

const COUNTED: Counted[] = [
  {
    language: 'en',
    cover: ['Alternative report', 'Women of the Valley'], // 2 + 4
    heading: 'Article 7: public life', // 4
    paragraph: 'In 2025 women held 14 of 150 seats – fewer than one in ten – and nobody’s report says why.', // 18
    points: ['Cost each action.', 'Report to Parliament.'], // 3 + 3
    table: { header: ['Year', 'Seats'], row: ['2025', '14'] }, // 4
    footnote: 'Register of Parliament, p. 12.', // 5
    annex: ['Questions', 'What was promised, and when?'], // 1 + 5
    hand: { cover: 6, text: 28, tables: 4, footnotes: 5, annexes: 6 },
  },
  {
    language: 'fr',
    cover: ['Rapport alternatif', 'Femmes de la vallée'], // 2 + 4
    heading: 'Article 7 : vie publique', // 4: the colon that stands apart is no word
    // En 2025, les femmes n’occupaient (5) que 14 des 150 sièges (10) ; aujourd’hui, « la parité » reste un (15) mot (16)
    paragraph: 'En 2025, les femmes n’occupaient que 14 des 150 sièges ; aujourd’hui, « la parité » reste un mot.',
    points: ['Chiffrer chaque action.', 'Rendre compte au Parlement.'], // 3 + 4
    table: { header: ['Année', 'Sièges'], row: ['2025', '14'] }, // 4
    footnote: 'Registre de l’Assemblée, p. 12.', // 5
    annex: ['Questions', 'Qu’a-t-on promis, et quand ?'], // 1 + 4
    hand: { cover: 6, text: 27, tables: 4, footnotes: 5, annexes: 5 },
  },
  {
    language: 'es',
    cover: ['Informe alternativo', 'Mujeres del valle'], // 2 + 3
    heading: 'Artículo 7: vida pública', // 4
    // ¿Quién ocupa los escaños? En (5) 2025 las mujeres tenían 14 (10) de 150 —menos del 10 (15) %—, y nadie explica por qué (20)
    paragraph:
      '¿Quién ocupa los escaños? En 2025 las mujeres tenían 14 de 150 —menos del 10 %—, y nadie explica por qué.',
    points: ['Costear cada acción.', 'Informar al Congreso.'], // 3 + 3
    table: { header: ['Año', 'Escaños'], row: ['2025', '14'] }, // 4
    footnote: 'Registro del Congreso, pág. 12.', // 5
    annex: ['Preguntas', '¿Qué se prometió, y cuándo?'], // 1 + 5
    hand: { cover: 5, text: 30, tables: 4, footnotes: 5, annexes: 6 },
  },
  {
    language: 'ar',
    cover: ['تقرير بديل', 'شبكة نساء الوادي'], // 2 + 3
    heading: 'المادة 7: الحياة العامة', // 4
    // شغلت النساء في عام 2025 (5) ما عدده 14 مقعدًا من (10) أصل 150، ولم يقل أحد (15) لماذا (16)
    paragraph: 'شغلت النساء في عام 2025 ما عدده 14 مقعدًا من أصل 150، ولم يقل أحد لماذا.',
    points: ['حساب كلفة كل نشاط.', 'إبلاغ البرلمان كل عام.'], // 4 + 4
    table: { header: ['السنة', 'المقاعد'], row: ['2025', '14'] }, // 4
    footnote: 'سجل مجلس النواب، ص. 12.', // 5
    annex: ['الأسئلة', 'بماذا وُعدنا، ومتى؟'], // 1 + 3
    hand: { cover: 5, text: 28, tables: 4, footnotes: 5, annexes: 4 },
  },
  {
    language: 'ru',
    cover: ['Альтернативный доклад', 'Женщины долины'], // 2 + 2
    heading: 'Статья 7: общественная жизнь', // 4
    // В 2025 году женщины занимали (5) 14 из 150 мест — меньше (10) одного из десяти, — и никто (15) не объяснил почему (18)
    paragraph: 'В 2025 году женщины занимали 14 из 150 мест — меньше одного из десяти, — и никто не объяснил почему.',
    points: ['Указать стоимость каждого действия.', 'Отчитываться перед парламентом.'], // 4 + 3
    table: { header: ['Год', 'Места'], row: ['2025', '14'] }, // 4
    footnote: 'Реестр парламента, с. 12.', // 4
    annex: ['Вопросы', 'Что было обещано и когда?'], // 1 + 5
    hand: { cover: 4, text: 29, tables: 4, footnotes: 4, annexes: 6 },
  },
]

const documentOf = ({ language, cover, heading, paragraph, points, table, footnote, annex }: Counted): TextDocument => {
  const [title, inside] = annex
  const blocks: Block[] = [
    { kind: 'cover', lines: cover },
    { kind: 'heading', level: 1, text: heading },
    { kind: 'paragraph', text: paragraph, number: '12.' },
    { kind: 'footnote', text: footnote },
    { kind: 'list', ordered: true, items: points },
    { kind: 'table', header: table.header, rows: [table.row] },
    { kind: 'image', alternative: heading },
    { kind: 'annex', title, holds: 'own-text', blocks: [{ kind: 'paragraph', text: inside }] },
  ]
  return { language, blocks }
}

test.each(COUNTED)('each part of a submission in $language has the words that a hand counts', counted => {
  expect(countWords(documentOf(counted)).parts).toEqual(counted.hand)
})

test.each(COUNTED)('by each body’s own rule a submission in $language has the words that a hand counts', counted => {
  const { text, tables, footnotes, cover, annexes } = counted.hand
  const all = text + tables + footnotes + cover + annexes
  const by = (rule: string) => countWords(documentOf(counted), ruleOf(rule).counting)
  // CEDAW counts footnotes and says nothing of the cover, of tables and of annexes: at the least the text with its notes, to be safe all.
  expect(by('cedaw-session-2021')).toMatchObject({ words: all, least: text + footnotes })
  // The Universal Periodic Review leaves the cover page out.
  expect(by('upr-stakeholder-2011').words).toBe(all - cover)
  // The Commission on the Status of Women puts a cover page of its own of about a hundred words in place of ours.
  expect(by('csw-written-2014').words).toBe(all - cover + 100)
})
