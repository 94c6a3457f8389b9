/** What was taken out of a file when it arrived, for whoever sent it. */
import type { TakenOut } from '../../../platform/files/cleaning/model.ts'
import { useWords } from '../../../ui/words.tsx'

interface Props {
  fileName: string
  removed: readonly TakenOut[]
  /** Also what stays in it; not where it is said beside. */
  stays?: boolean
}

export function RemovedFrom({ fileName, removed, stays = true }: Props) {
  const { t, dir } = useWords()
  const file = `\u2068${fileName}\u2069`
  const what = removed.map(kind => t(`cleaning.${kind}`)).join(' · ')
  return (
    <p class="soft small prose" dir={dir}>
      {removed.length ? t('cleaning.removed', { file, what }) : t('cleaning.nothing', { file })}{' '}
      {stays && t('cleaning.stays')}
    </p>
  )
}
