/** Posts that the server has not yet taken, and what is typed but not posted, in the phone's store. */

export interface Waiting {
  /** The id of the form as it was shown: the server takes it once. */
  post: string
  /** The address it is posted to. */
  to: string
  /** As a form is posted: names and values. */
  body: string
  at: number
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Of one personal link. A browser that keeps nothing (private windows) only loses the safety net. */
export function keptFor(store: Store, link: string) {
  const posts = `open1325 answer ${link} post `
  const drafts = `open1325 answer ${link} draft `
  const attempt = <T>(work: () => T): T | null => {
    try {
      return work()
    } catch {
      return null
    }
  }
  const keys = (prefix: string): string[] =>
    Array.from({ length: store.length }, (_, n) => store.key(n)).filter(
      (key): key is string => !!key?.startsWith(prefix),
    )
  return {
    /** Whether it is kept. */
    wait: (waiting: Waiting): boolean =>
      attempt(() => {
        store.setItem(posts + waiting.post, JSON.stringify(waiting))
        return true
      }) ?? false,
    done: (post: string) => attempt(() => store.removeItem(posts + post)),
    waiting: (): Waiting[] =>
      attempt(() =>
        keys(posts)
          .map(key => JSON.parse(store.getItem(key)!) as Waiting)
          .sort((a, b) => a.at - b.at),
      ) ?? [],
    draft: (page: string): string | null => attempt(() => store.getItem(drafts + page)),
    keepDraft: (page: string, body: string | null) =>
      attempt(() => (body === null ? store.removeItem(drafts + page) : store.setItem(drafts + page, body))),
    /** Everything of this link: when it was sent, nothing of it stays on the phone. */
    forget: () => attempt(() => [...keys(posts), ...keys(drafts)].forEach(key => store.removeItem(key))),
  }
}

export type Kept = ReturnType<typeof keptFor>

/** 'refused': the server answered, and something is to be mended. */
export type Sent =
  { state: 'done'; html: string; address: string } | { state: 'refused'; html: string } | { state: 'lost' }

/** Sends what waits, in order; stops where the connection is lost. Gives whether nothing waits any more, and what came of the last. */
export async function sendWaiting(
  kept: Kept,
  send: (waiting: Waiting) => Promise<Sent>,
): Promise<{ empty: boolean; sent: number; last: Sent | null }> {
  let last: Sent | null = null
  let sent = 0
  for (const waiting of kept.waiting()) {
    last = await send(waiting)
    if (last.state === 'lost') return { empty: false, sent, last }
    kept.done(waiting.post)
    sent++
  }
  return { empty: true, sent, last }
}
