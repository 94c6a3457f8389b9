/** One's own indicator on the desk: a new figure first, then all that were entered, then the passport. */
import type { Ctx } from '../../../platform/http.ts'
import { countryChoices } from '../../../ui/countries.ts'
import { ErrorSummary, LongTextField, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { VOICES, type Voice } from '../../voices/model.ts'
import { FigureTable, type FigureTableProps } from '../figure-table.tsx'
import { inLanguage, paths, type Figure, type Framework, type Indicator } from '../model.ts'
import { placeInWords } from '../offers/words.ts'
import { PassportFields } from './passport-fields.tsx'
import type { Refused } from './routes.tsx'
import { Titled } from '../titled.tsx'

export interface IndicatorDeskPageProps {
  c: Ctx
  framework: Framework
  indicator: Indicator
  figures: Figure[]
  evidence: FigureTableProps['evidence']
  own: string
  /** The organisation's own. */
  voice: Voice
  mayChange: boolean
  mayPublish: boolean
  refused?: (Refused & { form: 'passport' | 'figure' }) | undefined
}

export function IndicatorDeskPage(props: IndicatorDeskPageProps) {
  const { c, framework, indicator, figures, evidence, own, mayChange, mayPublish, refused } = props
  const words = c.get('words')
  const { t, locale } = words
  const here = paths.deskIndicator(framework.code, indicator.code)
  const drafts = figures.filter(({ visibility }) => visibility !== 'public')
  const ofPassport = refused?.form === 'passport' ? refused : undefined
  return (
    <Page c={c} title={`${indicator.code} ${inLanguage(indicator.titles, locale)}`} current="nav.desk-indicators">
      <p class="kicker">
        <a href={paths.deskFramework(framework.code)}>
          <Titled words={framework.titles} />
        </a>
      </p>
      <h1>
        {indicator.code} <Titled words={indicator.titles} />
      </h1>
      <p class="facts">
        <a href={paths.indicator(framework.code, indicator.code)}>
          {t(framework.publishedAt ? 'desk.public-page' : 'desk.preview')}
        </a>
      </p>
      <ErrorSummary errors={refused?.errors} />
      {refused?.changed && (
        <p class="warning" role="alert">
          {t('indicators.form.changed')}
        </p>
      )}
      {mayChange && <FigureSection {...props} />}
      <h2 id="figures">{t('indicators.figures-title')}</h2>
      {figures.length === 0 ? (
        <p class="empty">{t('indicators.desk.no-figure')}</p>
      ) : (
        <form method="post" action={`${here}/figures/withdraw`}>
          <FigureTable
            {...{ figures, evidence }}
            own={own}
            first={figure => placeInWords(figure, words)}
            firstHeader={t('indicators.place')}
            last={figure => (
              <label class="pick">
                <input type="checkbox" name="figure" value={figure.id} />
                <span class="visually-hidden">
                  {t('indicators.desk.pick', { figure: `${placeInWords(figure, words)} ${figure.period ?? ''}` })}
                </span>
              </label>
            )}
          />
          {mayChange && (
            <div class="actions">
              {mayPublish && drafts.length > 0 && (
                <button formaction={`${here}/figures/show`}>{t('indicators.desk.show')}</button>
              )}
              <button class="quiet">{t('indicators.desk.withdraw')}</button>
            </div>
          )}
        </form>
      )}
      {mayChange && (
        <details open={Boolean(ofPassport)}>
          <summary>{t('indicators.desk.passport')}</summary>
          <form class="form" method="post" action={here}>
            <input type="hidden" name="version" value={indicator.version} />
            <PassportFields indicator={indicator} refused={ofPassport} />
            <button class="quiet">{t('indicators.desk.keep')}</button>
          </form>
        </details>
      )}
    </Page>
  )
}

function FigureSection({ framework, indicator, voice, mayPublish, refused, figures }: IndicatorDeskPageProps) {
  const { t } = useWords()
  const back = refused?.form === 'figure' ? refused : undefined
  const last = figures.at(-1)
  const text = (name: string, now: string | null | undefined = '') => ({
    name,
    errors: back?.errors,
    value: back?.typed[name] ?? now ?? '',
  })
  return (
    <details open={Boolean(back) || figures.length === 0}>
      <summary>{t('indicators.desk.add-figure')}</summary>
      <form class="form" method="post" action={`${paths.deskIndicator(framework.code, indicator.code)}/figures`}>
        <SelectField
          {...text('kind', 'observation')}
          label={t('indicators.desk.what')}
          choices={(['observation', 'baseline', 'target'] as const).map(kind => ({
            value: kind,
            label: t(`figure.kind.${kind}`),
          }))}
        />
        <CountryField {...text('country', last?.country)} />
        <TextField {...text('place')} label={t('indicators.desk.province')} dir="auto" />
        <TextField {...text('period')} label={t('indicators.period')} hint={t('indicators.desk.period.hint')} />
        <ValueFields indicator={indicator} text={text} />
        <SelectField
          {...text('sex')}
          label={t('dimension.sex')}
          choices={[
            { value: '', label: t('breakdown.total') },
            ...(['female', 'male', 'other'] as const).map(sex => ({ value: sex, label: t(`breakdown.sex.${sex}`) })),
          ]}
        />
        <TextField {...text('group')} label={t('indicators.desk.group')} dir="auto" />
        <TextField {...text('source', last?.source)} label={t('indicators.source')} dir="auto" />
        <TextField
          {...text('sourceDate')}
          label={t('indicators.desk.source-date')}
          hint={t('indicators.desk.date.hint')}
        />
        <SelectField
          {...text('voice', voice)}
          label={t('indicators.voice')}
          hint={t('indicators.desk.voice.hint')}
          choices={VOICES.map(one => ({ value: one, label: t(`voice.${one}`) }))}
        />
        {mayPublish && (
          <SelectField
            {...text('visibility', 'organisation')}
            label={t('indicators.desk.visibility')}
            choices={(['organisation', 'partners', 'public'] as const).map(one => ({
              value: one,
              label: t(`visibility.${one}`),
            }))}
          />
        )}
        <LongTextField {...text('note')} label={t('indicators.desk.note')} dir="auto" />
        <button>{t('indicators.desk.add-figure')}</button>
      </form>
    </details>
  )
}

function CountryField(props: { name: string; errors: Refused['errors'] | undefined; value: string }) {
  const words = useWords()
  const { name, value } = props
  return (
    <SelectField
      {...{ name, value }}
      errors={props.errors ?? null}
      label={words.t('indicators.country')}
      choices={countryChoices(words, 'indicators.desk.no-country')}
    />
  )
}

interface ValueFieldsProps {
  indicator: Indicator
  text: (name: string, now?: string) => { name: string; errors: Refused['errors'] | undefined; value: string }
}

/** The fields that the kind of value needs. */
function ValueFields({ indicator, text }: ValueFieldsProps) {
  const { t } = useWords()
  const field = (name: string) => {
    const { errors, ...rest } = text(name)
    return { ...rest, errors: errors ?? null }
  }
  switch (indicator.valueKind) {
    case 'share':
      return (
        <>
          <TextField {...field('numerator')} label={t('indicators.desk.numerator')} inputmode="decimal" />
          <TextField {...field('denominator')} label={t('indicators.desk.denominator')} inputmode="decimal" />
          <TextField
            {...field('value')}
            label={t('indicators.desk.percent')}
            hint={t('indicators.desk.percent.hint')}
          />
        </>
      )
    case 'yes-no':
      return (
        <SelectField
          {...field('value')}
          label={t('indicators.value')}
          choices={[
            { value: '', label: t('appraisal.choose') },
            { value: 'yes', label: t('figure.yes') },
            { value: 'no', label: t('figure.no') },
          ]}
        />
      )
    case 'list':
      return (
        <LongTextField
          {...field('entries')}
          label={t('indicators.desk.entries')}
          hint={t('indicators.desk.entries.hint')}
          rows={6}
          dir="auto"
        />
      )
    case 'level':
      return (
        <>
          <TextField {...field('value')} label={t('indicators.desk.level')} inputmode="decimal" />
          <TextField {...field('denominator')} label={t('indicators.desk.levels')} inputmode="decimal" />
        </>
      )
    default:
      return <TextField {...field('value')} label={t('indicators.value')} inputmode="decimal" />
  }
}
