/** What a commitment puts into practice, and what puts it into practice: on the page of either, whatever instrument it stands in. */
import { useWords } from '../../../ui/words.tsx'
import { CommitmentRows } from '../commitment-rows.tsx'
import type { Linked } from '../queries/instrument.ts'

export function Links({ links }: { links: Linked[] }) {
  const { t } = useWords()
  return (
    <>
      {[true, false].map(outward => {
        const others = links.filter(link => link.outward === outward).map(link => link.other)
        return (
          others.length > 0 && (
            <section key={String(outward)}>
              <h2>{t(outward ? 'commitment.links' : 'commitment.linked-from')}</h2>
              <CommitmentRows commitments={others} searched={null} />
            </section>
          )
        )
      })}
    </>
  )
}
