/** One version of a rule as a table of facts. What nobody found is named as not known, in one line. */
import { sourcesOf, type Body, type Limit, type Requirement, type Rule, type Source } from '@open1325/procedures'
import type { ComponentChildren } from 'preact'
import type { MessageKey, Words } from '../../../platform/languages.ts'
import { useWords } from '../../../ui/words.tsx'
import { SourceLink } from '../lines.tsx'
import { dateOf, formatOf, spanOf } from '../words.ts'

type Fact = [name: MessageKey, value: ComponentChildren]

export function RuleFacts({ body, rule, label }: { body: Body; rule: Rule; label: string }) {
  const words = useWords()
  const { t, locale } = words
  const said = factsOf(rule, words)
  const unknown = said.filter(([, value]) => !value).map(([name]) => t(name))
  const facts = [...said.filter(([, value]) => value), ...groundsOf(body, rule, words)]
  return (
    <>
      {rule.note && <p class="prose small">{rule.note[locale]}</p>}
      <table class="rule-facts">
        <caption class="visually-hidden">{label}</caption>
        <tbody>
          {facts.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{t(name)}</th>
              <td>{value}</td>
            </tr>
          ))}
          {unknown.length > 0 && (
            <tr>
              <th scope="row">{t('rule.fact.unknown')}</th>
              <td class="soft">{words.list(unknown)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </>
  )
}

/** What a body nearly always says is missed where it is not known (a value that is null); the rest stands only where it is known. */
function factsOf(rule: Rule, words: Words): Fact[] {
  const { t, list, language } = words
  const listed = (names: readonly string[], prefix: string) =>
    names.length > 0 ? list(names.map(name => worded(`${prefix}.${name}`, words))) : null
  const languages = rule.languages && [
    list(rule.languages.accepted.map(language)),
    rule.languages.preferred.length > 0 &&
      t('rule.languages.preferred', { list: list(rule.languages.preferred.map(language)) }),
  ]
  const rare: Fact[] = [
    ['rule.fact.status', rule.ecosocStatus && t(`rule.status.${rule.ecosocStatus}`)],
    ['rule.fact.counting', countingOf(rule, words)],
    ['rule.fact.must-state', listed(rule.mustState, 'rule.state')],
    ['rule.fact.required', listed(rule.required, 'rule.ban')],
    ['rule.fact.forbidden', listed(rule.forbidden, 'rule.ban')],
  ]
  return [
    ['rule.fact.deadline', deadlineInWords(rule, words)],
    ['rule.fact.length', lengthOf(rule, words)],
    ['rule.fact.format', listed(rule.formats, 'rule.format')],
    ['rule.fact.languages', languages && languages.filter(Boolean).join(' · ')],
    ['rule.fact.coalition', coalitionOf(rule, words)],
    ['rule.fact.publication', rule.publication && t(`rule.publication.${rule.publication}`)],
    ['rule.fact.who', listed(rule.who, 'rule.who')],
    ['rule.fact.channel', listed(rule.channels, 'rule.channel')],
    ...rare.filter(([, value]) => value),
  ]
}

/** Library's words, each of which has a message. */
const worded = (key: string, { t, has }: Words): string => (has(key) ? t(key) : key)

function lengthOf({ limits }: Rule, words: Words): string | null {
  if (!limits) return null
  return limits.length === 0 ? words.t('rule.no-limit') : limits.map(limit => limitOf(limit, words)).join(' · ')
}

function limitOf({ unit, count, by, status, per }: Limit, { t }: Words): string {
  const about = [
    by === 'coalition' && t('rule.limit.coalition'),
    status && t(`rule.limit.${status}`),
    per === 'text-box' && t('rule.limit.text-box'),
  ]
  const qualified = about.filter(Boolean).join(', ')
  return t(`rule.limit.${unit}`, { count }) + (qualified && ` (${qualified})`)
}

function countingOf({ counting: { added, ...parts } }: Rule, { t, list }: Words): string | null {
  const names = (whether: boolean) =>
    Object.entries(parts).flatMap(([part, counted]) =>
      counted === whether ? t(`rule.counted.${part as keyof typeof parts}`) : [],
    )
  const [yes, no] = [names(true), names(false)]
  const all = [
    yes.length > 0 && t('rule.counted.yes', { list: list(yes) }),
    no.length > 0 && t('rule.counted.no', { list: list(no) }),
    added > 0 && t('rule.counted.added', { count: added }),
  ]
  return all.filter(Boolean).join(' · ') || null
}

function coalitionOf({ coalition: { stance, ownToo, several, listed } }: Rule, { t }: Words): string | null {
  const all = [
    stance && t(`rule.coalition.${stance}`),
    ownToo !== null && t(ownToo ? 'rule.coalition.own-too' : 'rule.coalition.exclusive'),
    several !== null && t(several ? 'rule.coalition.several' : 'rule.coalition.one'),
    listed && t(`rule.coalition.${listed}`),
  ]
  return all.filter(Boolean).join(' · ') || null
}

/** Until when, as the rule has it: 'four weeks before the session'; null where that is not known. */
export function deadlineInWords({ deadline }: Pick<Rule, 'deadline'>, words: Words): string | null {
  if (!deadline) return null
  const { t, list } = words
  const when = ((): string => {
    if (deadline.kind === 'fixed')
      return t('rule.deadline.fixed', { list: list(deadline.days.map(day => dayOfYear(day, words))) })
    if (deadline.kind !== 'offset') return t(`rule.deadline.${deadline.kind}`)
    const { unit, count } = spanOf(Math.abs(deadline.days))
    const span = t(`rule.deadline.${deadline.days > 0 ? 'after' : 'before'}.${unit}`, { count })
    return deadline.from === 'examination' ? t('rule.deadline.examination', { span }) : span
  })()
  return deadline.kind !== 'none' && deadline.time
    ? t('rule.deadline.at', { when, time: deadline.time, zone: deadline.zone ?? '' })
    : when
}

const dayOfYear = (day: string, words: Words): string =>
  formatOf(words, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`2028-${day}`))

