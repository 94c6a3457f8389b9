/** Our own illustrative plans, with which to try how it works. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const FOLDER = fileURLToPath(new URL('../../../../examples/', import.meta.url))
const list = z.array(z.object({ file: z.string().regex(/^[\w-]+\.\w+$/), title: z.string(), language: z.string() }))
export type Example = z.output<typeof list>[number]

export const examples = async (): Promise<Example[]> =>
  list.parse(JSON.parse(await readFile(join(FOLDER, 'index.json'), 'utf8')))

/** Where the example lies on this machine. */
export const pathOfExample = (example: Example): string => join(FOLDER, example.file)
