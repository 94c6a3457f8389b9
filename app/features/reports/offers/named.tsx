/** Of whom somebody should see that they agreed to be named, or are known in public: a list to look through, for whatever text was checked. */
import { useWords } from '../../../ui/words.tsx'
import type { Named } from './text-checks.ts'

interface Props {
  named: readonly Named[]
  /** Of the text: BCP 47. */
  language: string
  /** To where a name stands. */
  placeOf: (one: Named) => string
  /** Where it is entered who agreed; null: there is no such place. */
  agreed: string | null
}

export function NamedPeople({ named, language, placeOf, agreed }: Props) {
  const { t } = useWords()
  if (!named.length) return null
  return (
    <details class="named">
      <summary>{t('checks.named', { count: named.length })}</summary>
      <p class="soft small">
        {t('checks.named.hint')} {agreed && <a href={agreed}>{t('checks.named.agreed')}</a>}
      </p>
      <ul>
        {named.map(one => (
          <li key={one.name}>
            <a href={placeOf(one)} data-find={one.name} lang={language} dir="auto">
              {one.name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
