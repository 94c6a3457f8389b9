/** The fields about a file that comes with another form. */
import type { FormErrors } from '../../../platform/http.ts'
import { SelectField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { FileInput } from '../file-input.tsx'

interface Props {
  typed: Record<string, string>
  errors: FormErrors | null
}

export function NewEvidenceFields({ typed, errors }: Props) {
  const { t } = useWords()
  return (
    <>
      <FileInput errors={errors} />
      <TextField
        name="evidenceTitle"
        label={t('evidence.title')}
        hint={t('evidence.title.hint-file')}
        errors={errors}
        value={typed.evidenceTitle}
        maxlength={300}
        dir="auto"
      />
      <SelectField
        name="evidenceConsent"
        label={t('evidence.consent')}
        hint={t('evidence.consent.hint')}
        errors={errors}
        value={typed.evidenceConsent ?? 'not-given'}
        choices={(['not-needed', 'given', 'not-given'] as const).map(value => ({
          value,
          label: t(`consent.${value}`),
        }))}
      />
      <p class="soft small">{t('evidence.stays-inside')}</p>
    </>
  )
}
