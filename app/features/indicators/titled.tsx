/** A title in the reader's language; in another one it keeps its own direction, and says which language it is. */
import { useWords } from '../../ui/words.tsx'
import type { InLanguages } from './model.ts'

export function Titled({ words }: { words: InLanguages }) {
  const { locale } = useWords()
  const own = words[locale]
  if (own) return <>{own}</>
  const [lang, text] = words.en ? (['en', words.en] as const) : (Object.entries(words)[0] ?? [])
  return <bdi lang={lang}>{text}</bdi>
}
