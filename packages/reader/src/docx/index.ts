/** DOCX to layout, from the file's own XML: merged cells, nested tables, real bullets, tracked changes as accepted, no footnotes. */
import { ReaderError } from '../errors.ts'
import { layoutWithoutPages } from '../flow/layout.ts'
import type { Layout } from '../layout.ts'
import { parseXml } from '../xml.ts'
import { partsOf } from '../zip.ts'
import { blocksOf, bodyOf } from './body.ts'
import { numberingOf } from './numbering.ts'
import { stylesOf } from './styles.ts'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * The layout of a Word document. It has no pages: one page without a number holds all the words, and cells have an `at`.
 * @throws ReaderError 'zip-bomb', 'broken' (no readable zip), 'too-large', 'not-readable' (a zip without a Word document in it)
 */
export function layoutOfDocx(bytes: Uint8Array): Layout {
  const parts = partsOf(bytes, name => /^word\/(document\d*|styles|numbering)\.xml$/.test(name))
  const main = parts.get('word/document.xml') ?? [...parts].find(([name]) => name.includes('/document'))?.[1]
  if (!main) throw new ReaderError('not-readable', 'This is no Word document: it has no text part.')
  const setting = {
    styleOf: stylesOf(parseXml(parts.get('word/styles.xml'))),
    numbering: numberingOf(parseXml(parts.get('word/numbering.xml'))),
  }
  const blocks = blocksOf(bodyOf(parseXml(main)), setting)
  return layoutWithoutPages(DOCX, blocks)
}
