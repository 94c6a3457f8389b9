import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { rowsOfCsv, separatorOf } from './csv.ts'
import { sheetsOfJson } from './json.ts'
import { readSheets } from './read.ts'
import { encodingOf } from './text.ts'

const rowsOf = async (bytes: Uint8Array) => (await readSheets(bytes, { name: 'judges.csv' }))[0]!.rows
const bytesOf = (codes: number[]): Uint8Array => Uint8Array.from(codes)

describe('encodings', () => {
  const table = 'Année;Juges\n2021;12\n'

  test('UTF-8 with and without its mark, UTF-16 of both orders', async () => {
    const utf16 = Buffer.from(table, 'utf16le')
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])
    const turned = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])
    for (const bytes of [strToU8(table), strToU8(`\ufeff${table}`), utf16, marked, turned])
      expect(await rowsOf(bytes)).toEqual([
        ['Année', 'Juges'],
        ['2021', '12'],
      ])
  })

  test('Windows-1252: letters with accents stand among plain ones', async () => {
    expect((await rowsOf(Buffer.from(table, 'latin1')))[0]).toEqual(['Année', 'Juges'])
  })

  test('Windows-1256: Arabic letters stand beside each other', async () => {
    // 'السنة;القضاة' in Windows-1256
    const header = [0xc7, 0xe1, 0xd3, 0xe4, 0xc9, 0x3b, 0xc7, 0xe1, 0xde, 0xd6, 0xc7, 0xc9, 0x0a]
    const bytes = bytesOf([...header, ...Buffer.from('2021;12\n')])
    expect(encodingOf(bytes)).toBe('windows-1256')
    expect((await rowsOf(bytes))[0]).toEqual(['السنة', 'القضاة'])
  })

  test('Cyrillic, where a person says so', async () => {
    // 'Рік' in Windows-1251
    const bytes = bytesOf([0xd0, 0xb3, 0xea, ...Buffer.from(',n\n2021,12\n')])
    const [sheet] = await readSheets(bytes, { encoding: 'windows-1251' })
    expect(sheet!.rows[0]).toEqual(['Рік', 'n'])
  })
})

describe('CSV', () => {
  test('quotes keep separators, line ends and quotes', async () => {
    const rows = await rowsOfCsv('a,"b, c","d ""e"""\r\n"two\nlines",1,2\r\n')
    expect(rows).toEqual([
      ['a', 'b, c', 'd "e"'],
      ['two\nlines', '1', '2'],
    ])
  })

  test('a quote in the middle, or never closed, loses nothing', async () => {
    expect(await rowsOfCsv('a,"b" c,d\n')).toEqual([['a', '"b" c', 'd']])
    expect(await rowsOfCsv('5" pipe,2\n"open,3\n')).toEqual([
      ['5" pipe', '2'],
      ['"open', '3'],
    ])
  })

  test('an empty line is a row, so that cells are found again by their place', async () => {
    expect(await rowsOfCsv('a,b\n\n1,2')).toEqual([['a', 'b'], [''], ['1', '2']])
  })

  test.each([
    ['Pays;Part\nMali;9,5\nTchad;12,8\n', ';'],
    ['Country,Share\nMali,9.5\nChad,12.8\n', ','],
    ['Pays\tPart\nMali\t9,5\n', '\t'],
    ['Pays|Part\nMali|9,5\n', '|'],
  ])('%j is parted by %j', (text, separator) => {
    expect(separatorOf(text)).toBe(separator)
  })

  test("Excel's own first line says how it is parted", async () => {
    expect(await rowsOfCsv('sep=;\na,b;c\n')).toEqual([['a,b', 'c']])
  })
})

describe('JSON', () => {
  test('two documents in one file are two tables', () => {
    const sheets = sheetsOfJson('[{"ID":"1","Nom":"Budget"}]\n\n{"_id":{"$oid":"68f4"},"nom":"a \\"}{\\" b"}', 'x')
    expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
      [
        'x 1',
        [
          ['ID', 'Nom'],
          ['1', 'Budget'],
        ],
      ],
      [
        'x 2',
        [
          ['_id', 'nom'],
          ['68f4', 'a "}{" b'],
        ],
      ],
    ])
  })

  test('an object on each line is one table', () => {
    const [sheet, ...more] = sheetsOfJson('{"year":2021,"n":1}\n{"year":2022,"n":2,"note":"late"}', 'x')
    expect(more).toEqual([])
    expect(sheet!.rows).toEqual([
      ['year', 'n', 'note'],
      [2021, 1, ''],
      [2022, 2, 'late'],
    ])
  })

  test('the arrays inside an object are tables', () => {
    const sheets = sheetsOfJson('{"status":"OK","data":{"rows":[{"n":1}],"places":[["a"],["b"]]}}', 'x')
    expect(sheets.map(({ name }) => name)).toEqual(['x data rows', 'x data places'])
  })

  test('features of GeoJSON are rows with their place', () => {
    const feature = {
      type: 'Feature',
      properties: { deaths: 3 },
      geometry: { type: 'Point', coordinates: [26.5, 5.4] },
    }
    const [sheet] = sheetsOfJson(JSON.stringify({ type: 'FeatureCollection', features: [feature] }), 'x')
    expect(sheet!.rows).toEqual([
      ['deaths', 'longitude', 'latitude'],
      [3, 26.5, 5.4],
    ])
  })

  test('a damaged document is refused with a reason', () => {
    expect(() => sheetsOfJson('[{"n":1},', 'x')).toThrow(expect.objectContaining({ code: 'broken-json' }))
  })
})

describe('what is refused, and how', () => {
  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'empty'],
    ['a workbook of an older Excel', bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old-workbook'],
    [
      'a workbook with a password',
      Buffer.concat([bytesOf([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['a picture', bytesOf([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), 'not-a-table'],
    ['a web page', strToU8('<!doctype html><table></table>'), 'not-a-table'],
    ['a PDF', strToU8('%PDF-1.7 x'), 'not-a-table'],
    ['a line of more columns than any table has', strToU8(','.repeat(10_000)), 'too-large'],
    [
      'objects that share no name',
      strToU8(JSON.stringify(Array.from({ length: 6_000 }, (_, i) => ({ [`k${i}`]: 1 })))),
      'too-large',
    ],
    ['a zip without a table', zipSync({ 'a.bin': strToU8('x') }), 'broken'],
    ['a zip that holds a zip', zipSync({ 'a.csv': zipSync({ 'b.csv': strToU8('a,b') }) }), 'not-a-table'],
  ])('%s', async (_, bytes, code) => {
    await expect(readSheets(bytes)).rejects.toMatchObject({ name: 'ImportError', code })
  })

  test('a zip of tables gives them all', async () => {
    const zip = zipSync({ 'a.csv': strToU8('x,y\n1,2\n'), 'b.json': strToU8('[{"n":1}]') })
    expect((await readSheets(zip)).map(({ name }) => name)).toEqual(['a', 'b'])
  })
})
