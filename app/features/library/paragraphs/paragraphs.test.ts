import { expect, test } from 'vitest'
import { testApp } from '../../../platform/testing/app.ts'
import { addressOf, allParagraphs, matches, matrixOf, paragraphsOf, readFilter } from './model.ts'

const { app } = await testApp()
const ask = async (path: string, language = 'en') => {
  const response = await app.request(path, { headers: { 'accept-language': language } })
  return { status: response.status, text: await response.text() }
}
const chosen = (query: Record<string, string>) =>
  allParagraphs
    .filter(paragraph => matches(paragraph, readFilter(query)))
    .map(({ resolution, number }) => `${resolution} ¶${number}`)

test('verb and addressee together mean that this verb addresses them', () => {
  expect(chosen({ to: 'member-states', verb: 'invites' })).toEqual(['1325 ¶6'])
  // 1325 ¶3 urges the Secretary-General and calls on States: it urges no State.
  expect(chosen({ to: 'member-states', verb: 'urges' })).not.toContain('1325 ¶3')
  expect(chosen({ to: 'member-states', verb: 'calls-upon' })).toContain('1325 ¶3')
})

test('what is put to States can be chosen, and one subject of it', () => {
  expect(chosen({ states: 'yes' })).toHaveLength(55)
  expect(chosen({ states: 'yes', about: 'small-arms' })).toEqual(['2122 ¶14', '2242 ¶15'])
  expect(chosen({ to: 'no-such-body', verb: '', about: 'constructor' })).toHaveLength(199)
})

test('only parties to armed conflict are met with demands', () => {
  const { verbs, rows } = matrixOf(allParagraphs)
  const demands = verbs.indexOf('demands')
  expect(rows.filter(({ counts }) => counts[demands]! > 0).map(({ addressee }) => addressee)).toEqual(['armed-parties'])
  expect(rows[0]!.addressee).toBe('secretary-general')
})

test('the list shows what is chosen, and offers it as a file', async () => {
  const address = addressOf('/resolutions/paragraphs', { to: 'troop-contributors', verb: 'urges' })
  const { text } = await ask(address)
  expect(text).toContain('5 paragraphs of 199')
  expect(text).toContain('id="op-1820-7"')
  expect(text).not.toContain('id="op-1820-6"')
  expect(text).toContain(
    `href="${addressOf('/resolutions/paragraphs.csv', { to: 'troop-contributors', verb: 'urges' }).replace('&', '&amp;')}"`,
  )
  const csv = await ask('/resolutions/paragraphs.csv?states=yes')
  expect(csv.text.match(/^\d{4},/gm)).toHaveLength(55)
  expect(JSON.parse((await ask('/resolutions/paragraphs.json')).text).resolutions).toHaveLength(9)
})

test('the picture of who is addressed says the same as its table', async () => {
  const { text } = await ask('/resolutions/paragraphs')
  const { rows } = matrixOf(allParagraphs)
  const counts = rows.flatMap(row => row.counts.filter(count => count > 0))
  for (const picture of text.match(/<svg class="(?:wide|narrow)".*?<\/svg>/gs) ?? ['no picture']) {
    const drawn = [...picture.matchAll(/class="count(?: inside)?"[^>]*>(\d+)</g)].map(([, count]) => Number(count))
    expect(drawn).toEqual(counts)
  }
  const table = text.slice(text.indexOf('<caption>'))
  for (const count of counts) expect(table).toContain(`>${count}</a>`)
})

test('a resolution has its paragraphs under addresses of their own, in the reader’s language', async () => {
  const { text } = await ask('/resolutions/1889', 'fr')
  for (const { number, summary } of paragraphsOf(1889)) {
    expect(text).toContain(`id="op-${number}"`)
    expect(text).toContain(summary.fr)
  }
  const { text: some } = await ask('/resolutions/1889?to=armed-parties')
  expect(some).toContain('id="op-12"')
  expect(some).not.toContain('id="op-17"')
})

test('of 2493 it is said that its paragraphs are not known', async () => {
  expect((await ask('/resolutions/2493')).text).toContain('Its operative paragraphs are not known here')
})

test('related frameworks stand beside their sources', async () => {
  const { text } = await ask('/resolutions/frameworks', 'ar')
  expect(text).toContain('CEDAW/C/GC/30')
  expect(text).toContain('href="https://wpsfocalpointsnetwork.org/nato/"')
  expect(JSON.parse((await ask('/resolutions/frameworks.json')).text).frameworks).toHaveLength(5)
})
