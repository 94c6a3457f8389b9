/** Reads one PDF in a process of its own, as bench/reader.ts asks: node bench/read-once.ts FILE THREADS. Prints what it took as JSON. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readPlan } from '../packages/reader/src/index.ts'

export interface Took {
  /** Of the answer: the same for one thread and for two. */
  sha256: string
  items: number
  /** From the call to the answer. */
  milliseconds: number
  /** Processor time of all threads. */
  cpu: number
  /** The most memory that the process ever had. */
  megabytes: number
}

const [file, threads] = process.argv.slice(2)
const bytes = readFileSync(file!)
const start = performance.now()
const reading = await readPlan(bytes, { name: 'plan.pdf', threads: threads === '2' ? 2 : 1 })
const milliseconds = performance.now() - start
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
const took: Took = {
  sha256: createHash('sha256').update(JSON.stringify(reading)).digest('hex'),
  items: reading.document.items.length,
  milliseconds,
  cpu: (userCPUTime + systemCPUTime) / 1000,
  megabytes: (maxRSS * 1024) / 1e6,
}
console.log(JSON.stringify(took))
