import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { madePlans } from '../../test/plans/made/index.ts'
import { scoreOf } from '../../test/plans/score.ts'
import { odt, toOdt } from '../../test/plans/to-odt.ts'
import { truthOf } from '../../test/plans/truth.ts'
import type { Block } from '../layout.ts'
import { mediaTypeOf, ODT } from '../media-type.ts'
import { planOf } from '../plan/index.ts'
import { layoutOfOdt } from './index.ts'

const p = (text: string) => `<text:p>${text}</text:p>`
const tc = (text: string, props = '') => `<table:table-cell ${props}>${text ? p(text) : ''}</table:table-cell>`
const tr = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
const shape = (blocks: Block[]) =>
  blocks.map(b =>
    b.type === 'paragraph'
      ? [b.heading, b.lines[0]!.list ?? null, b.lines.map(l => l.text).join('/')]
      : b.table.cells.map(c => [c.row, c.col, c.rowSpan, c.colSpan, c.lines.map(l => l.text).join('/'), c.at]),
  )
const read = (body: string, styles?: string) => shape(layoutOfOdt(odt(body, styles)).blocks)

for (const plan of madePlans)
  test(`${plan.name} as an OpenDocument text reads back as it was written`, () => {
    const bytes = toOdt(plan)
    expect(mediaTypeOf(bytes)).toBe(ODT)
    const document = planOf(layoutOfOdt(bytes), { name: plan.name, sha256: '', mediaType: ODT, pages: null })
    const truth = truthOf(plan)
    const score = scoreOf(truth, document)
    expect(Math.min(...Object.values(score)), JSON.stringify(score)).toBeGreaterThanOrEqual(0.95)
    expect([document.title, document.period]).toEqual([truth.title, truth.period])
  })

test('struck-out text, footnotes, remarks and contents give no words; blanks and line breaks are kept', () => {
  const body = `<text:tracked-changes><text:changed-region><text:deletion>${p('old')}</text:deletion></text:changed-region></text:tracked-changes>
    <text:table-of-content><text:index-body>${p('Pillar 3')}</text:index-body></text:table-of-content>
    <text:p>Train<text:s text:c="3"/><text:change text:change-id="1"/>250<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('note')}</text:note-body></text:note><office:annotation>${p('why?')}</office:annotation><text:line-break/>women</text:p>`
  expect(read(body)).toEqual([[null, null, 'Train 250/women']])
})

test('merged, covered and repeated cells have the places that a reader sees', () => {
  const body = `<table:table><table:table-header-rows>${tr(tc('a', 'table:number-rows-spanned="2"'), tc('b', 'table:number-columns-spanned="2"'), '<table:covered-table-cell/>')}</table:table-header-rows>${tr('<table:covered-table-cell/>', tc('c', 'table:number-columns-repeated="2"'))}</table:table>`
  expect(read(body)).toEqual([
    [
      [0, 0, 2, 1, 'a', 'table 1, row 1, column 1'],
      [0, 1, 1, 2, 'b', 'table 1, row 1, column 2'],
      [1, 1, 1, 1, 'c', 'table 1, row 2, column 2'],
      [1, 2, 1, 1, 'c', 'table 1, row 2, column 3'],
    ],
  ])
})

test('lists and headings have the numbers that are printed before them', () => {
  const level = (n: number, format: string, suffix: string, more = '') =>
    `text:level="${n}" style:num-format="${format}" style:num-suffix="${suffix}" ${more}`
  const styles = `<office:automatic-styles><text:list-style style:name="L"><text:list-level-style-number ${level(1, '1', '.')}/><text:list-level-style-number ${level(2, 'a', ')')}/></text:list-style><text:outline-style><text:outline-level-style ${level(1, 'I', '.')}/><text:outline-level-style ${level(2, '1', '.', 'text:display-levels="2"')}/></text:outline-style></office:automatic-styles>`
  const item = (...inner: string[]) => `<text:list-item>${inner.join('')}</text:list-item>`
  const list = (name: string, ...items: string[]) => `<text:list ${name}>${items.join('')}</text:list>`
  const body = `<text:h text:outline-level="1">Pillar</text:h><text:h text:outline-level="2">Goal</text:h>
    ${list('text:style-name="L"', item(p('one'), list('', item(p('one a')))), item(p('two')))}
    ${list('text:style-name="L" text:continue-numbering="true"', item(p('three')))}${list('text:style-name="L"', item(p('anew')))}`
  expect(read(body, styles)).toEqual([
    [1, null, 'I. Pillar'],
    [2, null, 'I.1. Goal'],
    [null, { level: 0, marker: '1.' }, 'one'],
    [null, { level: 1, marker: 'a)' }, 'one a'],
    [null, { level: 0, marker: '2.' }, 'two'],
    [null, { level: 0, marker: '3.' }, 'three'],
    [null, { level: 0, marker: '1.' }, 'anew'],
  ])
})

test('a million repeated columns or rows cost nothing where they are empty, and are refused where they are not', () => {
  const million = (what: string) => `table:number-${what}-repeated="1000000"`
  const row = (props: string, ...cells: string[]) => `<table:table-row ${props}>${cells.join('')}</table:table-row>`
  const empty = `<table:table>${tr(tc('a'), tc('b'), tc('', million('columns')))}${row(million('rows'), tc('', million('columns')))}</table:table>`
  expect(read(empty)[0]).toHaveLength(2)
  const tooLarge = expect.objectContaining({ code: 'too-large' })
  expect(() => read(`<table:table>${tr(tc('a', million('columns')))}</table:table>`)).toThrow(tooLarge)
  expect(() => read(`<table:table>${row(million('rows'), tc('a'))}</table:table>`)).toThrow(tooLarge)
})

test('a paragraph is a heading by its style alone, with the number of the list that it stands in', () => {
  const styles = `<office:automatic-styles>
<style:style style:name="Heading_20_1" style:family="paragraph"/><style:style style:name="Own" style:family="paragraph" style:default-outline-level="2"/>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"/>
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>
</office:automatic-styles>`
  const body = `<text:list text:style-name="N"><text:list-item><text:p text:style-name="P1">Participation</text:p></text:list-item></text:list><text:p text:style-name="Own">Women take part</text:p>`
  expect(read(body, styles)).toEqual([
    [1, null, '1 Participation'],
    [2, null, 'Women take part'],
  ])
})

test('a document that is locked, broken or written to hurt is refused with the reason', () => {
  const mimetype = strToU8(ODT)
  const locked = zipSync({
    mimetype,
    'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>'),
    'content.xml': strToU8('x'),
  })
  const refused = (code: string) => expect.objectContaining({ code })
  expect(() => layoutOfOdt(locked)).toThrow(refused('encrypted'))
  expect(() => layoutOfOdt(zipSync({ mimetype, 'content.xml': new Uint8Array(16 << 20) }))).toThrow(refused('zip-bomb'))
  expect(() => layoutOfOdt(zipSync({ mimetype, 'content.xml': strToU8('<a><b') }))).toThrow(refused('broken'))
  expect(() => layoutOfOdt(zipSync({ mimetype, 'styles.xml': strToU8('<a/>') }))).toThrow(refused('not-readable'))
  const deep = '<text:section>'.repeat(2000) + p('x') + '</text:section>'.repeat(2000)
  expect(() => read(p('a') + deep)).toThrow(refused('broken'))
})
