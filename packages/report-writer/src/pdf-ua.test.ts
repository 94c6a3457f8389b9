/** The PDF is held to what a machine can check of PDF/UA-1, by the numbers of the Matterhorn Protocol. */
import { expect, test } from 'vitest'
import { toPdf } from './index.ts'
import { arabicReport, englishReport } from './testing.ts'
import { failuresOf } from './testing-pdf-ua.ts'

const AT = new Date('2026-01-01')

test.each([
  ['English', englishReport],
  ['Arabic', arabicReport],
] as const)('a report in %s with tables, a chart, footnotes and links fails in nothing', async (_, report) => {
  expect(await failuresOf(await toPdf(report(), AT))).toEqual([])
})

test.each([
  ['/Marked true', '/Marked null', '06-001'],
  ['/DisplayDocTitle true', '/DisplayDocTitle null', '07-001'],
  ['/Lang (en)', '/Lamg (en)', '11-006'],
  ['/Alt (', '/Alx (', '13-004'],
  ['/Scope /Column', '/Scoqe /Column', '15-003'],
  ['/S /LBody', '/S /LXody', '09-005'],
  ['/S /H2', '/S /H5', '14-003'],
  ['/Tabs /S', '/Tabs /R', '28-009'],
  ['/StructParents ', '/StrvctParents ', '01-005'],
  ['/ToUnicode ', '/ToUnicodf ', '31-027'],
  ['/FontFile', '/FontFilf', '31-009'],
  ['<pdfuaid:part>1', '<pdfuaid:part>7', '06-002'],
])('a file with %s made %s fails in it', async (is, made, point) => {
  const bytes = Buffer.from(await toPdf(englishReport(), AT))
  const broken = Buffer.from(bytes.toString('latin1').replaceAll(is, made), 'latin1')
  expect((await failuresOf(new Uint8Array(broken))).join('\n')).toContain(point)
})
