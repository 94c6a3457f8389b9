import type { FieldName } from '../plan-document.ts'

export interface ValuePart {
  text: string
  header: string[]
}
export function valueOf(_name: FieldName, _parts: readonly ValuePart[]): unknown {
  return undefined
}
