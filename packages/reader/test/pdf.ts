/** Writes small PDFs for tests: text and lines where one says, nothing that a reader could lean on besides. */

/** What a test draws; x and y in points from the page's top left, y of a text at its base line. */
export type Mark =
  | { text: string; x: number; y: number; size?: number; bold?: boolean; upward?: boolean }
  | { hex: string; x: number; y: number; size?: number }
  | { line: [x0: number, y0: number, x1: number, y1: number]; width?: number }
  | { fill: [x0: number, y0: number, x1: number, y1: number]; gray?: number }

export interface PageOptions {
  width?: number
  height?: number
  rotate?: number
}

export interface PdfOptions extends PageOptions {
  /** Codes of the font that `hex` marks are set in, each with what it stands for. */
  letters?: Record<string, string>
  /** Width and height of single pages, by their place, where they differ from the others. */
  sizes?: Record<number, [width: number, height: number]>
  /** Entries for the trailer, such as an /Encrypt that nobody can open. */
  trailer?: string
}

/** A PDF with one page for each list of marks. */
export function pdf(pages: readonly (readonly Mark[])[], options: PdfOptions = {}): Uint8Array {
  const { width = 600, height = 800, rotate = 0, letters = {}, sizes = {}, trailer = '' } = options
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const kids = pages.map((_, i) => `${7 + 2 * i} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>')
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>')
  add(stream(toUnicode(letters)))
  pages.forEach((marks, i) => {
    const resources = '<< /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >>'
    const [wide, high] = sizes[i] ?? [width, height]
    const box = `[0 0 ${wide} ${high}]`
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Rotate ${rotate} /Resources ${resources} /Contents ${8 + 2 * i} 0 R >>`,
    )
    add(stream(marks.map(mark => drawn(mark, high)).join('\n')))
  })
  return file(objects, trailer)
}

function file(objects: readonly string[], trailer: string): Uint8Array {
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const offset = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = body.length
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(body, char => char.charCodeAt(0))
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}

function drawn(mark: Mark, height: number): string {
  if ('line' in mark) {
    const [x0, y0, x1, y1] = mark.line
    return `${mark.width ?? 0.5} w ${x0} ${height - y0} m ${x1} ${height - y1} l S`
  }
  if ('fill' in mark) {
    const [x0, y0, x1, y1] = mark.fill
    return `${mark.gray ?? 0} g ${x0} ${height - y1} ${x1 - x0} ${y1 - y0} re f 0 g`
  }
  const { size = 10 } = mark
  const way = 'upward' in mark && mark.upward ? '0 1 -1 0' : '1 0 0 1'
  const at = `${way} ${mark.x} ${height - mark.y} Tm`
  if ('hex' in mark) return `BT /F3 ${size} Tf ${at} <${mark.hex}> Tj ET`
  return `BT /${mark.bold ? 'F2' : 'F1'} ${size} Tf ${at} (${winAnsi(mark.text)}) Tj ET`
}

/** Latin 1 as it is, the signs of Windows 1252 that tests use, brackets escaped. */
function winAnsi(text: string): string {
  const signs: Record<string, string> = { '•': '\x95', '–': '\x96', '’': '\x92', œ: '\x9c', Œ: '\x8c' }
  return [...text].map(char => signs[char] ?? (/[()\\]/.test(char) ? `\\${char}` : char)).join('')
}

function toUnicode(letters: Record<string, string>): string {
  const hex = (text: string) => [...text].map(char => char.charCodeAt(0).toString(16).padStart(4, '0')).join('')
  const lines = Object.entries(letters).map(([code, text]) => `<${code}> <${hex(text)}>`)
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def',
    '1 begincodespacerange <00> <ff> endcodespacerange',
    `${lines.length} beginbfchar`,
    ...lines,
    'endbfchar endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

/** A box of lines around each cell of a grid. `texts[row][column]`; each text may have several lines. */
export function ruledTable(x: readonly number[], y: readonly number[], texts: readonly (readonly string[])[]): Mark[] {
  const marks: Mark[] = [
    ...x.map((at): Mark => ({ line: [at, y[0]!, at, y.at(-1)!] })),
    ...y.map((at): Mark => ({ line: [x[0]!, at, x.at(-1)!, at] })),
  ]
  texts.forEach((row, r) => row.forEach((text, c) => marks.push(...textLines(text, x[c]! + 3, y[r]! + 11))))
  return marks
}

/** The lines of a text one under the other. */
export function textLines(text: string, x: number, y: number, more: { size?: number; bold?: boolean } = {}): Mark[] {
  return text
    .split('\n')
    .map((line, i): Mark => ({ text: line, x, y: y + i * 1.2 * (more.size ?? 10), ...more }))
    .filter(mark => 'text' in mark && mark.text !== '')
}
