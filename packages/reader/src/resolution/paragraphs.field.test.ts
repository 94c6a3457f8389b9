import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readParagraphs } from '../index.ts'

const FOLDER = new URL('../../../../../shared/data/resolutions/', import.meta.url)

describe.skipIf(!existsSync(FOLDER))('resolutions as they are published', () => {
  test.each([
    ['S_RES_1325.txt', 18],
    ['S_RES_1820.txt', 16],
    ['S_RES_1888.txt', 29],
    ['S_RES_1889.txt', 20],
    ['S_RES_1960.txt', 19],
    ['S_RES_2106.txt', 23],
    ['S_RES_2122.txt', 19],
    ['S_RES_1325_fr.pdf', 18],
  ])('%s has %i operative paragraphs, each with its verb and no page furniture', async (name, count) => {
    const paragraphs = await readParagraphs(new Uint8Array(readFileSync(new URL(name, FOLDER))), { name })
    expect(paragraphs.map(p => p.number)).toEqual(Array.from({ length: count }, (_, i) => String(i + 1)))
    expect(paragraphs.filter(p => p.verb === null || p.cites.length === 0)).toEqual([])
    const texts = paragraphs.flatMap(p => [p.text, ...p.sub.map(s => s.text)])
    expect(texts.filter(t => /S\/RES\/\d{4} \(|\d{2}-\d{5}|n00\d+|\p{L}- (?!and )\p{L}/u.test(t))).toEqual([])
    expect(texts.filter(t => !/(?:[;:,.]|; and)$/u.test(t))).toEqual([])
  })
})
