/** Posts that the server has not yet taken, what is typed but not posted, and what each page was last answered with, in the phone's store. */

export interface Waiting {
  /** The id of the form as it was shown: the server takes it once. */
  post: string
  /** The name of the form's page that it answers. */
  page: string
  /** The address it is posted to. */
  to: string
  /** As a form is posted: names and values. */
  body: string
  /** The name of the file that goes with it, which lies with the kept pages. */
  file: string | null
  at: number
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Of one personal link. A browser that keeps nothing (private windows) only loses the safety net. */
export function keptFor(store: Store, link: string) {
  const posts = `open1325 answer ${link} post `
  const drafts = `open1325 answer ${link} draft `
  const lasts = `open1325 answer ${link} said `
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
  const set = (key: string, body: string | null) =>
    attempt(() => (body === null ? store.removeItem(key) : store.setItem(key, body)))
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
    keepDraft: (page: string, body: string | null) => set(drafts + page, body),
    /** A page that was held ready does not know what was answered on it since. */
    said: (page: string): string | null => attempt(() => store.getItem(lasts + page)),
    keepSaid: (page: string, body: string) => set(lasts + page, body),
    /** Whether there is anything that the server does not have. */
    isUnsent: (): boolean => attempt(() => keys(posts).length + keys(drafts).length > 0) ?? false,
    /** Everything of this link: when it was sent, nothing of it stays on the phone. */
    forget: () => attempt(() => [posts, drafts, lasts].flatMap(keys).forEach(key => store.removeItem(key))),
  }
}

export type Kept = ReturnType<typeof keptFor>

/** 'refused': the server answered, and something is to be mended. 'over': it takes no answers any more. */
export type Sent =
  | { state: 'done'; html: string; address: string }
  | { state: 'refused'; html: string }
  | { state: 'over'; html: string; address: string }
  | { state: 'lost' }

export interface Outcome {
  /** Nothing waits any more. */
  empty: boolean
  sent: number
  /** Of the posts that the server refused, the pages. */
  refused: string[]
  last: Sent | null
}

/** Sends what waits, in order; stops where the connection is lost or the time is over. What was refused stands in its page again. */
export async function sendWaiting(kept: Kept, send: (waiting: Waiting) => Promise<Sent>): Promise<Outcome> {
  let last: Sent | null = null
  let sent = 0
  const refused: string[] = []
  for (const waiting of kept.waiting()) {
    last = await send(waiting)
    if (last.state === 'lost' || last.state === 'over') return { empty: false, sent, refused, last }
    if (last.state === 'refused') {
      refused.push(waiting.page)
      kept.keepDraft(waiting.page, waiting.body)
    }
    kept.done(waiting.post)
    sent++
  }
  return { empty: true, sent, refused, last }
}

/** What the server's answer to a post says. @param html null: none came */
export function outcomeOf(status: number, html: string | null, address: string): Sent {
  // What a public network's own sign-in page answers is no answer of ours.
  const state = html?.match(/id="answer"[^>]*data-state="(\w+)"/)?.[1]
  if (html === null || !state) return { state: 'lost' }
  if (status === 413 || status === 422) return { state: 'refused', html }
  if (status < 200 || status > 299) return { state: 'lost' }
  return { state: state === 'closed' ? 'over' : 'done', html, address }
}
