/** The forms on a statement's page: what it is called, when it can be signed, its end. */
import type { FormErrors } from '../../../platform/http.ts'
import { ErrorSummary, LongTextField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths, standingOf, type Statement } from '../model.ts'
import { ProcedureField } from '../../reports/offers/procedure-field.tsx'
import { ClosingFields, typedOf } from './closing-fields.tsx'
import { Despite } from './findings.tsx'

export type StatementForm = 'facts' | 'open' | 'edition' | 'withdraw' | 'language'
export interface Back {
  form: StatementForm
  typed: Record<string, string>
  errors: FormErrors
  status?: 409 | 422
}

export function Facts({ statement, form }: { statement: Statement; form: Back | null }) {
  const { t } = useWords()
  const typed: Record<string, string> = form?.typed ?? {
    title: statement.title,
    body: statement.body,
    session: statement.session,
    procedure: statement.procedure ?? '',
  }
  const errors = form?.errors ?? null
  return (
    <details class="part" open={form !== null}>
      <summary>{t('statements.facts')}</summary>
      <form class="form" method="post" action={`${paths.statement(statement.id)}/facts`}>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="version" value={statement.version} />
        <TextField
          name="title"
          label={t('statements.title')}
          value={typed.title}
          errors={errors}
          required
          maxlength={300}
          dir="auto"
        />
        <TextField
          name="body"
          label={t('statements.body')}
          value={typed.body}
          errors={errors}
          maxlength={200}
          dir="auto"
        />
        <TextField
          name="session"
          label={t('statements.session')}
          value={typed.session}
          errors={errors}
          maxlength={200}
          dir="auto"
        />
        {!statement.reportId && <ProcedureField value={typed.procedure ?? ''} label={t('statements.procedure')} />}
        <button class="quiet">{t('statements.save')}</button>
      </form>
    </details>
  )
}

interface OpeningProps {
  statement: Statement
  /** Of the text that is looked at. */
  seen: string
  /** How many findings in it must be mended, where it is frozen with this. */
  must: number
  hasMail: boolean
  form: Back | null
}

export function Opening({ statement, seen, must, hasMail, form }: OpeningProps) {
  const { t } = useWords()
  const standing = standingOf(statement)
  const title = { draft: 'open', announced: 'move', open: 'move', closed: 'reopen', withdrawn: 'reopen' } as const
  return (
    <details class="part" open={form !== null}>
      <summary>{t(`statements.${title[standing]}`)}</summary>
      <p class="prose soft">{t(standing === 'draft' ? 'statements.open.lead' : 'statements.move.lead')}</p>
      <form class="form" method="post" action={`${paths.statement(statement.id)}/open`}>
        <ErrorSummary errors={form?.errors} />
        <input type="hidden" name="seen" value={seen} />
        <ClosingFields typed={form?.typed ?? typedOf(statement)} errors={form?.errors ?? null} hasMail={hasMail} />
        <Despite id="despite" count={must} error={form?.errors.fields.despite} />
        <button>{t(`statements.${title[standing]}`)}</button>
      </form>
    </details>
  )
}

export function Ending({ statement, form }: { statement: Statement; form: Back | null }) {
  const { t } = useWords()
  const standing = standingOf(statement)
  if (standing === 'withdrawn') return null
  if (standing === 'draft')
    return statement.edition === 0 ? (
      <form method="post" action={`${paths.statement(statement.id)}/remove`}>
        <p>
          <button class="plain">{t('statements.remove')}</button>
        </p>
      </form>
    ) : null
  return (
    <details class="part" open={form !== null}>
      <summary>{t(statement.state === 'open' ? 'statements.end' : 'statements.withdraw')}</summary>
      {statement.state === 'open' && (
        <form class="form" method="post" action={`${paths.statement(statement.id)}/close`}>
          <p class="prose soft">{t('statements.close.lead')}</p>
          <button class="quiet">{t('statements.close')}</button>
        </form>
      )}
      <form class="form" method="post" action={`${paths.statement(statement.id)}/withdraw`}>
        <ErrorSummary errors={form?.errors} />
        <LongTextField
          name="why"
          label={t('statements.withdraw.why')}
          hint={t('statements.withdraw.hint')}
          value={form?.typed.why}
          errors={form?.errors ?? null}
          rows={3}
          required
          dir="auto"
        />
        <button class="danger">{t('statements.withdraw')}</button>
      </form>
    </details>
  )
}
