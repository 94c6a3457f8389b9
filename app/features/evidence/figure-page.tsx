/** One figure on the desk: its facts, the evidence that it rests on, and more to attach. */
import { changing, reading, type Tx } from '../../platform/access.ts'
import {
  hasRole,
  member,
  page,
  readForm,
  seeOther,
  type Ctx,
  type FormErrors,
  type Membership,
  type Person,
} from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import type { FigureAlone } from '../indicators/queries.ts'
import { AddNew, choiceFor, ChooseAmongOwn, oneForm, ticked, type Choice } from './choose.tsx'
import { FigureHead, figureForEvidence } from './figure.tsx'
import { paths, type Anchor, type AttachedEvidence } from './model.ts'
import { Pieces } from './offers/attached.tsx'
import { attachedTo, attachTo, detachFrom } from './queries.ts'
import { UUID } from './row.tsx'

/** The figure at the request's address. @throws Problem as figureForEvidence */
async function figureOf(c: Ctx, tx: Tx, person: Person & { current: Membership }): Promise<FigureAlone> {
  const id = c.req.param('figure') ?? ''
  if (!UUID.test(id)) throw new Problem('not-found')
  return figureForEvidence(c, tx, id, person.current.organisationId)
}

const anchorOf = ({ figure }: FigureAlone): Anchor => ({ relation: 'observation', id: figure.id })

export async function showFigure(c: Ctx, errors: FormErrors | null = null) {
  const person = member(c)
  const own = hasRole(person, 'contributor') ? person.current.organisationId : null
  const { found, pieces, choice } = await reading(c.get('services').database.kysely, person.userId, async tx => {
    const found = await figureOf(c, tx, person)
    const pieces = await attachedTo(tx, anchorOf(found))
    return { found, pieces, choice: own === null ? null : await choiceFor(c, tx, own, pieces) }
  })
  const { t } = c.get('words')
  const isDone = c.req.query('evidence') === 'done' && !errors
  return page(
    c,
    <Page c={c} title={t('attach.figure.title')} current="nav.evidence" notice={isDone ? t('attach.done') : null}>
      <FigureHead found={found} />
      <Resting {...{ found, pieces, own }} />
      {choice && <More found={found} {...choice} {...{ c, errors }} />}
    </Page>,
    errors ? 422 : 200,
  )
}

function Resting({ found, pieces, own }: { found: FigureAlone; pieces: AttachedEvidence[]; own: string | null }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="resting">
      <h2 id="resting">{t('attach.figure.title')}</h2>
      {pieces.length === 0 ? (
        <p class="empty">{t('attach.figure.none')}</p>
      ) : (
        <Pieces {...{ pieces, own }} detach={paths.detachFigure(found.figure.id)} />
      )}
    </section>
  )
}

function More({ c, found, ...choice }: Choice & { c: Ctx; found: FigureAlone }) {
  return (
    <>
      <ChooseAmongOwn {...choice} action={paths.figure(found.figure.id)} />
      <AddNew c={c} to={anchorOf(found)} />
    </>
  )
}

const done = ({ figure }: FigureAlone) => `${paths.figure(figure.id)}?evidence=done`

/** Sent twice, it is attached once. */
export async function attachToFigure(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, ticked)
  if (!form.ok) return showFigure(c, form.errors)
  const by = { userId: person.userId, organisationId: person.current.organisationId }
  const { kysely } = c.get('services').database
  const found = await changing(kysely, person.userId, { act: 'evidence.attach' }, async tx => {
    const found = await figureOf(c, tx, person)
    await attachTo(tx, anchorOf(found), form.value.evidence, by)
    return found
  })
  return seeOther(c, done(found))
}

export async function detachFromFigure(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, oneForm)
  if (!form.ok) throw new Problem('bad-input')
  const { kysely } = c.get('services').database
  const found = await changing(kysely, person.userId, { act: 'evidence.detach' }, async tx => {
    const found = await figureOf(c, tx, person)
    await detachFrom(tx, anchorOf(found), form.value.evidence, person.current.organisationId)
    return found
  })
  return seeOther(c, done(found))
}
