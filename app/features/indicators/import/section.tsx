/** On the page of an import of figures: where they go, what the checks found in them. */
import { SEVERITIES } from '@open1325/indicators'
import { useWords } from '../../../ui/words.tsx'
import type { Import } from '../../imports/model.ts'
import { paths } from '../model.ts'
import { warningInWords } from '../warnings/words.ts'
import { mappingOf } from './model.ts'

export function Found({ it }: { it: Import }) {
  const words = useWords()
  const { t } = words
  const { warnings, newIndicators, framework } = mappingOf(it)
  if (it.state !== 'ready' && it.state !== 'done') return null
  return (
    <>
      {framework && it.state === 'done' && (
        <p class="actions">
          <a class="button" href={paths.deskFramework(framework)}>
            {t('import.figures.see')}
          </a>{' '}
          <a href={`${paths.warnings}?set=${framework}`}>{t('warnings.title')}</a>
        </p>
      )}
      {it.state === 'ready' && newIndicators.length > 0 && (
        <details>
          <summary>{t('import.figures.new-indicators', { count: newIndicators.length })}</summary>
          <ul class="small">
            {newIndicators.slice(0, 200).map(({ code, title }) => (
              <li key={code}>
                <bdi>{title}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
      {warnings && warnings.total > 0 && (
        <details open={it.state === 'ready'}>
          <summary>{t('import.figures.warnings', { count: warnings.total })}</summary>
          <p class="hint">{t('import.figures.warnings.hint')}</p>
          {SEVERITIES.map(severity => {
            const shown = warnings.shown.filter(one => one.severity === severity)
            if (!shown.length) return null
            return (
              <section key={severity}>
                <h2>{t(`warning.severity.${severity}`)}</h2>
                <ul class="small">
                  {shown.map((warning, n) => (
                    <li key={n}>{warningInWords(warning, words)}</li>
                  ))}
                </ul>
              </section>
            )
          })}
        </details>
      )}
    </>
  )
}
