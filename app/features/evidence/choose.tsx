/** Choosing what is attached: pieces that the organisation has are ticked, or a new one is added. */
import { z } from 'zod'
import type { Tx } from '../../platform/access.ts'
import type { Ctx, FormErrors } from '../../platform/http.ts'
import { wellFormed } from '../../platform/well-formed.ts'
import { ErrorSummary } from '../../ui/form.tsx'
import { useWords } from '../../ui/words.tsx'
import { SafeTools } from './add-page.tsx'
import { EVIDENCE_KINDS, paths, type Anchor, type Evidence } from './model.ts'
import { A_PAGE, evidenceOfOrganisation } from './queries.ts'
import { UUID } from './row.tsx'

/** Pieces that were ticked: at least one. */
export const ticked = z.object({
  evidence: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform(ids => [ids].flat().filter(id => UUID.test(id)))
    .refine(ids => ids.length > 0, 'attach.needed'),
})

/** One piece that is taken off. */
export const oneForm = z.object({ evidence: z.string().regex(UUID) })

export interface Choice {
  /** What is sought among them; null: all. */
  words: string | null
  choices: Evidence[]
  /** How many pieces fit the words, those that are not shown included. */
  count: number
  errors: FormErrors | null
}

const NOTHING_ASKED = { kind: null, visibility: null, consent: null, unused: false }

/** What of the organisation's may still be attached. */
export async function choiceFor(
  c: Ctx,
  tx: Tx,
  organisationId: string,
  attached: readonly { id: string }[],
): Promise<Omit<Choice, 'errors'>> {
  const words = wellFormed(c.req.query('words'))?.trim().slice(0, 200) || null
  const { evidence, count } = await evidenceOfOrganisation(tx, organisationId, { ...NOTHING_ASKED, words }, 1)
  const ids = new Set(attached.map(({ id }) => id))
  return { words, count, choices: evidence.filter(({ id }) => !ids.has(id)) }
}

/** @param action the page itself: words are sought at it, and what is ticked is sent to it */
export function ChooseAmongOwn({ words, choices, count, errors, action }: Choice & { action: string }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="there">
      <h2 id="there">{t('attach.there')}</h2>
      {(count > A_PAGE || words !== null) && (
        <form class="evidence-filters" method="get" action={action} role="search">
          <div>
            <label for="words">{t('evidence.words')}</label>
            <input type="search" id="words" name="words" value={words ?? ''} maxlength={200} />
          </div>
          <button class="quiet">{t('evidence.search')}</button>
        </form>
      )}
      {choices.length === 0 ? (
        <p class="empty">{t(words === null ? 'attach.there.none' : 'evidence.none-found')}</p>
      ) : (
        <form class="form" method="post" action={action}>
          <ErrorSummary errors={errors} />
          <fieldset id="evidence">
            <legend>{t('attach.which')}</legend>
            {choices.map(one => (
              <p class="choice" key={one.id}>
                <input type="checkbox" id={`e-${one.id}`} name="evidence" value={one.id} />
                <label for={`e-${one.id}`}>
                  <bdi>{one.title}</bdi>{' '}
                  <span class="soft small">
                    {t(`evidence.kind.${one.kind}`)} · {t(`visibility.${one.visibility}`)}
                  </span>
                </label>
              </p>
            ))}
          </fieldset>
          {count > A_PAGE && <p class="soft small">{t('attach.there.more', { shown: A_PAGE, count })}</p>}
          <button>{t('attach.do')}</button>
        </form>
      )}
    </section>
  )
}

export function AddNew({ c, to }: { c: Ctx; to: Anchor }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="new">
      <h2 id="new">{t('attach.new')}</h2>
      <SafeTools c={c} />
      <ul class="rows">
        {EVIDENCE_KINDS.map(kind => (
          <li key={kind}>
            <a href={paths.add(kind, to)}>{t(`evidence.add.${kind}`)}</a>
            <br />
            <span class="soft small">{t(`evidence.kind.${kind}.hint`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
