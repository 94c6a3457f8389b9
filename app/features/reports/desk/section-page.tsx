/** A section: its text in a plain field, as it will stand, what its sources say now, what colleagues say of it. */
import { randomUUID } from 'node:crypto'
import { insertedIn, markParagraph, parseMarkup, plain } from '@open1325/report-writer'
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { page, readForm, seeOther, wholeNumber, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, LongTextField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { lengthOf } from '../counting.ts'
import { documentOf } from '../document.ts'
import { database, idIn, memberWho, originOf, ownReport, ownSection, standingsOf } from '../load.ts'
import { paths, type Put, type Report, type Standing } from '../model.ts'
import {
  addComment,
  commentsOn,
  putsOf,
  renewPut,
  sectionsOf,
  setSection,
  settleComment,
  type Comment,
  type PlacedSection,
} from '../queries/reports.ts'
import { Difference, Preview } from './parts.tsx'

interface Back {
  typed: Record<string, string>
  errors: FormErrors | null
  status: 409 | 422
}

export async function showSection(c: Ctx, back: Back | null = null) {
  const person = memberWho(c)
  const found = await reading(database(c), person.userId, async tx => {
    const report = await ownReport(c, tx, person)
    const section = await ownSection(c, tx, report)
    const used = new Set(insertedIn(section.text))
    const puts = await putsOf(tx, report.id)
    const here = puts.filter(({ number }) => used.has(number))
    return {
      report,
      section,
      puts,
      here,
      ...(await standingsOf(tx, report, here, originOf(c))),
      comments: await commentsOn(tx, section.id),
    }
  })
  const { report, section, puts, here, standing, comments } = found
  const { t } = c.get('words')
  const document = documentOf({ report, sections: [section], puts })
  const at = paths.section(report.id, section.id)
  const done = c.req.query('done')
  const notice =
    done === 'saved'
      ? t('reports.saved')
      : done === 'put'
        ? t('reports.insert.done')
        : done === 'renewed'
          ? t('reports.claim.renewed')
          : null
  const { text: inText } = lengthOf({ ...document, cover: null }, null).parts
  return page(
    c,
    <Page c={c} title={section.title} current="nav.desk-reports" notice={notice} islands={['word-count']}>
      <p class="kicker">
        <a href={paths.report(report.id)} lang={report.language} dir="auto">
          {report.title}
        </a>
      </p>
      <h1 lang={report.language} dir="auto">
        {section.title}
      </h1>
      {section.hint && (
        <p class="lead" lang={report.language} dir="auto">
          {section.hint}
        </p>
      )}
      {back?.status === 409 && (
        <div class="warning" role="alert">
          <p>{t('reports.conflict')}</p>
          <h2>{t('reports.conflict.now')}</h2>
          <Difference before={back.typed.text ?? ''} after={section.text} />
        </div>
      )}
      <form class="form report-writing" method="post" action={at}>
        <ErrorSummary errors={back?.errors} />
        <input type="hidden" name="version" value={String(section.version)} />
        <TextField
          name="title"
          label={t('reports.section.title')}
          value={back?.typed.title ?? section.title}
          errors={back?.errors ?? null}
          required
          maxlength={300}
          dir="auto"
        />
        <LongTextField
          name="text"
          label={t('reports.section.text')}
          value={back?.typed.text ?? section.text}
          errors={back?.errors ?? null}
          rows={18}
          dir="auto"
          lang={report.language}
        />
        <p class="soft small" id="word-count" data-words={t('reports.length.here', { count: 1325 })}>
          {t('reports.length.here', { count: inText })}
        </p>
        <div class="actions">
          <button>{t('reports.save')}</button>
          <a href={paths.insert(report.id, section.id)}>{t('reports.section.insert')}</a>
          <a href={paths.versions(report.id, section.id)}>{t('reports.section.versions')}</a>
        </div>
      </form>
      <MarkupHelp />
      {here.length > 0 && <Sources {...{ here, standing, at }} />}
      {section.text && (
        <section aria-labelledby="preview">
          <h2 id="preview">{t('reports.section.preview')}</h2>
          <Preview document={{ ...document, blocks: document.blocks.slice(1) }} standing={standing} />
        </section>
      )}
      <Marks section={section} at={at} />
      <Comments comments={comments} at={at} />
      <form method="post" action={`${at}/remove`}>
        <input type="hidden" name="version" value={String(section.version)} />
        <button class="plain">{t('reports.section.remove')}</button>
      </form>
    </Page>,
    back?.status ?? 200,
  )
}

function MarkupHelp() {
  const { t } = useWords()
  const lines: [string, Parameters<typeof t>[0]][] = [
    ['⏎ ⏎', 'reports.markup.paragraph'],
    ['## …', 'reports.markup.heading'],
    ['- …', 'reports.markup.list'],
    ['> …  > -- …', 'reports.markup.quote'],
    ['| … | … |', 'reports.markup.table'],
    ['**…**  *…*  […](https://…)  ^[…]', 'reports.markup.words'],
    ['[[3]]', 'reports.markup.put'],
    ['[source?]  [no source needed]', 'reports.markup.mark'],
  ]
  return (
    <details>
      <summary>{t('reports.markup')}</summary>
      <dl class="report-markup">
        {lines.map(([sign, key]) => (
          <div key={sign}>
            <dt>
              <code dir="ltr">{sign}</code>
            </dt>
            <dd>{t(key)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Sources({ here, standing, at }: { here: Put[]; standing: Map<number, Standing>; at: string }) {
  const { t, date } = useWords()
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{t('reports.claim.source')}</h2>
      <ul class="rows">
        {here.map(put => {
          const is = standing.get(put.number) ?? 'gone'
          return (
            <li key={put.number}>
              <code dir="ltr">[[{put.number}]]</code> {put.url && <a href={put.url}>{t('reports.claim.source')}</a>}{' '}
              <span class={is === 'same' ? 'soft' : 'tag mark'}>{t(`reports.claim.${is}`)}</span>{' '}
              <span class="soft small">{date(put.insertedAt)}</span>
              {is === 'changed' && (
                <form method="post" action={`${at}/renew`}>
                  <input type="hidden" name="number" value={String(put.number)} />
                  <input type="hidden" name="version" value={String(put.version)} />
                  <button class="quiet">{t('reports.claim.renew')}</button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Paragraphs typed by hand, each with its mark to set. */
function Marks({ section, at }: { section: PlacedSection; at: string }) {
  const { t } = useWords()
  const paragraphs = parseMarkup(section.text).filter(block => block.kind === 'paragraph')
  const shown = paragraphs
    .map((block, n) => ({ ...block, n }))
    .filter(({ text }) => !/^\[\[\d+\]\]$/u.test(plain(text).trim()))
  if (!shown.length) return null
  return (
    <details class="report-marks" open={shown.some(({ lacksSource }) => lacksSource)}>
      <summary>{t('reports.lacks')}</summary>
      <ul class="rows">
        {shown.map(({ text, lacksSource, n }) => (
          <li key={n}>
            {lacksSource && <span class="tag mark">{t('reports.lacks')}</span>} <bdi>{plain(text).slice(0, 120)}</bdi>
            <form method="post" action={`${at}/mark`}>
              <input type="hidden" name="version" value={String(section.version)} />
              <input type="hidden" name="paragraph" value={String(n)} />
              {lacksSource ? (
                <button class="plain" name="mark" value="settled">
                  {t('reports.mark.settled')}
                </button>
              ) : (
                <button class="plain" name="mark" value="needs">
                  {t('reports.mark.needs')}
                </button>
              )}
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Comments({ comments, at }: { comments: Comment[]; at: string }) {
  const { t, time, date } = useWords()
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t('reports.comments')}</h2>
      {comments.length === 0 && <p class="empty">{t('reports.comments.none')}</p>}
      <ul class="rows">
        {comments.map(comment => (
          <li key={comment.id}>
            <p dir="auto">{comment.text}</p>
            <p class="soft small">
              <bdi>{comment.by}</bdi>, {time(comment.createdAt.toISOString())}
              {comment.settledAt && ` · ${t('reports.comment.settled', { date: date(comment.settledAt) })}`}
            </p>
            {!comment.settledAt && (
              <form method="post" action={`${at}/comments/${comment.id}`}>
                <button class="plain">{t('reports.comment.settle')}</button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form class="form" method="post" action={`${at}/comments`}>
        <input type="hidden" name="form" value={randomUUID()} />
        <LongTextField name="comment" label={t('reports.comment')} rows={3} required dir="auto" />
        <button class="quiet">{t('reports.comment.send')}</button>
      </form>
    </section>
  )
}

// What is done there -------------------------------------------------------------------------------------------------------------

const version = z.coerce.number().int().positive()
/** A browser sends line ends as CR LF. */
const typedText = z
  .string()
  .max(200_000, 'form.too-long')
  .transform(text => text.replaceAll('\r\n', '\n').replaceAll('\0', '').trimEnd())

const sectionForm = z.object({
  version,
  title: z.string().trim().min(1, 'form.needed').max(300, 'form.too-long'),
  text: typedText,
})

/** Changes the section at the address, if it is still at the form's version. Gives whether it was, and where it is. */
async function change(
  c: Ctx,
  act: string,
  was: number,
  to: (section: PlacedSection) => Parameters<typeof setSection>[4],
) {
  const person = memberWho(c)
  return changing(database(c), person.userId, { act }, async tx => {
    const report = await ownReport(c, tx, person)
    const section = await ownSection(c, tx, report)
    const set = to(section)
    const isSame = Object.entries(set).every(([name, value]) => section[name as 'title' | 'text'] === value)
    const saved = isSame || (await setSection(tx, section.id, was, person.userId, set))
    return { saved, report, at: paths.section(report.id, section.id) }
  })
}

export async function saveSection(c: Ctx) {
  const form = await readForm(c, sectionForm)
  if (!form.ok) return showSection(c, { ...form, status: 422 })
  const { version, title, text } = form.value
  const { saved, at } = await change(c, 'report.write', version, () => ({ title, text }))
  return saved ? seeOther(c, `${at}?done=saved`) : showSection(c, { typed: { title, text }, errors: null, status: 409 })
}

const markForm = z.object({ version, paragraph: z.coerce.number().int().min(0), mark: z.enum(['needs', 'settled']) })

export async function markSection(c: Ctx) {
  const form = await readForm(c, markForm)
  if (!form.ok) throw new Problem('bad-input')
  const { version, paragraph, mark } = form.value
  const { saved, at } = await change(c, 'report.mark', version, ({ text }) => ({
    text: markParagraph(text, paragraph, mark === 'needs' ? 'source?' : 'no source needed'),
  }))
  if (!saved) throw new Problem('conflict')
  return seeOther(c, `${at}?done=saved`)
}

export async function removeSection(c: Ctx) {
  const form = await readForm(c, z.object({ version }))
  if (!form.ok) throw new Problem('bad-input')
  const { saved, report } = await change(c, 'report.section.remove', form.value.version, () => ({ deleted: true }))
  if (!saved) throw new Problem('conflict')
  return seeOther(c, `${paths.report(report.id)}?done=saved`)
}

/** Up past the section before it. */
export async function moveUp(c: Ctx) {
  const person = memberWho(c)
  const report = await changing(
    database(c),
    person.userId,
    { act: 'report.section.move' },
    async (tx): Promise<Report> => {
      const found = await ownReport(c, tx, person)
      const section = await ownSection(c, tx, found)
      const all = await sectionsOf(tx, found.id)
      const at = all.findIndex(({ id }) => id === section.id)
      const [above, before] = [all[at - 1], all[at - 2]]
      if (above) {
        const position = before ? (before.position + above.position) / 2 : above.position - 1
        await setSection(tx, section.id, section.version, person.userId, { position })
      }
      return found
    },
  )
  return seeOther(c, paths.report(report.id))
}

const renewForm = z.object({ number: z.string(), version })

export async function renew(c: Ctx) {
  const person = memberWho(c)
  const form = await readForm(c, renewForm)
  const number = form.ok ? wholeNumber(form.value.number) : null
  if (!form.ok || number === null) throw new Problem('bad-input')
  const at = await changing(database(c), person.userId, { act: 'report.renew' }, async tx => {
    const report = await ownReport(c, tx, person)
    const section = await ownSection(c, tx, report)
    const put = (await putsOf(tx, report.id)).find(one => one.number === number)
    if (!put) throw new Problem('not-found')
    const { now } = await standingsOf(tx, report, [put], originOf(c))
    const made = now.get(number)
    if (!made) throw new Problem('gone')
    await renewPut(tx, report.id, number, form.value.version, person.userId, made)
    return paths.section(report.id, section.id)
  })
  return seeOther(c, `${at}?done=renewed`)
}

const commentForm = z.object({
  form: z.uuid(),
  comment: z.string().trim().min(1, 'form.needed').max(5000, 'form.too-long'),
})

export async function comment(c: Ctx) {
  const person = memberWho(c)
  const form = await readForm(c, commentForm)
  if (!form.ok) return showSection(c, { typed: {}, errors: form.errors, status: 422 })
  const at = await changing(database(c), person.userId, { act: 'report.comment' }, async tx => {
    const report = await ownReport(c, tx, person)
    const section = await ownSection(c, tx, report)
    await addComment(tx, {
      id: form.value.form,
      sectionId: section.id,
      reportId: report.id,
      organisationId: report.organisationId,
      by: person.userId,
      text: form.value.comment,
    })
    return paths.section(report.id, section.id)
  })
  return seeOther(c, `${at}#comments`)
}

export async function settle(c: Ctx) {
  const person = memberWho(c)
  const at = await changing(database(c), person.userId, { act: 'report.comment.settle' }, async tx => {
    const report = await ownReport(c, tx, person)
    const section = await ownSection(c, tx, report)
    await settleComment(tx, section.id, idIn(c, 'comment'))
    return paths.section(report.id, section.id)
  })
  return seeOther(c, `${at}#comments`)
}
