/** Counts words while somebody writes; the server counts again, by the body's rule, when it is saved. */
import { wordsIn } from '@open1325/procedures'

const field = document.querySelector<HTMLTextAreaElement>('textarea[name=text]')
const line = document.getElementById('word-count')

if (field && line) {
  // The sentence comes with a number in it that stands for any other.
  const sentence = line.dataset.words ?? '1325'
  const write = () => {
    const words = field.value.replace(/\[\[\d+\]\]|\[source\?\]|\[no source needed\]|https?:\/\/\S+/g, ' ')
    line.textContent = sentence.replace(/1[.,\s\u202f]?325/, String(wordsIn(words)))
  }
  field.addEventListener('input', write)
}