const NAMES: Record<Requirement, MessageKey> = {
  ecosocStatus: 'rule.fact.status',
  formats: 'rule.fact.format',
  languages: 'rule.fact.languages',
  limits: 'rule.fact.length',
  counting: 'rule.fact.counting',
  coalition: 'rule.fact.coalition',
  mustState: 'rule.fact.must-state',
  required: 'rule.fact.required',
  forbidden: 'rule.fact.forbidden',
  outline: 'rule.fact.outline',
  publication: 'rule.fact.publication',
  deadline: 'rule.fact.deadline',
}

/** Parts of the rule that were read elsewhere than the rest: each with where, and whether it was checked. */
function Elsewhere({ body, rule }: { body: Body; rule: Rule }) {
  const { t, list } = useWords()
  return (
    <ul class="plain">
      {rule.grounds.map((part, n) => (
        <li key={n}>
          {list(part.of.map(one => t(NAMES[one])))}{' '}
          {part.verified !== 'verified' && <strong class="missing">{t('calendar.to-be-checked')}</strong>}
          <Sources sources={sourcesOf(body, part)} />
        </li>
      ))}
    </ul>
  )
}

export function Sources({ sources }: { sources: readonly Source[] }) {
  const { t, date } = useWords()
  return (
    <ul class="plain">
      {sources.map((source, n) => (
        <li key={n}>
          <SourceLink {...source} />{' '}
          <span class="soft small">
            ({t(`calendar.source.${source.kind}`)}, {t('calendar.seen', { date: date(source.seen) })})
          </span>
        </li>
      ))}
    </ul>
  )
}

function groundsOf(body: Body, rule: Rule, words: Words): Fact[] {
  const { t, date } = words
  const sources = sourcesOf(body, rule)
  const seen = sources
    .map(source => source.seen)
    .toSorted()
    .at(-1)!
  return [
    ['rule.fact.force', t(`rule.${rule.binding}`)],
    ['rule.fact.valid', validityOf(rule, words) ?? t('rule.unknown')],
    [
      'rule.fact.checked',
      rule.verified === 'verified' ? (
        `${t('calendar.checked')} (${t('calendar.seen', { date: date(seen) })})`
      ) : (
        <span class="missing">
          <strong>{t('calendar.to-be-checked')}</strong> ({t('calendar.last-seen', { date: date(seen) })})
        </span>
      ),
    ],
    ['rule.fact.sources', <Sources sources={sources} />],
    ...(rule.grounds.length > 0 ? ([['rule.fact.elsewhere', <Elsewhere {...{ body, rule }} />]] satisfies Fact[]) : []),
  ]
}

export function validityOf({ validFrom, validTo, lastApplied }: Rule, words: Words): string | null {
  const { t } = words
  const [from, to] = [validFrom && dateOf(validFrom, words), validTo && dateOf(validTo, words)]
  const held =
    from && to
      ? t('rule.valid.from-to', { from, to })
      : from
        ? t('rule.valid.from', { date: from })
        : to && t('rule.valid.until', { date: to })
  const applied = lastApplied && t('rule.valid.applied', { date: dateOf(lastApplied, words) })
  return [held, applied].filter(Boolean).join(' · ') || null
}
