/** Plain text and Markdown to layout. */
import { layoutWithoutPages } from '../flow/layout.ts'
import type { Layout } from '../layout.ts'
import { TEXT } from '../media-type.ts'
import { blocksOfText } from './blocks.ts'
import { decoded } from './decode.ts'

/**
 * The layout of a text. It has no pages; cells have an `at`.
 * @throws ReaderError 'too-large', 'not-readable' where the bytes are no text
 */
export function layoutOfText(bytes: Uint8Array): Layout {
  return layoutWithoutPages(TEXT, blocksOfText(decoded(bytes)))
}
