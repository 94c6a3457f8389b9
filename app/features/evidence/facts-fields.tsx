/** What is known of a piece of evidence, as fields of a form. */
import type { FormErrors } from '../../platform/http.ts'
import { LongTextField, SelectField, TextField } from '../../ui/form.tsx'
import { useWords } from '../../ui/words.tsx'
import { VISIBILITIES } from '../voices/model.ts'
import { CONSENTS, type EvidenceKind } from './model.ts'

interface Props {
  kind: EvidenceKind
  typed: Record<string, string>
  errors: FormErrors | null
  mayPublish: boolean
}

export function FactsFields({ kind, typed, errors, mayPublish }: Props) {
  const { t } = useWords()
  const field = (name: string) => ({ name, errors, value: typed[name] ?? '' })
  const offered = VISIBILITIES.filter(one => mayPublish || one === 'me' || one === 'organisation')
  return (
    <>
      {(kind === 'link' || kind === 'dataset') && (
        <>
          <TextField {...field('url')} type="url" label={t('evidence.url')} maxlength={2000} dir="ltr" />
          <TextField {...field('seenOn')} type="date" label={t('evidence.seen-on')} hint={t('evidence.seen-on.hint')} />
        </>
      )}
      <TextField
        {...field('title')}
        label={t('evidence.title')}
        hint={t('evidence.title.hint')}
        maxlength={300}
        dir="auto"
      />
      <TextField
        {...field('author')}
        label={t('evidence.author')}
        hint={t('evidence.author.hint')}
        maxlength={300}
        dir="auto"
      />
      <TextField
        {...field('dated')}
        label={t('evidence.dated')}
        hint={t('evidence.dated.hint')}
        maxlength={10}
        dir="ltr"
      />
      <LongTextField
        {...field('note')}
        label={t(kind === 'note' ? 'evidence.note' : 'evidence.note.optional')}
        rows={4}
        dir="auto"
      />
      <SelectField
        {...field('consent')}
        label={t('evidence.consent')}
        hint={t('evidence.consent.hint')}
        choices={[
          { value: '', label: t('evidence.consent.choose') },
          ...CONSENTS.map(value => ({ value, label: t(`consent.${value}`) })),
        ]}
      />
      <SelectField
        {...field('visibility')}
        value={typed.visibility ?? 'organisation'}
        label={t('say.visibility')}
        hint={t(mayPublish ? 'evidence.visibility.hint' : 'say.visibility.hint-contributor')}
        choices={offered.map(value => ({ value, label: t(`visibility.${value}`) }))}
      />
    </>
  )
}
