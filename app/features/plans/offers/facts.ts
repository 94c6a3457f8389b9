/** What is known of a plan as a whole: from the file's name, from its reading, from people, in this order. Pure. */
import type { PlanDocument } from '@open1325/reader'
import { asSlug } from '../../../platform/slug.ts'
import type { Facts } from '../queries/instrument.ts'

const LONGEST = { title: 500, issuer: 300 }

/** A title for a plan that nobody has read yet: its file's name, without the ending. */
export function titleFromFileName(fileName: string): string {
  const words = fileName
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
  return (words || fileName).slice(0, LONGEST.title)
}

/** What a reading says of the plan. What it did not find, it does not say. */
export function factsOfDocument(document: PlanDocument): Partial<Facts> {
  const { title, issuer, period, languages, source } = document
  const country = issuer?.code && /^[A-Z]{3}$/.test(issuer.code) ? issuer.code : null
  return {
    ...(title?.trim() && { title: title.trim().slice(0, LONGEST.title) }),
    ...(issuer?.name.trim() && { issuer: issuer.name.trim().slice(0, LONGEST.issuer) }),
    ...(country && { country }),
    ...(period && { periodStart: asDate(period.start), periodEnd: asDate(period.end) }),
    ...(languages.length > 0 && { languages }),
    pages: source.pages,
  }
}

const asDate = (text: string | null): string | null => (text && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) ? text : null)

/** The address that a plan's facts suggest: 'cod-2019-2022', else its title in Latin letters or 'plan', with its years. */
export function slugOf(facts: Pick<Facts, 'title' | 'country' | 'periodStart' | 'periodEnd'>): string {
  const years = [...new Set([facts.periodStart, facts.periodEnd].flatMap(date => date?.slice(0, 4) ?? []))]
  const title = asSlug(facts.title)
  // Of a title in another script only its figures are left: '1325' would be every plan's address.
  const words = /[a-z]/.test(title) ? title : 'plan'
  const name = facts.country && years.length ? facts.country.toLowerCase() : words
  return [name, ...years.filter(year => !name.split('-').includes(year))].join('-')
}
