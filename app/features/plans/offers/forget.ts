/** A removed draft leaves nothing on the disk: neither its file, if no other plan has it, nor pictures of its pages. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { forgetFiles, withoutRow } from '../../../platform/files/forget.ts'
import type { Services } from '../../../platform/http.ts'
import { pictureFolder } from '../pictures.ts'

const FORGET_JOB = 'forget-files'

/** Works on what was removed; and once at the start, for what a crash or a broken upload has left. */
export async function workOnForgetting(services: Services) {
  const { database, files, jobs } = services
  await jobs.work(FORGET_JOB, async () => {
    await forgetFiles(database.owner, files)
    await forgetPictures(services)
  })
  await forgetRemoved(services)
}

/** Has the files of removed plans removed soon. Should the job not be kept, the next start of the server does it. */
export async function forgetRemoved({ jobs, log }: Services) {
  await jobs.send(FORGET_JOB, {}).catch((err: unknown) => log.error({ err }, 'files of a removed plan'))
}

async function forgetPictures({ config, database }: Services) {
  const folder = pictureFolder(config)
  const drawn: string[] = []
  for (const prefix of await namesIn(folder)) drawn.push(...(await namesIn(join(folder, prefix))))
  for (const sha256 of await withoutRow(database.owner, drawn))
    await rm(join(folder, sha256.slice(0, 2), sha256), { recursive: true, force: true })
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
