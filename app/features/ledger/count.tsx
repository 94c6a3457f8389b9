/** How many commitments there are. */
import { useWords } from '../../ui/words.tsx'
import type { Filter } from './filter.ts'
import { WEIGHED, type Found } from './queries/list.ts'

export function Count({ found, filter }: { found: Found; filter: Filter }) {
  const { t, number } = useWords()
  const { total, counted } = found
  const many = total > counted
  return (
    <>
      <p class="soft" role="status">
        {many ? t('ledger.count.more', { count: number(counted) }) : t('count.commitment', { count: total })}
      </p>
      {filter.words !== null && filter.order === null && many && (
        <p class="soft small">{t('ledger.weighed', { count: number(WEIGHED) })}</p>
      )}
    </>
  )
}
