/**
 * For tests: what a machine can check of PDF/UA-1, by the failure conditions of the PDF Association's Matterhorn Protocol 1.1. Fonts'
 * own tables, colours and what only a person can judge (whether words for a picture fit) are not among them.
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { operatorsIn, type Operator } from './testing-pdf-content.ts'

/** PDF 32000-1, 14.8.4: the types that need no mapping. */
const STANDARD = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  ),
)
const WITHIN: Record<string, { children: string[]; point: string }> = {
  Table: { children: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'], point: '09-004' },
  THead: { children: ['TR'], point: '09-004' },
  TBody: { children: ['TR'], point: '09-004' },
  TFoot: { children: ['TR'], point: '09-004' },
  TR: { children: ['TH', 'TD'], point: '09-004' },
  L: { children: ['L', 'LI', 'Caption'], point: '09-005' },
  LI: { children: ['Lbl', 'LBody'], point: '09-005' },
  TOC: { children: ['TOC', 'TOCI', 'Caption'], point: '09-006' },
}

interface Element {
  type: string
  dict: PDFDict
  parent: string
  children: Element[]
  /** Marked content of its own: page object and number. */
  marks: { page: PDFObject | undefined; id: number }[]
  /** Annotations that stand in it. */
  objects: PDFDict[]
}

/** What fails, each with the number of its failure condition; none where all is well. */
export async function failuresOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const { catalog, context } = pdf
  const failures: string[] = []
  const hold = (is: boolean, point: string, what: string) => {
    if (!is) failures.push(`${point} ${what}`)
  }
  const dict = (object: PDFObject | undefined): PDFDict | null => {
    const found = object && context.lookup(object)
    return found instanceof PDFDict ? found : null
  }
  const array = (object: PDFObject | undefined): PDFObject[] => {
    const found = object && context.lookup(object)
    return found instanceof PDFArray ? found.asArray() : found ? [found] : []
  }
  const get = (of: PDFDict | null, name: string): PDFObject | undefined => of?.get(PDFName.of(name))
  const said = (object: PDFObject | undefined): string => {
    const found = object && context.lookup(object)
    if (found instanceof PDFString || found instanceof PDFHexString) return found.decodeText()
    return found instanceof PDFName ? found.decodeText() : found ? String(found) : ''
  }
  const number = (object: PDFObject | undefined): number | null => {
    const found = object && context.lookup(object)
    return found instanceof PDFNumber ? found.asNumber() : null
  }
  const textOf = (object: PDFObject | undefined): string => {
    const found = object && context.lookup(object)
    return found instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(found).decode()).toString('latin1') : ''
  }

  const xmp = Buffer.from(textOf(get(catalog, 'Metadata')), 'latin1').toString('utf8')
  hold(/<pdfuaid:part>1</u.test(xmp), '06-002', 'the metadata do not say PDF/UA')
  hold(/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]/u.test(xmp), '06-003', 'no title in the metadata')
  hold(
    said(get(dict(get(catalog, 'ViewerPreferences')), 'DisplayDocTitle')) === 'true',
    '07-001',
    'the title is not shown',
  )
  hold(said(get(dict(get(catalog, 'MarkInfo')), 'Marked')) === 'true', '06-001', 'not marked as tagged')
  hold(said(get(dict(get(catalog, 'MarkInfo')), 'Suspects')) !== 'true', '02-003', 'tags are suspect')
  hold(said(get(catalog, 'Lang')) !== '', '11-006', 'no language')
  hold(!context.trailerInfo.Encrypt, '26-001', 'encrypted')
  hold(!get(catalog, 'OCProperties'), '20-001', 'layers')

  // The tree.
  const root = dict(get(catalog, 'StructTreeRoot'))
  const roles = dict(get(root, 'RoleMap'))
  const standard = (type: string): string => {
    let [at, steps] = [type, 0]
    while (!STANDARD.has(at) && get(roles, at) && steps++ < 9) at = said(get(roles, at))
    hold(STANDARD.has(at), '02-001', `${type} is no standard type and leads to none`)
    hold(!(STANDARD.has(type) && get(roles, type)), '02-004', `${type} leads to another type`)
    return at
  }
  const elements: Element[] = []
  function walk(of: PDFDict, parent: string, page: PDFObject | undefined): Element {
    const element: Element = {
      type: standard(said(get(of, 'S'))),
      dict: of,
      parent,
      children: [],
      marks: [],
      objects: [],
    }
    elements.push(element)
    const own = get(of, 'Pg') ?? page
    for (const kid of array(get(of, 'K'))) {
      const found = context.lookup(kid)
      if (found instanceof PDFNumber) element.marks.push({ page: own, id: found.asNumber() })
      if (!(found instanceof PDFDict)) continue
      const type = said(get(found, 'Type'))
      if (type === 'MCR') element.marks.push({ page: get(found, 'Pg') ?? own, id: number(get(found, 'MCID'))! })
      else if (type === 'OBJR') element.objects.push(dict(get(found, 'Obj'))!)
      else element.children.push(walk(found, element.type, own))
    }
    return element
  }
  for (const kid of array(get(root, 'K'))) walk(dict(kid)!, '', undefined)
  const attribute = (element: Element, name: string): string =>
    array(get(element.dict, 'A'))
      .map(one => said(get(dict(one), name)))
      .find(Boolean) ?? ''

  let level = 0
  for (const element of elements) {
    const { type, dict: of, children, parent } = element
    const rule = WITHIN[type]
    for (const child of rule ? children : [])
      hold(rule!.children.includes(child.type), rule!.point, `${child.type} within ${type}`)
    if (type === 'LI')
      hold(parent === 'L' && children.some(one => one.type === 'LBody'), '09-005', 'a point without its body')
    if (type === 'TR') hold(['Table', 'THead', 'TBody', 'TFoot'].includes(parent), '09-004', 'a row outside a table')
    const heading = type.match(/^H([1-6])$/u)?.[1]
    if (heading) {
      if (level === 0) hold(heading === '1', '14-002', `the first heading is H${heading}`)
      else hold(Number(heading) <= level + 1, '14-003', `H${heading} after H${level}`)
      level = Number(heading)
    }
    if (type === 'Figure')
      hold(said(get(of, 'Alt')) !== '' || said(get(of, 'ActualText')) !== '', '13-004', 'a figure without words')
    if (type === 'Formula') hold(said(get(of, 'Alt')) !== '', '17-002', 'a formula without words')
    if (type === 'TH') hold(attribute(element, 'Scope') !== '', '15-003', 'a header cell without its scope')
    if (type === 'Note') hold(said(get(of, 'ID')) !== '', '19-003', 'a note without a name')
    if (type === 'Table') {
      const rows = children.flatMap(one => (one.type === 'TR' ? [one] : one.children.filter(row => row.type === 'TR')))
      const widths = rows.map(row =>
        row.children.reduce((sum, cell) => sum + (Number(attribute(cell, 'ColSpan')) || 1), 0),
      )
      hold(new Set(widths).size <= 1, '15-005', `rows of ${widths.join(', ')} cells`)
      hold(
        rows.some(row => row.children.some(cell => cell.type === 'TH')),
        '15-001',
        'a table without a header cell',
      )
    }
  }
  const ids = elements.filter(({ type }) => type === 'Note').map(({ dict: of }) => said(get(of, 'ID')))
  hold(new Set(ids).size === ids.length, '19-004', 'notes of the same name')

  // From marks back to the tree.
  const parents = new Map<number, PDFObject>()
  const readTree = (node: PDFDict | null): void => {
    const pairs = array(get(node, 'Nums'))
    for (let n = 0; n + 1 < pairs.length; n += 2) parents.set(number(pairs[n])!, pairs[n + 1]!)
    for (const kid of array(get(node, 'Kids'))) readTree(dict(kid))
  }
  readTree(dict(get(root, 'ParentTree')))

  const used = new Map<PDFDict, Set<number>>()
  for (const [n, page] of pdf.getPages().entries()) {
    const at = `on page ${n + 1}`
    const contents = array(page.node.get(PDFName.of('Contents')))
      .map(textOf)
      .join('\n')
    const operators = operatorsIn(contents)
    const owners = array(parents.get(number(page.node.get(PDFName.of('StructParents'))) ?? -1))
    for (const mark of checkContent(operators, what => failures.push(`${what} ${at}`)))
      hold(
        elements.some(({ dict: of, marks }) => {
          const isOwner = owners[mark] !== undefined && context.lookup(owners[mark]) === of
          return isOwner && marks.some(one => one.id === mark && context.lookup(one.page!) === page.node)
        }),
        '01-005',
        `mark ${mark} ${at} is not in the tree and back`,
      )
    collectCodes(operators, dict(get(dict(page.node.get(PDFName.of('Resources')) ?? page.node.Resources()), 'Font')))
    const annotations = array(page.node.get(PDFName.of('Annots'))).map(dict)
    if (annotations.length)
      hold(said(page.node.get(PDFName.of('Tabs'))) === 'S', '28-009', `tabs do not follow the tree ${at}`)
    for (const one of annotations) {
      const owner = elements.find(({ objects }) => objects.includes(one!))
      const isLink = said(get(one, 'Subtype')) === 'Link'
      hold(
        owner !== undefined &&
          (!isLink || owner.type === 'Link' || ['Link', 'Reference', 'Note'].includes(owner.parent)),
        isLink ? '28-011' : '28-002',
        `a ${said(get(one, 'Subtype'))} outside the tree ${at}`,
      )
      if (isLink) hold(said(get(one, 'Contents')) !== '', '28-012', `a link without words ${at}`)
      hold(
        context.lookup(parents.get(number(get(one, 'StructParent')) ?? -1)!) === owner?.dict,
        '28-002',
        `a link that does not lead back ${at}`,
      )
    }
  }

  for (const [font, codes] of used) {
    const name = said(get(font, 'BaseFont'))
    const descendant = dict(array(get(font, 'DescendantFonts'))[0]) ?? font
    const descriptor = dict(get(descendant, 'FontDescriptor'))
    const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some(file => get(descriptor, file))
    hold(isEmbedded || said(get(font, 'Subtype')) === 'Type3', '31-009', `${name} is not embedded`)
    const map = textOf(get(font, 'ToUnicode'))
    hold(map !== '', '31-027', `${name} has no way to Unicode`)
    const known = codesIn(map)
    for (const code of codes) {
      hold(code !== 0, '31-030', `a sign without a glyph in ${name}`)
      hold(known(code), '10-001', `sign ${code} of ${name} leads to no letter`)
    }
  }
  return [...new Set(failures)]

  function collectCodes(operators: readonly Operator[], fonts: PDFDict | null): void {
    let codes: Set<number> | null = null
    for (const { name, operands, texts } of operators) {
      if (name === 'Tf') {
        const font = dict(get(fonts, operands[0]!.slice(1)))
        if (!font || said(get(font, 'Subtype')) !== 'Type0') codes = null
        else {
          codes = used.get(font) ?? new Set()
          used.set(font, codes)
        }
      }
      for (const text of codes && SHOWS.has(name) ? texts : [])
        for (let n = 0; n + 1 < text.length; n += 2) codes!.add((text[n]! << 8) | text[n + 1]!)
    }
  }
}

