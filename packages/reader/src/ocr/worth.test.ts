import { expect, test } from 'vitest'
import { onWhite } from './paper.ts'
import type { Picture } from './picture.ts'
import { worthReading } from './worth.ts'

const [WIDTH, HEIGHT] = [600, 800]

function sheet(ground: number, draw: (x: number, y: number) => number | null): Picture {
  const data = new Uint8Array(WIDTH * HEIGHT)
  for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++) data[y * WIDTH + x] = draw(x, y) ?? ground
  return { width: WIDTH, height: HEIGHT, data }
}
const text = (shade: number) => (x: number, y: number) =>
  y % 40 < 12 && x % 9 < 4 && x > 60 && x < 540 && y > 60 && y < 740 ? shade : null
const rulings = (x: number, y: number) => (x % 140 < 2 || y % 130 < 2 ? 0 : null)

const PICTURES: Picture[] = [
  sheet(110, (x, y) => (x * 7 + y * 13) % 120),
  sheet(255, text(20)),
  sheet(250, rulings),
  sheet(120, (x, y) => (x + y) % 130),
  sheet(255, () => null),
]
const pages = PICTURES.map((_, i) => ({ number: i + 1 }))
const worth = (front: boolean) => [
  ...worthReading(pages, number => PICTURES[number - 1]!, { languages: ['en'], front }),
]

test('of a document with text of its own the pictures of text and of tables are read, photographs are not', () => {
  expect(worth(true).toSorted()).toEqual([2, 3, 5])
})

test('a cover is read where the text names no title, issuer or years', () => {
  expect(worth(false).toSorted()).toEqual([1, 2, 3, 5])
})

test('light letters on an area of medium shade become dark on white, dark ones stay', () => {
  for (const [ground, ink] of [
    [118, 255],
    [180, 20],
  ] as const) {
    const { data } = onWhite(sheet(ground, text(ink)))
    expect(data[100 * WIDTH + 40]!).toBeGreaterThan(240)
    expect(data[(Math.floor(100 / 40) * 40 + 5) * WIDTH + 63]!).toBeLessThan(60)
  }
})
