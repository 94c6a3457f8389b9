/** Asking the data who has not answered or not complied, and putting what is found into the text. Nothing of it is typed. */
import { htmlParts } from '@open1325/report-writer'
import { z } from 'zod'
import { changing, reading, type Tx } from '../../../platform/access.ts'
import { member, page, readForm, seeOther, wholeNumber, type Ctx } from '../../../platform/http.ts'
import { COUNTRY_CODES } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { countryChoices } from '../../../ui/countries.ts'
import { SelectField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { blocksOf } from '../absence/blocks.ts'
import { ABSENCES, type AbsenceSource } from '../absence/model.ts'
import { absenceOf, closedRounds, type ClosedRound } from '../absence/queries.ts'
import { database, originOf, ownStatement, UUID, type Member } from '../load.ts'
import { paths, type Statement } from '../model.ts'
import { absencesOf, addAbsence, renewAbsence, setText, textsOf } from '../queries/statements.ts'

const MONTHS = [6, 12, 18, 24, 36] as const

type Asked = Record<'kind' | 'round' | 'months' | 'country', string>

/** What the form asks; undefined where it asks nothing that can be asked. */
function sourceIn({ kind, round, months, country }: Partial<Asked>): AbsenceSource | undefined {
  switch (kind) {
    case 'round':
      return UUID.test(round ?? '') ? { kind, round: round! } : undefined
    case 'expired':
      return { kind }
    case 'unreported': {
      const n = wholeNumber(months)
      return MONTHS.some(one => one === n) ? { kind, months: n! } : undefined
    }
    case 'overdue':
      if (country && !COUNTRY_CODES.includes(country)) return undefined
      return { kind, country: country || null }
    default:
      return undefined
  }
}

export async function showSilent(c: Ctx) {
  const person = member(c, 'contributor')
  const asked = c.req.query() as Partial<Asked>
  const kind = ABSENCES.find(one => one === asked.kind) ?? 'round'
  const source = sourceIn({ months: '12', ...asked, kind })
  const { statement, rounds, absence } = await reading(database(c), person.userId, async tx => {
    const statement = await written(c, tx, person)
    return {
      statement,
      rounds: kind === 'round' ? await closedRounds(tx, statement.organisationId) : [],
      absence: source ? await absenceOf(tx, source, statement.organisationId) : null,
    }
  })
  const words = c.get('words')
  const { t } = words
  const html =
    absence &&
    htmlParts(
      {
        language: words.locale,
        title: '',
        cover: null,
        contents: null,
        notes: t('reports.notes'),
        claims: [],
        blocks: blocksOf(absence.found, new Date(), words, originOf(c)),
      },
      2,
    ).blocks.join('\n')
  return page(
    c,
    <Page c={c} title={t('silent.add')} current="nav.desk-statements">
      <p class="kicker">
        <a href={paths.statement(statement.id)} dir="auto">
          {statement.title}
        </a>
      </p>
      <h1>{t('silent.add')}</h1>
      <p class="lead">{t('silent.lead')}</p>
      <nav aria-label={t('silent.add')}>
        <ul class="report-kinds">
          {ABSENCES.map(one => (
            <li key={one}>
              <a href={paths.absences(statement.id, one)} aria-current={one === kind ? 'page' : undefined}>
                {t(`silent.kind.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Narrow kind={kind} rounds={rounds} asked={asked} at={paths.absences(statement.id)} />
      {html !== null && source && (
        <section aria-labelledby="found">
          <h2 id="found">{t('silent.found')}</h2>
          <div class="report-text">
            <div dangerouslySetInnerHTML={{ __html: html }} />
          </div>
          <form method="post" action={paths.absences(statement.id)}>
            {Object.entries(source).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value === null ? '' : String(value)} />
            ))}
            <button>{t('silent.put')}</button>
          </form>
        </section>
      )}
    </Page>,
  )
}

/** A statement whose text is written here. @throws Problem 'not-found', 'conflict' */
async function written(c: Ctx, tx: Tx, person: Member): Promise<Statement> {
  const statement = await ownStatement(c, tx, person)
  if (statement.reportId || statement.state === 'withdrawn') throw new Problem('conflict')
  return statement
}

interface NarrowProps {
  kind: AbsenceSource['kind']
  rounds: ClosedRound[]
  asked: Partial<Asked>
  at: string
}

function Narrow({ kind, rounds, asked, at }: NarrowProps) {
  const words = useWords()
  const { t, date } = words
  if (kind === 'expired') return null
  if (kind === 'round' && !rounds.length) return <p class="empty">{t('silent.rounds.none')}</p>
  return (
    <form class="form" method="get" action={at}>
      <input type="hidden" name="kind" value={kind} />
      {kind === 'round' && (
        <SelectField
          name="round"
          label={t('silent.which-round')}
          hint={t('silent.which-round.hint')}
          choices={rounds.map(({ id, title, closedOn, silent }) => ({
            value: id,
            label: t('silent.round.choice', { title: `\u2068${title}\u2069`, date: date(closedOn), count: silent }),
          }))}
          value={asked.round}
        />
      )}
      {kind === 'unreported' && (
        <SelectField
          name="months"
          label={t('silent.months')}
          choices={MONTHS.map(n => ({ value: String(n), label: t('silent.months.n', { count: n }) }))}
          value={asked.months ?? '12'}
        />
      )}
      {kind === 'overdue' && (
        <SelectField
          name="country"
          label={t('silent.country')}
          choices={countryChoices(words, 'silent.country.all')}
          value={asked.country ?? ''}
        />
      )}
      <button class="quiet">{t('silent.ask')}</button>
    </form>
  )
}

const putForm = z.object({
  kind: z.enum(ABSENCES),
  round: z.string().default(''),
  months: z.string().default(''),
  country: z.string().default(''),
})

/** Puts what is found at the end of the text in each of its languages; what stands there already is not put in twice. */
export async function putSilent(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, putForm)
  const source = form.ok ? sourceIn(form.value) : undefined
  if (!source) throw new Problem('bad-input')
  const id = await changing(database(c), person.userId, { act: 'statement.silent' }, async tx => {
    const statement = await written(c, tx, person)
    const absence = await absenceOf(tx, source, statement.organisationId)
    if (!absence) throw new Problem('not-found')
    const to = { statementId: statement.id, organisationId: statement.organisationId, by: person.userId }
    const mark = `[[${await addAbsence(tx, to, source, absence)}]]`
    for (const text of await textsOf(tx, statement.id))
      if (!text.text.includes(mark))
        await setText(
          tx,
          statement.id,
          { ...text, text: [text.text.trimEnd(), mark].filter(Boolean).join('\n\n') },
          person.userId,
        )
    return statement.id
  })
  return seeOther(c, `${paths.statement(id)}?done=silent#silent`)
}

const renewForm = z.object({ revision: z.coerce.number().int().positive() })

/** Asks again, and takes over what is found now. */
export async function renewSilent(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, renewForm)
  const number = wholeNumber(c.req.param('number'))
  if (!form.ok) throw new Problem('bad-input')
  const id = await changing(database(c), person.userId, { act: 'statement.silent-again' }, async tx => {
    const statement = await written(c, tx, person)
    const put = (await absencesOf(tx, statement.id)).find(one => one.number === number)
    if (!put) throw new Problem('not-found')
    const now = await absenceOf(tx, put.source, statement.organisationId)
    if (!now) throw new Problem('conflict')
    if (form.value.revision === put.revision) await renewAbsence(tx, statement.id, put, now, person.userId)
    return statement.id
  })
  return seeOther(c, `${paths.statement(id)}#silent`)
}
