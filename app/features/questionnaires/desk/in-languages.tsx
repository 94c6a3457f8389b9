/** One field for each language of a form. */
import type { FormErrors } from '../../../platform/http.ts'
import { LongTextField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { InLanguages } from '../form/model.ts'

interface Props {
  name: string
  label: string
  languages: string[]
  words: InLanguages
  errors: FormErrors | null
  long?: boolean
}

export function InLanguagesFields({ name, label, languages, words, errors, long }: Props) {
  const { language: called } = useWords()
  const Field = long ? LongTextField : TextField
  return (
    <>
      {languages.map(language => (
        <Field
          key={language}
          name={`${name}.${language}`}
          label={
            languages.length > 1
              ? `${label} (${language.startsWith('x-') ? language.slice(2) : called(language)})`
              : label
          }
          value={words[language] ?? ''}
          errors={errors}
          dir="auto"
        />
      ))}
    </>
  )
}

const LONGEST = 5000

export const wordsIn = (typed: Record<string, string>, name: string, languages: string[]): InLanguages =>
  Object.fromEntries(
    languages.flatMap(language => {
      const text = typed[`${name}.${language}`]?.trim().slice(0, LONGEST)
      return text ? [[language, text]] : []
    }),
  )
