/** Words that the public does not see, each with the sections that it stands in. */
import { useWords } from '../../../ui/words.tsx'
import { paths, type Report } from '../model.ts'
import type { OwnWords } from '../own-words.ts'

export interface Line {
  text: string
  sections: { title: string; href: string | null }[]
  is?: OwnWords['is']
}

export const linesOfOwn = (
  report: Report,
  sections: readonly { id: string; title: string }[],
  own: readonly OwnWords[],
): Line[] =>
  own.map(({ text, is, places }) => ({
    text,
    is,
    sections: places.map(({ section }) => {
      const { id, title } = sections[section]!
      return { title, href: paths.section(report.id, id) }
    }),
  }))

/** @param language of the report: BCP 47 */
export function OwnList({ lines, language }: { lines: readonly Line[]; language: string }) {
  const { t } = useWords()
  return (
    <ul class="rows">
      {lines.map(({ text, sections, is }, n) => (
        <li key={n}>
          <q class="found" lang={language} dir="auto">
            {text}
          </q>{' '}
          {sections.map(({ title, href }, i) => (
            <span key={i}>
              {i > 0 && ' · '}
              {href ? (
                <a href={href} lang={language} dir="auto">
                  {title}
                </a>
              ) : (
                <bdi lang={language}>{title}</bdi>
              )}
            </span>
          ))}
          {is === 'changed' && <span class="soft small"> {t('reports.claim.changed')}</span>}
        </li>
      ))}
    </ul>
  )
}
