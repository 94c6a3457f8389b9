/** RFC 4287: what changed of the days that bodies set, the newest first. Pure. */
import type { Words } from '../../../platform/languages.ts'
import { hrefOf } from '../lines.tsx'
import { paths, type DeadlineEntry, type SessionEntry } from '../model.ts'
import { dateOf, fullTitleOf, howFound, whenOf } from '../words.ts'

export type Told = DeadlineEntry | SessionEntry

const MOST = 50

/** @param origin what addresses of ours begin with */
export function asAtom(entries: readonly Told[], origin: string, words: Words): string {
  const { t } = words
  const latest = entries.toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime()).slice(0, MOST)
  const updated = (latest[0]?.changedAt ?? new Date(0)).toISOString()
  const told = latest.map(entry => {
    const about = [
      whenOf(entry, words),
      entry.cancelled && t('calendar.cancelled'),
      entry.movedFrom.length > 0 && t('calendar.moved-from', { date: dateOf(entry.movedFrom.at(-1)!, words) }),
      entry.kind === 'deadline' && howFound(entry.deadline, words),
      !entry.verified && t('calendar.to-be-checked'),
      entry.entered && t('calendar.not-official', { organisation: entry.entered.organisation ?? '' }),
    ]
    // A change is an entry of its own: readers show what they have not seen.
    return `<entry><id>urn:open1325:${xml(encodeURIComponent(`${entry.uid}:${entry.sequence}:${entry.changedAt.getTime()}`))}</id><title>${xml(fullTitleOf(entry, words))}</title>
<link href="${xml(origin + (hrefOf(entry) ?? paths.calendar))}"/><updated>${entry.changedAt.toISOString()}</updated>
<author><name>${xml(entry.entered?.organisation ?? 'Open1325')}</name></author><content type="text">${xml(about.filter(Boolean).join(' · '))}</content></entry>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${xml(origin + paths.changes)}</id><title>${xml(t('calendar.changes'))}</title>
<link rel="self" href="${xml(origin + paths.changes)}"/><link href="${xml(origin + paths.calendar)}"/>
<author><name>Open1325</name></author><updated>${updated}</updated>
${told.join('\n')}
</feed>
`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
/** XML 1.0 has no way to write most control characters. */
const xml = (text: string) =>
  text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').replace(/[&<>"']/g, character => ENTITIES[character]!)
