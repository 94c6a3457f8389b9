/** The official words of one paragraph, side by side in the languages that are at hand. */
import { directionOf } from '../../../platform/languages.ts'
import { useWords } from '../../../ui/words.tsx'
import type { OfficialText } from './model.ts'

export function OfficialWords({ texts, number }: { texts: OfficialText[]; number: number }) {
  const { language: nameOf } = useWords()
  const shown = texts.flatMap(({ language, paragraphs }) => {
    const paragraph = paragraphs.find(other => other.number === number)
    return paragraph ? [{ language, paragraph }] : []
  })
  if (!shown.length) return null
  return (
    <div class="official-words">
      {shown.map(({ language, paragraph }) => (
        <figure key={language}>
          <figcaption class="soft small">{nameOf(language)}</figcaption>
          <blockquote lang={language} dir={directionOf(language)}>
            <p>{paragraph.text}</p>
            {paragraph.parts.map(({ letter, text }) => (
              <p key={letter}>
                ({letter}) {text}
              </p>
            ))}
          </blockquote>
        </figure>
      ))}
    </div>
  )
}
