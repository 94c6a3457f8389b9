/** Where a file is chosen: what is taken, and what happens to it. */
import type { FormErrors } from '../../platform/http.ts'
import { useWords } from '../../ui/words.tsx'
import { LARGEST_FILE, LARGEST_PHOTO } from './offers/receive.ts'

const ACCEPT = '.pdf,.docx,.xlsx,.odt,.csv,.txt,.md,image/jpeg,image/png,image/webp,image/tiff,image/avif'
const MB = 1024 * 1024

export function FileInput({ errors, label }: { errors: FormErrors | null; label?: string }) {
  const { t, number } = useWords()
  const error = errors?.fields.file
  return (
    <div class={error ? 'field in-error' : 'field'}>
      <label for="file">{label ?? t('evidence.file')}</label>
      <p class="hint" id="file-hint">
        {t('evidence.file.hint', { file: number(LARGEST_FILE / MB), photo: number(LARGEST_PHOTO / MB) })}
      </p>
      {error && (
        <p class="error" id="file-error">
          {error}
        </p>
      )}
      <input
        type="file"
        id="file"
        name="file"
        accept={ACCEPT}
        aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
        aria-invalid={error ? true : undefined}
      />
    </div>
  )
}
