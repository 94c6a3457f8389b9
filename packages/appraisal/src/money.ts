/** The five states of money in a plan. They are five answers; the criterion's own answer says only how far they reach together. */
import type { Cite, PlanDocument } from '@open1325/reader'
import type { MoneyState, StateFinding } from './appraisal.ts'
import { QUOTES } from './appraisal.ts'
import type { Judgement } from './count-rows.ts'
import { fieldCites } from './count-rows.ts'
import type { AskOf } from './edition.ts'
import { measuresOf, namesAmount } from './measures.ts'
import type { Ground } from './search.ts'
import { ask, searchOf } from './search.ts'
import { firstCite } from './text/passages.ts'

/**
 * 'yes': an amount (a total, or one for each measure) and its source. 'partly': an amount without a source, only some measures
 * with an amount, or a source or a fund of its own without an amount. 'no': the plan says that there is none, or its measures were counted,
 * none names an amount, and no total, source or fund was found. 'not-found': no measures to count, and at most the word.
 */
export function money(document: PlanDocument, rule: AskOf<'money'>, ground: Ground): Judgement {
  const measures = measuresOf(document)
  const costed = measures.filter(item => namesAmount(item.fields.budget))
  const withBudget = measures.filter(item => item.fields.budget)
  const found = {
    mentioned: ask(rule.states.mentioned, ground),
    total: ask(rule.states.total, ground),
    source: ask(rule.states.source, ground),
    disbursed: ask(rule.states.disbursed, ground),
  }
  const earmarked = ask(rule.earmarked, ground)
  const inRows = fieldCites(withBudget, ['budget'])
  const states: Record<MoneyState, StateFinding> = {
    mentioned: withBudget.length > 0 ? { answer: 'yes', quotes: inRows } : asMention(found.mentioned),
    total: state(found.total),
    costed: {
      answer: share(costed.length, measures.length),
      quotes: costed.length > 0 ? fieldCites(costed, ['budget']) : measures.slice(0, QUOTES).map(firstCite),
    },
    source: state(found.source),
    disbursed: state(found.disbursed),
  }
  const denied = [found.mentioned, earmarked].find(answer => answer.code === 'denied' || answer.code === 'contradicted')
  const amount = states.total.answer === 'yes' || states.costed.answer === 'yes'
  const someAmount = amount || states.costed.answer === 'partly' || states.total.answer === 'partly'
  const place = states.source.answer === 'yes' || earmarked.answer === 'yes' || earmarked.answer === 'partly'
  const words = searchOf(
    { strong: [...rule.states.total.strong, ...rule.states.source.strong, ...rule.earmarked.strong], weak: [] },
    ground,
  )
  const judged = { search: words, states, params: { of: measures.length, have: costed.length } }
  const counts = measures.length > 0 ? { counts: { of: measures.length, have: costed.length } } : {}
  const give = (answer: Judgement['answer'], code: string, ...quotes: Cite[][]): Judgement => ({
    ...judged,
    ...counts,
    answer,
    code,
    quotes: mixed(quotes),
  })
  const { total, source } = states
  const rowQuotes = costed.length > 0 ? states.costed.quotes : []
  if (amount && place) return give('yes', 'amount-and-source', total.quotes, rowQuotes, source.quotes, earmarked.quotes)
  if (someAmount && place)
    return give('partly', 'amount-and-source', total.quotes, rowQuotes, source.quotes, earmarked.quotes)
  if (someAmount) return give('partly', 'amount-only', total.quotes, rowQuotes)
  if (denied && place) return give('partly', 'denied-in-part', denied.quotes, source.quotes, earmarked.quotes)
  if (denied) return give('no', 'denied', denied.quotes)
  if (place) return give('partly', 'source-only', earmarked.quotes, source.quotes)
  if (measures.length > 0) return give('no', 'none', states.mentioned.quotes, states.costed.quotes)
  return give('not-found', states.mentioned.answer === 'yes' ? 'mentioned' : 'nothing', states.mentioned.quotes)
}

function state({ answer, quotes }: StateFinding): StateFinding {
  return { answer, quotes }
}

/** To say that there is no money is to mention it; a mention in a heading is one too. */
function asMention({ answer, quotes }: StateFinding): StateFinding {
  return { answer: answer === 'not-found' ? 'not-found' : 'yes', quotes }
}

function share(have: number, of: number): StateFinding['answer'] {
  if (of === 0) return 'not-found'
  return have === of ? 'yes' : have > 0 ? 'partly' : 'no'
}

/** One of each list in turn, so that each kind of evidence is seen. */
function mixed(lists: Cite[][]): Cite[] {
  const quotes: Cite[] = []
  for (let place = 0; place < QUOTES; place++)
    for (const list of lists) {
      const cite = list[place]
      if (cite && !quotes.some(known => known.quote === cite.quote && known.page === cite.page)) quotes.push(cite)
    }
  return quotes.slice(0, QUOTES)
}
