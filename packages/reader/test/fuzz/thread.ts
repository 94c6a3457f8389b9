/** Reads one file after the other in one thread, as the reader's own thread does. Started by reading.ts. */
import { parentPort } from 'node:worker_threads'
import { answer, type Task } from '../../src/answer.ts'
import { ReaderError } from '../../src/errors.ts'
import { mediaTypeOf, PDF } from '../../src/media-type.ts'
import { layoutOfPdf, loadPdfium } from '../../src/pdf/index.ts'
import { planOf } from '../../src/plan/index.ts'
import type { PlanDocument } from '../../src/plan-document.ts'

/** How a reading ended: with a plan, with a reason, with the engine's own trap, or (which must not be) otherwise. */
export type Ending = { plan: string[] } | { refused: string } | { trapped: string } | { wrong: string }

const port = parentPort!
port.on('message', (bytes: Uint8Array) => {
  void ending(bytes).then(end => port.postMessage(end))
})

async function ending(bytes: Uint8Array): Promise<Ending> {
  try {
    const document = await documentOf(bytes)
    const fault = faultOf(document)
    return fault ? { wrong: fault } : { plan: document.warnings.map(warning => warning.code) }
  } catch (error) {
    if (error instanceof ReaderError) return { refused: error.code }
    if (error instanceof WebAssembly.RuntimeError) return { trapped: error.message }
    return { wrong: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

const MOST_PAGES = 2000

// Pages that are pictures are left unread here: that takes seconds for each of them.
async function documentOf(bytes: Uint8Array): Promise<PlanDocument> {
  if (mediaTypeOf(bytes) === PDF) {
    const layout = layoutOfPdf(await loadPdfium(), bytes, { maxPages: MOST_PAGES })
    return planOf(layout, { name: 'plan', sha256: '', mediaType: PDF, pages: layout.pages.length })
  }
  const task: Task = { kind: 'plan', bytes, name: 'plan', maxPages: MOST_PAGES, skip: [], threads: 1 }
  const message = await answer(task, () => undefined)
  if (message.type !== 'plan') throw new TypeError(`it answered ${message.type}`)
  return message.reading.document
}

/** What is not as the plan document promises; null where all is. */
function faultOf({ items }: PlanDocument): string | null {
  const ids = new Set(items.map(item => item.id))
  if (ids.size < items.length) return 'two items have one id'
  for (const item of items) {
    if (item.parent !== null && !ids.has(item.parent)) return `${item.id} has no such parent`
    if (item.cites.length === 0) return `${item.id} has no cite`
    if (!(item.confidence! >= 0 && item.confidence! <= 1)) return `${item.id} has confidence ${item.confidence}`
    const cites = [...item.cites, ...Object.values(item.fields).flatMap(field => field.cites)]
    if (cites.some(cite => cite.box?.some(edge => !Number.isFinite(edge)))) return `${item.id} stands nowhere`
  }
  return null
}
