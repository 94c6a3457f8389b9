/** Text as the database can keep it, whatever sent it: a damaged file, a broken browser, somebody who tries what happens. */

/**
 * The value with all its strings, and names of its properties, mended: PostgreSQL takes neither NUL nor half of a surrogate pair in a
 * text. What is not plain data (a file of a form) is left as it is.
 */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed() as T
  if (Array.isArray(value)) return value.map(wellFormed) as T
  if (value === null || typeof value !== 'object' || value instanceof Blob) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [wellFormed(key), wellFormed(inner)])) as T
}
