/** The form for a new piece of evidence: first its kind, then what that kind needs. */
import { hasRole, type Ctx, type FormErrors } from '../../platform/http.ts'
import { ErrorSummary } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { FactsFields } from './facts-fields.tsx'
import { FileInput } from './file-input.tsx'
import { anchorIn, EVIDENCE_KINDS, fieldOf, paths, type EvidenceKind } from './model.ts'

interface Props {
  c: Ctx
  /** Null: to be chosen. */
  kind: EvidenceKind | null
  form: { id: string; typed: Record<string, string>; errors: FormErrors | null }
}

export function AddPage({ c, kind, form }: Props) {
  const { t } = c.get('words')
  const { typed, errors } = form
  const to = anchorIn(typed)
  return (
    <Page c={c} title={t('evidence.add')} current="nav.evidence">
      <p class="kicker">
        <a href={paths.list}>{t('nav.evidence')}</a>
      </p>
      <h1>{kind ? t(`evidence.add.${kind}`) : t('evidence.add')}</h1>
      <SafeTools c={c} />
      {!kind && (
        <ul class="rows">
          {EVIDENCE_KINDS.map(one => (
            <li key={one}>
              <a href={paths.add(one, to)}>{t(`evidence.kind.${one}`)}</a>
              <br />
              <span class="soft small">{t(`evidence.kind.${one}.hint`)}</span>
            </li>
          ))}
        </ul>
      )}
      {kind && (
        <form class="form" method="post" action={paths.add()} enctype="multipart/form-data">
          <ErrorSummary errors={errors} />
          <input type="hidden" name="form" value={form.id} />
          <input type="hidden" name="kind" value={kind} />
          {to && <input type="hidden" name={fieldOf(to)} value={to.id} />}
          {kind !== 'note' && (
            <FileInput
              errors={errors}
              label={kind === 'link' ? t('evidence.kept-copy') : t('evidence.file')}
              asItIs={kind === 'photo' ? null : (typed.asItIs ?? '')}
            />
          )}
          <FactsFields kind={kind} typed={typed} errors={errors} mayPublish={hasRole(c.get('person'), 'editor')} />
          <button>{t('evidence.add.send')}</button>
        </form>
      )}
    </Page>
  )
}

/** This is no place for the files of survivors: which tools are. */
export function SafeTools({ c }: { c: Ctx }) {
  const { t } = c.get('words')
  return (
    <p class="warning">
      {t('evidence.safety')}{' '}
      <a href="https://github.com/Horizontal-org/Tella-Android-FOSS" rel="noreferrer external">
        Tella
      </a>
      {' · '}
      <a href="https://www.globaleaks.org/" rel="noreferrer external">
        GlobaLeaks
      </a>
    </p>
  )
}
