/** OpenDocument text (ODT) to layout, from the file's own XML: merged cells, lists, no footnotes, tracked changes as accepted. */
import { ReaderError } from '../errors.ts'
import { layoutWithoutPages } from '../flow/layout.ts'
import type { Layout } from '../layout.ts'
import { ODT } from '../media-type.ts'
import { child, parseXml } from '../xml.ts'
import { partsOf } from '../zip.ts'
import { blocksOf } from './body.ts'
import { stylesOf } from './styles.ts'

/**
 * The layout of an OpenDocument text. It has no pages; cells have an `at`.
 * @throws ReaderError 'zip-bomb', 'broken', 'encrypted', 'too-large', 'not-readable' (a zip without a text in it)
 */
export function layoutOfOdt(bytes: Uint8Array): Layout {
  const parts = partsOf(bytes, name => /^(content\.xml|styles\.xml|META-INF\/manifest\.xml)$/.test(name))
  if (Buffer.from(parts.get('META-INF/manifest.xml') ?? []).includes('encryption-data'))
    throw new ReaderError('encrypted', 'This document asks for a password. Save a copy without one and read that.')
  const content = parseXml(parts.get('content.xml'))
  const body = child(child(content, 'body'), 'text')
  if (!body) throw new ReaderError('not-readable', 'This is no OpenDocument text: it has no text part.')
  return layoutWithoutPages(ODT, blocksOf(body, stylesOf([content, parseXml(parts.get('styles.xml'))])))
}
