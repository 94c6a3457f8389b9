/** On the phone: what was typed is put back; one more of the things that a repeated page is answered for, or one less, without the server. */
import { MOST_ENTRIES } from '../form/model.ts'

const sections = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLElement>('section.entry')]

/** Which entry a section is: 'q.2.place' is in 2. */
function numberOf(section: HTMLElement): number {
  const field = section.querySelector('[data-asked]')?.getAttribute('data-asked')
  return Number(field?.match(/^q\.(\d+)\./)?.[1] ?? -1)
}

/** A further section, empty. Gives whether there was room for it. */
export function addEntry(form: HTMLFormElement): boolean {
  const last = sections(form).at(-1)
  if (!last) return false
  const from = numberOf(last)
  const to = Math.max(...sections(form).map(numberOf)) + 1
  if (from < 0 || to >= MOST_ENTRIES) return false
  const next = last.cloneNode(true) as HTMLElement
  for (const element of [next, ...next.querySelectorAll('*')])
    for (const { name, value } of element.attributes)
      if (value.includes(`q.${from}.`)) element.setAttribute(name, value.replaceAll(`q.${from}.`, `q.${to}.`))
  const called = (text: string | null) => (text ?? '').replace(/\d+/, String(to + 1))
  next.setAttribute('aria-label', called(next.getAttribute('aria-label')))
  const heading = next.querySelector('h2')
  if (heading) heading.textContent = called(heading.textContent)
  for (const said of next.querySelectorAll('.last-time, p.error, button[name=go]')) said.remove()
  for (const wrong of next.querySelectorAll('.in-error')) wrong.classList.remove('in-error')
  for (const field of next.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
    field.removeAttribute('aria-invalid')
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = false
    else field.value = ''
  }
  last.after(next)
  return true
}

/** @param from as the button that takes it out says: 'remove.2' */
export function removeEntry(form: HTMLFormElement, go: string): boolean {
  const n = Number(go.slice('remove.'.length))
  const section = sections(form).find(one => numberOf(one) === n)
  // The last one stays, to be filled in again: emptied.
  if (!section || (sections(form).length === 1 && !addEntry(form))) return false
  section.remove()
  return true
}

/** Makes room for what was typed: as many sections as its fields speak of. */
function roomFor(form: HTMLFormElement, fields: URLSearchParams) {
  const numbers = [...fields.keys()].map(name => Number(name.match(/^q\.(\d+)\./)?.[1] ?? -1))
  const wanted = Math.max(-1, ...numbers)
  while (sections(form).length && Math.max(...sections(form).map(numberOf)) < wanted) if (!addEntry(form)) return
}

/** Puts back what was typed. Of fields with one name, the places of a rank, each gets its own. */
export function putBack(form: HTMLFormElement, fields: URLSearchParams) {
  roomFor(form, fields)
  const used = new Map<string, number>()
  for (const field of form.querySelectorAll<HTMLInputElement>('[name^="q."]:not([type=file])')) {
    const typed = fields.getAll(field.name)
    const n = used.get(field.name) ?? 0
    used.set(field.name, n + 1)
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = typed.includes(field.value)
    else field.value = typed[n] ?? ''
  }
}
