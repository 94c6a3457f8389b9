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
