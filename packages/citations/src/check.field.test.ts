/** Real reports and real resolutions, where they are at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readParagraphs, readPlan } from '../../reader/src/index.ts'
import { checkCitations, LIBRARY, type OfficialText } from './index.ts'

const shared = join(import.meta.dirname, '../../../../shared')

async function found(path: string) {
  const { pages } = await readPlan(readFileSync(join(shared, path)), { name: path })
  const findings = checkCitations(pages.map(({ number, text }) => ({ page: number, text })))
  return findings.map(({ page, kind, suggestion }) => `page ${page}, ${kind}: ${suggestion}`)
}

describe.skipIf(!existsSync(join(shared, 'data/reports')))('what governments print', () => {
  test('the country report of 2022 calls its own secretariat 1235', async () => {
    expect(await found('data/reports/RAPPORT_PAYS_2022.pdf')).toEqual(['page 2, number: 1325 (2000)'])
  })

  test('the report to the African Union speaks of a PAN 325', async () => {
    expect(await found('data/reports/Rapport_RDC_UA.pdf')).toEqual(['page 10, number: 1325 (2000)'])
  })

  test('the report on twenty years cites nothing wrongly', async () => {
    expect(await found('data/reports/Rapport-pays-20-ans-1325-2021.pdf')).toEqual([])
  })

  test('the second national plan has wrong meetings, a wrong year, two meetings left blank, and 1860 for 1960', async () => {
    expect(await found('eval/dev/cod-nap2.pdf')).toEqual([
      'page 8, meeting: S/PV.4213',
      'page 10, number: 1960 (2010)',
      'page 31, meeting: S/PV.4213',
      'page 31, year: 1820 (2008)',
      'page 31, meeting: S/PV.5916',
      'page 31, meeting-missing: S/PV.6195',
      'page 31, meeting-missing: S/PV.6196',
      'page 31, meeting: S/PV.6453',
    ])
  })
})

const OFFICIAL = ['1325', '1820', '1888', '1889', '1960', '2106', '2122'].map(number => `S_RES_${number}.txt`)

describe.skipIf(!existsSync(join(shared, 'data/resolutions')))('the official texts', () => {
  test.each([...OFFICIAL, 'S_RES_1325_fr.pdf'])('%s gives no false alarm', async name => {
    expect(await found(`data/resolutions/${name}`)).toEqual([])
  })

  test('quoted words are found in the paragraph where they stand, of every paragraph of every text', async () => {
    const officialTexts = await Promise.all(OFFICIAL.map(officialText))
    const facts = { ...LIBRARY, officialTexts }
    for (const { resolution, paragraphs } of officialTexts)
      for (const { number, text } of paragraphs) {
        const quote = text.replace(/["“”]/g, '').split(/\s+/).slice(0, 14).join(' ')
        const cited = (n: number) =>
          checkCitations([{ page: 1, text: `Paragraph ${n} of resolution ${resolution} “${quote}”.` }], facts)
        expect(cited(number).filter(({ kind }) => kind.startsWith('words'))).toEqual([])
        const other = number === 1 ? 2 : 1
        const alike = paragraphs.find(paragraph => paragraph.number === other)!.text.includes(quote)
        if (!alike) expect(cited(other).map(({ kind }) => kind)).toContain('words-elsewhere')
      }
  })
})

async function officialText(name: string): Promise<OfficialText> {
  const bytes = readFileSync(join(shared, 'data/resolutions', name))
  const read = await readParagraphs(bytes, { name })
  const paragraphs = read.map(({ number, text, sub }) => ({
    number: Number(number),
    text: [text, ...sub.map(part => part.text)].join(' '),
  }))
  return { resolution: Number(name.slice(6, 10)), language: 'en', paragraphs }
}
