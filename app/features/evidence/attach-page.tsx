/** Attaching evidence to a row of a plan or a document, without saying anything of it: what is there is ticked, or a new piece is added. */
import { changing, reading, type Tx } from '../../platform/access.ts'
import { member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { Page } from '../../ui/page.tsx'
import { AddNew, choiceFor, ChooseAmongOwn, oneForm, ticked, type Choice } from './choose.tsx'
import { paths, type Row } from './model.ts'
import { RowHead, rowPage, UUID } from './row.tsx'
import { attachedTo, attachTo, detachFrom, rowById } from './queries.ts'

/** The row at the request's address. @throws Problem 'not-found', also where the asker may not see it */
async function rowOf(c: Ctx, tx: Tx): Promise<Row> {
  const id = c.req.param('item') ?? ''
  const row = UUID.test(id) ? await rowById(tx, id) : undefined
  if (!row) throw new Problem('not-found')
  return row
}

export async function showAttach(c: Ctx, errors: FormErrors | null = null) {
  const person = member(c, 'contributor')
  const found = await reading(c.get('services').database.kysely, person.userId, async tx => {
    const row = await rowOf(c, tx)
    const attached = await attachedTo(tx, { relation: 'item', id: row.id })
    return { row, ...(await choiceFor(c, tx, person.current.organisationId, attached)) }
  })
  return page(c, <AttachPage {...{ c, errors, ...found }} />, errors ? 422 : 200)
}

/** Sent twice, it is attached once. */
export async function attach(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, ticked)
  if (!form.ok) return showAttach(c, form.errors)
  const by = { userId: person.userId, organisationId: person.current.organisationId }
  const row = await changing(c.get('services').database.kysely, person.userId, { act: 'evidence.attach' }, async tx => {
    const row = await rowOf(c, tx)
    await attachTo(tx, { relation: 'item', id: row.id }, form.value.evidence, by)
    return row
  })
  return seeOther(c, rowPage(row))
}

export async function detach(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, oneForm)
  if (!form.ok) throw new Problem('bad-input')
  const row = await changing(c.get('services').database.kysely, person.userId, { act: 'evidence.detach' }, async tx => {
    const row = await rowOf(c, tx)
    await detachFrom(tx, { relation: 'item', id: row.id }, form.value.evidence, person.current.organisationId)
    return row
  })
  return seeOther(c, rowPage(row))
}

interface Props extends Choice {
  c: Ctx
  row: Row
}

function AttachPage({ c, row, ...choice }: Props) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('attach.open')} current="nav.evidence">
      <RowHead row={row} title={t('attach.open')} />
      <ChooseAmongOwn {...choice} action={paths.attach(row.id)} />
      <AddNew c={c} to={{ relation: 'item', id: row.id }} />
    </Page>
  )
}
