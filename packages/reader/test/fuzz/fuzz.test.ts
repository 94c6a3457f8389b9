/**
 * Damaged files of every format, the same each time: each ends with a plan or with a reason, in time. `FUZZ=2000` reads so many of each format,
 * `FUZZ_FROM=500` begins at that seed.
 */
import { strToU8 } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { ukrainianRuled } from '../plans/made/ukrainian-ruled.ts'
import { turkishBorderless } from '../plans/made/turkish-borderless.ts'
import { toDocx } from '../plans/to-docx.ts'
import { toHtml } from '../plans/to-html.ts'
import { toMarkdown } from '../plans/to-markdown.ts'
import { toOdt } from '../plans/to-odt.ts'
import { toPdf } from '../plans/to-pdf.ts'
import { toXlsx } from '../plans/to-xlsx.ts'
import { pdf, ruledTable, textLines } from '../pdf.ts'
import { chances, damagedPage, damagedPdf, damagedZip } from './mutate.ts'
import { ManyReadings } from './reading.ts'

const CASES = Number(process.env.FUZZ ?? 60)
const FROM = Number(process.env.FUZZ_FROM ?? 0)

const markdown = toMarkdown(ukrainianRuled)
const header = ['Objective', 'Action', 'Indicator', 'Responsible', 'Timeframe']
const row = ['Women take part', '• Train judges\n• Train police', 'Number trained', 'Ministry', '2025-2029']
const drawn = pdf([
  ruledTable([40, 150, 280, 400, 480, 560], [100, 130, 190, 250], [header, row, row]),
  [...textLines('Pillar 1: Protection', 50, 60, { bold: true }), ...textLines('An annex\nof two lines', 50, 100)],
])

type Damage = typeof damagedZip
const formats: [name: string, whole: () => Uint8Array | Promise<Uint8Array>, damage: Damage][] = [
  ['PDF', () => toPdf(ukrainianRuled), damagedPdf],
  ['PDF drawn without tags', () => drawn, damagedPdf],
  ['DOCX', () => toDocx(turkishBorderless), damagedZip],
  ['XLSX', () => toXlsx(ukrainianRuled), damagedZip],
  ['ODT', () => toOdt(turkishBorderless), damagedZip],
  ['HTML', () => strToU8(toHtml(ukrainianRuled)), damagedPage],
  ['Markdown', () => strToU8(markdown), damagedPage],
  ['text', () => strToU8(markdown.replace(/[|#*]/g, ' ')), damagedPage],
]

const readings = new ManyReadings()
afterAll(() => readings.close())

for (const [name, whole, damage] of formats)
  test(`${CASES} damaged files (${name}) each end with a plan or a reason`, { timeout: 3_600_000 }, async () => {
    const bytes = await whole()
    expect(await readings.read(bytes)).toHaveProperty('plan')
    const wrong: string[] = []
    for (let seed = FROM; seed < FROM + CASES; seed++) {
      const end = await readings.read(damage(bytes, chances(seed)))
      if ('wrong' in end) wrong.push(`seed ${seed}: ${end.wrong}`)
    }
    expect(wrong).toEqual([])
  })
