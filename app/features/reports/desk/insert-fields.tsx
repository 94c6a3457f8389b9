/** The fields of what can be put in: narrowing it, ticking it, or typing a claim of one's own. */
import type { FormErrors } from '../../../platform/http.ts'
import { LongTextField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { inLanguage } from '../../indicators/model.ts'
import { GAPS, gapOf } from '../../voices/model.ts'
import type { CommitmentSource } from '../queries/sources.ts'
import type { Choices } from './insert-choices.ts'

export function Narrow({ choices }: { choices: Extract<Choices, { what: 'commitments' }> }) {
  const { t } = useWords()
  return (
    <form class="form" method="get">
      <input type="hidden" name="what" value="commitments" />
      <div class="field">
        <label for="instrument">{t('reports.insert.instrument')}</label>
        <select id="instrument" name="instrument">
          {choices.instruments.map(({ slug, title, adoptedOn }) => (
            <option key={slug} value={slug} selected={slug === choices.chosen?.slug}>
              {adoptedOn && !title.includes(adoptedOn.slice(0, 4)) ? `${title} (${adoptedOn.slice(0, 4)})` : title}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="gap">{t('reports.insert.gap')}</label>
        <select id="gap" name="gap">
          <option value="">{t('reports.insert.gap.any')}</option>
          {GAPS.map(gap => (
            <option key={gap} value={gap} selected={gap === choices.gap}>
              {t(`gap.${gap}`)}
            </option>
          ))}
        </select>
      </div>
      <button class="quiet">{t('reports.insert.show')}</button>
    </form>
  )
}

export function Choose({
  choices,
  typed,
  errors,
}: {
  choices: Choices
  typed: Record<string, string>
  errors: FormErrors | null
}) {
  const { t, locale, country, date, colon } = useWords()
  switch (choices.what) {
    case 'commitments':
      return (
        <>
          <fieldset id="source">
            <legend>{t('reports.insert.all', { count: choices.items.length })}</legend>
            {choices.items.map(item => (
              <Tick key={item.itemId} item={item} />
            ))}
          </fieldset>
          {choices.items.map(({ itemId }) => (
            <input key={itemId} type="hidden" name="shown" value={itemId} />
          ))}
          <div class="actions">
            <button name="as" value="table">
              {t('reports.insert.as-table')}
            </button>
            <button class="quiet" name="as" value="each">
              {t('reports.insert.one-by-one')}
            </button>
          </div>
        </>
      )
    case 'indicators':
      return (
        <Ticks
          choices={choices.indicators.map(({ framework, code, titles, figures }) => ({
            value: `${framework} ${code}`,
            label: `${code}${colon}${inLanguage(titles, locale)}`,
            note: t('reports.insert.figures', { count: figures }),
          }))}
          legend={t('reports.insert.what.indicators')}
        />
      )
    case 'appraisal':
      return (
        <Ticks
          choices={choices.plans.map(({ id, title, language, findings }) => ({
            value: id,
            label: title,
            language,
            note: t('reports.insert.findings', { count: findings }),
          }))}
          legend={t('reports.insert.what.appraisal')}
        />
      )
    case 'progress':
      return (
        <Ticks
          choices={choices.plans.map(({ id, title, language, commitments }) => ({
            value: id,
            label: title,
            language,
            note: t('reports.insert.commitments', { count: commitments }),
          }))}
          legend={t('reports.insert.what.progress')}
        />
      )
    case 'recommendations':
      return (
        <Ticks
          choices={choices.years.map(({ country: of, year, body, count }) => ({
            value: [of, year, body ?? ''].join(' '),
            label: [body, country(of), year].filter(Boolean).join(', '),
            note: t('reports.insert.recommendations', { count }),
          }))}
          legend={t('reports.insert.what.recommendations')}
        />
      )
    case 'answers':
      return (
        <>
          {choices.answered && !choices.answered.page && (
            <p class="warning">{t('reports.insert.answers.only-yours')}</p>
          )}
          <Ticks
            choices={(choices.answered?.questions ?? []).map(({ name, text, language, answers }) => ({
              value: `${choices.chosen?.id} ${name}`,
              label: text,
              language,
              note: t('reports.insert.answers', { count: answers.length }),
            }))}
            legend={t('reports.insert.what.answers')}
          />
        </>
      )
    case 'silent':
      return (
        <Ticks
          choices={[
            ...choices.rounds.map(({ id, title, closedOn, silent }) => ({
              value: `round ${id}`,
              label: t('reports.insert.silent.round', {
                title: `\u2068${title}\u2069`,
                date: date(closedOn),
                count: silent,
              }),
            })),
            { value: 'overdue', label: t('reports.insert.silent.overdue') },
            { value: 'expired', label: t('reports.insert.silent.expired') },
            { value: 'unreported', label: t('reports.insert.silent.unreported') },
          ]}
          legend={t('reports.insert.what.silent')}
        />
      )
    case 'claim':
      return (
        <>
          <LongTextField
            name="words"
            label={t('reports.manual.words')}
            value={typed.words}
            errors={errors}
            rows={4}
            required
            dir="auto"
          />
          <TextField
            name="title"
            label={t('reports.manual.source')}
            value={typed.title}
            errors={errors}
            required
            maxlength={500}
            dir="auto"
          />
          <TextField
            name="url"
            type="url"
            label={t('reports.manual.url')}
            value={typed.url}
            errors={errors}
            maxlength={2000}
            dir="ltr"
          />
          <button>{t('reports.insert.send')}</button>
        </>
      )
  }
}

function Tick({ item }: { item: CommitmentSource }) {
  const { t } = useWords()
  return (
    <p class="choice">
      <input type="checkbox" name="source" value={item.itemId} id={`c-${item.itemId}`} />
      <label for={`c-${item.itemId}`}>
        <bdi lang={item.language ?? undefined}>
          {item.number} {item.text}
        </bdi>{' '}
        <span class="soft small">{t(`gap.short.${gapOf(item.said)}`)}</span>
      </label>
    </p>
  )
}

interface Choice {
  value: string
  label: string
  /** BCP 47: of the label, where it is not the page's. */
  language?: string | null
  note?: string
}

function Ticks({ choices, legend }: { choices: Choice[]; legend: string }) {
  const { t } = useWords()
  return (
    <>
      <fieldset id="source">
        <legend>{legend}</legend>
        {choices.map(({ value, label, language, note }, n) => (
          <p key={value} class="choice">
            <input type="checkbox" name="source" value={value} id={`choice-${n}`} checked={choices.length === 1} />
            <label for={`choice-${n}`}>
              <bdi lang={language ?? undefined}>{label}</bdi> {note && <span class="soft small">{note}</span>}
            </label>
          </p>
        ))}
      </fieldset>
      <button>{t('reports.insert.send')}</button>
    </>
  )
}

/** Which round's answers. */
export function NarrowRound({ choices }: { choices: Extract<Choices, { what: 'answers' }> }) {
  const { t } = useWords()
  return (
    <form class="form" method="get">
      <input type="hidden" name="what" value="answers" />
      <div class="field">
        <label for="round">{t('reports.insert.round')}</label>
        <select id="round" name="round">
          {choices.rounds.map(({ id, title }) => (
            <option key={id} value={id} selected={id === choices.chosen?.id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <button class="quiet">{t('reports.insert.show')}</button>
    </form>
  )
}
