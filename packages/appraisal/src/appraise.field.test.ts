/** Appraisals of whole plans, each finding checked by hand against the plan's own pages. */
import { existsSync, readFileSync } from 'node:fs'
import type { PlanDocument, Reading } from '@open1325/reader'
import { readPlan } from '@open1325/reader'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Appraisal, Finding } from './appraisal.ts'
import { appraise } from './appraise.ts'
import { namesCivilSociety } from './civil-society.ts'
import { squeeze } from './text/fold.ts'
import { xray } from './xray.ts'

const PLANS = new URL('../../../../shared/eval/dev/', import.meta.url)

/** The items as a person set them down, with the text of the pages as the reader gives it. */
async function plan(name: string, extension: string): Promise<Reading> {
  const document = JSON.parse(readFileSync(new URL(`${name}.truth.json`, PLANS), 'utf8')) as PlanDocument
  const { pages } = await readPlan(readFileSync(new URL(`${name}.${extension}`, PLANS)), { name })
  return { document, pages }
}

function answers({ findings }: Appraisal): Record<string, string> {
  return Object.fromEntries(
    findings.map(({ criterion, answer, how }) => [criterion, `${answer} ${how.code.split('.')[1]}`]),
  )
}

function of(appraisal: Appraisal, criterion: string): Finding | undefined {
  return appraisal.findings.find(finding => finding.criterion === criterion)
}

/** Every quote of the text stands on the page that it names. (Items are cited as the person set them down.) */
function strayQuotes({ document, pages }: Reading, { findings }: Appraisal): string[] {
  const cited = new Set(
    document.items.flatMap(item => [item, ...Object.values(item.fields)]).flatMap(({ cites }) => cites),
  )
  const onPage = (page: number | null): string => squeeze(pages.find(({ number }) => number === page)?.text ?? '')
  return findings
    .flatMap(({ quotes, states }) => [...quotes, ...Object.values(states ?? {}).flatMap(state => state.quotes)])
    .filter(cite => !cited.has(cite) && !onPage(cite.page).includes(squeeze(cite.quote)))
    .map(({ quote }) => quote)
}

describe.skipIf(!existsSync(PLANS))('plans of the field', () => {
  const appraisals: Record<string, { reading: Reading; appraisal: Appraisal }> = {}

  beforeAll(async () => {
    const files = { 'cod-nap2': 'pdf', 'en-ruled': 'pdf', 'es-tabs': 'pdf', 'pt-docx': 'docx' }
    for (const [name, extension] of Object.entries(files)) {
      const reading = await plan(name, extension)
      appraisals[name] = { reading, appraisal: appraise(reading, { asOf: '2026-11-21' }) }
    }
  }, 60_000)

  const get = (name: string): { reading: Reading; appraisal: Appraisal } => {
    const found = appraisals[name]
    if (!found) throw new Error(name)
    return found
  }

  test('the second plan of the DR Congo', () => {
    const { reading, appraisal } = get('cod-nap2')
    expect(answers(appraisal)).toEqual({
      'clear-objectives': 'yes all',
      indicators: 'partly none',
      'earmarked-funds': 'partly source-only',
      'responsible-body': 'yes all',
      timeframe: 'no none',
      'reporting-routine': 'yes stated',
      'review-clause': 'yes stated',
      'coordination-mechanism': 'yes stated',
      'civil-society-drafting': 'yes stated',
      'civil-society-implementation': 'yes some',
      'civil-society-monitoring': 'partly hinted',
      validity: 'no expired',
    })
    expect(of(appraisal, 'responsible-body')?.counts).toEqual({ of: 37, have: 37 })
    expect(of(appraisal, 'earmarked-funds')?.counts).toEqual({ of: 37, have: 0 })
    expect(of(appraisal, 'reporting-routine')?.quotes.map(({ page }) => page)).toEqual([21])
    expect(of(appraisal, 'review-clause')?.quotes.map(({ page }) => page)).toEqual([22])
    expect(of(appraisal, 'civil-society-drafting')?.quotes[0]?.page).toBe(5)
    expect(namesCivilSociety(reading.document)).toMatchObject({ of: 37, have: 36 })
    expect(xray(reading.document).rows.map(({ cells }) => cells.filter(Boolean).length)).toEqual([37, 0, 0, 37, 0, 0])
  })

  test('an English plan with costs, baselines and a review', () => {
    const { appraisal } = get('en-ruled')
    expect(answers(appraisal)).toMatchObject({
      indicators: 'partly some',
      'earmarked-funds': 'yes amount-and-source',
      timeframe: 'yes all',
      'reporting-routine': 'yes stated',
      'review-clause': 'yes stated',
      'coordination-mechanism': 'yes stated',
      'civil-society-drafting': 'partly hinted',
      'civil-society-monitoring': 'not-found nothing',
      validity: 'yes in-force',
    })
    expect(of(appraisal, 'indicators')?.how.params).toMatchObject({ of: 34, baseline: 25, target: 34 })
  })

  test('a Spanish plan whose money is that of each institution', () => {
    expect(answers(get('es-tabs').appraisal)).toMatchObject({
      'earmarked-funds': 'partly denied-in-part',
      'reporting-routine': 'yes stated',
      'review-clause': 'yes stated',
      'coordination-mechanism': 'yes stated',
      'civil-society-drafting': 'yes stated',
      'civil-society-implementation': 'no none',
    })
  })

  test('a Portuguese plan without pages', () => {
    expect(answers(get('pt-docx').appraisal)).toMatchObject({
      indicators: 'yes all',
      'earmarked-funds': 'partly amount-and-source',
      'reporting-routine': 'yes stated',
      'review-clause': 'yes stated',
      'civil-society-drafting': 'yes stated',
    })
  })

  test.each(['cod-nap2', 'en-ruled', 'es-tabs', 'pt-docx'])(
    'every quote from the text of %s stands on its page',
    name => {
      const { reading, appraisal } = get(name)
      expect(strayQuotes(reading, appraisal)).toEqual([])
    },
  )
})
