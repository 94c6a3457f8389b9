import { readFileSync } from 'node:fs'
import { EDITION } from '@open1325/appraisal'
import { readPlan } from '@open1325/reader'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { BODIES } from '../../../library/bodies.ts'
import { OUTLINES } from '../../../library/outlines.ts'
import { LANGUAGES, LOCALES, wordsOf, type MessageKey } from '../../platform/languages.ts'
import { testApp } from '../../platform/testing/app.ts'
import { keepActions, say } from '../ledger/testing.ts'
import { keepSet } from '../recommendations/testing.ts'
import { libraryName, REPORT_LANGUAGES, reportLanguage, sessionName, wordsFor } from './languages.ts'
import { beginReport, visitsOf } from './testing.ts'

const { app, services, organisationId, as } = await testApp()
const { database } = services
const editor = await as('editor')
const { get, post } = visitsOf(app, editor)

const OWN = REPORT_LANGUAGES.filter(one => !(LOCALES as readonly string[]).includes(one))
const said = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`languages/${language}.json`, import.meta.url), 'utf8'))

/** Where reports get what they say by themselves. */
const SAYING = [
  'document.ts',
  ...['answers', 'commitments', 'findings', 'indicators', 'progress'].map(name => `sources/${name}.ts`),
  '../recommendations/offers/what-happened.ts',
  '../recommendations/in-words.ts',
  '../statements/absence/blocks.ts',
  '../questionnaires/offers/answers.ts',
]
/** Said elsewhere in those files: ages of recommendations and short forms stand on pages only. */
const ON_PAGES = /^rec\.age\./u

