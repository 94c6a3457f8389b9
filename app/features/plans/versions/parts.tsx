/** Parts that the public page and the desk share: an edition's name, what became of a row, the changes in words. */
import { WEAKENING, type Change, type ChangeKind } from '@open1325/appraisal'
import { useWords } from '../../../ui/words.tsx'
import { paths, type Instrument, type PlanItem } from '../model.ts'
import { rowName } from '../names.ts'
import { periodInWords } from '../offers/period.ts'
import { citeLinks, citeWords } from '../public/cites.tsx'
import type { Fate } from './model.ts'

export function EditionName({ plan }: { plan: Instrument }) {
  const words = useWords()
  const period = periodInWords(plan, words)
  return (
    <>
      <bdi lang={plan.languages[0]}>{plan.title}</bdi>
      {period && ` (${period})`}
    </>
  )
}

/** A shape and a word: never colour alone. */
const SHAPES: Record<Fate, string> = {
  weakened: '▼',
  strengthened: '▲',
  both: '◆',
  dropped: '✕',
  added: '＋',
  changed: '○',
  reworded: '≈',
  same: '=',
}

export function FateMark({ fate }: { fate: Fate }) {
  const { t } = useWords()
  return (
    <span class={`fate ${fate}`}>
      <span aria-hidden="true">{SHAPES[fate]}</span> {t(`versions.fate.${fate}`)}
    </span>
  )
}

export function ItemWords({ plan, item }: { plan: Instrument; item: PlanItem }) {
  const words = useWords()
  return (
    <>
      <span class="kind">{rowName(item, words)}</span>{' '}
      <a href={paths.item(plan.slug, item.ref)} lang={plan.languages[0]} dir="auto">
        {item.text}
      </a>{' '}
      {citeLinks(plan.slug, item.ref, item.cites, citeWords(words))}
    </>
  )
}

const isTold = (change: Change): change is Change & { kind: Exclude<ChangeKind, 'reworded'> } =>
  change.kind !== 'reworded'

/** 'Target lowered: 40 % became 25 %', with the page of each. The rewording itself is seen in the words. */
export function Changes({ changes, earlier, later }: { changes: Change[]; earlier: Instrument; later: Instrument }) {
  const words = useWords()
  const { t } = words
  const told = changes.filter(isTold)
  if (!told.length) return null
  const cites = citeWords(words)
  return (
    <ul class="changes">
      {told.map(({ kind, before, after, citesBefore, citesAfter }) => (
        <li key={kind} class={WEAKENING.includes(kind) ? 'weaker' : undefined}>
          <strong>{t(`versions.change.${kind}`)}</strong>{' '}
          {before !== null && (
            <>
              <del dir="auto" lang={earlier.languages[0]}>
                {before}
              </del>{' '}
              {citeLinks(earlier.slug, 0, citesBefore, cites)}
            </>
          )}{' '}
          {after !== null && (
            <>
              <ins dir="auto" lang={later.languages[0]}>
                {after}
              </ins>{' '}
              {citeLinks(later.slug, 0, citesAfter, cites)}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
