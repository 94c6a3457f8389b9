/** Failures that a person is told about: each has a code (its sentence is in the language files) and an HTTP status. */

const STATUS = {
  'not-found': 404,
  gone: 410,
  'sign-in-needed': 401,
  'not-allowed': 403,
  'bad-input': 422,
  conflict: 409,
  busy: 409,
  'too-large': 413,
  'form-too-large': 413,
  'foreign-origin': 403,
  'went-wrong': 500,
} as const

export type ProblemCode = keyof typeof STATUS

export class Problem extends Error {
  readonly code: ProblemCode
  readonly status: (typeof STATUS)[ProblemCode]
  /** A sentence of its own, already in the reader's language, where the code's own says too little. */
  readonly sentence: string | null

  constructor(code: ProblemCode, sentence: string | null = null) {
    super(sentence ?? code)
    this.code = code
    this.status = STATUS[code]
    this.sentence = sentence
  }
}
