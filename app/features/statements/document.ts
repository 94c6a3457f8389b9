/** A statement's text as the report writer's document: as it is frozen, and with those who signed it. Pure. */
import {
  parseMarkup,
  toMarkdown,
  words as text,
  type Block,
  type Inline,
  type ReportDocument,
} from '@open1325/report-writer'
import { createHash } from 'node:crypto'
import { stringify } from 'csv-stringify/sync'
import { guarded } from '../ledger/offers/guard.ts'
import { isLocale, wordsOf, type Words } from '../../platform/languages.ts'
import { clockTime } from '../questionnaires/model.ts'
import { blocksOf } from './absence/blocks.ts'
import type { PutAbsence } from './absence/model.ts'
import { inOrder, type Cosigners, type EditionText, type Statement, type StatementText } from './model.ts'

/** The product's words in the text's language; English where it does not speak it. */
export const wordsIn = (language: string): Words => {
  const [code] = language.split('-')
  return wordsOf(isLocale(code) ? code : 'en')
}

/** @param origin of this installation, for links */
export function documentOf(
  { language, title, addressedTo, text: typed }: Pick<StatementText, 'language' | 'title' | 'addressedTo' | 'text'>,
  absences: readonly PutAbsence[],
  origin: string,
): ReportDocument {
  const words = wordsIn(language)
  const byNumber = new Map(absences.map(one => [one.number, one]))
  const blocks = parseMarkup(typed, number => {
    const put = byNumber.get(number)
    if (!put) return null
    const made = blocksOf(put.found, put.askedAt, words, origin)
    const [first] = made
    return { blocks: made, line: first?.kind === 'paragraph' ? first.text : [] }
  })
  return {
    language,
    title,
    cover: null,
    contents: null,
    notes: words.t('reports.notes'),
    blocks: [...addressOf(addressedTo, words), ...blocks],
    claims: [],
  }
}

/** What was put in, for counting its words while somebody writes around it. */
export const putsOf = (absences: readonly PutAbsence[], language: string, origin: string) =>
  absences.map(({ number, found, askedAt }) => ({
    number,
    blocks: blocksOf(found, askedAt, wordsIn(language), origin),
    url: null,
  }))

/** Whoever writes 'To the members of the Council' has said it: no second 'To' before it. */
function addressOf(addressedTo: string, { t, locale }: Words): Block[] {
  if (!addressedTo) return []
  const to = t('statements.to')
  const isSaid = addressedTo.toLocaleLowerCase(locale).startsWith(`${to.toLocaleLowerCase(locale)} `)
  const label = isSaid ? [] : [text(`${to}: `, { strong: true })]
  return [{ kind: 'paragraph', text: [...label, text(addressedTo)] }]
}

/** The bytes that an edition's digest is of. */
export const wordsToKeep = (texts: readonly EditionText[]): string =>
  texts.map(({ document }) => toMarkdown(document)).join('\n\n---\n\n')

export interface Signed extends Cosigners {
  statement: Statement
  listNote: string
  /** Of the edition. */
  sha256: string
  frozenAt: Date
  number: number
}

/** The text with its co-signers beneath, in alphabetical order of its language. */
export function withSigners(document: ReportDocument, signed: Signed): ReportDocument {
  return { ...document, blocks: [...document.blocks, ...signerBlocks(signed, wordsIn(document.language))] }
}

function signerBlocks(
  { statement, listNote, named, unnamed, sha256, frozenAt, number }: Signed,
  words: Words,
): Block[] {
  const { t, country, locale, date } = words
  const line = (sentence: string): Block => ({ kind: 'paragraph', text: [text(sentence)] })
  const items = inOrder(named, locale).map((one): Inline[] => [
    text(one.name),
    ...(one.country ? [text(` (${country(one.country)})`)] : []),
  ])
  return [
    { kind: 'heading', level: 1, text: t('statements.signers') },
    line(t('statements.signed-by', { count: named.length + unnamed })),
    ...(items.length ? [{ kind: 'list' as const, ordered: false, items }] : []),
    ...(unnamed ? [line(othersIn(words, named.length, unnamed))] : []),
    ...(listNote ? [line(listNote)] : []),
    ...(statement.closesAt && statement.timeZone
      ? [
          line(
            t(statement.state === 'closed' ? 'statements.closed-at' : 'statements.closes-at', {
              time: clockTime(statement.closesAt, statement.timeZone, locale),
            }),
          ),
        ]
      : []),
    line(t('statements.edition-of', { number: String(number), date: date(frozenAt) })),
    line(t('statements.digest', { digest: sha256 })),
  ]
}

/** The list as a table: the same lines as the one that a digest is of, in the alphabetical order of a language. */
export function signersCsv({ named, unnamed }: Cosigners, { locale }: Pick<Words, 'locale'>): string {
  const rows = inOrder(named, locale).map(({ name, country }) => [guarded(name), country])
  const others = unnamed ? [[`not named: ${unnamed}`, '']] : []
  return stringify([['organisation', 'country'], ...rows, ...others], { bom: true, record_delimiter: '\r\n' })
}

/** Whether the list is the one whose digest was published. @param csv `cosignersCsv` */
export const isAsFrozen = ({ state, listSha256 }: Pick<Statement, 'state' | 'listSha256'>, csv: string): boolean =>
  state === 'closed' && createHash('sha256').update(csv).digest('hex') === listSha256

/** 'and 12 others who asked not to be named' */
export const othersIn = ({ t }: Words, named: number, unnamed: number): string =>
  t(named ? 'statements.others' : 'statements.only-others', { count: unnamed })
