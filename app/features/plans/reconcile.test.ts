import type { Item } from '@open1325/reader'
import { describe, expect, test } from 'vitest'
import { reconcile, type Content, type Known } from './reconcile.ts'
import { placeInOrder } from './reconcile/place.ts'

const cite = (page: number, quote: string) => ({ page, box: null, quote })

function read(id: string, text: string, rest: Partial<Item> = {}): Item {
  return { id, kind: 'action', number: null, text, parent: null, fields: {}, cites: [cite(1, text)], ...rest }
}

/** An item that stands as it was read. */
function known(id: string, text: string, rest: Partial<Known> = {}): Known {
  const content: Content = {
    kind: rest.kind ?? 'action',
    number: rest.number ?? null,
    text,
    fields: {},
    cites: rest.cites ?? [cite(1, text)],
    confidence: null,
  }
  return {
    id,
    ...content,
    parentId: null,
    position: Number(id.replace(/\D/g, '')),
    asRead: content,
    touched: false,
    moved: false,
    gone: false,
    mergedInto: null,
    ...rest,
  }
}

/** New items are called new1, new2, ... */
function readAgain(before: Known[], now: Item[]) {
  let count = 0
  return reconcile(before, now, () => `new${++count}`)
}

describe('a plan read again', () => {
  test('the same reading changes nothing', () => {
    const before = [known('k1', 'Train police officers'), known('k2', 'Recruit women', { parentId: 'k1' })]
    const now = [read('r1', 'Train police officers'), read('r2', 'Recruit women', { parent: 'r1' })]
    expect(readAgain(before, now)).toEqual({ add: [], change: [], remove: [] })
  })

  test('an item whose words were read better keeps its address and gets the better words', () => {
    const before = [known('k1', 'Train 500 police oflicers in every provlnce')]
    const result = readAgain(before, [read('r1', 'Train 500 police officers in every province')])
    expect(result.change).toEqual([
      {
        id: 'k1',
        set: {
          text: 'Train 500 police officers in every province',
          cites: [cite(1, 'Train 500 police officers in every province')],
        },
      },
    ])
    expect(result.add).toEqual([])
    expect(result.remove).toEqual([])
  })

  test('what a person corrected is not overwritten, though the machine reads its old words again', () => {
    const asRead = known('k1', 'Traln police').asRead
    const before = [known('k1', 'Train the police of the capital', { touched: true, asRead })]
    expect(readAgain(before, [read('r1', 'Traln police')])).toEqual({ add: [], change: [], remove: [] })
  })

  test('what is no longer read goes, unless a person confirmed it', () => {
    const before = [known('k1', 'Page header of the ministry'), known('k2', 'Adopt a law', { touched: true })]
    expect(readAgain(before, []).remove).toEqual(['k1'])
  })

  test('what a person took out does not come back', () => {
    const before = [known('k1', 'Page header of the ministry', { touched: true, gone: true })]
    expect(readAgain(before, [read('r1', 'Page header of the ministry')])).toEqual({ add: [], change: [], remove: [] })
  })

  test('what a former reading took out and this one reads again has its old address', () => {
    const before = [known('k1', 'Adopt a law', { gone: true })]
    expect(readAgain(before, [read('r1', 'Adopt a law')]).change).toEqual([{ id: 'k1', set: { gone: false } }])
  })

  test('rows that a person merged stay merged, and what hung from the one hangs from the other', () => {
    const before = [
      known('k1', 'Adopt a law and apply it', { touched: true, asRead: known('k1', 'Adopt a law').asRead }),
      known('k2', 'and apply it', { touched: true, gone: true, mergedInto: 'k1' }),
    ]
    const now = [
      read('r1', 'Adopt a law'),
      read('r2', 'and apply it'),
      read('r3', 'Laws adopted', { kind: 'indicator', parent: 'r2' }),
    ]
    const result = readAgain(before, now)
    expect(result.change).toEqual([])
    expect(result.add).toMatchObject([{ id: 'new1', kind: 'indicator', parentId: 'k1' }])
  })

  test('a row that a person split is not doubled', () => {
    const asRead = known('k1', 'Adopt a law; train judges').asRead
    const before = [
      known('k1', 'Adopt a law', { touched: true, asRead }),
      known('k2', 'Train judges', { touched: true, asRead: null }),
    ]
    expect(readAgain(before, [read('r1', 'Adopt a law; train judges')])).toEqual({ add: [], change: [], remove: [] })
  })

  test('a new row stands where it was read, and the others keep their places', () => {
    const before = [known('k1', 'First measure'), known('k2', 'Second measure')]
    const now = [read('r1', 'First measure'), read('r2', 'Between the two'), read('r3', 'Second measure')]
    const result = readAgain(before, now)
    expect(result.add).toMatchObject([{ text: 'Between the two', position: 1.5 }])
    expect(result.change).toEqual([])
  })

  test('a row that a person added stays behind the row that it was added to', () => {
    const before = [
      known('k1', 'First measure'),
      known('k2', 'Added by hand', { touched: true, asRead: null }),
      known('k3', 'Second measure'),
    ]
    const now = [read('r0', 'New at the top'), read('r1', 'First measure'), read('r2', 'Second measure')]
    const result = readAgain(before, now)
    expect(result.add).toMatchObject([{ text: 'New at the top', position: 0 }])
    expect(result.change).toEqual([])
  })

  test('an item that a person moved stays under the parent that the person chose, which therefore stays too', () => {
    const before = [
      known('k1', 'Participation', { kind: 'pillar' }),
      known('k2', 'Recruit women', { parentId: 'k1', touched: true, moved: true }),
    ]
    const now = [read('r1', 'Protection', { kind: 'pillar' }), read('r2', 'Recruit women', { parent: 'r1' })]
    const result = readAgain(before, now)
    expect(result.remove).toEqual([])
    expect(result.change.filter(({ set }) => 'parentId' in set)).toEqual([])
  })

  test('a confirmed item whose pillar is no longer read goes under the pillar that is', () => {
    const before = [
      known('k1', 'Page header', { kind: 'pillar' }),
      known('k2', 'Recruit women', { parentId: 'k1', touched: true }),
    ]
    const now = [read('r1', 'Participation', { kind: 'pillar' }), read('r2', 'Recruit women', { parent: 'r1' })]
    const result = readAgain(before, now)
    expect(result.remove).toEqual(['k1'])
    expect(result.change).toMatchObject([{ id: 'k2', set: { parentId: 'new1' } }])
  })

  test('rows with the same words under two objectives are told apart by what they hang from', () => {
    const objective = { kind: 'objective' as const }
    const before = [
      known('k1', 'Objective one', objective),
      known('k2', 'Annual report', { parentId: 'k1' }),
      known('k3', 'Objective two', objective),
      known('k4', 'Annual report', { parentId: 'k3' }),
    ]
    const now = [
      read('r3', 'Objective two', objective),
      read('r4', 'Annual report', { parent: 'r3' }),
      read('r1', 'Objective one', objective),
      read('r2', 'Annual report', { parent: 'r1' }),
    ]
    const result = readAgain(before, now)
    expect(result.add).toEqual([])
    expect(result.remove).toEqual([])
    expect(result.change.filter(({ set }) => 'parentId' in set)).toEqual([])
  })

  test('no item ever hangs from itself', () => {
    const before = [
      known('k1', 'Pillar of protection', { parentId: 'k2', touched: true }),
      known('k2', 'Objective of recruitment'),
    ]
    const now = [read('r1', 'Pillar of protection'), read('r2', 'Objective of recruitment', { parent: 'r1' })]
    const { change } = readAgain(before, now)
    const parents = new Map(before.map(item => [item.id, item.parentId]))
    for (const { id, set } of change) if (set.parentId !== undefined) parents.set(id, set.parentId)
    expect([...parents]).toEqual([
      ['k1', null],
      ['k2', 'k1'],
    ])
  })
})

describe('positions', () => {
  const place = (...positions: (number | null)[]) => [
    ...placeInOrder(positions.map((position, i) => ({ id: String(i), position }))).values(),
  ]

  test('what is in order stays', () => expect(place(1, 2, 5)).toEqual([1, 2, 5]))
  test('one that was put elsewhere is the one that moves', () => expect(place(1, 9, 2, 3)).toEqual([1, 1.5, 2, 3]))
  test('the first ones are numbered from one', () => expect(place(null, null)).toEqual([1, 2]))
  test('what comes last goes on counting', () => expect(place(4, null, null)).toEqual([4, 5, 6]))
  test('where there is no room between two, all are numbered anew', () =>
    expect(place(1, null, 1 + 1e-9)).toEqual([1, 2, 3]))
})
