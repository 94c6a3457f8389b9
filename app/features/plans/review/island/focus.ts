/** Where the focus goes: with the row in hand while one moves among rows, never away from a field in which one types. */
import type { View } from '../context.ts'

/** After the screen was drawn. `moved`: another row is in hand than before. */
export function keepFocus(root: HTMLElement, view: View, moved: boolean): void {
  const focused = document.activeElement
  const row = root.querySelector<HTMLElement>(`[data-row="${view.selected}"]`)
  if (!row || view.tool) return
  const lost = !focused || focused === document.body
  const onRow = focused instanceof HTMLElement && focused.matches('[data-row]')
  if (lost || (moved && onRow)) row.focus({ preventScroll: true })
}

/** Scrolls a box so that the element is seen in it; the page itself stays where it is. */
export function showWithin(container: Element | null, element: Element | null | undefined): void {
  if (!container || !element) return
  const box = container.getBoundingClientRect()
  const at = element.getBoundingClientRect()
  const margin = Math.min(60, box.height / 5)
  if (at.top < box.top + margin) container.scrollTop += at.top - box.top - margin
  else if (at.bottom > box.bottom - margin)
    container.scrollTop += Math.min(at.bottom - box.bottom + margin, at.top - box.top - margin)
  if (at.left < box.left || at.right > box.right) {
    const off = at.width > box.width ? at.left - box.left : (at.left + at.right) / 2 - (box.left + box.right) / 2
    container.scrollLeft += off
  }
}
