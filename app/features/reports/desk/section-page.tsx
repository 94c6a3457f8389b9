/** A section: its text in a plain field, as it will stand, what the checks found, what its sources say now, what colleagues say of it. */
import { randomUUID } from 'node:crypto'
import { insertedIn, markableIn, markClaims, parseMarkup, plain } from '@open1325/report-writer'
import { page, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { ErrorSummary, LongTextField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { rangeOf } from '../document.ts'
import { liveCount } from '../counting.ts'
import { checkedReport, memberWho, ownSection, type CheckedReport } from '../load.ts'
import { paths, type Put } from '../model.ts'
import { commentsOn, type Comment, type PlacedSection } from '../queries/reports.ts'
import { LiveCount } from '../offers/length.tsx'
import { ChecksOfSection } from './checks-section.tsx'
import { Difference, htmlOf, marksOf, Notes, Preview } from './parts.tsx'

interface Back {
  typed: Record<string, string>
  errors: FormErrors | null
  status: 409 | 422
}

export async function showSection(c: Ctx, back: Back | null = null) {
  const person = memberWho(c)
  const found = await checkedReport(c, person, async (tx, { report }) => {
    const section = await ownSection(c, tx, report)
    return { section, comments: await commentsOn(tx, section.id) }
  })
  const { report, section, sections, puts, length, comments, document, assembled, rule, findings, named } = found
  const used = new Set(insertedIn(section.text))
  const here = puts.filter(({ number }) => used.has(number))
  const { t } = c.get('words')
  const nth = sections.findIndex(({ id }) => id === section.id)
  const { from, to } = rangeOf(assembled, nth)
  const shown = { ...document, blocks: document.blocks.slice(Math.min(from + 1, to), to) }
  const { blocks: html, notes } = htmlOf(shown, 2)
  const at = paths.section(report.id, section.id)
  return page(
    c,
    <Page c={c} title={section.title} current="nav.desk-reports" notice={noticeOf(c)} islands={['word-count']} wide>
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
      <div class="beside">
        <div>
          <form class="form report-writing" method="post" action={at}>
            {back?.typed.comment === undefined && <ErrorSummary errors={back?.errors} />}
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
            <LiveCount
              length={length}
              live={liveCount(section, puts, length)}
              here="reports.length.here"
              whole={length.limit === null ? 'reports.length.all' : 'reports.length.whole'}
            />
            <div class="actions">
              <button>{t('reports.save')}</button>
              <a href={paths.insert(report.id, section.id)}>{t('reports.section.insert')}</a>
              <a href={paths.versions(report.id, section.id)}>{t('reports.section.versions')}</a>
            </div>
          </form>
          <MarkupHelp />
          {section.text && (
            <section aria-labelledby="preview">
              <h2 id="preview">{t('reports.section.preview')}</h2>
              <Preview document={shown} html={html} first={from + 1} marks={marksOf(found)} />
              <Notes document={shown} notes={notes} />
            </section>
          )}
        </div>
        <div>
          <ChecksOfSection
            findings={findings.filter(finding => finding.section === nth)}
            named={named.filter(({ block }) => assembled.sectionOf[block] === nth)}
            {...{ report, rule }}
            mayWrite
            back={section.id}
            here
          />
          {here.length > 0 && <Sources here={here} found={found} at={at} />}
        </div>
      </div>
      <Marks section={section} at={at} />
      <Comments comments={comments} at={at} back={back} />
      <form method="post" action={`${at}/remove`}>
        <input type="hidden" name="version" value={String(section.version)} />
        <button class="plain">{t('reports.section.remove')}</button>
      </form>
    </Page>,
    back?.status ?? 200,
  )
}

function noticeOf(c: Ctx): string | null {
  const { t } = c.get('words')
  switch (c.req.query('done')) {
    case 'saved':
      return t('reports.saved')
    case 'put':
      return t('reports.insert.done')
    case 'renewed':
      return t('reports.claim.renewed')
    default:
      return null
  }
}

function MarkupHelp() {
  const { t } = useWords()
  const lines: [string, Parameters<typeof t>[0]][] = [
    ['⏎ ⏎', 'reports.markup.paragraph'],
    ['## …', 'reports.markup.heading'],
    ['…  ⏎  …\\⏎', 'reports.markup.line'],
    ['- …  1. …', 'reports.markup.list'],
    ['> …  > -- …', 'reports.markup.quote'],
    ['| … | … |', 'reports.markup.table'],
    ['**…**  *…*  […](https://…)', 'reports.markup.words'],
    ['^[…]  [^1]  [^1]: …', 'reports.markup.note'],
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

/** What was put in here, what its sources say now, and what only the organisation sees of it. */
function Sources({ here, found, at }: { here: Put[]; found: CheckedReport; at: string }) {
  const { t, date } = useWords()
  const own = new Set(found.own.map(({ number }) => number))
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{t('reports.claim.sources')}</h2>
      <ul class="rows">
        {here.map(put => {
          const is = found.standing.get(put.number) ?? 'gone'
          return (
            <li key={put.number}>
              <code dir="ltr">[[{put.number}]]</code> {put.url && <a href={put.url}>{t('reports.claim.source')}</a>}{' '}
              <span class={is === 'same' ? 'soft' : 'tag mark'}>{t(`reports.claim.${is}`)}</span>{' '}
              {own.has(put.number) && <span class="tag mark">{t('reports.own')}</span>}{' '}
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

/** Paragraphs, points and tables typed by hand, each with its mark to set. */
function Marks({ section, at }: { section: PlacedSection; at: string }) {
  const { t } = useWords()
  const heading = { kind: 'heading' as const, level: 1 as const, text: section.title }
  const shown = markableIn(markClaims([heading, ...parseMarkup(section.text)]))
    .map((line, n) => ({
      text: plain(line).trim(),
      lacks: line.some(one => one.kind === 'words' && (one.source === 'asked' || one.source === 'none')),
      n,
    }))
    .filter(({ text }) => !/^\[\[\d+\]\]$/u.test(text))
  if (!shown.length) return null
  return (
    <details class="report-marks" open={shown.some(({ lacks }) => lacks)}>
      <summary>{t('reports.lacks')}</summary>
      <ul class="rows">
        {shown.map(({ text, lacks, n }) => (
          <li key={n}>
            {lacks && <span class="tag mark">{t('reports.lacks')}</span>} <bdi>{text.slice(0, 120)}</bdi>
            <form method="post" action={`${at}/mark`}>
              <input type="hidden" name="version" value={String(section.version)} />
              <input type="hidden" name="nth" value={String(n)} />
              {lacks ? (
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

function Comments({ comments, at, back }: { comments: Comment[]; at: string; back: Back | null }) {
  const { t, time, date } = useWords()
  const typed = back?.typed.comment
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t('reports.comments')}</h2>
      {comments.length === 0 && <p class="empty">{t('reports.comments.none')}</p>}
      {comments.length > 0 && (
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
      )}
      <form class="form" method="post" action={`${at}/comments`}>
        <input type="hidden" name="form" value={randomUUID()} />
        {typed !== undefined && <ErrorSummary errors={back?.errors} />}
        <LongTextField
          name="comment"
          label={t('reports.comment')}
          errors={back?.errors ?? null}
          value={typed}
          rows={3}
          required
          dir="auto"
        />
        <button class="quiet">{t('reports.comment.send')}</button>
      </form>
    </section>
  )
}
