/** What the person's acts do in the browser: the operation, what she is told, and the row that comes next. */
import type { Words } from '../../../../platform/words.ts'
import type { Acts, ReviewData } from '../context.ts'
import type { Operation, ReviewItem } from '../operation.ts'
import { inTreeOrder, isInside, stepOf, subtreeOf } from '../place.ts'
import { idsIn, isLiving, listed, nextOpen } from '../view.ts'
import { lastOwn } from './queue.ts'
import { withRow, type Session } from './session.ts'
import type { Wire } from './wire.ts'

export interface Hands {
  session: Session
  data: ReviewData
  words: Words
  wire: Wire
  newId: () => string
  showHelp: () => void
  /** Brings what is done with the row in hand before the eyes, where the screen is too small for all. */
  showRow: () => void
}

const target = ({ id, version }: ReviewItem) => ({ id, version })

export function actsOf({ session, data, words, wire, newId, showHelp, showRow }: Hands): Acts {
  const { t } = words
  const current = () => {
    const { items, view } = session.state()
    return items.find(item => item.id === view.selected) ?? null
  }
  const find = (id: string | null | undefined) => session.state().items.find(item => item.id === id) ?? null

  const acts: Acts = {
    run(operation, then = {}) {
      const before = session.state()
      const kept = new Set([...before.view.kept, ...idsIn(before.items, before.view.show, before.view.page)])
      const refused = session.run(operation)
      if (refused) return session.set({ said: refused })
      const row = 'item' in operation ? operation.item.id : null
      if (row) session.draft(row, null)
      session.set({ said: said(operation), drawn: null, drawing: null })
      session.look({ tool: null, kept: [...kept, ...newRows(operation)] })
      const select = then.select ?? rowAfter(operation)
      if (then.next) goOn(row)
      else if (select) session.set({ view: withRow(session.state().view, find(select)) })
    },

    confirm(scope) {
      const row = current()
      if (!row || !isLiving(row)) return
      const living = session.state().items.filter(isLiving)
      const rows = (scope === 'subtree' ? subtreeOf(living, row.id) : [row]).filter(item => item.state !== 'confirmed')
      if (rows.length) acts.run({ act: 'item.confirm', items: rows.map(target) }, { next: true })
      else goOn(row.id)
    },

    mergeWith(other) {
      const row = current()
      if (!row) return
      const order = inTreeOrder(session.state().items.filter(isLiving)).map(item => item.id)
      const [into, from] = order.indexOf(row.id) < order.indexOf(other.id) ? [row, other] : [other, row]
      acts.run({ act: 'item.merge', into: target(into), from: target(from) })
    },

    step(step) {
      const row = current()
      const place = row && stepOf(session.state().items.filter(isLiving), row.id, step)
      if (row && place) acts.run({ act: 'item.move', item: target(row), ...place })
      else session.set({ said: t('review.refused.no-further') })
    },

    undo(change) {
      const { shared, sending } = session.state()
      const last = change ? { change } : lastOwn(shared, data.me.userId, sending)
      if (!last) return session.set({ said: t('review.refused.nothing-to-undo') })
      if ('waiting' in last) session.drop(last.waiting)
      else session.run({ act: 'item.undo', change: last.change })
      session.set({ said: t('review.said.item.undo') })
    },

    select(id) {
      session.set({ view: withRow(session.state().view, find(id)), drawing: null, drawn: null, said: null })
      showRow()
    },

    show(show) {
      const { view, items } = session.state()
      const next = { ...view, show, kept: [], tool: null }
      const rows = listed(items, show, view.page).filter(row => !row.context)
      const keep = rows.some(row => row.id === view.selected)
      const first = rows.find(row => row.state !== 'confirmed') ?? rows[0] ?? null
      session.set({ view: keep ? next : withRow(next, first), said: null })
    },

    turn(page) {
      const { view } = session.state()
      if (data.pages.some(({ number }) => number === page))
        session.look({ page, kept: view.show === 'page' ? [] : view.kept })
    },

    zoom: () => session.look({ zoom: session.state().view.zoom === 1 ? 2 : 1 }),

    tool(tool) {
      session.set({ said: null, ...(tool ? {} : { drawn: null, drawing: null }) })
      session.look({ tool })
    },

    draw: purpose => session.set({ drawing: purpose, drawn: null, said: purpose ? t('review.draw.hint') : null }),

    async drew(box) {
      const { drawing, view } = session.state()
      const { page } = view
      session.set({ drawing: null })
      if (!drawing || page === null) return
      const words = await wire.words(page, box)
      if (words && !words.text) return session.set({ said: t('review.refused.no-words') })
      session.set({
        said: words ? null : t('review.refused.offline'),
        drawn: words && { purpose: drawing, cite: { page, box: words.box ?? box, quote: words.text } },
      })
      session.look({ tool: drawing === 'add' ? 'add' : 'edit' })
    },

    help: showHelp,
    letters: on => session.letters(on),
    again: id => session.again(id),
    letGo: id => session.drop(id),
    newId,
    draft: (row, fields) => session.draft(row, fields),
  }

  function said(operation: Operation): string {
    return t(`review.said.${operation.act}`)
  }

  /** To the next row that waits; the one in hand stays where the list has none. */
  function goOn(from: string | null) {
    const { items, view } = session.state()
    const next = nextOpen(listed(items, view.show, view.page, new Set(view.kept)), from)
    if (next) session.set({ view: withRow(view, next) })
    else session.set({ said: t('review.said.all') })
  }

  function rowAfter(operation: Operation): string | null {
    if (operation.act === 'item.merge') return operation.into.id
    return null
  }

  const newRows = (operation: Operation) => ('newId' in operation ? [operation.newId] : [])

  return acts
}

/** The row that `m` merges with: the next in reading order. */
export function nextInOrder(items: readonly ReviewItem[], id: string): ReviewItem | null {
  const ordered = inTreeOrder(items.filter(isLiving))
  return ordered[ordered.findIndex(item => item.id === id) + 1] ?? null
}

/** The row above in the tree (`up`), or the first below. */
export function relative(items: readonly ReviewItem[], id: string, up: boolean): ReviewItem | null {
  const living = items.filter(isLiving)
  const row = living.find(item => item.id === id)
  if (up) return living.find(item => item.id === row?.parentId && !isInside(living, item.id, id)) ?? null
  return inTreeOrder(living).find(item => item.parentId === id) ?? null
}
