/** Web pages to layout: the main content, without what a site puts around it. */
import { parse } from 'parse5'
import { layoutWithoutPages } from '../flow/layout.ts'
import type { Layout } from '../layout.ts'
import { HTML } from '../media-type.ts'
import { decoded } from '../plain/decode.ts'
import { blocksOfPage } from './blocks.ts'
import { mainOf } from './main.ts'

/**
 * The layout of a web page. It has no pages; cells have an `at`.
 * @throws ReaderError 'too-large', 'not-readable' where the bytes are no text
 */
export function layoutOfHtml(bytes: Uint8Array): Layout {
  return layoutWithoutPages(HTML, blocksOfPage(mainOf(parse(decoded(bytes, encodingNamedIn(bytes))))))
}

/** What the page's first kilobyte says of its encoding (HTML standard, 4.2.5.4). */
function encodingNamedIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024))
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1] ?? null
}
