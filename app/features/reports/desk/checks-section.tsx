/** What the checks found in a report, in short: of the whole on its page, of one section on that section's; and what they look for. */
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../model.ts'
import { summaryOf } from '../offers/finding.tsx'
import { NamedPeople } from '../offers/named.tsx'
import type { Named } from '../offers/text-checks.ts'
import { Findings } from './findings.tsx'
import { anchorOf } from './parts.tsx'
import { RuleFacts } from './rule-parts.tsx'

type Props = Parameters<typeof Findings>[0] & { named: readonly Named[] }

/** Those about the whole; the others stand beside their sections. */
export function ChecksOfWhole({ findings, named, ...props }: Props) {
  const { t } = useWords()
  const { rule } = props
  const ofWhole = findings.filter(({ section }) => section === null)
  return (
    <section aria-labelledby="checks">
      <Summary findings={findings} rule={rule} />
      {rule?.rule && (
        <details>
          <summary>{t('reports.rule.version')}</summary>
          <RuleFacts rule={rule} />
        </details>
      )}
      {ofWhole.length > 0 && (
        <>
          <h3>{t('checks.whole')}</h3>
          <Findings {...props} findings={ofWhole} />
        </>
      )}
      <People {...props} named={named} />
    </section>
  )
}

/** Those of one section. */
export function ChecksOfSection({ named, ...props }: Props) {
  return (
    <section aria-labelledby="checks">
      <Summary {...props} />
      <Findings {...props} />
      <People {...props} named={named} />
    </section>
  )
}

const People = ({ named, report }: Pick<Props, 'named' | 'report'>) => (
  <NamedPeople
    named={named}
    language={report.language}
    placeOf={({ block }) => `#${anchorOf(block)}`}
    agreed={paths.facts(report.id)}
  />
)

function Summary({ findings, rule }: Pick<Props, 'findings' | 'rule'>) {
  const words = useWords()
  const { t, date, locale } = words
  const none = rule
    ? t('checks.none', { body: rule.body.name[locale], date: date(new Date()) })
    : t('checks.none.no-body', { date: date(new Date()) })
  return (
    <>
      <h2 id="checks">{t('checks')}</h2>
      <p class="soft sentence">{summaryOf(findings, words) ?? none}</p>
      <details class="soft small">
        <summary>{t('checks.scope')}</summary>
        <p>{t('checks.scope.seen')}</p>
        <p>{t('checks.scope.unseen')}</p>
      </details>
    </>
  )
}
