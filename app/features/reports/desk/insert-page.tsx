/** What can be put into a section, chosen by kind: commitments, indicators, a plan's appraisal, a claim of one's own with its source. */
import { z } from 'zod'
import { changing, reading, type Tx } from '../../../platform/access.ts'
import { page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, LongTextField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { inLanguage } from '../../indicators/model.ts'
import { GAPS, gapOf, type Gap } from '../../voices/model.ts'
import { wordsFor } from '../document.ts'
import { database, memberWho, originOf, ownReport, ownSection } from '../load.ts'
import { paths, type Report, type Source } from '../model.ts'
import { addPut, setSection, type PlacedSection } from '../queries/reports.ts'
import {
  appraisedPlans,
  commitmentSources,
  indicatorChoices,
  instrumentChoices,
  itemsOfInstrument,
  MOST_ITEMS,
  type CommitmentSource,
} from '../queries/sources.ts'
import { madeOf } from '../sources/index.ts'

const KINDS = ['commitments', 'indicators', 'appraisal', 'claim'] as const
type What = (typeof KINDS)[number]

/** One by one they come with their reasons: more than these are no reading. */
const MOST_ONE_BY_ONE = 50

const whatIn = (c: Ctx): What => KINDS.find(one => one === c.req.query('what')) ?? 'commitments'
const gapIn = (c: Ctx): Gap | null => GAPS.find(one => one === c.req.query('gap')) ?? null

async function choicesFor(c: Ctx, tx: Tx, report: Report) {
  const { country } = report
  switch (whatIn(c)) {
    case 'commitments': {
      const instruments = await instrumentChoices(tx, country)
      const chosen = instruments.find(({ slug }) => slug === c.req.query('instrument')) ?? instruments[0] ?? null
      const gap = gapIn(c)
      const items = chosen ? await commitmentSources(tx, await itemsOfInstrument(tx, chosen.id)) : []
      return {
        what: 'commitments' as const,
        instruments,
        chosen,
        items: items.filter(({ said }) => !gap || gapOf(said) === gap),
        gap,
      }
    }
    case 'indicators':
      return { what: 'indicators' as const, indicators: await indicatorChoices(tx, country) }
    case 'appraisal':
      return { what: 'appraisal' as const, plans: await appraisedPlans(tx, country) }
    case 'claim':
      return { what: 'claim' as const }
  }
}
type Choices = Awaited<ReturnType<typeof choicesFor>>

export async function showInsert(
  c: Ctx,
  back: { typed: Record<string, string>; errors: FormErrors; status: 409 | 422 } | null = null,
) {
  const person = memberWho(c)
  const { report, section, choices } = await reading(database(c), person.userId, async tx => {
    const report = await ownReport(c, tx, person)
    return { report, section: await ownSection(c, tx, report), choices: await choicesFor(c, tx, report) }
  })
  const { t } = c.get('words')
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
      {isEmpty(choices) ? (
        <p class="empty">{t('reports.insert.none')}</p>
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

const isEmpty = (choices: Choices): boolean =>
  (choices.what === 'commitments' && !choices.items.length) ||
  (choices.what === 'indicators' && !choices.indicators.length) ||
  (choices.what === 'appraisal' && !choices.plans.length)

function Narrow({ choices }: { choices: Extract<Choices, { what: 'commitments' }> }) {
  const { t } = useWords()
  return (
    <form class="form" method="get">
      <input type="hidden" name="what" value="commitments" />
      <div class="field">
        <label for="instrument">{t('reports.insert.instrument')}</label>
        <select id="instrument" name="instrument">
          {choices.instruments.map(({ slug, title, adoptedOn }) => (
            <option key={slug} value={slug} selected={slug === choices.chosen?.slug}>
              {adoptedOn ? `${title} (${adoptedOn.slice(0, 4)})` : title}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="gap">{t('reports.insert.gap')}</label>
        <select id="gap" name="gap">
          <option value="">{t('reports.insert.gap.any')}</option>
          {GAPS.map(gap => (
            <option key={gap} value={gap} selected={gap === choices.gap}>
              {t(`gap.${gap}`)}
            </option>
          ))}
        </select>
      </div>
      <button class="quiet">{t('reports.insert.show')}</button>
    </form>
  )
}

function Choose({
  choices,
  typed,
  errors,
}: {
  choices: Choices
  typed: Record<string, string>
  errors: FormErrors | null
}) {
  const { t, locale } = useWords()
  switch (choices.what) {
    case 'commitments':
      return (
        <>
          <fieldset id="source">
            <legend>{t('reports.insert.all', { count: choices.items.length })}</legend>
            {choices.items.map(item => (
              <Tick key={item.itemId} item={item} />
            ))}
          </fieldset>
          {choices.items.map(({ itemId }) => (
            <input key={itemId} type="hidden" name="shown" value={itemId} />
          ))}
          <div class="actions">
            <button name="as" value="table">
              {t('reports.insert.as-table')}
            </button>
            <button class="quiet" name="as" value="each">
              {t('reports.insert.one-by-one')}
            </button>
          </div>
        </>
      )
    case 'indicators':
      return (
        <>
          <fieldset id="source">
            <legend>{t('reports.insert.what.indicators')}</legend>
            {choices.indicators.map(({ framework, code, titles, figures }) => (
              <p key={`${framework} ${code}`} class="choice">
                <input type="checkbox" name="source" value={`${framework} ${code}`} id={`i-${framework}-${code}`} />
                <label for={`i-${framework}-${code}`}>
                  {code}: {inLanguage(titles, locale)}{' '}
                  <span class="soft small">{t('reports.insert.figures', { count: figures })}</span>
                </label>
              </p>
            ))}
          </fieldset>
          <button>{t('reports.insert.send')}</button>
        </>
      )
    case 'appraisal':
      return (
        <>
          <fieldset id="source">
            <legend>{t('reports.insert.what.appraisal')}</legend>
            {choices.plans.map(({ id, title, language, findings }) => (
              <p key={id} class="choice">
                <input type="checkbox" name="source" value={id} id={`p-${id}`} />
                <label for={`p-${id}`}>
                  <bdi lang={language ?? undefined}>{title}</bdi>{' '}
                  <span class="soft small">{t('reports.insert.findings', { count: findings })}</span>
                </label>
              </p>
            ))}
          </fieldset>
          <button>{t('reports.insert.send')}</button>
        </>
      )
    case 'claim':
      return (
        <>
          <LongTextField
            name="words"
            label={t('reports.manual.words')}
            value={typed.words}
            errors={errors}
            rows={4}
            required
            dir="auto"
          />
          <TextField
            name="title"
            label={t('reports.manual.source')}
            value={typed.title}
            errors={errors}
            required
            maxlength={500}
            dir="auto"
          />
          <TextField
            name="url"
            type="url"
            label={t('reports.manual.url')}
            value={typed.url}
            errors={errors}
            maxlength={2000}
            dir="ltr"
          />
          <button>{t('reports.insert.send')}</button>
        </>
      )
  }
}

function Tick({ item }: { item: CommitmentSource }) {
  const { t } = useWords()
  return (
    <p class="choice">
      <input type="checkbox" name="source" value={item.itemId} id={`c-${item.itemId}`} />
      <label for={`c-${item.itemId}`}>
        <bdi lang={item.language ?? undefined}>
          {item.number} {item.text}
        </bdi>{' '}
        <span class="soft small">{t(`gap.short.${gapOf(item.said)}`)}</span>
      </label>
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

function sourcesIn(
  what: Exclude<What, 'claim'>,
  chosen: string[],
  as: 'table' | 'each',
  { country }: Report,
): Source[] {
  if (what !== 'indicators' && !chosen.every(id => UUID.test(id))) throw new Problem('bad-input')
  switch (what) {
    case 'commitments':
      return as === 'table'
        ? [{ kind: 'commitment', items: chosen }]
        : chosen.map(id => ({ kind: 'commitment', items: [id] }))
    case 'appraisal':
      return chosen.map(instrument => ({ kind: 'finding', instrument }))
    case 'indicators':
      return chosen.map(one => {
        const [framework = '', ...code] = one.split(' ')
        return { kind: 'indicator', indicator: one, framework, code: code.join(' '), country }
      })
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
