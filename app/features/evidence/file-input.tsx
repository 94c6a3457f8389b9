/** Where a file is chosen: what is taken, and what happens to it. */
import type { FormErrors } from '../../platform/http.ts'
import { FileField } from '../../ui/form.tsx'
import { useWords } from '../../ui/words.tsx'
import { LARGEST_FILE, LARGEST_PHOTO } from './offers/receive.ts'

const ACCEPT =
  '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt,.md,image/jpeg,image/png,image/webp,image/tiff,image/avif'
const MB = 1024 * 1024

interface Props {
  errors: FormErrors | null
  label?: string
  /** What was chosen of keeping it as it is; null: that is not offered. */
  asItIs?: string | null
}

export function FileInput({ errors, label, asItIs = null }: Props) {
  const { t, number } = useWords()
  return (
    <>
      {/* Before the file: it is known how to keep it when it begins to arrive. */}
      {asItIs !== null && (
        <div class="field">
          <p class="choice">
            <input
              type="checkbox"
              id="asItIs"
              name="asItIs"
              value="yes"
              checked={asItIs === 'yes'}
              aria-describedby="as-it-is-hint"
            />
            <label for="asItIs">{t('evidence.as-it-is')}</label>
          </p>
          <p class="hint" id="as-it-is-hint">
            {t('evidence.as-it-is.hint')}
          </p>
        </div>
      )}
      <FileField
        name="file"
        label={label ?? t('evidence.file')}
        hint={t('evidence.file.hint', { file: number(LARGEST_FILE / MB), photo: number(LARGEST_PHOTO / MB) })}
        errors={errors}
        accept={ACCEPT}
      />
    </>
  )
}
