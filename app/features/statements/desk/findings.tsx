/** What the checks find in a text of the statement: what must be mended first, with the way to the words. */
import { TickField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { FindingLine, shortened, summaryOf } from '../../reports/offers/finding.tsx'
import { NamedPeople } from '../../reports/offers/named.tsx'
import { LengthLine } from '../../reports/offers/length.tsx'
import type { CheckedText } from '../checks.ts'

interface Props {
  checked: CheckedText
  language: string
  /** The page on which the words can be changed; '' where it is this one. */
  at: string
}

export function Checks({ checked: { rule, length, findings, named }, language, at }: Props) {
  const words = useWords()
  const { t, date, locale } = words
  const none = rule
    ? t('checks.none', { body: rule.body.name[locale], date: date(new Date()) })
    : t('statements.checks.none', { date: date(new Date()) })
  return (
    <div class="statement-checks">
      <LengthLine length={length} />
      <p class="soft sentence">{summaryOf(findings, words) ?? none}</p>
      <div class="findings">
        {(['error', 'check'] as const).map(severity => {
          const found = findings.filter(one => one.severity === severity)
          return found.length ? (
            <div key={severity} class={severity === 'error' ? 'must' : 'should'}>
              <p class="finding-kind">{t(severity === 'error' ? 'checks.must' : 'checks.should')}</p>
              <ul>
                {found.map((finding, n) => (
                  <li key={n}>
                    <FindingLine finding={finding} language={language} rule={rule}>
                      {finding.where?.quote && (
                        <a href={`${at}#text`} data-find={shortened(finding.where.quote, 80, '')}>
                          {t('checks.place')}
                        </a>
                      )}
                    </FindingLine>
                  </li>
                ))}
              </ul>
            </div>
          ) : null
        })}
      </div>
      <NamedPeople named={named} language={language} placeOf={() => `${at}#text`} agreed={null} />
    </div>
  )
}

/** Whatever must be mended is told once more, and asked about, before a text is frozen. */
export function Despite({ count, error, id }: { count: number; error: string | undefined; id: string }) {
  const { t } = useWords()
  if (!count) return null
  return (
    <TickField
      name="despite"
      id={id}
      label={t('statements.despite', { count })}
      errors={error ? { fields: { despite: error } } : null}
      required
    />
  )
}
