/** The keys of the review: one letter each, never while one types. */
import { ITEM_KINDS } from '@open1325/reader/plan-document'
import type { Acts } from '../context.ts'
import { listed, stepFrom } from '../view.ts'
import { nextInOrder, relative } from './acts.ts'
import type { State } from './session.ts'

const TYPES_IN = 'input, textarea, select, [contenteditable]'

/** Acts on a key; gives whether it was one of ours. */
export function onKey(event: KeyboardEvent, state: State, acts: Acts, canChange: boolean, rtl: boolean): boolean {
  const at = event.target as HTMLElement
  if (event.isComposing || document.querySelector('dialog[open]')) return false
  if (event.key === 'Escape') return close(state, acts)
  if (at.closest(TYPES_IN)) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false
    at.closest('form')?.requestSubmit(at.closest('form')?.querySelector<HTMLElement>('[name=confirm]') ?? undefined)
    return true
  }
  if (event.ctrlKey || event.metaKey) return false
  if (event.altKey) return canChange && moves(event, acts, rtl)
  // A button or link in the row's own tools keeps its Enter and Space.
  if (['Enter', ' '].includes(event.key) && at.closest('button, summary, a:not([role=treeitem])')) return false
  if (!state.letters && event.key.length === 1) return false
  return looks(event, state, acts, rtl) || (canChange && changes(event, state, acts))
}

function close({ drawing, view }: State, acts: Acts): boolean {
  if (drawing) acts.draw(null)
  else if (view.tool) acts.tool(null)
  else return false
  return true
}

function moves({ key }: KeyboardEvent, acts: Acts, rtl: boolean): boolean {
  const [inwards, outwards] = rtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  if (key === 'ArrowUp') acts.step('up')
  else if (key === 'ArrowDown') acts.step('down')
  else if (key === inwards) acts.step('in')
  else if (key === outwards) acts.step('out')
  else return false
  return true
}

function looks({ key }: KeyboardEvent, { items, view }: State, acts: Acts, rtl: boolean): boolean {
  const rows = listed(items, view.show, view.page, new Set(view.kept))
  const select = (row: { id: string } | null | undefined) => row && acts.select(row.id)
  const turn = (by: number) => view.page !== null && view.page + by > 0 && acts.turn(view.page + by)
  switch (key) {
    case 'j':
    case 'ArrowDown':
      select(stepFrom(rows, view.selected, 1))
      return true
    case 'k':
    case 'ArrowUp':
      select(stepFrom(rows, view.selected, -1))
      return true
    case 'Home':
      select(rows[0])
      return true
    case 'End':
      select(rows.at(-1))
      return true
    case 'ArrowLeft':
    case 'ArrowRight':
      if (view.selected) select(relative(items, view.selected, (key === 'ArrowLeft') !== rtl))
      return true
    case '[':
      turn(-1)
      return true
    case ']':
      turn(1)
      return true
    case 'z':
      acts.zoom()
      return true
    case '?':
      acts.help()
      return true
    default:
      return false
  }
}

function changes({ key, shiftKey }: KeyboardEvent, { items, view }: State, acts: Acts): boolean {
  const row = items.find(item => item.id === view.selected)
  if (view.tool === 'kind' && /^[1-6]$/.test(key) && row) {
    const { id, version } = row
    acts.run({ act: 'item.rekind', item: { id, version }, kind: ITEM_KINDS[Number(key) - 1]! })
    return true
  }
  switch (key) {
    case 'Enter':
    case 'c':
    case 'C':
      acts.confirm(shiftKey ? 'subtree' : 'one')
      return true
    case 'e':
      acts.tool('edit')
      return true
    case 's':
      acts.tool('split')
      return true
    case 'r':
      acts.tool('kind')
      return true
    case 'p':
      acts.tool('move')
      return true
    case 'a':
      acts.draw('add')
      return true
    case 'u':
      acts.undo()
      return true
    case 'm': {
      const next = row && nextInOrder(items, row.id)
      if (next) acts.mergeWith(next)
      return true
    }
    case 'x':
      if (row) acts.run({ act: 'item.delete', item: { id: row.id, version: row.version } }, { next: true })
      return true
    default:
      return false
  }
}
