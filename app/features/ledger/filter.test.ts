import { expect, test } from 'vitest'
import { filterOf, NO_FILTER, queryOf, setFilters, spanOfDue, without } from './filter.ts'
import { snippetOf } from './snippet.ts'
import { guarded, unguarded } from './offers/guard.ts'

const of = (query: string) => filterOf(new URLSearchParams(query))

test('A filter comes back from its address as it was', () => {
  const query =
    '?q=police+training&country=COD&issuer=ministry&instrument-kind=policy&instrument=cod-2019&pillar=2&kind=action' +
    '&responsible=army&due=2027&voice=government&status=done&gap=differ&order=due'
  expect(queryOf(of(query))).toBe(query)
  expect(queryOf(NO_FILTER)).toBe('')
})

test('When it is due may be a month or lie between two days, which a form sends apart', () => {
  expect(spanOfDue(of('due=2027-02').due!)).toEqual(['2027-02-01', '2027-02-28'])
  expect(of('due=2027-03-08..2027-03-31').due).toBe('2027-03-08..2027-03-31')
  expect(of('due=2027&due-from=2027-03-08&due-to=2027-03-31').due).toBe('2027-03-08..2027-03-31')
  expect(queryOf(of('due-from=2027-03-08&due-to='))).toBe('?due=2027-03-08..2199-12-31')
  expect(of('due=&due-from=&due-to=').due).toBe(null)
  for (const wrong of ['due=2027-13', 'due=2027-03-31..2027-03-08', 'due=2027-02-30x..2027-03-01', 'due-from=soon'])
    expect(of(wrong).due, wrong).toBe(null)
})

test('What an address cannot mean is left out', () => {
  expect(
    of('country=Congo&kind=song&due=soon&voice=me&gap=wide&order=random&instrument=../x&pillar=1&q=%20%20'),
  ).toEqual(NO_FILTER)
  expect(of('pillar=3').pillar).toBe(null)
  expect(of('due=2450').due).toBe(null)
  expect(of(`q=${'x'.repeat(5000)}`).words!.length).toBe(200)
})

test('A pillar goes with its document', () => {
  const filter = of('instrument=cod-2019&pillar=2&due=overdue')
  expect(without(filter, 'instrument')).toEqual({ ...NO_FILTER, due: 'overdue' })
  expect(setFilters(filter)).toEqual(['instrument', 'pillar', 'due'])
})

const marked = (text: string, typed: string) =>
  snippetOf(text, typed)
    .map(piece => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('')

test('The words that were searched for are marked, whatever their accents, case and endings', () => {
  expect(marked('Former des médiatrices locales', 'mediatrice')).toBe('Former des [médiatrices] locales')
  expect(marked('Training women mediators', 'train mediator')).toBe('[Training] women [mediators]')
  expect(marked('تدريب الشرطة على حماية النساء', 'شرطه')).toBe('تدريب [الشرطة] على حماية النساء')
  expect(marked('Women and men', 'women -men')).toBe('[Women] and men')
  expect(marked('Nothing here', 'police')).toBe('Nothing here')
})

test('A long text is cut to where the first word found stands', () => {
  const text = `${'many words before it '.repeat(40)}the police station ${'and after '.repeat(80)}`
  const shown = marked(text, 'police')
  expect(shown).toContain('[police]')
  expect(shown.startsWith('… ')).toBe(true)
  expect(shown.endsWith(' …')).toBe(true)
  expect(shown.length).toBeLessThan(420)
})

test('No cell is run by a spreadsheet, and each comes back as it was', () => {
  const risky = ['=1+1', '+49 30', '-5 %', '@SUM(A1)', "'=x", "''@", '\tx', '＝1', "'quoted'", 'plain', '', '1-2']
  for (const text of risky) {
    const cell = guarded(text)
    expect(cell).not.toMatch(/^[=+\-@\t\r＝]/)
    expect(unguarded(cell)).toBe(text)
  }
})
