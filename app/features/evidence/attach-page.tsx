/** Attaching evidence to a row of a plan or a document, without saying anything of it: what is there is ticked, or a new piece is added. */
import { z } from 'zod'
import { changing, reading, type Tx } from '../../platform/access.ts'
import { member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { wellFormed } from '../../platform/well-formed.ts'
import { ErrorSummary } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { SafeTools } from './add-page.tsx'
import { EVIDENCE_KINDS, paths, type Evidence, type Row } from './model.ts'
import { RowHead, rowPage, UUID } from './row.tsx'
import { A_PAGE, attachedTo, attachTo, detachFrom, evidenceOfOrganisation, rowById } from './queries.ts'

const NOTHING_ASKED = { kind: null, visibility: null, consent: null, unused: false }

/** The row at the request's address. @throws Problem 'not-found', also where the asker may not see it */
async function rowOf(c: Ctx, tx: Tx): Promise<Row> {
  const id = c.req.param('item') ?? ''
  const row = UUID.test(id) ? await rowById(tx, id) : undefined
  if (!row) throw new Problem('not-found')
  return row
}

export async function showAttach(c: Ctx, errors: FormErrors | null = null) {
  const person = member(c, 'contributor')
  const words = wellFormed(c.req.query('words'))?.trim().slice(0, 200) || null
  const { organisationId } = person.current
  const found = await reading(c.get('services').database.kysely, person.userId, async tx => {
    const row = await rowOf(c, tx)
    const attached = new Set((await attachedTo(tx, row.id)).map(({ id }) => id))
    const { evidence, count } = await evidenceOfOrganisation(tx, organisationId, { ...NOTHING_ASKED, words }, 1)
    return { row, count, choices: evidence.filter(({ id }) => !attached.has(id)) }
  })
  return page(c, <AttachPage {...{ c, words, errors, ...found }} />, errors ? 422 : 200)
}

const ticked = z.object({
  evidence: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform(ids => [ids].flat().filter(id => UUID.test(id)))
    .refine(ids => ids.length > 0, 'attach.needed'),
})

/** Sent twice, it is attached once. */
export async function attach(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, ticked)
  if (!form.ok) return showAttach(c, form.errors)
  const by = { userId: person.userId, organisationId: person.current.organisationId }
  const row = await changing(c.get('services').database.kysely, person.userId, { act: 'evidence.attach' }, async tx => {
    const row = await rowOf(c, tx)
    await attachTo(tx, row.id, form.value.evidence, by)
    return row
  })
  return seeOther(c, rowPage(row))
}

export async function detach(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, z.object({ evidence: z.string().regex(UUID) }))
  if (!form.ok) throw new Problem('bad-input')
  const row = await changing(c.get('services').database.kysely, person.userId, { act: 'evidence.detach' }, async tx => {
    const row = await rowOf(c, tx)
    await detachFrom(tx, row.id, form.value.evidence, person.current.organisationId)
    return row
  })
  return seeOther(c, rowPage(row))
}

interface Props {
  c: Ctx
  row: Row
  words: string | null
  choices: Evidence[]
  /** How many pieces fit the words, those that are not shown included. */
  count: number
  errors: FormErrors | null
}

function AttachPage({ c, row, words, choices, count, errors }: Props) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('attach.open')} current="nav.evidence">
      <RowHead row={row} title={t('attach.open')} />
      <section aria-labelledby="there">
        <h2 id="there">{t('attach.there')}</h2>
        {(count > A_PAGE || words !== null) && (
          <form class="evidence-filters" method="get" action={paths.attach(row.id)} role="search">
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
          <form class="form" method="post" action={paths.attach(row.id)}>
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
      <section aria-labelledby="new">
        <h2 id="new">{t('attach.new')}</h2>
        <SafeTools c={c} />
        <ul class="rows">
          {EVIDENCE_KINDS.map(kind => (
            <li key={kind}>
              <a href={paths.add(kind, row.id)}>{t(`evidence.add.${kind}`)}</a>
              <br />
              <span class="soft small">{t(`evidence.kind.${kind}.hint`)}</span>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
}
