/** By which procedure of which body a text is handed in. */
import { BODIES } from '../../../../library/bodies.ts'
import { useWords } from '../../../ui/words.tsx'

export function ProcedureField({ value }: { value: string }) {
  const { t, locale } = useWords()
  return (
    <div class="field">
      <label for="procedure">{t('reports.rule.procedure')}</label>
      <select id="procedure" name="procedure">
        <option value="">{t('reports.rule.procedure.none')}</option>
        {BODIES.map(body => (
          <optgroup key={body.id} label={body.name[locale]}>
            {body.procedures.map(({ id, name }) => (
              <option key={id} value={id} selected={id === value}>
                {name[locale]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
