/** While there is a connection: the form's pages, its conditions and what shows them are held ready on the phone. */
import type { Form } from '../form/model.ts'
import { follow, stateOf, type OnPhone } from './on-phone.ts'
import { ask } from './transport.ts'

/** @param idle resolves when nothing else is being sent */
export async function holdPages(phone: OnPhone, idle: () => Promise<unknown>) {
  if (stateOf(phone) !== 'open') return
  const { held, link, pages, window } = phone
  const at = Math.max(
    0,
    held.pages.findIndex(({ name }) => name === held.page),
  )
  const order = [link, ...[...held.pages.slice(at), ...held.pages.slice(0, at)].map(({ path }) => path)]
  for (const path of order) {
    await idle()
    if (phone.isForgotten) return
    if (await pages.isFresh(path)) continue
    const response = await ask(path)
    const html = response?.ok ? await response.text().catch(() => null) : null
    if (html === null || phone.isForgotten) return
    await pages.keep(path, html)
    // After an update of the server it may load others than this page did.
    await pages.keepParts(html.match(/\/assets\/[\w./-]+\.(?:css|js)/g) ?? [])
  }
  window.document.documentElement.dataset.held = 'yes'
}

export async function holdConditions(phone: OnPhone) {
  const { held, pages } = phone
  const address = held.conditions
  if (address === null) return
  const text = (await pages.page(address)) ?? (await (await ask(address))?.text().catch(() => null)) ?? null
  if (text === null || phone.isForgotten) return
  try {
    const form = JSON.parse(text) as Form
    // What is worked out in words is worked out in hers.
    phone.conditions = { ...form, languages: [held.language, ...form.languages] }
  } catch {
    return
  }
  await pages.keep(address, text)
  follow(phone)
}

/** So that the form can be opened again without a connection. */
export async function holdWorker(phone: OnPhone) {
  if (stateOf(phone) !== 'open') return
  const { held, pages, window } = phone
  try {
    await window.navigator.serviceWorker?.register(held.worker, { scope: '/answer/' })
  } catch {
    return
  }
  const parts = [
    ...window.document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[rel=stylesheet]'),
  ]
  await pages.keepParts(parts.map(part => ('src' in part ? part.src : part.href)))
}
