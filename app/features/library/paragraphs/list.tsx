/** Operative paragraphs as a list: what each does, to whom, about what; and the official words where they are at hand. */
import { useWords } from '../../../ui/words.tsx'
import { OfficialWords } from '../texts/words.tsx'
import type { OfficialText } from '../texts/model.ts'
import { nameOf, type Clause, type ParagraphOf } from './model.ts'

interface ListProps {
  paragraphs: ParagraphOf[]
  /** On a page of several resolutions each paragraph names its own. */
  named?: boolean
  texts?: OfficialText[]
  /** How many commitments carry out each paragraph, by its number; only on the page of one resolution. */
  links?: Map<number, number>
}

export function ParagraphList({ paragraphs, named, texts = [], links }: ListProps) {
  const { t } = useWords()
  if (!paragraphs.length) return <p class="empty">{t('paragraphs.none')}</p>
  return (
    <ol class="rows paragraphs">
      {paragraphs.map(paragraph => (
        <li
          key={`${paragraph.resolution}-${paragraph.number}`}
          id={named ? `op-${paragraph.resolution}-${paragraph.number}` : `op-${paragraph.number}`}
        >
          <Entry paragraph={paragraph} named={named} />
          {links && <Ledger paragraph={paragraph} count={links.get(paragraph.number) ?? 0} />}
          <OfficialWords texts={texts} number={paragraph.number} />
        </li>
      ))}
    </ol>
  )
}

function Entry({ paragraph, named }: { paragraph: ParagraphOf; named: boolean | undefined }) {
  const { t, locale } = useWords()
  const { number, resolution, parts, summary, topics, states, mark } = paragraph
  const address = `/resolutions/${resolution}#op-${number}`
  const [first = '', last = first] = parts?.split('-') ?? []
  return (
    <>
      <h3>
        <a href={address}>
          {named
            ? t('paragraphs.of', { resolution: String(resolution), number: String(number) })
            : t('paragraphs.one', { number: String(number) })}
        </a>
        {parts && <span class="soft small"> · {t('paragraphs.parts', { first, last })}</span>}
      </h3>
      <p class="prose">{summary[locale]}</p>
      <p class="facts small">
        <i lang="en" dir="ltr">
          {paragraph.printed}
        </i>{' '}
        · <Addressed paragraph={paragraph} />
        <Further clauses={paragraph.further} />
      </p>
      <ul class="themes" aria-label={t('paragraphs.filter.about')}>
        {states && <li class="tag states">{t('paragraphs.states')}</li>}
        {topics.map(topic => (
          <li key={topic} class="tag">
            {nameOf('topics', topic, locale)}
          </li>
        ))}
        {mark === 'derived' && <li class="soft small">{t('paragraphs.derived')}</li>}
      </ul>
    </>
  )
}

/** Where each voice says how it stands with this paragraph. */
function Ledger({ paragraph: { resolution, number }, count }: { paragraph: ParagraphOf; count: number }) {
  const { t } = useWords()
  return (
    <p class="small no-print">
      <a href={`/commitments/resolution-${resolution}/${number}`}>
        {count > 0 ? t('paragraphs.ledger-links', { count }) : t('paragraphs.ledger')}
      </a>
    </p>
  )
}

function Addressed({ paragraph: { addressees } }: { paragraph: ParagraphOf }) {
  const { t, list, locale } = useWords()
  if (!addressees.length) return <>{t('paragraphs.to-nobody')}</>
  return <>{t('paragraphs.to', { addressees: list(addressees.map(to => nameOf('addressees', to, locale))) })}</>
}

function Further({ clauses }: { clauses: Clause[] }) {
  const { t, list, locale } = useWords()
  if (!clauses.length) return null
  const said = clauses.map(({ verb, addressees }) =>
    [nameOf('verbs', verb, locale), list(addressees.map(to => nameOf('addressees', to, locale)))]
      .filter(Boolean)
      .join(' '),
  )
  return <> · {t('paragraphs.further', { clauses: [...new Set(said)].join('; ') })}</>
}
