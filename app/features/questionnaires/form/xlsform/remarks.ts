/** What of an XLSForm is not used, or not as it stands there: said with its sheet and row. */

export const REMARKS = [
  'type',
  'no-type',
  'sound',
  'metadata',
  'place',
  'as-text',
  'calculation',
  'anew',
  'typed-over',
  'read-only',
  'expression',
  'no-such-answer',
  'of-several',
  'words',
  'name',
  'name-twice',
  'no-label',
  'note-required',
  'choices-missing',
  'choice-name',
  'choice-twice',
  'choice-without',
  'choice-filter',
  'choices-elsewhere',
  'nested-repeat',
  'loop',
  'part',
  'file-in-repeat',
  'unclosed',
  'not-begun',
  'appearance',
  'parameters',
  'column',
  'sheet',
  'too-many',
] as const
export type RemarkCode = (typeof REMARKS)[number]

export interface Remark {
  sheet: string
  /** As a spreadsheet numbers it; null: of the whole sheet. */
  row: number | null
  /** How its column is called, where it is about one cell. */
  column?: string
  code: RemarkCode
  /** The words of the file that it is about. */
  detail: string
}

/** Says something of a row of one sheet. @param column else where such things stand */
export type Say = (row: number | null, code: RemarkCode, detail: string, column?: string) => void

/** Where what a remark is about stands, if it is always in one column. */
const COLUMNS: Partial<Record<RemarkCode, string>> = {
  type: 'type',
  'no-type': 'type',
  sound: 'type',
  metadata: 'type',
  place: 'type',
  'as-text': 'type',
  part: 'type',
  loop: 'type',
  'choices-missing': 'type',
  calculation: 'calculation',
  'typed-over': 'calculation',
  'read-only': 'read_only',
  name: 'name',
  'name-twice': 'name',
  'no-label': 'label',
  'note-required': 'required',
  'choice-twice': 'name',
  'choice-filter': 'choice_filter',
  parameters: 'parameters',
}

/** Nobody reads more of them. */
export const MOST_REMARKS = 500

/** The same is said of a cell once. */
export const sayingIn =
  (remarks: Remark[], sheet: string): Say =>
  (row, code, detail, column = COLUMNS[code]) => {
    if (remarks.length >= MOST_REMARKS) return
    const isSaid = remarks.some(
      one => row !== null && one.sheet === sheet && one.row === row && one.code === code && one.column === column,
    )
    if (!isSaid || code === 'words')
      remarks.push({ sheet, row, ...(row !== null && column && { column }), code, detail: detail.slice(0, 200) })
  }
