/**
 * The script of the answer pages: posts through the phone's store, and shows pages that were held ready while there was a connection.
 * Without it the pages are plain forms.
 */
import type { Form } from '../form/model.ts'
import { answersWith, fieldsOf, pageBeside, showAsked } from './conditions.ts'
import { addEntry, putBack, removeEntry } from './entries.ts'
import type { Held, HeldWord } from './held.ts'
import { keptPages } from './kept-pages.ts'
import { keptFor, sendWaiting } from './queue.ts'
import { takePage } from './take.ts'
import { ask, postForm, sendOne } from './transport.ts'

const AGAIN_MS = 15_000

export function beginAnswering(window: Window & typeof globalThis) {
  const { document, location } = window
  const root = () => document.getElementById('answer')
  const link = root()?.dataset.own
  const heldNow = () => JSON.parse(document.getElementById('answer-held')?.textContent ?? 'null') as Held | null
  let held = heldNow()!
  if (!link || !held) return
  const kept = keptFor(window.localStorage, link)
  const pages = keptPages(window, link)
  let conditions: Form | null = null
  let sending: ReturnType<typeof sendWaiting> | null = null
  let isForgotten = false

  const isKept = () => root()?.dataset.kept === 'yes'
  const formNow = () => document.querySelector<HTMLFormElement>('form.answering')

  function say(...words: HeldWord[]) {
    const notice = document.getElementById('offline')
    if (!notice) return
    notice.textContent = words.map(word => held.words[word]).join(' ')
    notice.hidden = words.length === 0
  }

  function showProgress(percent: number | null) {
    const bar = document.getElementById('sending') as HTMLProgressElement | null
    if (!bar) return
    bar.hidden = percent === null
    if (percent === null) return
    bar.value = percent
    say('sending')
  }

  /** One at a time: what is typed fast is sent in its order. */
  const flush = () =>
    (sending ??= sendWaiting(kept, waiting => sendOne(waiting, pages, showProgress)).finally(() => {
      sending = null
    }))

  function showHtml(html: string, address: string) {
    const next = new DOMParser().parseFromString(html, 'text/html')
    const main = next.getElementById('content')
    if (!main) return location.assign(address)
    document.getElementById('content')!.replaceWith(document.adoptNode(main))
    document.title = next.title
    if (location.href !== address) window.history.pushState(null, '', address)
    window.scrollTo(0, 0)
    attach()
  }

  const typedIn = (form: HTMLFormElement): string => {
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
    if (conditions) fields.set('seen', '1')
    return fields.toString()
  }

  /** What pages were answered with that the page now shown cannot know of. */
  function bodiesOnPhone(): Map<string, string> {
    const bodies = new Map<string, string>()
    if (isKept())
      for (const { name } of held.pages) {
        const said = kept.said(name)
        if (said !== null) bodies.set(name, said)
      }
    for (const { page, body } of kept.waiting()) bodies.set(page, body)
    return bodies
  }

  function follow() {
    const form = formNow()
    if (!form || !conditions || !held.page) return
    const page = conditions.pages.find(one => one.name === held.page)
    if (!page) return
    const before = answersWith(conditions, held, bodiesOnPhone())
    const fields = fieldsOf(typedIn(form))
    const { shown } = takePage({ form: conditions, page, before, day: held.day }, fields, null)
    showAsked(form, conditions, shown, held.day, page.name)
  }

  async function submit(form: HTMLFormElement, go: string) {
    const here = held.pages.find(({ name }) => name === held.page)
    if (!here) return form.submit()
    const fields = new URLSearchParams(typedIn(form))
    fields.set('go', go)
    const post = fields.get('post')!
    const file = form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0] ?? null
    if (file && !(await pages.keepFile(post, file))) return sendByHand(form, go)
    const to = file ? form.action : here.path
    const waiting = { post, page: here.name, to, body: fields.toString(), file: file?.name ?? null, at: Date.now() }
    if (!kept.wait(waiting)) return sendByHand(form, go)
    kept.keepDraft(here.name, null)
    kept.keepSaid(here.name, waiting.body)
    const { empty, last } = await flush()
    if (last?.state === 'over') return showHtml(last.html, last.address)
    if (empty && last?.state === 'done') return showHtml(last.html, last.address)
    if (empty && last?.state === 'refused') {
      // It stands in the page that came back.
      kept.keepDraft(here.name, null)
      return showHtml(last.html, location.href)
    }
    return goOnWithout(go)
  }

  /** Where the phone keeps nothing, the form is posted as it would be without a script. */
  function sendByHand(form: HTMLFormElement, go: string) {
    if (!window.navigator.onLine) return say('lost')
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = 'go'
    field.value = go
    form.append(field)
    form.submit()
  }

  /** The next page as it was held ready: what she says there waits as well. */
  async function goOnWithout(go: string) {
    const beside = go === 'later' ? null : nextPath(go === 'back' ? -1 : 1)
    const html = beside && (await pages.page(beside))
    if (!html) return say('waiting', 'last')
    showHtml(html, new URL(beside, location.href).href)
    say('waiting')
  }

  function nextPath(step: 1 | -1): string | null {
    const at = held.pages.findIndex(({ name }) => name === held.page)
    if (!conditions) return held.pages[at + step]?.path ?? null
    const answers = answersWith(conditions, held, bodiesOnPhone())
    const next = pageBeside(conditions, answers, held.day, held.page!, step)
    return held.pages.find(({ name }) => name === next?.name)?.path ?? null
  }

  /** A page that was held may be posted twice in its turn: each time is another post. */
  function renewPost(form: HTMLFormElement) {
    const field = form.querySelector<HTMLInputElement>('input[name=post]')
    if (field) field.value = window.crypto.randomUUID?.() ?? uuid()
  }

  /** In an old browser, or where the page did not come by https. */
  function uuid(): string {
    const bytes = window.crypto.getRandomValues(new Uint8Array(16))
    bytes[6] = (bytes[6]! & 0x0f) | 0x40
    bytes[8] = (bytes[8]! & 0x3f) | 0x80
    const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }

  function restore(form: HTMLFormElement) {
    const draft = kept.draft(held.page ?? '')
    const body = draft ?? bodiesOnPhone().get(held.page ?? '')
    if (isKept()) say('kept')
    if (body === undefined) return
    putBack(form, new URLSearchParams(body))
    if (draft !== null && !isKept()) say('found')
  }

  /** Takes up a page that is shown now. */
  function attach() {
    held = heldNow() ?? held
    const state = root()?.dataset.state
    if (state === 'sent') return void forgetAll()
    if (state === 'closed') {
      if (!kept.isUnsent()) return void forgetAll()
      say('over')
    }
    const forget = document.getElementById('forget')
    if (forget) {
      forget.hidden = false
      forget.querySelector('button')!.addEventListener('click', () => void forgetHere())
    }
    const form = formNow()
    if (form) takeUp(form)
    const sendOff = document.querySelector<HTMLFormElement>('form.sending-off')
    sendOff?.addEventListener('submit', event => {
      event.preventDefault()
      void sendAll(sendOff)
    })
  }

  function takeUp(form: HTMLFormElement) {
    if (isKept()) renewPost(form)
    restore(form)
    follow()
    const noteTyping = () => {
      kept.keepDraft(held.page ?? '', typedIn(form))
      follow()
    }
    form.addEventListener('input', noteTyping)
    form.addEventListener('submit', event => {
      event.preventDefault()
      const go = ((event as SubmitEvent).submitter as HTMLButtonElement | null)?.value ?? 'next'
      if (go === 'add' && addEntry(form)) return noteTyping()
      if (go.startsWith('remove.') && removeEntry(form, go)) return noteTyping()
      submit(form, go).catch(() => sendByHand(form, go))
    })
  }

  async function sendAll(form: HTMLFormElement) {
    const { empty } = await flush()
    const sent = empty ? await postForm(form.action, typedIn(form)) : null
    if (sent?.state === 'done' || sent?.state === 'over') return showHtml(sent.html, sent.address)
    if (sent?.state === 'refused') return showHtml(sent.html, location.href)
    say('waiting', 'last')
  }

  async function forgetAll() {
    isForgotten = true
    kept.forget()
    await pages.forget()
  }

  async function forgetHere() {
    if (kept.isUnsent() && !window.confirm(held.words.forgetUnsent)) return
    const { forgotten } = held.words
    await forgetAll()
    const told = document.createElement('p')
    told.className = 'prose'
    told.setAttribute('role', 'status')
    told.textContent = forgotten
    document.getElementById('content')!.replaceChildren(told)
    document.title = ''
  }

  async function catchUp() {
    if (isForgotten || root()?.dataset.state !== 'open' || !kept.waiting().length) return
    const { empty, sent, refused, last } = await flush()
    if (last?.state === 'over') return say('over')
    if (!empty) return say('waiting')
    if (refused.length) return say('mend')
    if (sent) say('sent')
  }

  /** Keeps the form's pages ready, from this one on, while nothing else is sent. */
  async function holdPages() {
    if (root()?.dataset.state !== 'open') return
    const at = Math.max(
      0,
      held.pages.findIndex(({ name }) => name === held.page),
    )
    const order = [link!, ...[...held.pages.slice(at), ...held.pages.slice(0, at)].map(({ path }) => path)]
    for (const path of order) {
      await sending
      if (isForgotten) return
      if (await pages.isFresh(path)) continue
      const response = await ask(path)
      const html = response?.ok ? await response.text().catch(() => null) : null
      if (html === null || isForgotten) return
      await pages.keep(path, html)
      // After an update of the server it may load others than this page did.
      await pages.keepParts(html.match(/\/assets\/[\w./-]+\.(?:css|js)/g) ?? [])
    }
    document.documentElement.dataset.held = 'yes'
  }

  async function holdConditions() {
    const address = held.conditions
    if (address === null) return
    const text = (await pages.page(address)) ?? (await (await ask(address))?.text().catch(() => null)) ?? null
    if (text === null || isForgotten) return
    try {
      conditions = JSON.parse(text) as Form
    } catch {
      return
    }
    await pages.keep(address, text)
    follow()
  }

  /** So that the form can be opened again without a connection. */
  async function holdWorker() {
    if (root()?.dataset.state !== 'open') return
    try {
      await window.navigator.serviceWorker?.register(held.worker, { scope: '/answer/' })
    } catch {
      return
    }
    const parts = [
      ...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[rel=stylesheet]'),
    ]
    await pages.keepParts(parts.map(part => ('src' in part ? part.src : part.href)))
  }

  window.addEventListener('online', () => void catchUp())
  window.addEventListener('popstate', () => location.reload())
  window.setInterval(() => void catchUp(), AGAIN_MS)
  attach()
  void holdConditions().then(catchUp).then(holdWorker).then(holdPages)
}
