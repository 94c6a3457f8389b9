/** How much of a plan a reading got right: items, parents and fields, each as F1 of 0..1. */
import type { Item } from '../../src/plan-document.ts'

type Plan = { items: readonly Item[] }

/** Case, signs and white space aside; digits of every script are as they are. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .toLowerCase()
}

const named = (item: Item): string => `${item.kind} ${bare(item.text)}`

function parents({ items }: Plan): string[] {
  const byId = new Map(items.map(item => [item.id, item]))
  return items.map(item => {
    const parent = item.parent === null ? undefined : byId.get(item.parent)
    return `${named(item)} < ${parent ? named(parent) : ''}`
  })
}

function fields({ items }: Plan): string[] {
  return items.flatMap(item =>
    Object.entries(item.fields).map(([name, field]) => `${named(item)} ${name} ${bare(field.text)}`),
  )
}

/** F1 of two lists that hold the same thing as often as it was said; 1 where both are empty. */
function f1(truth: readonly string[], read: readonly string[]): number {
  if (truth.length + read.length === 0) return 1
  const left = [...read]
  let right = 0
  for (const thing of truth) {
    const at = left.indexOf(thing)
    if (at < 0) continue
    left.splice(at, 1)
    right++
  }
  return (2 * right) / (truth.length + read.length)
}

export function scoreOf(truth: Plan, read: Plan): { items: number; parents: number; fields: number } {
  return {
    items: f1(truth.items.map(named), read.items.map(named)),
    parents: f1(parents(truth), parents(read)),
    fields: f1(fields(truth), fields(read)),
  }
}
