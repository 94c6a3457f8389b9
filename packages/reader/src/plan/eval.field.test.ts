/** Readings of the evaluation set, held against its truths by its own scorer. Skipped where the set is not there. */
import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { layoutOfDocx } from '../docx/index.ts'
import type { Layout } from '../layout.ts'
import { layoutOfPdf, loadPdfium } from '../pdf/index.ts'
import type { PlanDocument } from '../plan-document.ts'
import { planOf } from './index.ts'

const SET = new URL('../../../../../shared/eval/', import.meta.url)
const BARS: [file: string, overall: number][] = [
  ['cod-nap2.pdf', 0.95],
  ['en-ruled.pdf', 0.95],
  ['es-tabs.pdf', 0.9],
  ['pt-docx.docx', 0.95],
]

interface Scorer {
  score(truth: unknown, read: PlanDocument): { overall: number }
}

async function layoutOf(name: string): Promise<Layout> {
  const bytes = new Uint8Array(readFileSync(new URL(`dev/${name}`, SET)))
  return name.endsWith('.docx') ? layoutOfDocx(bytes) : layoutOfPdf(await loadPdfium(), bytes)
}

describe.skipIf(!existsSync(SET))('the evaluation set', () => {
  for (const [name, bar] of BARS)
    test(`${name} is read right to ${bar}`, { timeout: 60_000 }, async () => {
      const { score } = (await import(pathToFileURL(new URL('score.mjs', SET).pathname).href)) as Scorer
      const truth: unknown = JSON.parse(
        readFileSync(new URL(`dev/${name.replace(/\.\w+$/, '')}.truth.json`, SET), 'utf8'),
      )
      const layout = await layoutOf(name)
      const plan = planOf(layout, { name, sha256: '', mediaType: layout.mediaType, pages: null })
      expect(score(truth, plan).overall).toBeGreaterThanOrEqual(bar)
    })
})
