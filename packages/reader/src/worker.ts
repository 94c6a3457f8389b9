/** Reads one file in a thread of its own, so that a hard page stops nobody. Started by read.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { answer, type Message, type Task } from './answer.ts'
import { ReaderError } from './errors.ts'

const port = parentPort!
const send = (message: Message) => port.postMessage(message)

try {
  send(await answer(workerData as Task, send))
} catch (error) {
  if (error instanceof WebAssembly.RuntimeError)
    send({
      type: 'error',
      code: 'broken',
      message: 'This file stops the reader. Save it again from the program it came from.',
    })
  else if (!(error instanceof ReaderError)) throw error
  else send({ type: 'error', code: error.code, message: error.message })
}
