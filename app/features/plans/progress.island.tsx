/** While a plan is read: asks every second how far it is; at the end the page comes anew, with what was read. */

interface Answer {
  underWay: boolean
  done: number
  pages: number | null
  sentence: string
  to: string
}

/** A screen reader is told now and then, not with every page. */
const TELL_EVERY_MS = 10_000

function follow(place: HTMLElement) {
  const line = place.querySelector('p')!
  const told = place.querySelector('[role=status]')!
  let tellAt = 0
  const bar = place.querySelector('progress')!

  async function ask() {
    const response = await fetch(place.dataset.ask!, { headers: { Accept: 'application/json' } })
    if (!response.ok) throw new Error(String(response.status))
    const { underWay, done, pages, sentence, to } = (await response.json()) as Answer
    if (!underWay) return comeAnew(to)
    if (line.textContent !== sentence) line.textContent = sentence
    if (Date.now() >= tellAt) {
      told.textContent = sentence
      tellAt = Date.now() + TELL_EVERY_MS
    }
    if (pages) {
      bar.max = pages
      bar.value = done
    }
    later()
  }
  // A connection that breaks is asked again; the reading goes on meanwhile.
  const later = (milliseconds = 1000) => setTimeout(() => ask().catch(() => later(3000)), milliseconds)
  later()
}

/** The plan's own page goes to the plan's address, which the reading may have changed; the list of all plans stays. */
function comeAnew(to: string) {
  if (location.pathname !== '/desk') location.replace(to)
  else if (!document.querySelector<HTMLInputElement>('input[type=file]')?.value) location.replace('/desk')
}

document.querySelectorAll<HTMLElement>('.reading-progress').forEach(follow)