const SHOWS = new Set(['Tj', 'TJ', "'", '"'])
const PAINTS = new Set('Tj TJ \' " f F f* B B* b b* S s sh Do BI'.split(' '))

/** The numbers of marked content; tells what stands in none, and what is not closed. */
function checkContent(operators: readonly Operator[], fail: (what: string) => void): number[] {
  const marks: number[] = []
  const open: ('tagged' | 'artifact' | 'other')[] = []
  for (const { name, operands } of operators) {
    if (name === 'BDC' || name === 'BMC') {
      const mark = operands.join(' ').match(/\/MCID (\d+)/u)?.[1]
      const kind = mark !== undefined ? 'tagged' : operands[0] === '/Artifact' ? 'artifact' : 'other'
      if (kind === 'artifact' && open.includes('tagged')) fail('01-003 an artifact within tagged content')
      if (kind === 'tagged' && open.includes('artifact')) fail('01-004 tagged content within an artifact')
      open.push(kind)
      if (mark !== undefined) marks.push(Number(mark))
    } else if (name === 'EMC' && !open.pop()) fail('01-005 marked content ends that never began')
    else if (PAINTS.has(name) && !open.some(kind => kind !== 'other'))
      fail(`01-005 ${name} is neither tagged nor an artifact`)
  }
  if (open.length) fail('01-005 marked content does not end')
  return marks
}

/** Which codes a font's ToUnicode names. */
function codesIn(map: string): (code: number) => boolean {
  const single = new Set<number>()
  const ranges: [number, number][] = []
  const hex = (digits: string) => Number.parseInt(digits, 16)
  for (const [, body = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/gu))
    for (const [, code = '', to = ''] of body.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/giu))
      if (!/^0*$/u.test(to)) single.add(hex(code))
  for (const [, body = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/gu))
    for (const [, from = '', to = ''] of body.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>\s*(?:<|\[)/giu))
      ranges.push([hex(from), hex(to)])
  return code => single.has(code) || ranges.some(([from, to]) => code >= from && code <= to)
}
