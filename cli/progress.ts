/** How far a reading is, for a person who waits at a terminal. In a pipe or a log it stays quiet. */

type OnProgress = (progress: { pagesDone: number; pages: number }) => void

export async function showProgress<T>(work: (onProgress?: OnProgress) => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work()
  try {
    return await work(({ pagesDone, pages }) => process.stderr.write(`\r${pagesDone} of ${pages} pages read`))
  } finally {
    process.stderr.write('\r\x1b[K')
  }
}
