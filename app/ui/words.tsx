/** The words of the page's language, for every component below the page (or below an island's root). */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Words } from '../platform/words.ts'

export const WordsContext = createContext<Words | null>(null)

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('a component that speaks stands outside of <Page> or <WordsContext.Provider>')
  return words
}
