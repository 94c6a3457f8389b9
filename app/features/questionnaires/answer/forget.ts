/** Nothing of the form stays on the phone: once it was sent, or where somebody asks for it. */
import type { OnPhone } from './on-phone.ts'

export async function forgetAll(phone: OnPhone) {
  phone.isForgotten = true
  phone.kept.forget()
  await phone.pages.forget()
}

/** Asked for on the page: what is not sent is asked about first. */
export async function forgetHere(phone: OnPhone) {
  const { window, held, kept } = phone
  if (kept.isUnsent() && !window.confirm(held.words.forgetUnsent)) return
  const { forgotten } = held.words
  await forgetAll(phone)
  const { document } = window
  const told = document.createElement('p')
  told.className = 'prose'
  told.setAttribute('role', 'status')
  told.textContent = forgotten
  document.getElementById('content')!.replaceChildren(told)
  document.title = ''
}
