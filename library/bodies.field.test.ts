/** Holds the rules of bodies against the facts that were gathered in the field, where they lie beside the repository. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BODIES } from './bodies.ts'

const facts = new URL('../../shared/facts/', import.meta.url)
/** Without those of memberships, which were read later. */
const sources = BODIES.flatMap(({ sources: all, members }) =>
  Object.entries(all).flatMap(([key, source]) => (members?.sources.includes(key) ? [] : [source])),
)
/** A host may be written with its last point. */
const plain = (text: string): string => text.replace(/(?<=\/\/[^/\s]+)\.(?=[/\s]|$)/gu, '')

/** Read in a staging copy of the page, which no reader should be sent to: the page itself is named, and the rule is to be checked. */
const READ_IN_A_COPY = [
  'https://www.ohchr.org/en/hr-bodies/hrc/nhri-participation',
  'https://www.ohchr.org/en/treaty-bodies/cat/information-civil-society-ngos-and-nhris',
]

describe.skipIf(!existsSync(facts))('the facts of the field', () => {
  const read = (name: string): string => plain(readFileSync(new URL(name, facts), 'utf8'))

  test('each address was read: none was made up', () => {
    const known = ['rules.md', 'field.md', 'resolutions-and-indicators.md'].map(read).join('\n')
    const unread = sources.flatMap(({ url }) => (url && !known.includes(url) ? [url] : []))
    expect(unread.filter(url => !READ_IN_A_COPY.includes(url))).toEqual([])
  })

  test('each of the 43 procedures that were checked has a source in the library', () => {
    const rows = JSON.parse(readFileSync(new URL('rules.json', facts), 'utf8')) as { id: string; source: string }[]
    const urls = new Set(sources.map(({ url }) => url))
    const lacking = rows.filter(
      ({ source }) =>
        !plain(source)
          .split(/[\s;]+/u)
          .some(url => urls.has(url)),
    )
    expect(rows).toHaveLength(43)
    expect(lacking.map(({ id }) => id)).toEqual(['HRC-NHRI'])
  })
})
