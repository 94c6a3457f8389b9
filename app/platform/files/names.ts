/** Names of files: as they arrive, and as they are given out. */

/** A file's name without folders and control characters, at most 255 characters with its ending kept. */
export function cleanName(name: string): string {
  const plain = name
    .replace(/^.*[/\\]/, '')
    .replace(/\p{C}/gu, '')
    .trim()
  const ending = plain.match(/\.[a-z0-9]{1,5}$/i)?.[0] ?? ''
  const stem = plain.slice(0, plain.length - ending.length).slice(0, 255 - ending.length)
  return (stem + ending).toWellFormed() || 'file'
}

/** The endings that a file of this media type may be given out with, the usual one first. */
const ENDINGS: Record<string, string[]> = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'text/csv': ['csv', 'tsv', 'txt'],
  'text/html': ['html', 'htm', 'xhtml'],
  'text/plain': ['txt', 'md', 'markdown', 'csv', 'tsv', 'json', 'geojson'],
}

/** The name with an ending of what the file is by its bytes: a text that calls itself .bat or .hta would be run where it is opened. */
export function safeName(fileName: string, mediaType: string | null): string {
  const endings = ENDINGS[mediaType ?? ''] ?? ['bin']
  const has = endings.some(ending => fileName.toLowerCase().endsWith('.' + ending))
  return has ? fileName : `${fileName}.${endings[0]}`
}

/** RFC 6266: the name in plain ASCII for old browsers, and as it is for the others. */
export function attachment(fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(fileName).replace(
    /['()*!]/g,
    sign => '%' + sign.charCodeAt(0).toString(16).toUpperCase(),
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}
