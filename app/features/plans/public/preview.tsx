/** On the pages of a plan that is not public yet: who sees it, and the way back to the desk. */
import { useWords } from '../../../ui/words.tsx'
import { paths, type Instrument } from '../model.ts'

export function Preview({ plan }: { plan: Instrument }) {
  const { t } = useWords()
  if (plan.publishedAt) return null
  return (
    <p class="warning preview no-print" role="note">
      {t('plan.preview')} <a href={paths.desk(plan.slug)}>{t('plan.preview.desk')}</a>
    </p>
  )
}
