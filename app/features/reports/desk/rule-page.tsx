/** Which body the report goes to, by which procedure, for which session, and by when. */
import type { Statement } from '@open1325/procedures'
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths as clockPaths } from '../../clock/model.ts'
import { bodiesSeenBy } from '../../clock/offers/bodies.ts'
import { BY_HAND } from '../checks.ts'
import { libraryName, sessionName, wordsFor } from '../languages.ts'
import { database, memberWho, ownReport } from '../load.ts'
import { ECOSOC_STATUSES, paths, type Report } from '../model.ts'
import { setReport } from '../queries/reports.ts'
import { ProcedureField } from '../offers/procedure-field.tsx'
import { ruleOfReport, sessionsFor, subjectOf } from '../rule.ts'
import { DueLine, NewerRule, RuleFacts } from './rule-parts.tsx'
import { sessionChoices, sessionsSeen, type SessionsSeen } from './rule-sessions.ts'

interface Back {
  typed: Record<string, string>
  errors: FormErrors | null
  status: 409 | 422
}

export async function showRule(c: Ctx, back: Back | null = null) {
  const person = memberWho(c)
  const { report, seen } = await reading(database(c), person.userId, async tx => ({
    report: await ownReport(c, tx, person),
    seen: await sessionsSeen(tx, person.current.organisationId),
  }))
  const asked = c.req.query('procedure')
  const chosen = back?.typed.procedure ?? asked ?? report.procedure ?? ''
  const rule = ruleOfReport(report, seen.bodies)
  const { t } = c.get('words')
  return page(
    c,
    <Page
      c={c}
      title={t('reports.rule')}
      current="nav.desk-reports"
      notice={c.req.query('done') === 'taken' ? t('reports.rule.taken') : null}
    >
      <p class="kicker">
        <a href={paths.report(report.id)} lang={report.language} dir="auto">
          {report.title}
        </a>
      </p>
      <h1>{t('reports.rule')}</h1>
      <p class="lead">{t('reports.rule.lead')}</p>
      {back?.status === 409 && (
        <p class="warning" role="alert">
          {t('reports.conflict')}
        </p>
      )}
      {rule && (
        <section class="report-rule">
          <DueLine rule={rule} now={new Date()} />
          <NewerRule rule={rule} report={report} mayWrite />
          <RuleFacts rule={rule} />
        </section>
      )}
      <form class="form" method="get">
        <ProcedureField value={chosen} />
        <button class="quiet">{t('reports.rule.procedure.choose')}</button>
      </form>
      <RuleForm report={report} procedure={chosen} back={back} seen={seen} />
    </Page>,
    back?.status ?? 200,
  )
}

function RuleForm({
  report,
  procedure,
  back,
  seen,
}: {
  report: Report
  procedure: string
  back: Back | null
  seen: SessionsSeen
}) {
  const words = useWords()
  const { t, locale } = words
  const subject = subjectOf(procedure, seen.bodies)
  const isSame = report.procedure === procedure
  const typed: Record<string, string | undefined> = back?.typed ?? {
    body:
      (isSame
        ? report.body
        : subject && libraryName(wordsFor(report.language), `body.${subject.body.id}`, subject.body.name)) ?? '',
    sessionId: isSame ? (report.sessionId ?? '') : '',
    session: isSame ? (report.session ?? '') : '',
    sessionStarts: isSame ? (report.sessionStarts ?? '') : '',
    due: isSame ? (report.due ?? '') : '',
    dueSource: isSame ? report.dueSource : '',
    ecosocStatus: report.ecosocStatus ?? '',
    ...Object.fromEntries(BY_HAND.map(name => [`stated.${name}`, report.stated[name] ?? ''])),
  }
  const errors = back?.errors ?? null
  const rule = subject?.procedure.rules.at(-1)
  const asked = BY_HAND.filter(name => rule?.mustState.includes(name))
  return (
    <form class="form" method="post">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={String(report.version)} />
      <input type="hidden" name="procedure" value={procedure} />
      {subject && (
        <h2>
          {subject.body.name[locale]}
          {words.colon}
          {subject.procedure.name[locale]}
        </h2>
      )}
      <TextField
        name="body"
        label={t('reports.rule.body-name')}
        value={typed.body}
        errors={errors}
        maxlength={200}
        dir="auto"
      />
      {subject && subject.body.sessions.some(one => one.procedures.includes(procedure)) && (
        <SelectField
          name="sessionId"
          label={t('reports.rule.session')}
          choices={[{ value: '', label: t('reports.rule.session.none') }, ...sessionChoices(procedure, seen, words)]}
          value={typed.sessionId}
          errors={errors}
        />
      )}
      {subject && (
        <p class="small">
          <a href={`${clockPaths.newSession}?body=${subject.body.id}`}>{t('reports.rule.session.enter')}</a>{' '}
          <span class="soft">{t('reports.rule.session.enter.hint')}</span>
        </p>
      )}
      <TextField
        name="sessionStarts"
        type="date"
        label={t('reports.rule.session.starts')}
        value={typed.sessionStarts}
        errors={errors}
      />
      <TextField
        name="session"
        label={t('reports.rule.session.name')}
        value={typed.session}
        errors={errors}
        maxlength={200}
        dir="auto"
      />
      <TextField name="due" type="date" label={t('reports.rule.due')} value={typed.due} errors={errors} />
      <TextField
        name="dueSource"
        label={t('reports.rule.due-source')}
        value={typed.dueSource}
        errors={errors}
        maxlength={500}
        dir="auto"
      />
      {rule && (rule.ecosocStatus !== null || rule.mustState.includes('ecosoc-status')) && (
        <SelectField
          name="ecosocStatus"
          label={t('reports.rule.ecosoc')}
          choices={[
            { value: '', label: t('reports.rule.ecosoc.unsaid') },
            ...ECOSOC_STATUSES.map(value => ({ value, label: t(`reports.rule.ecosoc.${value}`) })),
          ]}
          value={typed.ecosocStatus}
          errors={errors}
        />
      )}
      {asked.map(name => (
        <TextField
          key={name}
          name={`stated.${name}`}
          label={t(`reports.rule.stated.${name}`)}
          value={typed[`stated.${name}`]}
          errors={errors}
          maxlength={300}
          dir="auto"
        />
      ))}
      <button>{t('reports.save')}</button>
    </form>
  )
}

