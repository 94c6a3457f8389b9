/** One person's work on one plan in the browser: what she sees, what waits to be saved, what others changed. */
import type { Words } from '../../../../platform/words.ts'
import type { Drawing, Drawn, ReviewData, View } from '../context.ts'
import type { Operation, ReviewItem } from '../operation.ts'
import { applyOperation } from '../operations.ts'
import { isLiving, pageOf, standsOn } from '../view.ts'
import {
  decidedAnew,
  enqueue,
  nextToSend,
  rowsWithWaiting,
  withNews,
  withoutWaiting,
  withRefusal,
  type News,
  type Shared,
} from './queue.ts'
import type { Kept } from './storage.ts'
import type { Wire } from './wire.ts'

export interface State {
  shared: Shared
  /** The rows with what waits applied. */
  items: ReviewItem[]
  view: View
  said: string | null
  drawing: Drawing | null
  drawn: Drawn | null
  connection: 'ok' | 'lost' | 'signed-out'
  touched: ReadonlyMap<string, string>
  drafts: ReadonlyMap<string, Record<string, string>>
  letters: boolean
  /** The id of the operation that is under way. */
  sending: string | null
}

export interface Session {
  state: () => State
  set: (change: Partial<Omit<State, 'shared' | 'items'>>) => void
  look: (view: Partial<View>) => void
  /** Does it here at once and then on the server. Gives why it cannot be done, in words; null: it is under way. */
  run: (operation: Operation) => string | null
  drop: (id: string) => void
  again: (id: string) => void
  draft: (row: string, fields: Record<string, string> | null) => void
  letters: (on: boolean) => void
  /** Goes on sending and asking until the page is closed. */
  start: () => void
}

const ASK_EVERY = 2_000
const WAIT_AFTER_LOSS = [1_000, 2_000, 5_000, 10_000]

export interface SessionOptions {
  data: ReviewData
  view: View
  words: Words
  wire: Wire
  kept: Kept
  newId: () => string
  now: () => string
  /** Whether anybody looks at the page. */
  visible: () => boolean
  changed: (state: State) => void
}

export function makeSession(options: SessionOptions): Session {
  const { data, words, wire, kept, newId, now } = options
  const { me, names } = data
  const queue = kept.load()
  let state = withItems({
    shared: { items: data.items, changes: data.changes, last: data.last, queue },
    items: data.items,
    view: options.view,
    said: null,
    drawing: null,
    drawn: null,
    connection: 'ok',
    touched: new Map(),
    drafts: kept.loadDrafts(),
    letters: kept.letters(),
    sending: null,
  })
  let losses = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function withItems(next: State): State {
    return { ...next, items: rowsWithWaiting(next.shared, me.userId) }
  }
  function set(change: Partial<State>) {
    const next = { ...state, ...change }
    state = change.shared ? withItems(next) : next
    options.changed(state)
  }

  function run(operation: Operation): string | null {
    const at = now()
    if (operation.act !== 'item.undo') {
      const applied = applyOperation(state.items, operation, { userId: me.userId, at })
      if (!applied.ok) return words.t(`review.refused.${applied.refusal}`, { rows: '' })
      if (applied.rows.length === 0) return null
    }
    const shared = enqueue(state.shared, newId(), operation, at)
    kept.save(shared.queue.at(-1)!)
    set({ shared })
    void sync()
    return null
  }

  function drop(id: string) {
    kept.drop(id)
    set({ shared: withoutWaiting(state.shared, id) })
  }

  function again(id: string) {
    const shared = decidedAnew(state.shared, id, newId(), now())
    kept.drop(id)
    kept.save(shared.queue.at(-1)!)
    set({ shared })
    void sync()
  }

  function takeIn(news: News): Shared {
    const touched = new Map(state.touched)
    for (const [id, who] of Object.entries(news.by))
      if (who !== me.userId) touched.set(id, names[who ?? ''] ?? words.t('review.somebody'))
      else touched.delete(id)
    state = { ...state, touched }
    return withNews(state.shared, news)
  }

  /** Sends what waits, one after the other; then asks what others did. */
  async function sync() {
    if (state.sending) return
    clearTimeout(timer)
    for (let next = nextToSend(state.shared.queue); next; next = nextToSend(state.shared.queue)) {
      const { id } = next
      set({ sending: id })
      const reply = await wire.send(next, state.shared.last)
      set({ sending: null })
      if (reply.state === 'lost' || reply.state === 'signed-out') return wait(reply.state)
      losses = 0
      const shared = reply.news ? takeIn(reply.news) : state.shared
      if (reply.state === 'done') {
        kept.drop(id)
        set({ shared: withoutWaiting(shared, id), connection: 'ok' })
      } else {
        const refused = { sentence: reply.sentence, conflict: reply.state === 'conflict', rowId: reply.rowId }
        set({ shared: withRefusal(shared, id, refused), connection: 'ok' })
      }
    }
    if (options.visible()) {
      const news = await wire.news(state.shared.last)
      if (news === 'lost' || news === 'signed-out') return wait(news)
      losses = 0
      if (news.items.length || state.connection !== 'ok') set({ shared: takeIn(news), connection: 'ok' })
    }
    clearTimeout(timer)
    timer = setTimeout(sync, ASK_EVERY)
  }

  function wait(connection: 'lost' | 'signed-out') {
    if (state.connection !== connection) set({ connection })
    clearTimeout(timer)
    timer = setTimeout(sync, WAIT_AFTER_LOSS[Math.min(losses++, WAIT_AFTER_LOSS.length - 1)])
  }

  return {
    state: () => state,
    set,
    look: view => set({ view: { ...state.view, ...view } }),
    run,
    drop,
    again,
    draft(row, fields) {
      const drafts = new Map(state.drafts)
      if (fields) drafts.set(row, fields)
      else drafts.delete(row)
      kept.saveDraft(row, fields)
      // What is typed is not shown before the form is opened anew: no reason to draw the page again at each letter.
      if (fields) state = { ...state, drafts }
      else set({ drafts })
    },
    letters(on) {
      kept.saveLetters(on)
      set({ letters: on })
    },
    start: () => void sync(),
  }
}

/** The view with another row in hand, on the page where it stands. */
export function withRow(view: View, row: ReviewItem | null): View {
  if (!row) return view
  const page = standsOn(row, view.page) && isLiving(row) ? view.page : (pageOf(row) ?? view.page)
  return { ...view, selected: row.id, page, tool: null }
}
