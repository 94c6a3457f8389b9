/**
 * Addresses behind which something stands that not everybody may see. A route with a part that is not named here fails the walk of
 * access.test.ts: say what stands there.
 */
import type { Behind } from './hidden-world.ts'

/** What a part of an address is filled with, by the route's beginning and the part's name; the first that fits. */
const PARTS: [route: RegExp, part: string, fill: (behind: Behind) => string[]][] = [
  [/^\/desk\/recommendations\//, 'slug', b => [b.set]],
  [/./, 'slug', b => [b.slug]],
  [/^\/plans\/:file/, 'file', b => ['json', 'csv', 'xlsx'].map(kind => `${b.slug}.${kind}`)],
  [/./, 'ref', () => ['1', '2']],
  [/^\/plans\//, 'page', () => ['1']],
  [/^\/plans\//, 'picture', () => ['1.webp']],
  [/^\/desk\/plans\//, 'criterion', () => ['objectives', 'indicators']],
  [/^\/(desk\/)?indicators\//, 'framework', b => [b.code]],
  [/^\/(desk\/)?indicators\//, 'code', () => ['1']],
  [/^\/desk\/voices\//, 'item', b => [b.item]],
  [/^\/(desk\/)?evidence\//, 'id', b => [b.evidence]],
  [/^\/desk\/evidence\/items\//, 'item', b => [b.item]],
  [/^\/desk\/evidence\/figures\//, 'figure', b => [b.observation]],
  [/^\/desk\/(words|assessments)\//, 'id', b => [b.assessment]],
  [/^\/desk\/imports\//, 'kind', () => ['observations', 'commitments']],
  [/^\/desk\/imports\//, 'id', b => [b.import]],
  [/^\/(desk\/)?resolutions\//, 'number', () => ['1325']],
  [/^\/(desk\/)?resolutions\//, 'text', b => [b.text]],
  [/^\/resolutions\/.*texts\//, 'id', b => [b.text]],
  [/^\/desk\/voices\/words\//, 'id', b => [b.assessment]],
  [/^\/desk\/voices\/replies\//, 'id', b => [b.reply]],
  [/^\/(people|organisations)\/invitations\//, 'id', b => [b.invitation]],
  [/^\/people\//, 'userId', b => [b.person]],
  [/^\/partners\//, 'id', b => [b.partnership]],
  [/^\/organisations\//, 'id', b => [b.organisation]],
  [/^\/desk\/reports\/:file/, 'file', () => ['brief.md']],
  [/^\/desk\/reports\//, 'id', b => [b.report]],
  [/^\/desk\/reports\//, 'section', b => [b.section]],
  [/^\/desk\/reports\//, 'comment', b => [b.comment]],
  [/^\/desk\/reports\//, 'number', () => ['1']],
  [/^\/desk\/reports\//, 'file', () => ['draft.md']],
  [/^\/reports\//, 'number', () => ['1']],
  [/^\/reports\//, 'file', () => ['1.md']],
  [/^\/(desk\/)?recommendations\//, 'country', () => ['COD', 'MLI']],
  [/^\/countries\//, 'country', () => ['COD', 'MLI']],
  [/^\/statements\//, 'number', () => ['1']],
  [/^\/statements\/.*words/, 'file', () => ['words-1.md']],
  [/^\/statements\/.*docx/, 'file', () => ['en.md', 'en.html']],
  [/^\/desk\/statements\//, 'id', b => [b.statement]],
  [/^\/desk\/statements\//, 'signature', b => [b.signature]],
  [/^\/desk\/statements\//, 'language', () => ['en']],
  [/^\/desk\/statements\//, 'number', () => ['1']],
  // Whoever has the secret of a link may follow it: there is none to guess.
  [
    /^\/(welcome|new-password|partners\/accept|answer|sign|sign\/confirm|calendar\/reminders)\//,
    'token',
    () => ['x'.repeat(43)],
  ],
  [/^\/answer\//, 'page', () => ['plan']],
  [/^\/calendar\/mine\//, 'file', () => [`${'x'.repeat(43)}.ics`]],
  [/^\/desk\/calendar\/dates\//, 'id', b => [b.ownDate]],
  [/^\/desk\/calendar\/import\//, 'id', b => [b.calendarFile]],
  [/^\/desk\/calendar\/sessions\//, 'body', () => ['cedaw']],
  [/^\/desk\/calendar\/sessions\//, 'id', b => [b.bodySession]],
  [/^\/calendar\//, 'month', () => ['2026-12', '2090-03']],
  [/^\/calendar\//, 'file', () => ['MLI.ics']],
  [/^\/bodies\//, 'file', () => ['cedaw.ics']],
  [/^\/bodies\//, 'body', () => ['cedaw']],
  [/^\/desk\/questionnaires\//, 'id', b => [b.questionnaire]],
  [/^\/desk\/questionnaires\//, 'name', () => ['asked', 'new']],
  [/^\/(desk\/rounds|questionnaires)\//, 'id', b => [b.round]],
  [/^\/desk\/rounds\//, 'respondent', b => [b.respondent]],
  [/^\/desk\/rounds\//, 'sha256', () => ['0'.repeat(64)]],
]

/** What lists may be asked for beside what they show anyway. */
export const QUESTIONS = (behind: Behind): string[] => [
  '?q=UNSEEN&words=UNSEEN',
  '?responsible=UNSEEN&country=MLI',
  `?plan=plan-that-is-public&plan=${behind.slug}&with=${behind.slug}&instrument=${behind.slug}`,
]

/** The parts of a route: { slug: '{[a-z]+}' } for '/plans/:slug{[a-z]+}'. */
export const partsOf = (route: string): string[] => [...route.matchAll(/:(\w+)/g)].map(match => match[1]!)

/**
 * The route's addresses with these things behind them.
 * @throws Error for a part that is not named above
 */
export function addressesOf(route: string, behind: Behind): string[] {
  const [part] = partsOf(route)
  if (!part) return [route]
  // What is one of a few words says so itself: '{publish|remove}'.
  const words = route.match(new RegExp(`:${part}\\{([a-z-]+(?:\\|[a-z-]+)*)\\}`))?.[1]?.split('|')
  const named = PARTS.find(([begins, name]) => name === part && begins.test(route))?.[2]
  const values = words ?? named?.(behind)
  if (!values) throw new Error(`Nobody said in e2e/access.ts what stands at :${part} of ${route}`)
  // The pattern behind a part may hold braces of its own: '{[0-9]{1,9}}'.
  const pattern = new RegExp(`:${part}(\\{(?:[^{}]|\\{[^{}]*\\})*\\})?`)
  return values.flatMap(value =>
    addressesOf(
      route.replace(pattern, () => value),
      behind,
    ),
  )
}
