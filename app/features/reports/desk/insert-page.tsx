/** Putting something into a section: commitments, figures, answers and what else the database holds, or a claim of one's own with its source. */
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import type { MessageKey } from '../../../platform/languages.ts'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths as indicatorPaths } from '../../indicators/model.ts'
import { paths as ledgerPaths } from '../../ledger/model.ts'
import { paths as questionnairePaths } from '../../questionnaires/model.ts'
import { paths as recommendationPaths } from '../../recommendations/model.ts'
import type { AbsenceSource } from '../../statements/offers/silent.ts'
import { wordsFor } from '../languages.ts'
import { database, memberWho, originOf, ownReport, ownSection } from '../load.ts'
import { paths, type Report, type Source } from '../model.ts'
import { addPut, setSection, type PlacedSection } from '../queries/reports.ts'
import { MOST_ITEMS } from '../queries/sources.ts'
import { madeOf } from '../sources/index.ts'
import { choicesFor, KINDS, lackIn, whatIn, type What } from './insert-choices.ts'
import { Choose, Narrow, NarrowRound } from './insert-fields.tsx'

/** One by one they come with their reasons: more than these are no reading. */
const MOST_ONE_BY_ONE = 50

export async function showInsert(
  c: Ctx,
  back: { typed: Record<string, string>; errors: FormErrors; status: 409 | 422 } | null = null,
) {
  const person = memberWho(c)
  const { report, section, choices } = await reading(database(c), person.userId, async tx => {
    const report = await ownReport(c, tx, person)
    return {
      report,
      section: await ownSection(c, tx, report),
      choices: await choicesFor(c, tx, report, c.get('words')),
    }
  })
  const { t } = c.get('words')
  const lacking = lackIn(choices)
  return page(
    c,
    <Page c={c} title={t('reports.section.insert')} current="nav.desk-reports">
      <p class="kicker">
        <a href={paths.report(report.id)} lang={report.language} dir="auto">
          {report.title}
        </a>
        {' · '}
        <a href={paths.section(report.id, section.id)} lang={report.language} dir="auto">
          {section.title}
        </a>
      </p>
      <h1>{t('reports.section.insert')}</h1>
      <nav aria-label={t('reports.section.insert')}>
        <ul class="report-kinds">
          {KINDS.map(kind => (
            <li key={kind}>
              <a
                href={paths.insert(report.id, section.id, kind)}
                aria-current={kind === choices.what ? 'page' : undefined}
              >
                {t(`reports.insert.what.${kind}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {choices.what === 'commitments' && choices.chosen && <Narrow choices={choices} />}
      {choices.what === 'answers' && choices.rounds.length > 1 && <NarrowRound choices={choices} />}
      {lacking ? (
        <Nothing of={lacking} country={report.country} />
      ) : (
        <form class="form" method="post">
          <ErrorSummary errors={back?.errors} />
          <input type="hidden" name="version" value={String(section.version)} />
          <Choose choices={choices} typed={back?.typed ?? {}} errors={back?.errors ?? null} />
        </form>
      )}
    </Page>,
    back?.status ?? 200,
  )
}

/** Why there is nothing of this kind, and where it comes from. */
function Nothing({ of, country }: { of: NonNullable<ReturnType<typeof lackIn>>; country: string | null }) {
  const { t, country: nameOf } = useWords()
  const narrowed = country ? `?country=${country}` : ''
  const ways: Partial<Record<typeof of, [href: string, label: MessageKey]>> = {
    answers: [questionnairePaths.list, 'nav.questionnaires'],
    recommendations: [recommendationPaths.new, 'rec.add'],
    indicators: [indicatorPaths.desk, 'nav.desk-indicators'],
    appraisal: ['/desk', 'nav.desk'],
  }
  const [href, label] = ways[of] ?? [ledgerPaths.desk + narrowed, 'nav.desk-ledger']
  return (
    <p class="empty">
      {t(`reports.insert.none.${of}`, { country: country ? nameOf(country) : 'none' })} <a href={href}>{t(label)}</a>
    </p>
  )
}

// Putting in ---------------------------------------------------------------------------------------------------------------------

const many = z.union([z.string().transform(one => [one]), z.array(z.string())]).default([])
const insertForm = z.object({
  version: z.coerce.number().int().positive(),
  source: many,
  shown: many,
  as: z.enum(['table', 'each']).default('each'),
})
const manualForm = z.object({
  version: z.coerce.number().int().positive(),
  words: z.string().trim().min(1, 'form.needed').max(5000, 'form.too-long'),
  title: z.string().trim().min(1, 'form.needed').max(500, 'form.too-long'),
  url: z
    .union([
      z.literal(''),
      z
        .string()
        .regex(/^https?:\/\/\S+$/u, 'reports.manual.url.wrong')
        .max(2000, 'form.too-long'),
    ])
    .default(''),
})

export async function insert(c: Ctx) {
  const what = whatIn(c)
  if (what === 'claim') {
    const form = await readForm(c, manualForm)
    if (!form.ok) return showInsert(c, { ...form, status: 422 })
    const { words, title, url, version } = form.value
    return putIn(c, version, () => [{ kind: 'manual', words, title, url: url || null }], form.typed)
  }
  const form = await readForm(c, insertForm)
  if (!form.ok) throw new Problem('bad-input')
  const { source, shown, as, version } = form.value
  const { t } = c.get('words')
  const chosen = source.length || what !== 'commitments' ? source : shown
  const wrong = (sentence: string) =>
    showInsert(c, { typed: form.typed, errors: { fields: { source: sentence } }, status: 422 })
  if (!chosen.length) return wrong(t('reports.insert.choose'))
  const isEach = what !== 'commitments' || as === 'each'
  if (chosen.length > (isEach ? MOST_ONE_BY_ONE : MOST_ITEMS)) return wrong(t('reports.insert.too-many'))
  return putIn(c, version, report => sourcesIn(what, chosen, as, report), form.typed)
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const idIn = (text: string | undefined): string => {
  if (!text || !UUID.test(text)) throw new Problem('bad-input')
  return text
}

/** How long a government is silent before it is told. */
const SILENT_MONTHS = 12

function sourcesIn(what: Exclude<What, 'claim'>, chosen: string[], as: 'table' | 'each', report: Report): Source[] {
  const { country, organisationId: organisation } = report
  if (what === 'commitments' && as === 'table') return [{ kind: 'commitment', items: chosen.map(idIn) }]
  return chosen.map((one): Source => {
    const [first = '', second = '', ...rest] = one.split(' ')
    switch (what) {
      case 'commitments':
        return { kind: 'commitment', items: [idIn(one)] }
      case 'appraisal':
        return { kind: 'finding', instrument: idIn(one) }
      case 'progress':
        return { kind: 'assessment', instrument: idIn(one) }
      case 'indicators':
        return { kind: 'indicator', indicator: one, framework: first, code: [second, ...rest].join(' '), country }
      case 'recommendations':
        return { kind: 'recommendation', country: first, year: second, body: rest.join(' ') || null }
      case 'answers':
        return { kind: 'answer', round: idIn(first), question: [second, ...rest].join(' '), organisation }
      case 'silent':
        return { kind: 'silence', of: silenceIn(first, second, country), organisation }
    }
  })
}

function silenceIn(kind: string, round: string, country: string | null): AbsenceSource {
  switch (kind) {
    case 'round':
      return { kind, round: idIn(round) }
    case 'expired':
      return { kind }
    case 'unreported':
      return { kind, months: SILENT_MONTHS }
    case 'overdue':
      return { kind, country }
    default:
      throw new Problem('bad-input')
  }
}

/** Puts sources at the section's end, if nobody wrote there meanwhile: so that a form posted twice puts in once. */
async function putIn(c: Ctx, version: number, sources: (report: Report) => Source[], typed: Record<string, string>) {
  const person = memberWho(c)
  const origin = originOf(c)
  const put = await changing(
    database(c),
    person.userId,
    { act: 'report.put-in' },
    async (tx): Promise<PlacedSection | null> => {
      const report = await ownReport(c, tx, person)
      const section = await ownSection(c, tx, report)
      if (section.version !== version) return null
      const words = wordsFor(report.language)
      const lines: string[] = []
      for (const source of sources(report)) {
        const made = await madeOf(tx, source, words, origin)
        if (!made) throw new Problem('not-found')
        const to = { reportId: report.id, organisationId: report.organisationId, by: person.userId }
        lines.push(`[[${await addPut(tx, to, source, made)}]]`)
      }
      const text = [section.text, ...lines].filter(Boolean).join('\n\n')
      await setSection(tx, report.id, section.id, version, person.userId, { text })
      return section
    },
  )
  if (put) return seeOther(c, `${paths.section(c.req.param('id')!, put.id)}?done=put`)
  return showInsert(c, { typed, errors: { fields: { source: c.get('words').t('reports.insert.moved') } }, status: 409 })
}
