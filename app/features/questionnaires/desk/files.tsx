/** Files that were given as answers: those who work on them take them down, and make evidence of them with what they know of consent. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { changeIdOf } from '../../../platform/change-id.ts'
import { attachment, safeName } from '../../../platform/files/names.ts'
import { member, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { SelectField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { CONSENTS, mayBeShown, paths as evidencePaths } from '../../evidence/model.ts'
import { addEvidence } from '../../evidence/queries.ts'
import { Said } from '../answer/said.tsx'
import { paths, type Round } from '../model.ts'
import { answerFileBy, type AnswerFile } from '../queries/answers.ts'
import { roundOf } from './context.ts'

/** The evidence that a file becomes has this id: made twice, it is one. */
const evidenceIdOf = (respondentId: string, sha256: string) => changeIdOf(`file of ${respondentId}`, sha256)

/** The ids of evidence that the files became or would become. */
export const evidenceIds = (respondentId: string, files: AnswerFile[]) =>
  files.map(({ sha256 }) => evidenceIdOf(respondentId, sha256))

async function fileOf(c: Ctx, userId: string): Promise<{ round: Round; file: AnswerFile }> {
  const round = await roundOf(c, 'contributor')
  const { respondent = '', sha256 = '' } = c.req.param() as Record<string, string>
  const file = await reading(c.get('services').database.kysely, userId, tx =>
    answerFileBy(tx, round, respondent, sha256),
  )
  if (!file) throw new Problem('not-found')
  return { round, file }
}

/** Always as a download, never as a page of ours. */
export async function downloadFile(c: Ctx) {
  const { userId } = member(c, 'contributor')
  const { file } = await fileOf(c, userId)
  const stream = await c.get('services').files.open(file.sha256)
  return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
    'Content-Type': file.mediaType,
    'Content-Disposition': attachment(safeName(file.fileName, file.mediaType)),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'no-store',
  })
}

interface FilesProps {
  round: Round
  respondentId: string
  files: AnswerFile[]
  /** The ids of those that are evidence already. */
  evidence: string[]
  isEditor: boolean
  errors: FormErrors | null
  typed: Record<string, string>
}

export function AnswerFiles({ round, respondentId, files, evidence, isEditor, errors, typed }: FilesProps) {
  const { t, number, locale } = useWords()
  if (!files.length) return null
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t('answers.files')}</h2>
      {files.map(file => {
        const id = evidenceIdOf(respondentId, file.sha256)
        const again = typed.sha256 === file.sha256
        return (
          <div key={file.sha256} class="answer-file">
            <p>
              <a href={paths.answerFileOf(round.id, respondentId, file.sha256)} download>
                <bdi>{file.fileName}</bdi>
              </a>{' '}
              <span class="soft small">{t('answers.file.size', { kb: number(Math.ceil(file.bytes / 1024)) })}</span>
            </p>
            {file.question && (
              <p class="soft small">
                <Said form={round.form} words={file.question.label} language={locale} answers={{}} />
              </p>
            )}
            {evidence.includes(id) ? (
              <p class="tag">
                <a href={evidencePaths.desk(id)}>{t('answers.file.kept')}</a>
              </p>
            ) : (
              isEditor && (
                <details open={again}>
                  <summary>{t('answers.file.to-evidence')}</summary>
                  <ToEvidence
                    round={round}
                    respondentId={respondentId}
                    file={file}
                    errors={again ? errors : null}
                    typed={again ? typed : {}}
                  />
                </details>
              )
            )}
          </div>
        )
      })}
    </section>
  )
}

interface ToEvidenceProps {
  round: Round
  respondentId: string
  file: AnswerFile
  errors: FormErrors | null
  typed: Record<string, string>
}

function ToEvidence({ round, respondentId, file, errors, typed }: ToEvidenceProps) {
  const { t } = useWords()
  const visibilities = (['organisation', 'partners', 'public'] as const).map(value => ({
    value,
    label: t(`visibility.${value}`),
  }))
  return (
    <form class="form" method="post" action={`${paths.answerFileOf(round.id, respondentId, file.sha256)}/evidence`}>
      <p class="hint">{t('answers.file.lead')}</p>
      <TextField
        name="title"
        label={t('evidence.title')}
        errors={errors}
        value={typed.title ?? file.fileName}
        maxlength={300}
        dir="auto"
        required
      />
      <SelectField
        name="consent"
        label={t('evidence.consent')}
        hint={t('evidence.consent.hint')}
        errors={errors}
        value={typed.consent ?? 'not-given'}
        choices={(['not-given', 'given', 'not-needed'] as const).map(value => ({
          value,
          label: t(`consent.${value}`),
        }))}
      />
      <SelectField
        name="visibility"
        label={t('say.visibility')}
        errors={errors}
        value={typed.visibility ?? 'organisation'}
        choices={visibilities}
      />
      <button>{t('answers.file.to-evidence')}</button>
    </form>
  )
}

const evidenceForm = z.object({
  title: z.string().trim().min(1, 'form.needed').max(300, 'form.too-long'),
  consent: z.enum(CONSENTS, 'evidence.consent.needed'),
  visibility: z.enum(['organisation', 'partners', 'public']),
})

/**
 * Makes evidence of a file. Whoever gave it is not named as its author: that is hers to say, and evidence may become public.
 * @param again shows the answers with what was wrong
 */
export async function makeEvidence(
  c: Ctx,
  again: (errors: FormErrors, typed: Record<string, string>) => Promise<Response>,
) {
  const { userId, current } = member(c, 'editor')
  const { round, file } = await fileOf(c, userId)
  const respondent = c.req.param('respondent') ?? ''
  const form = await readForm(c, evidenceForm)
  const typed = { ...form.typed, sha256: file.sha256 }
  if (!form.ok) return again(form.errors, typed)
  const { title, consent, visibility } = form.value
  const { t } = c.get('words')
  if (!mayBeShown(consent, visibility))
    return again({ fields: { visibility: t('evidence.visibility.no-consent') } }, typed)
  const { files, database } = c.get('services')
  await changing(database.kysely, userId, { act: 'answer.evidence' }, async tx => {
    await addEvidence(tx, {
      id: evidenceIdOf(respondent, file.sha256),
      organisationId: current.organisationId,
      by: userId,
      kind: file.mediaType.startsWith('image/') ? 'photo' : 'file',
      title,
      author: null,
      dated: null,
      note: t('answers.file.note', { title: round.title }).slice(0, 20_000),
      url: null,
      seenOn: null,
      file,
      consent,
      visibility,
    })
    // It was taken away a moment ago with everything else of hers.
    if (!(await files.has(file.sha256))) throw new Problem('not-found')
  })
  return seeOther(c, paths.review(round.id, respondent))
}
