/** What is typed and not posted yet: kept as it is typed, put back when the page is shown again. */
import { putBack } from './entries.ts'
import { bodiesOnPhone, isKept, say, typedIn, type OnPhone } from './on-phone.ts'

export const keepDraft = (phone: OnPhone, form: HTMLFormElement) =>
  phone.kept.keepDraft(phone.held.page ?? '', typedIn(phone, form))

export function restore(phone: OnPhone, form: HTMLFormElement) {
  if (isKept(phone)) renewPost(phone, form)
  const draft = phone.kept.draft(phone.held.page ?? '')
  const body = draft ?? bodiesOnPhone(phone).get(phone.held.page ?? '')
  if (isKept(phone)) say(phone, 'kept')
  if (body === undefined) return
  putBack(form, new URLSearchParams(body))
  if (draft !== null && !isKept(phone)) say(phone, 'found')
}

/**
 * What was typed while the script was still on its way, on a slow line: stands above what the phone kept before.
 * @returns what types it again; null: nothing was
 */
export function typedBefore(form: HTMLFormElement): (() => void) | null {
  const fields = form.querySelectorAll<Field>('[name^="q."]:not([type=file])')
  const typed = [...fields].filter(isTyped).map(field => ({ field, ...stateOf(field) }))
  if (!typed.length) return null
  return () => typed.forEach(({ field, ...state }) => Object.assign(field, state))
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isTicked = (field: Field): field is HTMLInputElement => field.type === 'radio' || field.type === 'checkbox'
const stateOf = (field: Field) => (isTicked(field) ? { checked: field.checked } : { value: field.value })

/** Otherwise than the page came. */
function isTyped(field: Field): boolean {
  if (isTicked(field)) return field.checked !== field.defaultChecked
  if (!('options' in field)) return field.value !== field.defaultValue
  const came = [...field.options].find(option => option.defaultSelected) ?? field.options[0]
  return field.value !== came?.value
}

/** A page that was held may be posted twice in its turn: each time is another post. */
function renewPost({ window: { crypto } }: OnPhone, form: HTMLFormElement) {
  const field = form.querySelector<HTMLInputElement>('input[name=post]')
  if (field) field.value = crypto.randomUUID?.() ?? uuid(crypto)
}

/** In an old browser, or where the page did not come by https. */
function uuid(crypto: Crypto): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