/** Every message that these files name, in quotes or as a pattern of data. */
function asked(): string[] {
  const values = readFileSync(new URL('../indicators/model.ts', import.meta.url), 'utf8')
  const sources = [
    ...SAYING.map(path => readFileSync(new URL(path, import.meta.url), 'utf8')),
    values.slice(values.indexOf('export function valueInWords')).split('\n}\n')[0]!,
  ]
  const keys = Object.keys(LANGUAGES.en)
  return keys.filter(
    key =>
      !ON_PAGES.test(key) &&
      sources.some(
        source =>
          source.includes(`'${key}'`) ||
          [...source.matchAll(/\bt\(\s*`([a-z-]+\.[a-z.-]*\$\{[^`]*)`/gu)].some(([, pattern = '']) =>
            new RegExp(`^${pattern.replace(/\$\{[^}]+\}/gu, '[a-z-]+').replaceAll('.', '\\.')}$`, 'u').test(key),
          ),
      ),
  )
}

test('what reports say by themselves is there in every language that they are written in', () => {
  const wanted = asked()
  expect(wanted.length).toBeGreaterThan(90)
  for (const language of OWN) {
    const keys = Object.keys(said(language))
    expect(
      wanted.filter(key => !keys.includes(key)),
      language,
    ).toEqual([])
    // Nor is anything kept that no report says.
    expect(
      keys.filter(key => !key.startsWith('library.') && !wanted.includes(key)),
      language,
    ).toEqual([])
    expect(keys, language).toEqual(Object.keys(said(OWN[0]!)))
  }
})

test('names of bodies and criteria are there too, and every outline', () => {
  for (const language of OWN) {
    const keys = Object.keys(said(language))
    for (const { id } of BODIES) expect(keys, language).toContain(`library.body.${id}`)
    for (const { id } of EDITION.criteria) expect(keys, language).toContain(`library.criterion.${id}`)
    for (const { sections } of OUTLINES)
      for (const { title, hint } of sections) {
        expect(title[language]).not.toBe(title.en)
        expect(hint[language] === '', title.en).toBe(hint.en === '')
      }
  }
})

test('each message takes what the English one takes, whatever the count', () => {
  const argumentsIn = (message: string) => [...new Set(message.match(/(?<=\{)[a-z]\w*(?=[,}])/giu))].toSorted()
  for (const language of OWN) {
    const words = wordsFor(language)
    for (const [key, message] of Object.entries(said(language)).filter(([key]) => !key.startsWith('library.'))) {
      const names = argumentsIn(LANGUAGES.en[key as MessageKey])
      expect(argumentsIn(message), `${language} ${key}`).toEqual(names)
      for (const n of [0, 1, 2, 5, 21, 1000])
        expect(words.t(key as MessageKey, Object.fromEntries(names.map(name => [name, n])))).not.toContain('{')
    }
  }
})

test('numbers, days, countries and lists are written as the language writes them', () => {
  const [es, ru] = [wordsFor('es-CO'), wordsFor('ru')]
  expect([es.number(12345.5), es.percent(0.47), es.date('2026-11-22')]).toEqual([
    '12.345,5',
    '47\u00a0%',
    '22 de noviembre de 2026',
  ])
  expect([ru.number(12345.5), ru.percent(0.47), ru.date('2026-11-22')]).toEqual([
    '12\u00a0345,5',
    '47\u00a0%',
    '22 ноября 2026\u00a0года',
  ])
  expect([es.country('COD'), ru.country('COD')]).toEqual([
    'República Democrática del Congo',
    'Демократическая Республика Конго',
  ])
  expect(es.list(['a', 'b', 'i'])).toBe('a, b e i')
  expect([es.dir, wordsFor('ar').dir]).toEqual(['ltr', 'rtl'])
  expect([reportLanguage('es-419'), reportLanguage('pt'), wordsFor('pt').t('reports.contents')]).toEqual([
    'es',
    'en',
    'Contents',
  ])
})

test('a session that has a number is named in the report’s language, another one as the library has it', () => {
  const names = { en: '86th session', fr: '86e session', ar: 'الدورة 86' }
  expect(sessionName(wordsFor('es'), names)).toBe('86º período de sesiones')
  expect(sessionName(wordsOf('fr'), names)).toBe('86e session')
  expect(sessionName(wordsFor('ru'), { ...names, en: 'Open debate' })).toBe('Open debate')
  expect(libraryName(wordsOf('fr'), 'body.cedaw', names)).toBe('86e session')
})

test.each([
  [
    'es',
    [
      'Resumen y recomendaciones principales',
      'Presentado por:',
      'Comité para la Eliminación',
      'lo que dice cada voz',
      'Estancado',
      'Estado de',
      'Aceptada',
      'Este informe puede publicarse.',
    ],
  ],
  [
    'ru',
    [
      'Резюме и основные рекомендации',
      'Представлен:',
      'Комитет по ликвидации',
      'что говорит каждая сторона',
      'Остановлено',
      'состояние выполнения',
      'Принята',
      'Настоящий доклад может быть опубликован.',
    ],
  ],
] as const)('a report in %s has that language’s words in all four files', async (language, wanted) => {
  const slug = `plan-${language}`
  const plan = await keepActions(database, organisationId, slug, [{ text: 'A' }, { text: 'B' }], {
    country: 'COL',
    language,
  })
  for (const [voice, status] of [
    ['government', 'done'],
    ['civil-society', 'stalled'],
  ] as const)
    await say(database, { slug, ref: 2, organisationId, voice, status })
  await keepSet(database, organisationId, { slug: `set-${language}`, country: 'COL', adoptedOn: '2019-03-04' }, [
    { number: '7', text: 'C', response: 'accepted' },
  ])
  const { report, sections } = await beginReport(database.owner, post, { language, country: 'COL', title: 'T' })
  await post(`${report}/facts`, { version: '1', title: 'T', language, country: 'COL', mayBePublished: 'yes' })
  const put = (n: number, what: string, source: string, more = {}) =>
    post(`${sections[n]!}/insert?what=${what}`, { version: '1', source, ...more })
  const { rows } = await database.owner.query<{ id: string }>(
    'select id from item where instrument_id = $1 and ref > 1 order by ref',
    [plan],
  )
  const answers = [
    await post(`${sections[0]!}/insert?what=commitments`, {
      version: '1',
      source: rows.map(({ id }) => id),
      as: 'table',
    }),
    await put(1, 'progress', plan),
    await put(2, 'recommendations', 'COL 2019 CEDAW Committee'),
    await put(3, 'silent', 'overdue'),
  ]
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
  const file = async (format: string) =>
    new Uint8Array(await (await app.request(`${report}/draft.${format}`, { headers: editor })).arrayBuffer())
  const plain = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  const docx = unzipSync(await file('docx'))
  const pdf = await file('pdf')
  const texts = {
    docx: plain(docx['word/document.xml']!).replace(/<[^>]+>/gu, ''),
    pdf: (await readPlan(pdf, { name: 'report.pdf' })).pages
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/gu, ' '),
    html: plain(await file('html')).replace(/<\/dt>/gu, ':'),
    md: plain(await file('md')),
  }
  for (const [format, text] of Object.entries(texts)) for (const words of wanted) expect(text, format).toContain(words)
  for (const text of Object.values(texts))
    expect(text).not.toMatch(/Submitted by|Stalled|Contents|Accepted|may be published|Commitment/u)
  expect(texts.html).toContain(`<html lang="${language}" dir="ltr">`)
  expect(plain(docx['word/styles.xml']!)).toContain(`w:val="${language}"`)
  expect(Buffer.from(pdf).toString('latin1')).toMatch(new RegExp(`/Lang ?\\(${language}\\)`, 'u'))
  expect((await get(sections[0]!)).text).toContain(`lang="${language}"`)
})
