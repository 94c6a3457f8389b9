/** Writing the text in one language: a plain text area, the same small markup as reports, how it will stand beneath. */
import { htmlParts, type ReportDocument } from '@open1325/report-writer'
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { directionOf } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, LongTextField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { LiveCount } from '../../reports/offers/length.tsx'
import { liveCount } from '../../reports/offers/text-checks.ts'
import { checkText } from '../checks.ts'
import { documentOf, putsOf } from '../document.ts'
import { checkingOf, database, originOf, ownStatement, statementFor } from '../load.ts'
import { paths, type StatementText } from '../model.ts'
import { absencesOf, removeText, setText, textsOf } from '../queries/statements.ts'
import { Checks } from './findings.tsx'

interface Back {
  typed: Record<string, string>
  errors: FormErrors
  status: 409 | 422
}

export async function showText(c: Ctx, back: Back | null = null) {
  const person = member(c, 'contributor')
  const found = await reading(database(c), person.userId, async tx => {
    const statement = await ownStatement(c, tx, person)
    return {
      statement,
      texts: await textsOf(tx, statement.id),
      absences: await absencesOf(tx, statement.id),
      checking: await checkingOf(c, tx, statement),
    }
  })
  const { statement, texts, absences, checking } = found
  const text = texts.find(({ language }) => language === c.req.param('language'))
  if (!text || statement.state === 'withdrawn') throw new Problem('not-found')
  const { t, language: nameOf } = c.get('words')
  const typed: Record<string, string> = back?.typed ?? {
    title: text.title,
    addressedTo: text.addressedTo,
    text: text.text,
    listNote: text.listNote,
    version: String(text.version),
  }
  const { title = '', addressedTo = '', text: markup = '' } = typed
  const document = documentOf({ language: text.language, title, addressedTo, text: markup }, absences, originOf(c))
  const checked = checkText(document, checking)
  const live = liveCount({ title: '', text: markup }, putsOf(absences, text.language, originOf(c)), checked.length)
  const at = paths.text(statement.id, text.language)
  return page(
    c,
    <Page
      c={c}
      title={t('statements.text.write')}
      current="nav.desk-statements"
      notice={c.req.query('done') === 'saved' && !back ? t('statements.done.saved') : null}
      islands={['word-count']}
      wide
    >
      <p class="kicker">
        <a href={paths.statement(statement.id)} dir="auto">
          {statement.title}
        </a>{' '}
        · <bdi>{nameOf(text.language)}</bdi>
      </p>
      <h1>{t('statements.text.write')}</h1>
      {statement.edition > 0 && (
        <p class="warning">{t('statements.text.frozen', { number: String(statement.edition) })}</p>
      )}
      <div class="beside">
        <div>
          <TextForm at={at} text={text} typed={typed} back={back}>
            <LiveCount
              length={checked.length}
              live={live}
              here="statements.length.here"
              whole={checked.rule ? 'statements.length.whole' : 'statements.length.all'}
            />
          </TextForm>
          {back?.status === 409 && <Theirs text={text} />}
          <Preview document={document} />
        </div>
        {document.blocks.length > 0 && (
          <section aria-labelledby="checks">
            <h2 id="checks">{t('checks')}</h2>
            <Checks checked={checked} language={text.language} at="" />
          </section>
        )}
      </div>
      {texts.length > 1 && (
        <form method="post" action={`${at}/remove`}>
          <p>
            <button class="plain">{t('statements.text.remove')}</button>
          </p>
        </form>
      )}
    </Page>,
    back?.status ?? 200,
  )
}

interface FormProps {
  at: string
  text: StatementText
  typed: Record<string, string>
  back: Back | null
  /** Beneath the text. */
  children: ComponentChildren
}

function TextForm({ at, text: { language, version }, typed, back, children }: FormProps) {
  const { t } = useWords()
  const errors = back?.errors ?? null
  const field = (name: 'title' | 'addressedTo' | 'text' | 'listNote') =>
    ({ name, value: typed[name], errors, lang: language, dir: 'auto' }) as const
  return (
    <form class="form statement-writing" method="post" action={at}>
      <ErrorSummary errors={back?.errors} />
      <input type="hidden" name="version" value={back?.status === 409 ? String(version) : typed.version} />
      <TextField {...field('title')} label={t('statements.text.title')} required maxlength={300} />
      <TextField {...field('addressedTo')} label={t('statements.to')} hint={t('statements.to.hint')} maxlength={500} />
      <LongTextField {...field('text')} label={t('statements.text')} hint={t('statements.text.hint')} rows={18} />
      {children}
      <TextField
        {...field('listNote')}
        label={t('statements.list-note')}
        hint={t('statements.list-note.hint')}
        maxlength={1000}
      />
      <button>{t('statements.save')}</button>
    </form>
  )
}

/** What somebody else has written meanwhile. */
function Theirs({ text }: { text: StatementText }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="theirs">
      <h2 id="theirs">{t('statements.text.theirs')}</h2>
      <p class="report-difference" dir="auto">
        {text.text}
      </p>
    </section>
  )
}

function Preview({ document }: { document: ReportDocument }) {
  const { t } = useWords()
  const { blocks, notes } = htmlParts(document, 2)
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t('statements.text.preview')}</h2>
      {blocks.length ? (
        <div class="report-text" lang={document.language} dir={directionOf(document.language)}>
          <div dangerouslySetInnerHTML={{ __html: [...blocks, notes].filter(Boolean).join('\n') }} />
        </div>
      ) : (
        <p class="empty">{t('statements.text.none')}</p>
      )}
    </section>
  )
}

const textForm = z.object({
  version: z.coerce.number().int().positive(),
  title: z.string().trim().min(1, 'form.needed').max(300, 'form.too-long'),
  addressedTo: z.string().trim().max(500, 'form.too-long').default(''),
  listNote: z.string().trim().max(1000, 'form.too-long').default(''),
  text: z
    .string()
    .max(200_000, 'form.too-long')
    .default('')
    .transform(text => text.replaceAll('\r', '')),
})

export async function saveText(c: Ctx) {
  const { person, statement } = await statementFor(c, 'contributor')
  if (statement.reportId || statement.state === 'withdrawn') throw new Problem('conflict')
  const form = await readForm(c, textForm)
  if (!form.ok) return showText(c, { ...form, status: 422 })
  const language = c.req.param('language') ?? ''
  const saved = await changing(database(c), person.userId, { act: 'statement.write' }, tx =>
    setText(tx, statement.id, { language, ...form.value }, person.userId),
  )
  if (saved) return seeOther(c, `${paths.text(statement.id, language)}?done=saved`)
  const errors = { fields: { text: c.get('words').t('statements.moved') } }
  return showText(c, { typed: form.typed, errors, status: 409 })
}

export async function dropText(c: Ctx) {
  const { person, statement } = await statementFor(c, 'contributor')
  await changing(database(c), person.userId, { act: 'statement.language-removed' }, tx =>
    removeText(tx, statement.id, c.req.param('language') ?? ''),
  )
  return seeOther(c, paths.statement(statement.id))
}
