/** Asking one more in a round. */
import { randomUUID } from 'node:crypto'
import type { FormErrors } from '../../../platform/http.ts'
import { useWords } from '../../../ui/words.tsx'
import { paths, type Round } from '../model.ts'
import { KindField, RespondentFields } from './respondent-fields.tsx'

interface AskProps {
  round: Round
  errors: FormErrors | null
  typed: Record<string, string>
  mails: boolean
}

export function AskForm(props: AskProps) {
  const { round, errors, typed } = props
  const { t } = useWords()
  return (
    <section aria-labelledby="add">
      <h2 id="add">{t('respondent.add')}</h2>
      <p>
        <a href={paths.several(round.id)}>{t('respondent.several')}</a>
      </p>
      <form class="form" method="post" action={`${paths.round(round.id)}/respondents`}>
        <input type="hidden" name="id" value={typed.id || randomUUID()} />
        <KindField errors={errors} value={typed.kind} />
        <RespondentFields {...props} />
        <button>{t('respondent.add.do')}</button>
      </form>
    </section>
  )
}
