/** The review in the browser: takes over the markup of the server, and goes on with what waits to be saved. */
import { hydrate } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { makeWords } from '../../platform/words.ts'
import { WordsContext } from '../../ui/words.tsx'
import { paths } from './model.ts'
import { actsOf } from './review/island/acts.ts'
import { keepFocus } from './review/island/focus.ts'
import { newUuid } from './review/island/new-uuid.ts'
import { onKey } from './review/island/keys.ts'
import { makeSession, type State } from './review/island/session.ts'
import { keptIn } from './review/island/storage.ts'
import { wireTo } from './review/island/wire.ts'
import type { Start } from './review/page.tsx'
import { ReviewScreen } from './review/screen.tsx'

const root = document.getElementById('review')
const script = document.getElementById('review-data')
if (root && script) {
  const start = JSON.parse(script.textContent ?? '') as Start
  hydrate(<Island start={start} root={root} />, root)
}

function Island({ start, root }: { start: Start; root: HTMLElement }) {
  const { data, locale, messages } = start
  const words = useMemo(() => makeWords(locale, messages, messages), [])
  const [state, setState] = useState<State | null>(null)
  const hands = useMemo(() => handsOf(start, words, setState), [])
  const selected = useRef(start.view.selected)

  // The first drawing is the server's, word for word; only then does the island add what needs it.
  useEffect(() => {
    // A whole page on a small screen is a picture of grey lines.
    hands.session.look({ zoom: isSmall() ? 2 : 1 })
    hands.session.start()
    const key = (event: KeyboardEvent) => {
      if (onKey(event, hands.session.state(), hands.acts, data.me.canChange, words.dir === 'rtl'))
        event.preventDefault()
    }
    const back = () => document.visibilityState === 'visible' && hands.session.start()
    document.addEventListener('keydown', key)
    document.addEventListener('visibilitychange', back)
    window.addEventListener('online', back)
    return () => {
      document.removeEventListener('keydown', key)
      document.removeEventListener('visibilitychange', back)
      window.removeEventListener('online', back)
    }
  }, [])
  useLayoutEffect(() => {
    if (!state) return
    keepFocus(root, state.view, selected.current !== state.view.selected)
    selected.current = state.view.selected
  }, [state])

  const review = state
    ? {
        ...state,
        data: { ...data, items: state.shared.items, changes: state.shared.changes, last: state.shared.last },
        acts: hands.acts,
        waiting: state.shared.queue,
      }
    : {
        data,
        view: start.view,
        items: data.items,
        acts: null,
        said: null,
        drawing: null,
        drawn: null,
        waiting: [],
        connection: 'ok' as const,
        drafts: new Map(),
        letters: true,
        touched: new Map(),
      }
  return (
    <WordsContext.Provider value={words}>
      <ReviewScreen review={{ ...review, formId: start.formId, returned: state ? null : start.returned }} />
    </WordsContext.Provider>
  )
}

/** Page and rows stand one below the other (review.css). */
const isSmall = () => matchMedia('(max-width: 59.99rem)').matches

function handsOf({ data, view }: Start, words: ReturnType<typeof makeWords>, changed: (state: State) => void) {
  const wire = wireTo(paths.review(data.plan.slug), data.me.userId, fetch.bind(window))
  const newId = newUuid
  const session = makeSession({
    data,
    view,
    words,
    wire,
    newId,
    kept: keptIn(localStorage, `${data.me.userId} ${data.plan.id}`),
    now: () => new Date().toISOString(),
    visible: () => document.visibilityState === 'visible',
    changed,
  })
  const showHelp = () => document.querySelector<HTMLDialogElement>('#review-help')?.showModal()
  const showRow = () => isSmall() && document.querySelector('#row')?.scrollIntoView({ block: 'start' })
  return { session, acts: actsOf({ session, data, words, wire, newId, showHelp, showRow }) }
}
