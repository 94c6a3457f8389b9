/** For the desk's start page: what comes next, in a few lines. */
import { useWords } from '../../../ui/words.tsx'
import { ledgerOf } from '../ledger.ts'
import { Lines } from '../lines.tsx'
import { today } from '../load.ts'
import { paths } from '../model.ts'
import type { Due } from './due.ts'

/** So far ahead the start page looks, and so many lines it shows. */
export const DUE_DAYS = 30
const MOST_LINES = 5

export function DueSection({ due: { entries, settings, commitments } }: { due: Due }) {
  const { t } = useWords()
  const rest = entries.length - MOST_LINES
  return (
    <section aria-labelledby="due">
      <h2 id="due">{t('clock.due')}</h2>
      {entries.length > 0 ? (
        <Lines entries={entries.slice(0, MOST_LINES)} readerZone={settings.timeZone} today={today()} />
      ) : (
        <p class="soft">{t('clock.due.none', { days: DUE_DAYS })}</p>
      )}
      <p>
        {commitments.thisMonth > 0 && (
          <>
            <a href={ledgerOf(`${commitments.today}..${commitments.monthEnd}`)}>
              {t('clock.commitments.month', { count: commitments.thisMonth })}
            </a>{' '}
            ·{' '}
          </>
        )}
        <a href={paths.desk}>{rest > 0 ? t('clock.more', { count: rest }) : t('clock.all')}</a>
      </p>
    </section>
  )
}
