/** A signature that was given on paper or by letter: entered by an editor, with where the consent stands. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { changing } from '../../../platform/access.ts'
import { page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, LongTextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { digestOf, signatureToken } from '../links.ts'
import { database, statementFor } from '../load.ts'
import { paths } from '../model.ts'
import { addByHand, isTwice } from '../queries/signatures.ts'
import { WhoFields, whoFields, whoOf } from '../sign/form.tsx'

type Back = { typed: Record<string, string>; errors: FormErrors } | null

export async function showByHand(c: Ctx, back: Back = null) {
  const { statement } = await mayEnter(c)
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('signatures.by-hand')} current="nav.desk-statements">
      <p class="kicker">
        <a href={paths.statement(statement.id)} dir="auto">
          {statement.title}
        </a>{' '}
        · <a href={paths.signatures(statement.id)}>{t('statements.signatures')}</a>
      </p>
      <h1>{t('signatures.by-hand')}</h1>
      <p class="lead">{t('signatures.by-hand.lead')}</p>
      <form class="form" method="post" action={paths.byHand(statement.id)}>
        <ErrorSummary errors={back?.errors} />
        <input type="hidden" name="form" value={back?.typed.form ?? randomUUID()} />
        <WhoFields
          typed={back?.typed ?? {}}
          errors={back?.errors ?? null}
          organisation={statement.organisation}
          contactNeeded={false}
        />
        <LongTextField
          name="note"
          label={t('signatures.consent')}
          hint={t('signatures.consent.hint')}
          value={back?.typed.note}
          errors={back?.errors ?? null}
          rows={3}
          required
          dir="auto"
        />
        <button>{t('signatures.by-hand.do')}</button>
      </form>
    </Page>,
    back ? 422 : 200,
  )
}

/** Also after the close: a letter may have been on its way. @throws Problem 'conflict' */
async function mayEnter(c: Ctx) {
  const found = await statementFor(c, 'editor')
  if (found.statement.edition === 0 || found.statement.state === 'withdrawn') throw new Problem('conflict')
  return found
}

const byHandForm = z.object({
  ...whoFields,
  form: z.uuid(),
  contact: z.string().trim().max(200, 'form.too-long').default(''),
  email: z.union([z.literal(''), z.email('form.email.wrong').max(320)]).default(''),
  note: z.string().trim().min(1, 'form.needed').max(2000, 'form.too-long'),
})

export async function postByHand(c: Ctx) {
  const { person, statement } = await mayEnter(c)
  const form = await readForm(c, byHandForm)
  if (!form.ok) return showByHand(c, form)
  const { form: id, note, ...typed } = form.value
  const { config } = c.get('services')
  const { t, locale } = c.get('words')
  const tokenSha256 = digestOf(signatureToken(config, { id, linkNumber: 1 }))
  const who = whoOf({ ...typed, language: locale })
  try {
    await changing(database(c), person.userId, { act: 'signature.by-hand' }, tx =>
      addByHand(tx, { statement, by: person.userId }, { id, who, note, tokenSha256 }),
    )
  } catch (error) {
    if (!isTwice(error)) throw error
    return showByHand(c, { typed: form.typed, errors: { fields: { name: t('signatures.twice') } } })
  }
  return seeOther(c, `${paths.signatures(statement.id)}?done=by-hand`)
}
