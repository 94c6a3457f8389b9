/** The words of the page's language, for every component below the page. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { wordsOf, type Words } from '../platform/languages.ts'

export const WordsContext = createContext<Words>(wordsOf('en'))
export const useWords = (): Words => useContext(WordsContext)
