/**
 * The script of the answer pages: posts through the phone's store, and shows pages that were held ready while there was a connection.
 * Without it the pages are plain forms.
 */
import { keepDraft, restore, typedBefore } from './draft.ts'
import { addEntry, removeEntry } from './entries.ts'
import { forgetAll, forgetHere } from './forget.ts'
import { holdConditions, holdPages, holdWorker } from './hold.ts'
import { follow, formOf, onPhone, say, stateOf, takeNext, type OnPhone } from './on-phone.ts'
import { sendingOf, type Sending } from './sending.ts'

const AGAIN_MS = 15_000

export function beginAnswering(window: Window & typeof globalThis) {
  const phone = onPhone(window)
  if (!phone) return
  const sending = sendingOf(phone, (html, address) => {
    if (draw(phone, html, address)) attach(phone, sending)
  })
  window.addEventListener('online', () => void sending.catchUp())
  window.addEventListener('popstate', () => window.location.reload())
  window.setInterval(() => void sending.catchUp(), AGAIN_MS)
  attach(phone, sending)
  void holdConditions(phone)
    .then(sending.catchUp)
    .then(() => holdWorker(phone))
    .then(() => holdPages(phone, sending.idle))
}

/** Gives whether it could be drawn; else its address is opened. */
function draw({ window }: OnPhone, html: string, address: string): boolean {
  const { document, location } = window
  const next = new DOMParser().parseFromString(html, 'text/html')
  const main = next.getElementById('content')
  if (!main) {
    location.assign(address)
    return false
  }
  document.getElementById('content')!.replaceWith(document.adoptNode(main))
  document.title = next.title
  if (location.href !== address) window.history.pushState(null, '', address)
  window.scrollTo(0, 0)
  return true
}

/** Takes up a page that is shown now. */
function attach(phone: OnPhone, sending: Sending) {
  takeNext(phone)
  const state = stateOf(phone)
  if (state === 'sent') return void forgetAll(phone)
  if (state === 'closed') {
    if (!phone.kept.isUnsent()) return void forgetAll(phone)
    say(phone, 'over')
  }
  const { document } = phone.window
  const forget = document.getElementById('forget')
  if (forget) {
    forget.hidden = false
    forget.querySelector('button')!.addEventListener('click', () => void forgetHere(phone))
  }
  const form = formOf(phone)
  if (form) takeUp(phone, sending, form)
  const sendOff = document.querySelector<HTMLFormElement>('form.sending-off')
  sendOff?.addEventListener('submit', event => {
    event.preventDefault()
    void sending.sendAll(sendOff)
  })
}

function takeUp(phone: OnPhone, sending: Sending, form: HTMLFormElement) {
  const typeAgain = typedBefore(form)
  restore(phone, form)
  if (typeAgain) {
    typeAgain()
    keepDraft(phone, form)
  }
  follow(phone)
  const noteTyping = () => {
    keepDraft(phone, form)
    follow(phone)
  }
  form.addEventListener('input', noteTyping)
  form.addEventListener('submit', event => {
    event.preventDefault()
    const go = ((event as SubmitEvent).submitter as HTMLButtonElement | null)?.value ?? 'next'
    if (go === 'add' && addEntry(form)) return noteTyping()
    if (go.startsWith('remove.') && removeEntry(form, go)) return noteTyping()
    void sending.submit(form, go)
  })
}
