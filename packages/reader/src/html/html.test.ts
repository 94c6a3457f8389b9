import { expect, test } from 'vitest'
import { madePlans } from '../../test/plans/made/index.ts'
import { scoreOf } from '../../test/plans/score.ts'
import { toHtml } from '../../test/plans/to-html.ts'
import { truthOf } from '../../test/plans/truth.ts'
import type { Block, Table } from '../layout.ts'
import { HTML, mediaTypeOf } from '../media-type.ts'
import { planOf } from '../plan/index.ts'
import { layoutOfHtml } from './index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (body: string) => layoutOfHtml(utf8(`<!doctype html><body>${body}`)).blocks
const cellsOf = (table: Table) =>
  table.cells.map(c => [c.row, c.col, c.rowSpan, c.colSpan, c.lines.map(l => l.text).join('/'), c.at])
const tableIn = (blocks: Block[]): Table => {
  const block = blocks.find(b => b.type === 'table')
  if (block?.type !== 'table') throw new Error('no table')
  return block.table
}
const shape = (body: string) =>
  read(body).map(b =>
    b.type === 'paragraph' ? [b.heading, b.lines[0]!.list ?? null, b.lines.map(l => l.text).join('/')] : 'table',
  )

for (const plan of madePlans)
  test(`${plan.name} as a web page reads back as it was written`, () => {
    const bytes = utf8(toHtml(plan))
    expect(mediaTypeOf(bytes)).toBe(HTML)
    const document = planOf(layoutOfHtml(bytes), { name: plan.name, sha256: '', mediaType: HTML, pages: null })
    const truth = truthOf(plan)
    const score = scoreOf(truth, document)
    expect(Math.min(...Object.values(score)), JSON.stringify(score)).toBeGreaterThanOrEqual(0.95)
    expect([document.title, document.period]).toEqual([truth.title, truth.period])
  })

test('what the site puts around the text is left out', () => {
  const site =
    '<header>site</header><nav>menu</nav><div id="cookie-notice">cookies</div><aside>more</aside><p hidden>no</p><div role="dialog">ask</div><script>x</script><footer>end</footer>'
  expect(shape(`${site}<p>Plan</p>`).map(p => p[2])).toEqual(['Plan'])
  expect(shape(`<p>before</p><main><header><h1>Plan</h1></header>${site}</main>`).map(p => p[2])).toEqual([
    'Plan',
    'site',
  ])
  expect(shape('<p>before</p><article><p>Plan</p></article>').map(p => p[2])).toEqual(['Plan'])
})

test('headings, paragraphs and lists with the markers that a browser shows', () => {
  expect(
    shape(
      '<h2>Pillar</h2>loose<p>one<br>two<sup><a href="#fn1">1</a></sup> &eacute;</p><ol start="3"><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ol><p><b>Lone</b></p>',
    ),
  ).toEqual([
    [2, null, 'Pillar'],
    [null, null, 'loose'],
    [null, null, 'one/two é'],
    [null, { level: 0, marker: '3.' }, 'a'],
    [null, { level: 1, marker: '•' }, 'b'],
    [null, { level: 0, marker: '4.' }, 'c'],
    [6, null, 'Lone'],
  ])
})

test('cells span rows and columns; a table within a cell has its place within it', () => {
  const table = tableIn(
    read(
      '<table><tr><th rowspan=0>a<th colspan=2>b<tr><td>c<td><ul><li>d<li>e</ul><table><tr><td>f<td>g</table></table>',
    ),
  )
  expect(cellsOf(table)).toEqual([
    [0, 0, 2, 1, 'a', 'table 1, row 1, column 1'],
    [0, 1, 1, 2, 'b', 'table 1, row 1, column 2'],
    [1, 1, 1, 1, 'c', 'table 1, row 2, column 2'],
    [1, 2, 1, 1, 'd/e', 'table 1, row 2, column 3'],
  ])
  expect(table.headerRows).toBe(1)
  expect(cellsOf(table.cells[3]!.nested![0]!)[1]).toEqual([
    0,
    1,
    1,
    1,
    'g',
    'table 1, row 2, column 3, table 1, row 1, column 2',
  ])
})

test('the encoding is the one that the page names', () => {
  const bytes = Buffer.concat([
    Buffer.from('<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><p>Plan '),
    Buffer.from([0xc7, 0xe1, 0xce, 0xd8, 0xc9]),
  ])
  expect(layoutOfHtml(bytes).pages[0]!.text).toBe('Plan الخطة')
})

test('a page that nests without end, spans without end or has no text is no trouble', () => {
  expect(shape(`<p>a</p>${'<i>'.repeat(3000)}deep`)).toContainEqual([null, null, 'a'])
  const nested = tableIn(read('<table><tr><td>x'.repeat(200)))
  expect(nested.cells).toHaveLength(1)
  const wide = '<table><tr><td colspan=1000000 rowspan=1000000>a</table>'
  expect(() => read(wide)).toThrow(expect.objectContaining({ code: 'too-large' }))
  expect(layoutOfHtml(utf8('<html></html>')).warnings.map(w => w.code)).toEqual(['no-text'])
})
