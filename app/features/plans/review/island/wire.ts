/** What the island asks the server. */
import type { Box } from '@open1325/reader'
import type { News, Waiting } from './queue.ts'

/** `lost`: nothing came back, or the server could not; the same is sent again later. */
export type Reply =
  | { state: 'done'; news: News }
  | { state: 'refused' | 'conflict'; sentence: string; rowId: string | null; news: News | null }
  | { state: 'signed-out' }
  | { state: 'lost' }

export interface Wire {
  send: (waiting: Waiting, after: number) => Promise<Reply>
  news: (after: number) => Promise<News | 'lost' | 'signed-out'>
  words: (page: number, box: Box) => Promise<{ text: string; box: Box | null } | null>
}

/** `who`: the user id of the person at the page; nobody else's sign-in may send what she did. */
export function wireTo(review: string, who: string, fetch: typeof globalThis.fetch): Wire {
  const ask = async (path: string, body?: unknown): Promise<{ status: number; body: unknown } | null> => {
    try {
      const response = await fetch(review + path, {
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
      })
      return { status: response.status, body: await response.json() }
    } catch {
      return null
    }
  }
  return {
    async send({ id, operation, knows }, after) {
      const reply = await ask('/operations', { id, who, operation, knows, after })
      return reply ? replyOf(reply) : { state: 'lost' }
    },
    async news(after) {
      const reply = await ask(`/changes?after=${after}`)
      if (reply?.status === 200) return reply.body as News
      return reply?.status === 401 ? 'signed-out' : 'lost'
    },
    async words(page, box) {
      const reply = await ask('/words', { page, box })
      return reply?.status === 200 ? (reply.body as { text: string; box: Box | null }) : null
    },
  }
}

function replyOf({ status, body }: { status: number; body: unknown }): Reply {
  const told = body as { news?: News; sentence?: string; clash?: { rowId: string } }
  if (status === 200 && told.news) return { state: 'done', news: told.news }
  if (status === 401) return { state: 'signed-out' }
  if (status >= 500 || status === 429 || !told.sentence) return { state: 'lost' }
  return {
    state: status === 409 ? 'conflict' : 'refused',
    sentence: told.sentence,
    rowId: told.clash?.rowId ?? null,
    news: told.news ?? null,
  }
}
