/** What can be done with a whole questionnaire: another title, other languages, a round. */
import { randomUUID } from 'node:crypto'
import type { FormErrors } from '../../../platform/http.ts'
import { TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths, type Questionnaire } from '../model.ts'
import { ClosingFields } from './closing-fields.tsx'

interface BeginProps {
  it: Questionnaire
  errors: FormErrors | null
  typed: Record<string, string>
}

export function BeginForm({ it, errors, typed }: BeginProps) {
  const { t } = useWords()
  return (
    <section aria-labelledby="begin">
      <h2 id="begin">{t('round.begin')}</h2>
      <p class="prose">{t('round.begin.lead')}</p>
      <form class="form" method="post" action={`${paths.one(it.id)}/rounds`}>
        <input type="hidden" name="id" value={typed.id ?? randomUUID()} />
        <TextField
          name="title"
          label={t('round.title')}
          errors={errors}
          value={typed.title ?? it.title}
          maxlength={300}
          dir="auto"
          required
        />
        <ClosingFields errors={errors} typed={typed} />
        <button>{t('round.begin.do')}</button>
      </form>
    </section>
  )
}

/** Its title and languages. */
export function NameForm({
  it,
  errors,
  typed,
}: {
  it: Questionnaire
  errors: FormErrors | null
  typed: Record<string, string>
}) {
  const { t } = useWords()
  const isTyped = 'languages' in typed
  const own = isTyped ? errors : null
  return (
    <details open={isTyped}>
      <summary>{t('questionnaire.rename')}</summary>
      <form class="form" method="post" action={paths.name(it.id)}>
        <input type="hidden" name="version" value={typed.version ?? it.version} />
        <TextField
          name="called"
          label={t('questionnaire.name')}
          errors={own}
          value={typed.called ?? it.title}
          maxlength={300}
          dir="auto"
          required
        />
        <TextField
          name="languages"
          label={t('questionnaire.languages')}
          hint={t('questionnaire.languages.change-hint')}
          errors={own}
          value={typed.languages ?? it.form.languages.join(', ')}
          dir="ltr"
          required
        />
        <button>{t('questionnaire.rename.do')}</button>
      </form>
    </details>
  )
}
