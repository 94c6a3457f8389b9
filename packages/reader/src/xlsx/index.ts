/** XLSX to layout, from the file's own XML: what can be seen of its sheets, formulas by the values that they had when it was saved. */
import { ReaderError } from '../errors.ts'
import { layoutWithoutPages } from '../flow/layout.ts'
import type { Block, Layout } from '../layout.ts'
import { XLSX } from '../media-type.ts'
import { child, children, parseXml } from '../xml.ts'
import type { Element } from '../xml.ts'
import { partsOf } from '../zip.ts'
import { tooLarge } from '../flow/table.ts'
import { blocksOfSheet } from './blocks.ts'
import { stylesOf } from './formats.ts'
import { cellsOfSheet, textOfString } from './sheet.ts'
import type { Workbook } from './sheet.ts'

const WANTED = /^xl\/((workbook|sharedStrings|styles)\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/
/** A sheet of 200,000 filled cells takes some 15 MB. */
const MOST_BYTES = 32 * 1024 * 1024

/**
 * The layout of a workbook: its sheets in order, without the hidden ones. It has no pages; cells have an `at` such as 'Sheet1!C7'.
 * @throws ReaderError 'zip-bomb', 'broken', 'too-large', 'not-readable' (a zip without a workbook in it)
 */
export function layoutOfXlsx(bytes: Uint8Array): Layout {
  const parts = partsOf(bytes, name => WANTED.test(name))
  if (!parts.has('xl/workbook.xml')) throw new ReaderError('not-readable', 'This is no workbook: it has no sheets.')
  if ([...parts.values()].some(part => part.length > MOST_BYTES)) throw tooLarge()
  const root = parseXml(parts.get('xl/workbook.xml'))
  const book: Workbook = {
    strings: children(parseXml(parts.get('xl/sharedStrings.xml')), 'si').map(textOfString),
    styleOf: stylesOf(parseXml(parts.get('xl/styles.xml'))),
    epoch1904: ['1', 'true'].includes(child(root, 'workbookPr')?.attributes.date1904 ?? ''),
  }
  const sheets = partsOfSheets(root, parseXml(parts.get('xl/_rels/workbook.xml.rels'))).flatMap(({ name, path }) => {
    const part = parts.get(path)
    const blocks = part ? blocksOfSheet(cellsOfSheet(parseXml(part), book), quoted(name)) : []
    return blocks.length ? [{ name, blocks }] : []
  })
  const named = sheets.length > 1
  return layoutWithoutPages(
    XLSX,
    sheets.flatMap(({ name, blocks }) => [...(named ? headingOf(name) : []), ...blocks]),
  )
}

/** The sheets that are not hidden, or all, with the part that each is in. */
export function partsOfSheets(
  workbook: Element,
  relations: Element,
  withHidden = false,
): { name: string; path: string }[] {
  const targets = new Map(
    children(relations, 'Relationship').map(r => [r.attributes.Id ?? '', r.attributes.Target ?? '']),
  )
  return children(child(workbook, 'sheets'), 'sheet')
    .filter(s => withHidden || (s.attributes.state ?? 'visible') === 'visible')
    .map(s => {
      const target = targets.get(s.attributes.id ?? '') ?? ''
      return { name: s.attributes.name ?? '', path: target.startsWith('/') ? target.slice(1) : `xl/${target}` }
    })
}

// As Excel writes a reference: 'Action plan'!C7.
const quoted = (sheet: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`

/** A name that Excel gave says nothing; one that a person gave may name a pillar. */
const GIVEN =
  /^(?:sheet|feuil|hoja|planilha|folha|tabelle|blad|ark|taulukko|foglio|sayfa|fleta|аркуш|лист|ورقة)\s*\d*$/iu

const headingOf = (name: string): Block[] =>
  GIVEN.test(name)
    ? []
    : [
        {
          type: 'paragraph',
          lines: [{ text: name, page: null, box: null, size: 0, bold: true, paragraphEnd: true }],
          heading: 1,
        },
      ]
