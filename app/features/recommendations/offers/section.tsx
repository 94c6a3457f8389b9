/** What is known of a recommendation beside its words, on the page of the commitment that it is. */
import type { ComponentChildren } from 'preact'
import type { Tx } from '../../../platform/access.ts'
import { useWords } from '../../../ui/words.tsx'
import { ageInWords, dateInWords } from '../in-words.ts'
import { paths, yearOf, type Recommendation } from '../model.ts'
import { recommendationsByIds } from '../queries/list.ts'
import { AnswerOf, NamedLinks } from '../table.tsx'

/** Null for a commitment that is no recommendation. */
export async function recommendationOn(
  tx: Tx,
  { id, kind }: { id: string; kind: string },
): Promise<Recommendation | null> {
  return kind === 'recommendation' ? ((await recommendationsByIds(tx, [id]))[0] ?? null) : null
}

export function RecommendationSection({ row }: { row: Recommendation }) {
  const words = useWords()
  const { t, date } = words
  const { adoptedOn, session, theme, followUpOn, repeats, repeatedBy, country, issuer, language } = row
  const age = ageInWords(adoptedOn, new Date().toISOString().slice(0, 10), words)
  const when = (
    <>
      {adoptedOn ? dateInWords(adoptedOn, words) : t('rec.age.unknown')}
      {session && [', ', <bdi>{session}</bdi>]}
      {age && <span class="soft"> · {age}</span>}
    </>
  )
  const stated: [string, ComponentChildren][] = [
    [t('rec.since-stands'), when],
    [t('rec.theme'), theme && <bdi lang={language ?? undefined}>{theme}</bdi>],
    [t('rec.answer'), <AnswerOf row={row} />],
    [t('rec.follow-up'), followUpOn && <time datetime={followUpOn}>{date(followUpOn)}</time>],
    [t('rec.repeats'), repeats.length > 0 && <NamedLinks others={repeats} />],
    [t('rec.repeated-by'), repeatedBy.length > 0 && <NamedLinks others={repeatedBy} />],
  ]
  return (
    <section aria-labelledby="recommended" class="recommended">
      <h2 id="recommended">{t('rec.section')}</h2>
      <dl class="fields">
        {stated.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name.replace(/\s*:$/u, '')}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {country && (
        <p>
          <a href={paths.country(country, { year: yearOf(adoptedOn), body: issuer })}>{t('rec.section.year')}</a>
        </p>
      )}
    </section>
  )
}
