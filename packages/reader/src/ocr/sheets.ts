/** Pictures of pages (photographs, the files of a scanner) as a PDF that can be read, shown and kept like any other. */

/** A page's picture as a JPEG, in pixels, and how large the page is, in points. */
export interface Sheet {
  jpeg: Uint8Array
  width: number
  height: number
  colours: 'grey' | 'rgb'
  size: { width: number; height: number }
}

/** A PDF with a page for each picture. */
export function pdfOfSheets(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  const add = (body: string, stream?: Uint8Array) => {
    offsets.push(length())
    parts.push(Buffer.from(`${offsets.length} 0 obj\n${body}\n`))
    if (stream) parts.push(Buffer.from('stream\n'), Buffer.from(stream), Buffer.from('\nendstream\n'))
    parts.push(Buffer.from('endobj\n'))
  }
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${sheets.map((_, i) => `${3 + 3 * i} 0 R`).join(' ')}] /Count ${sheets.length} >>`)
  sheets.forEach(({ jpeg, width, height, colours, size }, i) => {
    const [wide, high] = [size.width.toFixed(2), size.height.toFixed(2)]
    const content = `/Resources << /XObject << /P ${4 + 3 * i} 0 R >> >> /Contents ${5 + 3 * i} 0 R`
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] ${content} >>`)
    const space = colours === 'grey' ? '/DeviceGray' : '/DeviceRGB'
    const kind = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${space}`
    add(`<< ${kind} /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`, jpeg)
    const draw = Buffer.from(`q ${wide} 0 0 ${high} 0 0 cm /P Do Q`)
    add(`<< /Length ${draw.length} >>`, draw)
  })
  const start = length()
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}`),
    Buffer.from(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`),
  )
  return new Uint8Array(Buffer.concat(parts))
}
