/** A form's languages, and one field for each of them. */
import { z } from 'zod'
import type { FormErrors } from '../../../platform/http.ts'
import { LongTextField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { InLanguages } from '../form/model.ts'

const LANGUAGES = /^([a-z]{2,3}|x)(-[a-z0-9]+)*(\s*[,;\s]\s*([a-z]{2,3}|x)(-[a-z0-9]+)*){0,9}$/i

/** 'en, fr, ar', the main one first. */
export const languagesForm = z.string().trim().regex(LANGUAGES, 'questionnaire.languages.wrong')

export const languagesIn = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[,;\s]+/)
      .filter(Boolean),
  ),
]

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

/** What was typed. @param former words in languages that have no field are kept */
export const wordsIn = (
  typed: Record<string, string>,
  name: string,
  languages: string[],
  former: InLanguages = {},
): InLanguages => ({
  ...Object.fromEntries(Object.entries(former).filter(([language]) => !languages.includes(language))),
  ...Object.fromEntries(
    languages.flatMap(language => {
      const text = typed[`${name}.${language}`]?.trim().slice(0, LONGEST)
      return text ? [[language, text]] : []
    }),
  ),
})
