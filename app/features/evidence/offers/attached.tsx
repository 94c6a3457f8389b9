/** Evidence on a row itself, without anything said of it: on the page of the row, whatever instrument it stands in. */
import type { Tx } from '../../../platform/access.ts'
import { hasRole, type Ctx } from '../../../platform/http.ts'
import { useWords } from '../../../ui/words.tsx'
import { paths, type AttachedEvidence } from '../model.ts'
import { attachedTo } from '../queries.ts'

export interface Attached {
  itemId: string
  pieces: AttachedEvidence[]
  /** The organisation of a person who may attach evidence; null for others. */
  own: string | null
  isDone: boolean
}

export async function attachedOn(c: Ctx, tx: Tx, itemId: string): Promise<Attached> {
  const person = c.get('person')
  const isDone = c.req.query('evidence') === 'done'
  const own = hasRole(person, 'contributor') ? person!.current!.organisationId : null
  return { itemId, pieces: await attachedTo(tx, { relation: 'item', id: itemId }), own, isDone }
}

export function AttachedSection({ attached: { itemId, pieces, own, isDone } }: { attached: Attached }) {
  const { t } = useWords()
  if (!pieces.length && !own) return null
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{t('attach.title')}</h2>
      {isDone && (
        <p class="notice" role="status">
          {t('attach.done')}
        </p>
      )}
      {pieces.length === 0 ? (
        <p class="empty">{t('attach.none')}</p>
      ) : (
        <Pieces {...{ pieces, own }} detach={paths.detach(itemId)} />
      )}
      {own && (
        <p class="actions no-print">
          <a href={paths.attach(itemId)}>{t('attach.open')}</a>
        </p>
      )}
    </section>
  )
}

interface PiecesProps {
  pieces: AttachedEvidence[]
  /** The organisation of a person who may take its own off; null for others. */
  own: string | null
  /** Where the form that takes one off is sent. */
  detach: string
}

export function Pieces({ pieces, own, detach }: PiecesProps) {
  return (
    <ul class="rows">
      {pieces.map(one => (
        <li key={one.id}>
          <Piece {...{ one, detach }} isOwn={one.organisationId === own} />
        </li>
      ))}
    </ul>
  )
}

function Piece({ one, detach, isOwn }: { one: AttachedEvidence; detach: string; isOwn: boolean }) {
  const { t } = useWords()
  return (
    <>
      <a href={isOwn ? paths.desk(one.id) : paths.public(one.id)} dir="auto">
        {one.title}
      </a>{' '}
      <span class="soft small">
        {t(`evidence.kind.${one.kind}`)} · {t('evidence.kept-by')} <bdi>{one.organisation}</bdi>
      </span>
      {one.visibility !== 'public' && (
        <>
          {' '}
          <span class="tag">{t(`visibility.${one.visibility}`)}</span>
        </>
      )}
      {isOwn && (
        <form class="no-print" method="post" action={detach}>
          <button class="plain" name="evidence" value={one.id} aria-label={t('attach.off', { title: one.title })}>
            {t('attach.off.short')}
          </button>
        </form>
      )}
    </>
  )
}
