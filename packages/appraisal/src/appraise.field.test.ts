/** Appraisals of whole plans, each finding checked by hand against the plan's own pages. */
import { existsSync, readFileSync } from 'node:fs'
import type { PlanDocument, Reading } from '@open1325/reader'
import { readPlan } from '@open1325/reader'
import { describe, expect, test } from 'vitest'
import type { Appraisal, Finding } from './appraisal.ts'
import { appraise } from './appraise.ts'
import { namesCivilSociety } from './civil-society.ts'
import { squeeze } from './text/fold.ts'
import { xray } from './xray.ts'

const PLANS = new URL('../../../../shared/eval/dev/', import.meta.url)

function truth(name: string): PlanDocument {
  return JSON.parse(readFileSync(new URL(`${name}.truth.json`, PLANS), 'utf8')) as PlanDocument
}

/** The items as a person set them down, with the text of the pages as the reader gives it. */
async function plan(name: string): Promise<Reading> {
  const { pages } = await readPlan(readFileSync(new URL(`${name}.pdf`, PLANS)), { name })
  return { document: truth(name), pages }
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
  test('the second plan of the DR Congo', async () => {
    const reading = await plan('cod-nap2')
    const appraisal = appraise(reading, { asOf: '2026-11-21' })
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
    expect(strayQuotes(reading, appraisal)).toEqual([])
    expect(of(appraisal, 'responsible-body')?.counts).toEqual({ of: 37, have: 37 })
    expect(of(appraisal, 'earmarked-funds')?.counts).toEqual({ of: 37, have: 0 })
    expect(of(appraisal, 'reporting-routine')?.quotes.map(({ page }) => page)).toEqual([21])
    expect(of(appraisal, 'review-clause')?.quotes.map(({ page }) => page)).toEqual([22])
    // The preface and the chapter on method both say it; which one is quoted depends on how well their lost spaces are found again.
    expect([5, 9]).toContain(of(appraisal, 'civil-society-drafting')?.quotes[0]?.page)
    expect(namesCivilSociety(reading.document)).toMatchObject({ of: 37, have: 36 })
    expect(xray(reading.document).rows.map(({ cells }) => cells.filter(Boolean).length)).toEqual([37, 0, 0, 37, 0, 0])
  })

  test('a Spanish plan whose money is that of each institution', async () => {
    const reading = await plan('es-tabs')
    const appraisal = appraise(reading, { asOf: '2026-11-21' })
    expect(answers(appraisal)).toMatchObject({
      indicators: 'partly none',
      'earmarked-funds': 'partly denied-in-part',
      timeframe: 'yes all',
      'reporting-routine': 'yes stated',
      'review-clause': 'yes stated',
      'coordination-mechanism': 'yes stated',
      'civil-society-drafting': 'yes stated',
      'civil-society-implementation': 'no none',
      'civil-society-monitoring': 'not-found nothing',
      validity: 'yes in-force',
    })
    expect(strayQuotes(reading, appraisal)).toEqual([])
  })

  test.each([
    ['en-ruled', { of: 34, have: 25, baseline: 25, target: 34 }, { of: 28, have: 28 }],
    ['pt-docx', { of: 19, have: 19, baseline: 19, target: 19 }, { of: 22, have: 20 }],
  ])('what the rows of %s state is counted right', (name, indicators, costed) => {
    const appraisal = appraise({ document: truth(name), pages: [] }, { asOf: '2026-11-21' })
    expect(of(appraisal, 'indicators')?.how.params).toMatchObject(indicators)
    expect(of(appraisal, 'earmarked-funds')?.counts).toEqual(costed)
  })
})
