/** Reads pictures of pages in a thread of its own, one after the other. Started by pool.ts. */
import { parentPort } from 'node:worker_threads'
import { Engine } from './engine.ts'
import type { Answer, Question } from './pool.ts'
import { recognise, scoutPage } from './recognise.ts'

const port = parentPort!
const engine = Engine.start()

port.on('message', async ({ picture, scale, scouted }: Question) => {
  const ready = await engine
  const answer: Answer =
    scouted === null
      ? { scouted: await scoutPage(ready, picture) }
      : { read: await recognise(ready, picture, scale, scouted) }
  port.postMessage(answer)
})
