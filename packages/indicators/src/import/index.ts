/** Files to observations: sheets out of bytes, a mapping suggested for each, observations by the mapping that a person confirmed. */
export { applyMapping, PROBLEM_CODES, type Batch, type ImportContext, type Problem, type ProblemCode } from './apply.ts'
export { countryOf, isAggregate } from './countries.ts'
export { SEPARATORS, type Separator } from './csv.ts'
export { periodOf, type ReadPeriod } from './dates.ts'
export { IMPORT_ERROR_CODES, ImportError, type ImportErrorCode } from './errors.ts'
export {
  HOLDINGS,
  PASSPORT_FIELDS,
  type ColumnUse,
  type Holding,
  type Mapping,
  type Measure,
  type PassportField,
  type Use,
} from './mapping.ts'
export { passportsIn } from './passports.ts'
export { readSheets, type ReadOptions } from './read.ts'
export { cellName, textOf, type Cell, type Sheet } from './sheet.ts'
export { rememberedMapping, suggestMapping } from './suggest.ts'
export { ENCODINGS, type Encoding } from './text.ts'
