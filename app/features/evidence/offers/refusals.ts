/** Why a file that was sent is not taken. */
import type { Uncleanable } from '../../../platform/files/cleaning/model.ts'
import type { Refusal as FileRefusal } from '../../../platform/files/recognise.ts'

export type Refusal = FileRefusal | Uncleanable | 'web-page'

/** A file of a kind that can be recognised, and still is not taken as evidence. */
export class RefusedEvidence extends Error {
  override name = 'RefusedEvidence'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(`The file was refused: ${refusal}.`)
    this.refusal = refusal
  }
}

export const statusOf = (refusal: Refusal) => (refusal === 'too-large' ? 413 : 422)
