/** What the script of the answer pages knows while it runs: the page that is shown, what the phone keeps of the form, its conditions. */
import type { Form } from '../form/model.ts'
import { answersWith, fieldsOf, pageBeside, showAsked } from './conditions.ts'
import type { Held, HeldWord } from './held.ts'
import { keptPages, type KeptPages } from './kept-pages.ts'
import { keptFor, type Kept } from './queue.ts'
import { takePage } from './take.ts'

export interface OnPhone {
  window: Window & typeof globalThis
  /** The personal link's path. */
  link: string
  kept: Kept
  pages: KeptPages
  /** Of the page that is shown. */
  held: Held
  /** Null until they are there, and where the form has none. */
  conditions: Form | null
  isForgotten: boolean
}

const heldIn = (document: Document) =>
  JSON.parse(document.getElementById('answer-held')?.textContent ?? 'null') as Held | null

/** Null: this is no answer page. */
export function onPhone(window: Window & typeof globalThis): OnPhone | null {
  const link = window.document.getElementById('answer')?.dataset.own
  const held = heldIn(window.document)
  if (!link || !held) return null
  const kept = keptFor(window.localStorage, link)
  return { window, link, kept, pages: keptPages(window, link), held, conditions: null, isForgotten: false }
}

/** Another page is shown. */
export function takeNext(phone: OnPhone) {
  phone.held = heldIn(phone.window.document) ?? phone.held
}

export const rootOf = ({ window: { document } }: OnPhone) => document.getElementById('answer')
export const stateOf = (phone: OnPhone): string | undefined => rootOf(phone)?.dataset.state
/** Whether the page came from the phone: what it was answered with since is not in it. */
export const isKept = (phone: OnPhone): boolean => rootOf(phone)?.dataset.kept === 'yes'
export const formOf = ({ window: { document } }: OnPhone) => document.querySelector<HTMLFormElement>('form.answering')

export function say({ window: { document }, held }: OnPhone, ...words: HeldWord[]) {
  const notice = document.getElementById('offline')
  if (!notice) return
  notice.textContent = words.map(word => held.words[word]).join(' ')
  notice.hidden = words.length === 0
}

export function typedIn({ conditions }: OnPhone, form: HTMLFormElement): string {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  if (conditions) fields.set('seen', '1')
  return fields.toString()
}

/** What pages were answered with that the page now shown cannot know of. */
export function bodiesOnPhone(phone: OnPhone): Map<string, string> {
  const bodies = new Map<string, string>()
  if (isKept(phone))
    for (const { name } of phone.held.pages) {
      const said = phone.kept.said(name)
      if (said !== null) bodies.set(name, said)
    }
  for (const { page, body } of phone.kept.waiting()) bodies.set(page, body)
  return bodies
}

/** Shows what is asked, given what is typed. */
export function follow(phone: OnPhone) {
  const form = formOf(phone)
  const { conditions, held } = phone
  if (!form || !conditions || !held.page) return
  const page = conditions.pages.find(one => one.name === held.page)
  if (!page) return
  const before = answersWith(conditions, held, bodiesOnPhone(phone))
  const fields = fieldsOf(typedIn(phone, form))
  const { shown } = takePage({ form: conditions, page, before, day: held.day }, fields, null)
  showAsked(form, conditions, shown, held.day, page.name)
}

/** The path of the page beside the one that is shown; null: there is none. */
export function pathBeside(phone: OnPhone, step: 1 | -1): string | null {
  const { conditions, held } = phone
  const at = held.pages.findIndex(({ name }) => name === held.page)
  if (!conditions) return held.pages[at + step]?.path ?? null
  const answers = answersWith(conditions, held, bodiesOnPhone(phone))
  const next = pageBeside(conditions, answers, held.day, held.page!, step)
  return held.pages.find(({ name }) => name === next?.name)?.path ?? null
}
