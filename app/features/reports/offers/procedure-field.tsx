/** By which procedure of which body a text is handed in. */
import { BODIES } from '../../../../library/bodies.ts'
import { useWords } from '../../../ui/words.tsx'

/** @param label where it is for something else than handing in */
export function ProcedureField({ value, label }: { value: string; label?: string }) {
  const { t, locale } = useWords()
  return (
    <div class="field">
      <label for="procedure">{label ?? t('reports.rule.procedure')}</label>
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
