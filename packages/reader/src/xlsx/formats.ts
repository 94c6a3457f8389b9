/** What a number in a cell says once its number format is applied: a date, a share, money, a measured thing, a bare number. */
import { child, children } from '../xml.ts'
import type { Element } from '../xml.ts'

export interface CellStyle {
  format: string
  bold: boolean
  /** Points; 0 where unknown. */
  size: number
}

/** ECMA-376 18.8.30: formats that a workbook need not write down. Those that differ by country are given as ISO would. */
const BUILT_IN: Record<number, string> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  49: '@',
}

/** The look of a cell by its style's number. */
export function stylesOf(root: Element): (index: number) => CellStyle {
  const custom = new Map(
    children(child(root, 'numFmts'), 'numFmt').map(f => [Number(f.attributes.numFmtId), f.attributes.formatCode ?? '']),
  )
  const fonts = children(child(root, 'fonts'), 'font').map(font => ({
    bold: (child(font, 'b')?.attributes.val ?? (child(font, 'b') ? '1' : '0')) !== '0',
    size: Number(child(font, 'sz')?.attributes.val ?? 0),
  }))
  const styles = children(child(root, 'cellXfs'), 'xf').map((xf): CellStyle => {
    const id = Number(xf.attributes.numFmtId ?? 0)
    const font = fonts[Number(xf.attributes.fontId ?? 0)]
    return {
      format: custom.get(id) ?? BUILT_IN[id] ?? 'General',
      bold: font?.bold ?? false,
      size: font?.size ?? 0,
    }
  })
  return index => styles[index] ?? { format: 'General', bold: false, size: 0 }
}

/** The section of a format for a value: positive; negative; zero. */
function sectionFor(value: number, format: string): { section: string; sign: string } {
  const sections = format.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;)/gu) ?? ['General']
  if (value < 0 && sections[1] !== undefined) return { section: sections[1], sign: /[-(]/.test(sections[1]) ? '-' : '' }
  if (value === 0 && sections[2] !== undefined) return { section: sections[2], sign: '' }
  return { section: sections[0] ?? 'General', sign: value < 0 ? '-' : '' }
}

const QUOTED = /"([^"]*)"|\\(.)/gu
/** `[$EUR-407]`, `[$€-2]`: a currency and a locale; `[$-409]` is a locale only. */
const CURRENCY = /\[\$([^\]-]*)(?:-[^\]]*)?\]/gu

/**
 * A number as its cell shows it. Dates are ISO as far as the format shows them; digits are not grouped and the decimal sign is a point,
 * since how those are printed depends on whose computer it is. Money has the sign or code that the format has.
 */
export function shown(value: number, format: string, epoch1904: boolean): string {
  const { section, sign } = sectionFor(value, format)
  const bare = section
    .replace(QUOTED, '')
    .replace(CURRENCY, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
    .replace(/[_*]./gu, '')
  if (!/General|[#0?]/iu.test(bare) && /[ymdhs]/iu.test(bare)) return dateOf(value, bare, epoch1904)
  // The order matters: '_)' is a blank as wide as a bracket, unless it stands in quotes.
  const words = section
    .replace(/\[(?!\$)[^\]]*\]/gu, '')
    .replace(CURRENCY, '$1')
    .replace(/(?<!\\)[_*]./gu, ' ')
  const digits = /(?:General|[#0?][#0?,./]*(?:[eE][+-]0+)?)/u.exec(
    words.replace(QUOTED, q => '\u0001'.repeat(q.length)),
  )
  const literal = (text: string): string => text.replace(QUOTED, '$1$2')
  if (!digits) return bare.includes('@') ? plain(value) : literal(words).trim()
  const before = literal(words.slice(0, digits.index)).replace(/[-+()]/gu, '')
  const after = literal(words.slice(digits.index + digits[0].length)).replace(/[()@]/gu, '')
  const number = numberBy(Math.abs(value), digits[0], bare.includes('%'))
  return `${sign}${before}${number}${after}`.replace(/\s+/gu, ' ').trim()
}

function numberBy(value: number, digits: string, percent: boolean): string {
  const thousands = /,+(?=\s*$|\.)/u.exec(digits)?.[0].length ?? 0
  const scaled = (percent ? value * 100 : value) / 1000 ** thousands
  if (!/[#0?]/u.test(digits) || /[/eE]/u.test(digits)) return plain(scaled)
  const decimals = /\.([#0? ]*)/u.exec(digits)?.[1]?.replace(/ /g, '') ?? ''
  const fixed = Number(scaled.toPrecision(15)).toFixed(Math.min(decimals.length, 15))
  const spare = /[#?]*$/u.exec(decimals)![0].length
  return decimals.length && spare ? fixed.replace(new RegExp(`0{1,${spare}}$`, 'u'), '').replace(/\.$/u, '') : fixed
}

// 15 digits are what a spreadsheet knows; more are an artefact of binary numbers.
function plain(value: number): string {
  return Number(value.toPrecision(15)).toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 })
}

const DAY = 86_400_000

/** ISO, as far as the format shows it: '2026', '2026-03', '2026-03-08', '2026-03-08 14:30', '14:30'. */
function dateOf(serial: number, format: string, epoch1904: boolean): string {
  // Day 60 of the 1900 calendar is a 29 February that never was (ECMA-376 18.17.4.1).
  const days = epoch1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  const time = Date.UTC(1899, 11, 30) + Math.round((days * DAY) / 1000) * 1000
  if (!Number.isFinite(time) || days < 0 || days > 2_958_466) return plain(serial)
  const iso = new Date(time).toISOString()
  const clock = /[hs]/iu.test(format) ? iso.slice(11, 16) : ''
  if (/y/iu.test(format)) {
    const date = /d/iu.test(format)
      ? iso.slice(0, 10)
      : /m/iu.test(format) && !clock
        ? iso.slice(0, 7)
        : iso.slice(0, clock ? 10 : 4)
    return clock && clock !== '00:00' ? `${date} ${clock}` : date
  }
  return clock && !/d/iu.test(format) ? clock : iso.slice(0, 10)
}
