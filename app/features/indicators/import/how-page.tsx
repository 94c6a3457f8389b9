/** How is this file to be read? Its sheet, its header, what each column means, what all rows share, and what the first rows become. */
import { HOLDINGS, type ColumnUse } from '@open1325/indicators'
import { hasRole, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { countryChoices } from '../../../ui/countries.ts'
import { ErrorSummary, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths as importPaths, type Import } from '../../imports/model.ts'
import { VOICES } from '../../voices/model.ts'
import { inLanguage } from '../model.ts'
import type { FrameworkEntry } from '../queries.ts'
import { LONGEST_OF_MEASURE } from './form.ts'
import { Preview } from './how-preview.tsx'
import { breakdownWritten, MOST_COLUMNS_ASKED, USES, wordOf, type Draft, mappingOf } from './model.ts'

/** A person looks first where the suggestion is less sure than this. */
const SURE = 0.8
/** Columns beyond these are folded away. */
const OPEN_COLUMNS = 40

export interface HowPageProps {
  c: Ctx
  it: Import
  draft: Draft
  frameworks: FrameworkEntry[]
  errors: FormErrors | null
  typed: Record<string, string>
}

export function HowPage(props: HowPageProps) {
  const { c, it, draft, errors } = props
  const { t } = c.get('words')
  const { sheets } = mappingOf(it)
  const found = sheets[draft.sheet]!
  const { columns } = draft.mapping
  return (
    <Page c={c} title={t('import.how.title')} current="nav.desk-indicators">
      <p class="kicker">
        <a href={importPaths.list}>{t('imports.title')}</a> · <bdi>{it.fileName}</bdi>
      </p>
      <h1>{t('import.how.title')}</h1>
      <p class="lead">{t('import.how.lead')}</p>
      <ErrorSummary errors={errors} />
      {found.remembered && <p class="notice">{t('import.how.remembered')}</p>}
      {found.hidden.rows + found.hidden.columns > 0 && (
        <p class="warning">{t('import.how.hidden', { rows: found.hidden.rows, columns: found.hidden.columns })}</p>
      )}
      <Preview {...props} />
      <form class="form how" method="post" action={importPaths.how(it.id)}>
        <SheetFields {...props} />
        <fieldset>
          <legend>
            <h2>{t('import.how.columns')}</h2>
          </legend>
          <p class="hint">{t('import.how.columns.hint')}</p>
          {columns.slice(0, OPEN_COLUMNS).map(column => (
            <ColumnFields key={column.column} column={column} {...props} />
          ))}
          {columns.length > OPEN_COLUMNS && (
            <details>
              <summary>{t('import.how.more-columns', { count: columns.length - OPEN_COLUMNS })}</summary>
              {columns.slice(OPEN_COLUMNS, MOST_COLUMNS_ASKED).map(column => (
                <ColumnFields key={column.column} column={column} {...props} />
              ))}
            </details>
          )}
        </fieldset>
        <SharedFields {...props} />
        <div class="actions">
          <button name="act" value="read">
            {t('import.how.read')}
          </button>
          <button class="quiet" name="act" value="look">
            {t('import.how.look')}
          </button>
        </div>
      </form>
      <form method="post" action={`${importPaths.one(it.id)}/cancel`}>
        <button class="danger">{t('imports.cancel')}</button>
      </form>
    </Page>
  )
}

function SheetFields({ it, draft, errors, typed }: HowPageProps) {
  const { t, number } = useWords()
  const { sheets } = mappingOf(it)
  const { header, firstRow, holds, decimal, missing, aggregates } = draft.mapping
  return (
    <fieldset>
      <legend>
        <h2>{t('import.how.table')}</h2>
      </legend>
      {sheets.length > 1 ? (
        <>
          <SelectField
            name="sheet"
            label={t('import.how.sheet')}
            hint={t('import.how.sheet.hint')}
            value={String(draft.sheet)}
            choices={sheets.map(({ name, rows, mapping }, n) => ({
              value: String(n),
              label: `${name} – ${t('import.how.rows', { count: rows })}, ${t(`import.holds.${mapping.holds}`)}`,
            }))}
          />
          <button class="quiet" name="act" value="sheet">
            {t('import.how.sheet.change')}
          </button>
        </>
      ) : (
        <input type="hidden" name="sheet" value="0" />
      )}
      <SelectField
        name="holds"
        label={t('import.how.holds')}
        errors={errors}
        value={holds}
        choices={HOLDINGS.map(value => ({ value, label: t(`import.holds.${value}`) }))}
      />
      <div class="header-rows">
        <TextField
          name="headerFirst"
          label={t('import.how.header-first')}
          inputmode="numeric"
          errors={errors}
          value={typed.headerFirst ?? String(header.first + 1)}
        />
        <TextField
          name="headerLast"
          label={t('import.how.header-last')}
          inputmode="numeric"
          errors={errors}
          value={typed.headerLast ?? String(header.last + 1)}
        />
        <TextField
          name="firstRow"
          label={t('import.how.first-row')}
          inputmode="numeric"
          errors={errors}
          value={typed.firstRow ?? String(firstRow + 1)}
        />
      </div>
      <p class="hint">{t('import.how.header.hint', { count: number(firstRow) })}</p>
      <button class="quiet" name="act" value="header">
        {t('import.how.header.change')}
      </button>
      <SelectField
        name="decimal"
        label={t('import.how.decimal')}
        value={decimal}
        choices={[
          { value: '.', label: t('import.how.decimal.point') },
          { value: ',', label: t('import.how.decimal.comma') },
        ]}
      />
      <TextField
        name="missing"
        label={t('import.how.missing')}
        hint={t('import.how.missing.hint')}
        errors={errors}
        value={typed.missing ?? missing.join('; ')}
        maxlength={500}
      />
      <SelectField
        name="aggregates"
        label={t('import.how.aggregates')}
        value={aggregates}
        choices={(['keep', 'skip'] as const).map(value => ({ value, label: t(`import.how.aggregates.${value}`) }))}
      />
    </fieldset>
  )
}

/** One column: its words, its first cells, what it means, why that is suggested. */
function ColumnFields({ column, draft, it, errors, typed }: HowPageProps & { column: ColumnUse }) {
  const { t, has } = useWords()
  const { column: n, header, use, confidence, reason } = column
  const { sample } = mappingOf(it).sheets[draft.sheet]!
  const cells = sample
    .slice(draft.mapping.firstRow)
    .map(row => String(row[n] ?? '').trim())
    .filter(Boolean)
  const name = header.join(' · ') || t('import.how.column', { number: n + 1 })
  const why = `import.reason.${reason}`
  const isWrong = Object.keys(LONGEST_OF_MEASURE).some(what => errors?.fields[`${what}.${n}`])
  const said = (what: keyof typeof LONGEST_OF_MEASURE, now: string | null) => ({
    name: `${what}.${n}`,
    errors,
    value: typed[`${what}.${n}`] ?? now ?? '',
    maxlength: LONGEST_OF_MEASURE[what],
  })
  return (
    <div class={confidence < SURE && use.as !== 'nothing' ? 'column unsure' : 'column'}>
      <div class="field">
        <label for={`use.${n}`}>
          <bdi>{name}</bdi>
        </label>
        <p class="hint" id={`use.${n}-hint`}>
          <bdi>{[...new Set(cells)].slice(0, 4).join(' | ').slice(0, 120)}</bdi>
          {has(why) && <> – {t(why)}</>}
          {confidence < SURE && use.as !== 'nothing' && <strong> {t('import.how.unsure')}</strong>}
        </p>
        <select id={`use.${n}`} name={`use.${n}`} aria-describedby={`use.${n}-hint`}>
          {USES.map(word => (
            <option key={word} value={word} selected={word === wordOf(use)}>
              {t(`import.use.${word}`)}
            </option>
          ))}
        </select>
      </div>
      {use.as === 'measure' && (
        <details open={confidence < SURE || isWrong}>
          <summary>
            {t('import.how.measure')}{' '}
            <span class="soft small">
              <bdi>
                {[use.measure.indicator, use.measure.period, breakdownWritten(use.measure.disaggregation)]
                  .filter(Boolean)
                  .join(' · ')}
              </bdi>
            </span>
          </summary>
          <TextField
            label={t('import.how.measure.indicator')}
            {...said('indicator', use.measure.indicator)}
            dir="auto"
          />
          <TextField label={t('import.how.measure.period')} {...said('period', use.measure.period)} />
          <TextField
            label={t('import.how.measure.breakdown')}
            hint={t('import.how.measure.breakdown.hint')}
            {...said('breakdown', breakdownWritten(use.measure.disaggregation))}
          />
        </details>
      )}
    </div>
  )
}

function SharedFields({ c, draft, frameworks, errors, typed }: HowPageProps) {
  const words = useWords()
  const { t, locale } = words
  const { shared } = draft
  const person = c.get('person')
  const own = frameworks.filter(({ organisationId }) => organisationId === person?.current?.organisationId)
  const others = frameworks.filter(framework => !own.includes(framework))
  const text = (name: 'place' | 'period' | 'source' | 'sourceDate' | 'indicator') => ({
    name,
    errors,
    value: typed[name] ?? shared[name] ?? '',
  })
  const framework = shared.framework && 'id' in shared.framework ? shared.framework.id : ''
  const title = shared.framework && 'title' in shared.framework ? shared.framework.title : ''
  const option = (one: FrameworkEntry) => (
    <option key={one.id} value={one.id} selected={one.id === (typed.framework ?? framework)}>
      {inLanguage(one.titles, locale)}
    </option>
  )
  return (
    <fieldset>
      <legend>
        <h2>{t('import.how.shared')}</h2>
      </legend>
      <div class={errors?.fields.framework ? 'field in-error' : 'field'}>
        <label for="framework">{t('import.how.framework')}</label>
        <p class="hint" id="framework-hint">
          {t('import.how.framework.hint')}
        </p>
        {errors?.fields.framework && (
          <p class="error" id="framework-error">
            {errors.fields.framework}
          </p>
        )}
        <select id="framework" name="framework" aria-describedby="framework-hint">
          <option value="">{t('import.how.framework.new')}</option>
          {own.length > 0 && <optgroup label={t('import.how.framework.own')}>{own.map(option)}</optgroup>}
          <optgroup label={t('import.how.framework.others')}>{others.map(option)}</optgroup>
        </select>
      </div>
      <TextField
        name="frameworkTitle"
        label={t('import.how.framework.title')}
        errors={errors}
        value={typed.frameworkTitle ?? title}
        dir="auto"
      />
      <TextField
        {...text('indicator')}
        label={t('import.how.indicator')}
        hint={t('import.how.indicator.hint')}
        dir="auto"
      />
      <SelectField
        name="voice"
        label={t('import.how.voice')}
        errors={errors}
        value={typed.voice ?? shared.voice ?? person?.current?.voice ?? ''}
        choices={VOICES.map(voice => ({ value: voice, label: t(`voice.${voice}`) }))}
      />
      <SelectField
        name="visibility"
        label={t('import.how.visibility')}
        hint={t('import.how.visibility.hint')}
        errors={errors}
        value={typed.visibility ?? shared.visibility ?? 'organisation'}
        choices={(hasRole(person, 'editor')
          ? (['organisation', 'partners', 'public'] as const)
          : (['organisation'] as const)
        ).map(value => ({ value, label: t(`visibility.${value}`) }))}
      />
      <SelectField
        name="country"
        label={t('import.how.country')}
        errors={errors}
        value={typed.country ?? shared.country ?? ''}
        choices={countryChoices(words, 'import.how.country.none')}
      />
      <TextField {...text('place')} label={t('import.how.place')} dir="auto" />
      <TextField {...text('period')} label={t('import.how.period')} hint={t('indicators.desk.period.hint')} />
      <TextField {...text('source')} label={t('import.how.source')} dir="auto" />
      <TextField {...text('sourceDate')} label={t('import.how.source-date')} />
    </fieldset>
  )
}
