/** What looks wrong in the organisation's figures: by indicator and severity, with why, which figures, and what was decided. */
import { SEVERITIES } from '@open1325/indicators'
import type { Ctx, FormErrors } from '../../../platform/http.ts'
import { ErrorSummary, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { inLanguage, paths, valueInWords } from '../model.ts'
import type { FrameworkEntry } from '../queries.ts'
import { breakdownInWords, figureInWords, placeInWords } from '../offers/words.ts'
import type { FoundWarning } from './find.ts'
import { MOST_OF_ALL, MOST_OF_ONE, type Decision, type ToCheck } from './queries.ts'
import { explanationInWords, warningInWords } from './words.ts'
import { Titled } from '../titled.tsx'

/** Warnings of one indicator that are shown; the download has them all. */
const SHOWN = 30
const FIGURES_SHOWN = 12

export interface WarningsPageProps {
  c: Ctx
  checked: ToCheck
  warnings: FoundWarning[]
  decisions: Map<string, Decision>
  /** The sets that can be chosen. */
  sets: FrameworkEntry[]
  set: string | null
  mayDecide: boolean
  refused?: { errors: FormErrors; typed: Record<string, string> } | undefined
}

export function WarningsPage(props: WarningsPageProps) {
  const { c, checked, warnings, decisions, sets, set, refused } = props
  const { t, number, locale } = c.get('words')
  const groups = [...Map.groupBy(warnings, one => `${one.framework.code}/${one.indicator?.code ?? ''}`).values()]
  const counts = { figures: number(checked.figures), indicators: number(checked.indicators.length) }
  return (
    <Page c={c} title={t('warnings.title')} current="nav.desk-indicators">
      <p class="kicker">
        <a href={paths.desk}>{t('indicators.title')}</a>
      </p>
      <h1>{t('warnings.title')}</h1>
      <p class="lead">{t('warnings.lead')}</p>
      <ErrorSummary errors={refused?.errors} idOf={() => fieldOf(refused?.typed.key ?? '')} />
      <form class="form" method="get" action={paths.warnings}>
        <SelectField
          name="set"
          label={t('warnings.set')}
          value={set ?? ''}
          choices={[
            { value: '', label: t('warnings.all-sets') },
            ...sets.map(({ code, titles }) => ({ value: code, label: inLanguage(titles, locale) })),
          ]}
        />
        <button class="quiet">{t('warnings.show')}</button>
      </form>
      {checked.isBounded && (
        <p class="warning">{t('warnings.bounded', { each: number(MOST_OF_ONE), all: number(MOST_OF_ALL) })}</p>
      )}
      {checked.indicators.length === 0 ? (
        <p class="empty">
          {t('warnings.no-figures')} <a href="/desk/imports">{t('import.figures.link')}</a>
        </p>
      ) : warnings.length === 0 ? (
        <p class="empty">{t('warnings.none', counts)}</p>
      ) : (
        <p class="facts">
          {t('warnings.checked', counts)}{' '}
          <a href={`${paths.warnings}.csv${set ? `?set=${set}` : ''}`}>{t('warnings.download')}</a>
        </p>
      )}
      {groups.map(group => (
        <OfIndicator
          key={group[0]!.key}
          {...{ ...props, group }}
          open={group.filter(({ key }) => !decisions.has(key))}
          decided={group.filter(({ key }) => decisions.has(key))}
        />
      ))}
    </Page>
  )
}

interface OfIndicatorProps extends WarningsPageProps {
  group: FoundWarning[]
  open: FoundWarning[]
  decided: FoundWarning[]
}

function OfIndicator(props: OfIndicatorProps) {
  const { group, open, decided } = props
  const { t } = useWords()
  const { indicator, framework } = group[0]!
  const inOrder = SEVERITIES.flatMap(severity => open.filter(({ warning }) => warning.severity === severity))
  return (
    <section class="warned">
      <h2>{indicator ? <Titled words={indicator.titles} /> : t('warnings.codes')}</h2>
      <p class="soft small">
        <Titled words={framework.titles} /> {indicator && <bdi class="kind">{indicator.code}</bdi>}
      </p>
      {inOrder.length > 0 && (
        <ul class="rows">
          {inOrder.slice(0, SHOWN).map(one => (
            <li key={one.key}>
              <OneWarning {...props} one={one} />
            </li>
          ))}
        </ul>
      )}
      {inOrder.length > SHOWN && <p class="soft">{t('warnings.more', { count: inOrder.length - SHOWN })}</p>}
      {decided.length > 0 && (
        <details>
          <summary>{t('warnings.decided', { count: decided.length })}</summary>
          <ul class="rows">
            {decided.slice(0, SHOWN).map(one => (
              <li key={one.key}>
                <OneWarning {...props} one={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** The title in the reader's language, where the checks know it in one only. */
export const paramsOf = ({ warning, indicator }: FoundWarning, title: (titles: object) => string) => ({
  key: warning.message.key,
  params: {
    ...warning.message.params,
    ...(indicator && 'indicator' in warning.message.params && { indicator: title(indicator.titles) }),
  },
})

function OneWarning(props: WarningsPageProps & { one: FoundWarning }) {
  const { one, decisions, mayDecide } = props
  const words = useWords()
  const { t, date, locale } = words
  const { warning, figures, framework, indicator } = one
  const decision = decisions.get(one.key)
  const why = explanationInWords(warning.explanation, words)
  const address = indicator ? paths.deskIndicator(framework.code, indicator.code) : paths.deskFramework(framework.code)
  const titled = paramsOf(one, titles => inLanguage(titles as Record<string, string>, locale))
  return (
    <>
      <p>
        <span class={`tag severity-${warning.severity}`}>{t(`warning.severity.${warning.severity}`)}</span>{' '}
        {warningInWords(titled, words)}
      </p>
      {warning.suggestion && (
        <p class="small">
          {t('warning.suggestion', {
            value: valueInWords(warning.suggestion.value, words),
          })}
        </p>
      )}
      {(why.length > 0 || figures.length > 0) && (
        <details>
          <summary>{t('warning.why')}</summary>
          {why.length > 0 && (
            <table class="figures">
              <tbody>
                {why.map(([what, value], n) => (
                  <tr key={n}>
                    <th scope="row">{what}</th>
                    <td dir="auto">{value}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {figures.length > 0 && (
            <>
              <p class="small">
                <a href={`${address}#figures`}>{t('warning.figures', { count: figures.length })}</a>
              </p>
              <ul class="small">
                {figures.slice(0, FIGURES_SHOWN).map(figure => (
                  <li key={figure.id} dir="auto">
                    {[
                      placeInWords(figure, words),
                      figure.period ?? t('figure.no-period'),
                      breakdownInWords(figure.disaggregation, words),
                    ].join(' · ')}
                    {words.colon}
                    {figureInWords(figure, words)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </details>
      )}
      {decision && (
        <p class="small">
          {t('warning.decided.on', {
            decision: t(`warning.decided.${decision.decision}`),
            date: date(decision.decidedAt),
            reason: decision.reason,
          })}
        </p>
      )}
      {mayDecide && (decision ? <TakeBack {...props} /> : <Decide {...props} />)}
    </>
  )
}

/** The id of the field for the reason. */
const fieldOf = (key: string) => `reason-${key.replaceAll(/\s/g, '_')}`

function Decide({ one, set, refused }: WarningsPageProps & { one: FoundWarning }) {
  const { t } = useWords()
  const back = refused?.typed.key === one.key ? refused : null
  return (
    <details open={back !== null}>
      <summary>{t('warning.decide')}</summary>
      <form class="form" method="post" action={paths.warnings}>
        <input type="hidden" name="key" value={one.key} />
        <input type="hidden" name="check" value={one.warning.check} />
        <input type="hidden" name="indicator" value={one.indicator?.id ?? ''} />
        <input type="hidden" name="set" value={set ?? ''} />
        <TextField
          id={fieldOf(one.key)}
          name="reason"
          label={t('warning.reason')}
          errors={back?.errors ?? null}
          value={back?.typed.reason}
          dir="auto"
          maxlength={2000}
        />
        <div class="actions">
          <button name="decision" value="accepted">
            {t('warning.accept')}
          </button>
          <button class="quiet" name="decision" value="mended">
            {t('warning.mended')}
          </button>
        </div>
      </form>
    </details>
  )
}

function TakeBack({ one, set }: WarningsPageProps & { one: FoundWarning }) {
  const { t } = useWords()
  return (
    <form method="post" action={`${paths.warnings}/undo`}>
      <input type="hidden" name="key" value={one.key} />
      <input type="hidden" name="set" value={set ?? ''} />
      <button class="quiet">{t('warning.undecide')}</button>
    </form>
  )
}
