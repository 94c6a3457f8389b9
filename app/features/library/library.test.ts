import { expect, test } from 'vitest'
import json from '../../../library/resolutions.json' with { type: 'json' }
import { testApp } from '../../platform/testing/app.ts'
import { library, readResolutions } from './model.ts'

const { app } = await testApp()
const ask = async (path: string, language = 'en') => {
  const response = await app.request(path, { headers: { 'accept-language': language } })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

test('a library whose fact names no source of its own is refused', () => {
  const broken = structuredClone(json)
  broken.resolutions[0]!.vote.source = 'hearsay'
  expect(() => readResolutions(broken)).toThrow('resolution 1325 has no source “hearsay”')
})

test('the list shows all ten with date, vote and themes, in the reader’s language', async () => {
  const { text } = await ask('/resolutions')
  for (const { number } of library.resolutions) expect(text).toContain(`href="/resolutions/${number}"`)
  expect(text).toContain('adopted on 31 October 2000')
  expect(text).toContain('13 in favour, 0 against, 2 abstaining')
  expect((await ask('/resolutions', 'fr')).text).toContain('Résolution 1325 (2000)')
  expect((await ask('/resolutions', 'ar')).text).toContain('القرار 1325 (2000)')
})

test.each(library.resolutions)('every fact about $number stands beside a link to its source', async resolution => {
  const { text } = await ask(`/resolutions/${resolution.number}`)
  for (const { url } of Object.values(resolution.sources))
    expect(text).toContain(`href="${url.replaceAll('&', '&amp;')}"`)
  expect(text).toContain(resolution.summary.text.en)
})

test('a number that is no resolution on women, peace and security is not found', async () => {
  for (const number of ['1235', '01325', '1325.0']) expect((await ask(`/resolutions/${number}`)).status).toBe(404)
})

test('the downloads hold the same as the pages', async () => {
  expect(JSON.parse((await ask('/resolutions.json')).text)).toEqual(json)
  const csv = await ask('/resolutions.csv')
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(csv.text.match(/^(\uFEFF?number|\d{4}),/gm)).toHaveLength(11)
  expect(csv.text).toContain('1888,S/RES/1888 (2009),2009-09-30')
})
