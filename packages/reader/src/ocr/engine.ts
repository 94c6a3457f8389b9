/** Tesseract as WebAssembly: one engine for each thread, its language data from the packages beside it, nothing from the network. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import type { Picture } from './picture.ts'

/** What of Tesseract's own interface is used here; see baseapi.h. */
interface Api {
  /** Mode 1 is the neural one. Answers with 0, or -1 where it cannot. */
  Init(path: null, language: string, mode: 1): number
  SetVariable(name: string, value: string): boolean
  /** Takes what was written as '/input'. Answers with 0 where it could be read. */
  SetImageFile(exif: 1, angle: 0): number
  SetRectangle(left: number, top: number, width: number, height: number): void
  Recognize(monitor: null): number
  GetJSONText(): string
  Clear(): void
  End(): void
}
interface Core {
  FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void }
  TessBaseAPI: new () => Api
}

/** Pixels of the picture; x0, y0, x1, y1. */
export interface PixelBox {
  x0: number
  y0: number
  x1: number
  y1: number
}
/** As Tesseract tells it. `confidence` is 0..100. */
export interface FoundLine {
  bbox: PixelBox
  /** From the line's left end to its right one. */
  baseline: PixelBox
  rowAttributes: { rowHeight: number; ascenders: number; descenders: number }
  words: { text: string; confidence: number; bbox: PixelBox }[]
}
interface FoundText {
  blocks: { paragraphs: { lines: FoundLine[] }[] }[] | null
}

/** How Tesseract looks for lines (PageSegMode of publictypes.h): one line, a block of text, a page, words wherever they stand. */
export type Mode = 'line' | 'block' | 'page' | 'scattered'
const MODES: Record<Mode, string> = { line: '7', block: '6', page: '3', scattered: '11' }

const require = createRequire(import.meta.url)

/** Whether the data of a model is installed: it is an optional dependency. */
export function hasModel(model: string): boolean {
  return pathOf(model) !== null
}

function pathOf(model: string): string | null {
  try {
    return require.resolve(`@tesseract.js-data/${model}/4.0.0_best_int/${model}.traineddata.gz`)
  } catch {
    return null
  }
}

/** Reads pictures in one language at a time. */
export class Engine {
  private readonly core: Core
  private readonly apis = new Map<string, Api>()

  private constructor(core: Core) {
    this.core = core
  }

  static async start(): Promise<Engine> {
    const load = require('tesseract.js-core/tesseract-core-simd-lstm') as (options: object) => Promise<Core>
    // It prints remarks on pictures.
    const quiet = () => undefined
    return new Engine(await load({ print: quiet, printErr: quiet }))
  }

  /** Makes `picture` the one that is read next by `model`. Throws where the model's data are missing. */
  open(picture: Picture, model: string): Reader {
    const api = this.apiOf(model)
    this.core.FS.writeFile('/input', pgm(picture))
    if (api.SetImageFile(1, 0) !== 0) throw new Error('Tesseract does not take the picture')
    return new Reader(api)
  }

  private apiOf(model: string): Api {
    const known = this.apis.get(model)
    if (known) return known
    const path = pathOf(model)
    if (path === null) throw new Error(`the data of ${model} are not installed`)
    const file = `./${model}.traineddata`
    this.core.FS.writeFile(file, gunzipSync(readFileSync(path)))
    const api = new this.core.TessBaseAPI()
    if (api.Init(null, model, 1) !== 0) throw new Error(`Tesseract does not take the data of ${model}`)
    this.core.FS.unlink(file)
    // Light letters on dark ground are turned before.
    api.SetVariable('tessedit_do_invert', '0')
    api.SetVariable('user_defined_dpi', '200')
    this.apis.set(model, api)
    return api
  }
}

/** An open picture. */
export class Reader {
  private readonly api: Api

  constructor(api: Api) {
    this.api = api
  }

  lines(mode: Mode, box?: PixelBox): FoundLine[] {
    this.api.SetVariable('tessedit_pageseg_mode', MODES[mode])
    if (box) this.api.SetRectangle(box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0)
    this.api.Recognize(null)
    const { blocks } = JSON.parse(this.api.GetJSONText()) as FoundText
    return (blocks ?? []).flatMap(block => block.paragraphs.flatMap(paragraph => paragraph.lines))
  }

  /** Frees what the picture took. */
  close() {
    this.api.Clear()
  }
}

/** Portable grey map: what Tesseract's own picture library reads without decoding. */
function pgm({ width, height, data }: Picture): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const out = new Uint8Array(head.length + data.length)
  out.set(head)
  out.set(data, head.length)
  return out
}
