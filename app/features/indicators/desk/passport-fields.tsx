/** The passport as a form: what an indicator measures, and how. */
import { VALUE_KINDS } from '@open1325/indicators'
import { LongTextField, SelectField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { inLanguage, type Indicator } from '../model.ts'
import type { Refused } from './routes.tsx'

export function PassportFields({ refused, indicator }: { refused?: Refused | undefined; indicator?: Indicator }) {
  const { t, locale } = useWords()
  const errors = refused?.errors
  const typed = refused?.typed
  const text = (name: string, now: string | null | undefined) => ({ name, errors, value: typed?.[name] ?? now ?? '' })
  return (
    <>
      <TextField {...text('code', indicator?.code)} label={t('passport.code')} hint={t('passport.code.hint')} />
      <TextField
        {...text('title', indicator && inLanguage(indicator.titles, locale))}
        label={t('passport.title')}
        dir="auto"
      />
      <SelectField
        {...text('valueKind', indicator?.valueKind)}
        label={t('passport.value-kind')}
        choices={[
          { value: '', label: t('appraisal.choose') },
          ...VALUE_KINDS.map(kind => ({ value: kind, label: t(`value-kind.${kind}`) })),
        ]}
      />
      <LongTextField {...text('definition', indicator?.definition)} label={t('passport.definition')} dir="auto" />
      <TextField {...text('formula', indicator?.formula)} label={t('passport.formula')} dir="auto" />
      <TextField {...text('unit', indicator?.unit)} label={t('passport.unit')} dir="auto" />
      <LongTextField
        {...text('levels', indicator?.levels.join('\n'))}
        label={t('passport.levels')}
        hint={t('passport.levels.hint')}
        dir="auto"
      />
      <SelectField
        {...text('direction', indicator?.direction)}
        label={t('passport.direction')}
        choices={[
          { value: '', label: t('passport.direction.unknown') },
          { value: 'more', label: t('passport.direction.more') },
          { value: 'less', label: t('passport.direction.less') },
        ]}
      />
      <TextField
        {...text('disaggregation', indicator?.disaggregation?.join(', '))}
        label={t('passport.disaggregation')}
        hint={t('passport.disaggregation.hint')}
        dir="auto"
      />
      <TextField {...text('dataSource', indicator?.dataSource)} label={t('passport.data-source')} dir="auto" />
      <TextField {...text('owner', indicator?.owner)} label={t('passport.owner')} dir="auto" />
      <TextField {...text('frequency', indicator?.frequency)} label={t('passport.frequency')} dir="auto" />
      <TextField {...text('source', indicator?.source)} label={t('passport.source')} dir="auto" />
      <div class="field check">
        <input
          type="checkbox"
          id="countsPeople"
          name="countsPeople"
          checked={typed ? typed.countsPeople === 'on' : (indicator?.countsPeople ?? false)}
          aria-describedby="countsPeople-hint"
        />
        <label for="countsPeople">{t('passport.counts-people')}</label>
        <p class="hint" id="countsPeople-hint">
          {t('passport.counts-people.hint')}
        </p>
      </div>
    </>
  )
}
