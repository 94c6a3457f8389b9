/** RFC 4287: what was said of commitments, the newest first. Pure. */
import type { Words } from '../../../platform/languages.ts'
import { paths } from '../model.ts'
import type { LatestWord } from '../queries/feed.ts'

/** @param about the origin of addresses, and the query that the feed is for */
export function asAtom(latest: LatestWord[], about: { origin: string; query: string }, words: Words): string {
  const { t } = words
  const list = xml(about.origin + paths.list + about.query)
  const updated = (latest[0]?.createdAt ?? new Date(0)).toISOString()
  const entries = latest.map(word => {
    const title = t('ledger.feed.entry', {
      voice: t(`voice.${word.voice}`),
      status: t(`status.${word.status}`),
      date: words.date(word.asOf),
    })
    return `<entry><id>urn:uuid:${word.id}</id><title>${xml(title)}</title><link href="${xml(about.origin + paths.commitment(word))}"/>
<updated>${word.createdAt.toISOString()}</updated><author><name>${xml(word.organisation ?? 'Open1325')}</name></author>
<summary>${xml(word.text)}</summary><content type="text">${xml(word.reason)}</content></entry>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${list}</id><title>${xml(t('ledger.feed.title'))}</title>
<link rel="self" href="${xml(`${about.origin}${paths.list}.atom${about.query}`)}"/><link href="${list}"/>
<author><name>Open1325</name></author><updated>${updated}</updated>
${entries.join('\n')}
</feed>
`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
/** XML 1.0 has no way to write most control characters. */
const xml = (text: string) =>
  text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').replace(/[&<>"']/g, character => ENTITIES[character]!)
