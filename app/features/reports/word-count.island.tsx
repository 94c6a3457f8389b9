/** Counts words while somebody writes, by the body's rule, and leads from a finding to its words in the field. */
import { countedOf, wordsTyped, type LiveData } from './live-count.ts'

const field = document.querySelector<HTMLTextAreaElement>('textarea[name=text]')
const line = document.getElementById('word-count')
const data = document.getElementById('word-count-data')

if (field && line && data) {
  const { puts, rest, counts } = JSON.parse(data.textContent ?? '') as LiveData
  const { lang } = document.documentElement
  const numbers = new Intl.NumberFormat(lang === 'ar' ? 'ar-u-nu-latn' : lang)
  // Each sentence comes with a number in it that stands for any other.
  const said = (sentence: string | undefined, count: number) =>
    (sentence ?? '1325').replace(/1[.,\s\u202f]?325/, numbers.format(count))
  const write = () => {
    const words = wordsTyped(field.value, number => puts[number] ?? null)
    const whole = rest + countedOf(words, counts)
    const { here, whole: sentence, limit, tables, footnotes } = line.dataset
    const parts = [
      words.tables > 0 ? said(tables, words.tables) : '',
      words.footnotes > 0 ? said(footnotes, words.footnotes) : '',
    ]
    line.textContent = `${said(here, countedOf(words, counts))}${parts.join('')} · ${said(sentence, whole)}${limit ?? ''}`
  }
  field.addEventListener('input', write)
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-find]'))
  link.addEventListener('click', event => {
    const words = link.dataset.find ?? ''
    const at = field?.value.indexOf(words) ?? -1
    if (!field || at < 0) return
    event.preventDefault()
    field.focus()
    field.setSelectionRange(at, at + words.length)
  })