// What is done there -------------------------------------------------------------------------------------------------------------

const orNull = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, 'form.too-long')
    .default('')
    .transform(text => text || null)
const dayOrNull = z
  .union([z.literal(''), z.iso.date('form.wrong')], 'form.wrong')
  .default('')
  .transform(day => day || null)
const stated = z.string().trim().max(300, 'form.too-long').default('')

const ruleForm = z.object({
  version: z.coerce.number().int().positive(),
  procedure: z
    .string()
    .default('')
    .refine(id => id === '' || subjectOf(id) !== null, 'form.wrong'),
  body: orNull(200),
  sessionId: orNull(100),
  sessionStarts: dayOrNull,
  session: orNull(200),
  due: dayOrNull,
  dueSource: z.string().trim().max(500, 'form.too-long').default(''),
  ecosocStatus: z
    .enum(['', ...ECOSOC_STATUSES])
    .default('')
    .transform(status => status || null),
  ...(Object.fromEntries(BY_HAND.map(name => [`stated.${name}`, stated])) as Record<
    `stated.${(typeof BY_HAND)[number]}`,
    typeof stated
  >),
})

export async function saveRule(c: Ctx) {
  const person = memberWho(c)
  const form = await readForm(c, ruleForm)
  if (!form.ok) return showRule(c, { ...form, status: 422 })
  const { version, procedure, session, ...rest } = form.value
  const { t } = c.get('words')
  if (rest.due && !rest.dueSource) {
    const errors = { fields: { dueSource: t('form.needed') } }
    return showRule(c, { typed: form.typed, errors, status: 422 })
  }
  const id = await changing(database(c), person.userId, { act: 'report.rule' }, async tx => {
    const report = await ownReport(c, tx, person)
    const bodies = await bodiesSeenBy(tx, report.organisationId)
    const known = sessionsFor(procedure, bodies).find(one => one.id === rest.sessionId)
    if (rest.sessionId && !known) throw new Problem('bad-input')
    const set = {
      body: rest.body,
      procedure: procedure || null,
      sessionId: rest.sessionId,
      sessionStarts: known ? null : rest.sessionStarts,
      session: session ?? (known ? sessionName(wordsFor(report.language), known.name) : null),
      due: rest.due,
      dueSource: rest.dueSource,
      ecosocStatus: rest.ecosocStatus,
      stated: Object.fromEntries(
        BY_HAND.flatMap((name): [Statement, string][] =>
          rest[`stated.${name}`] ? [[name, rest[`stated.${name}`]]] : [],
        ),
      ),
    }
    // Another body or another session: the version in force for it. The same again keeps the version that the draft holds to.
    const isSame =
      report.procedure === set.procedure &&
      report.sessionId === set.sessionId &&
      report.sessionStarts === set.sessionStarts
    const rule = isSame ? report.rule : (ruleOfReport({ ...report, ...set, rule: null }, bodies)?.rule?.id ?? null)
    return (await setReport(tx, report.id, version, { ...set, rule })) ? report.id : null
  })
  if (id === null) return showRule(c, { typed: form.typed, errors: null, status: 409 })
  return seeOther(c, `${paths.report(id)}?done=saved`)
}

const newerForm = z.object({ version: z.coerce.number().int().positive(), rule: z.string() })

/** Holds the draft to the version in force. */
export async function takeNewer(c: Ctx) {
  const person = memberWho(c)
  const form = await readForm(c, newerForm)
  if (!form.ok) throw new Problem('bad-input')
  const { version, rule } = form.value
  const id = await changing(database(c), person.userId, { act: 'report.rule.newer' }, async tx => {
    const report = await ownReport(c, tx, person)
    const { newer } = ruleOfReport(report, await bodiesSeenBy(tx, report.organisationId)) ?? {}
    // Posted twice, it is the same version already.
    if (report.rule === rule && !newer) return report.id
    if (newer?.id !== rule || !(await setReport(tx, report.id, version, { rule }))) throw new Problem('conflict')
    return report.id
  })
  return seeOther(c, `${paths.rule(id)}?done=taken`)
}
