/** How what was answered leaves the phone: through its store, in order; where there is no connection the form goes on. */
import { sendWaiting, type Outcome } from './queue.ts'
import { pathBeside, say, stateOf, typedIn, type OnPhone } from './on-phone.ts'
import { postForm, sendOne } from './transport.ts'

/** Draws a page that came, or was kept, in the place of the one that is shown. */
export type Draw = (html: string, address: string) => void

export interface Sending {
  /** Posts a page of the form. @param go the button that was pressed */
  submit: (form: HTMLFormElement, go: string) => Promise<void>
  /** The last step. */
  sendAll: (form: HTMLFormElement) => Promise<void>
  /** Sends what waited for the connection. */
  catchUp: () => Promise<void>
  /** Resolves when nothing is being sent. */
  idle: () => Promise<unknown>
}

export function sendingOf(phone: OnPhone, draw: Draw): Sending {
  let running: Promise<Outcome> | null = null
  /** One at a time: what is typed fast is sent in its order. */
  const flush = () =>
    (running ??= sendWaiting(phone.kept, waiting =>
      sendOne(waiting, phone.pages, percent => showProgress(phone, percent)),
    ).finally(() => {
      running = null
    }))
  return {
    submit: (form, go) => submit(phone, draw, flush, form, go).catch(() => sendByHand(phone, form, go)),
    sendAll: form => sendAll(phone, draw, flush, form),
    catchUp: () => catchUp(phone, flush),
    idle: async () => running,
  }
}

type Flush = () => Promise<Outcome>

function showProgress(phone: OnPhone, percent: number | null) {
  const bar = phone.window.document.getElementById('sending') as HTMLProgressElement | null
  if (!bar) return
  bar.hidden = percent === null
  if (percent === null) return
  bar.value = percent
  say(phone, 'sending')
}

async function submit(phone: OnPhone, draw: Draw, flush: Flush, form: HTMLFormElement, go: string) {
  const { held, kept, pages, window } = phone
  const here = held.pages.find(({ name }) => name === held.page)
  if (!here) return form.submit()
  const fields = new URLSearchParams(typedIn(phone, form))
  fields.set('go', go)
  const post = fields.get('post')!
  const file = form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0] ?? null
  if (file && !(await pages.keepFile(post, file))) return sendByHand(phone, form, go)
  const to = file ? form.action : here.path
  const waiting = { post, page: here.name, to, body: fields.toString(), file: file?.name ?? null, at: Date.now() }
  if (!kept.wait(waiting)) return sendByHand(phone, form, go)
  kept.keepDraft(here.name, null)
  kept.keepSaid(here.name, waiting.body)
  const { empty, last } = await flush()
  if (last?.state === 'over') return draw(last.html, last.address)
  if (empty && last?.state === 'done') return draw(last.html, last.address)
  if (empty && last?.state === 'refused') {
    // It stands in the page that came back.
    kept.keepDraft(here.name, null)
    return draw(last.html, window.location.href)
  }
  return goOnWithout(phone, draw, go)
}

/** Where the phone keeps nothing, the form is posted as it would be without a script. */
function sendByHand(phone: OnPhone, form: HTMLFormElement, go: string) {
  if (!phone.window.navigator.onLine) return say(phone, 'lost')
  const field = phone.window.document.createElement('input')
  field.type = 'hidden'
  field.name = 'go'
  field.value = go
  form.append(field)
  form.submit()
}

/** The next page as it was held ready: what she says there waits as well. */
async function goOnWithout(phone: OnPhone, draw: Draw, go: string) {
  const beside = go === 'later' ? null : pathBeside(phone, go === 'back' ? -1 : 1)
  const html = beside && (await phone.pages.page(beside))
  if (!html) return say(phone, 'waiting', 'last')
  draw(html, new URL(beside, phone.window.location.href).href)
  say(phone, 'waiting')
}

async function sendAll(phone: OnPhone, draw: Draw, flush: Flush, form: HTMLFormElement) {
  const { empty } = await flush()
  const sent = empty ? await postForm(form.action, typedIn(phone, form)) : null
  if (sent?.state === 'done' || sent?.state === 'over') return draw(sent.html, sent.address)
  if (sent?.state === 'refused') return draw(sent.html, phone.window.location.href)
  say(phone, 'waiting', 'last')
}

async function catchUp(phone: OnPhone, flush: Flush) {
  if (phone.isForgotten || stateOf(phone) !== 'open' || !phone.kept.waiting().length) return
  const { empty, sent, refused, last } = await flush()
  if (last?.state === 'over') return say(phone, 'over')
  if (!empty) return say(phone, 'waiting')
  if (refused.length) return say(phone, 'mend')
  if (sent) say(phone, 'sent')
}
