/** Which part of a web page is its content, and which elements are the site's and not the text's. */
import type { DefaultTreeAdapterTypes } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.ChildNode

/** Deeper than browsers nest (512): what is below is not shown by them either. */
export const DEEPEST = 512

// What is no text of the page: programs, forms, pictures; what a site repeats on every page.
const LEFT_OUT = new Set(
  'script style noscript template head title nav footer aside form button select input textarea svg math canvas iframe object video audio picture img map dialog del s strike'.split(
    ' ',
  ),
)
const SITE_ROLES = new Set(
  'banner navigation contentinfo complementary search dialog alertdialog doc-endnotes doc-footnote'.split(' '),
)
const NOTICE =
  /(?:^|[\s_-])(?:cookies?|gdpr|consent)[\s_-]?(?:banner|notice|bar|popup|modal|dialog|overlay|message|law|wrapper|container)|^cookies?$/iu

export const attributeOf = (element: Element, name: string): string | null =>
  element.attrs.find(a => a.name === name)?.value ?? null

export const isElement = (node: DefaultTreeAdapterTypes.Node): node is Element => 'tagName' in node

/** The page's `main`, or its one `article`, or all of its body. */
export function mainOf(document: DefaultTreeAdapterTypes.Document): { root: Element | null; isWhole: boolean } {
  const mains: Element[] = []
  const articles: Element[] = []
  let body: Element | null = null
  // Not by recursion: a page may nest without end.
  const waiting: Element[] = document.childNodes.filter(isElement)
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (element.tagName === 'main' || attributeOf(element, 'role') === 'main') mains.push(element)
    else if (element.tagName === 'article') articles.push(element)
    else if (element.tagName === 'body') body = element
    for (const node of element.childNodes) if (isElement(node)) waiting.push(node)
  }
  const root = mains[0] ?? (articles.length === 1 ? articles[0]! : null)
  return root ? { root, isWhole: false } : { root: body, isWhole: true }
}

/** The element is hidden, a part of the site, or no text. */
export function isLeftOut(element: Element, isWhole: boolean): boolean {
  if (LEFT_OUT.has(element.tagName) || (isWhole && element.tagName === 'header')) return true
  if (attributeOf(element, 'hidden') !== null || attributeOf(element, 'aria-hidden') === 'true') return true
  if (/display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attributeOf(element, 'style') ?? '')) return true
  if (SITE_ROLES.has(attributeOf(element, 'role') ?? '')) return true
  return NOTICE.test(attributeOf(element, 'id') ?? '') || NOTICE.test(attributeOf(element, 'class') ?? '')
}

/** The sign of a footnote: a raised link to a place on the same page. */
export const isNoteSign = (element: Element): boolean =>
  element.tagName === 'sup' &&
  element.childNodes.some(n => isElement(n) && n.tagName === 'a' && (attributeOf(n, 'href') ?? '').startsWith('#'))
