/** What to do next with a plan, in one sentence and one link; while it is read, how far the reading is. */
import { EDITION } from '@open1325/appraisal'
import type { ReaderErrorCode } from '@open1325/reader'
import type { ComponentChildren } from 'preact'
import type { MessageKey, Words } from '../../../platform/languages.ts'
import { useWords } from '../../../ui/words.tsx'
import { paths, type Instrument, type ReadingRun } from '../model.ts'
import type { DeskEntry } from '../queries/instrument.ts'
import { nextStep, secondsLeft } from './next-step.ts'

export function NextStep({ entry }: { entry: DeskEntry }) {
  const words = useWords()
  const { t } = words
  const { plan, run, unconfirmed, doubtful, decided } = entry
  const step = nextStep(entry, EDITION.criteria.length)
  const line = (sentence: ComponentChildren, link: string, href: string, loud = false) => (
    <div class="next">
      <p>{sentence}</p>
      <a class={loud ? 'button' : 'button quiet'} href={href}>
        {link}
      </a>
    </div>
  )
  switch (step) {
    case 'wait':
      return (
        <div class="next">
          <Progress plan={plan} run={run!} />
        </div>
      )
    case 'mend':
      return line(reasonInWords(run!.error, words), t('step.mend'), paths.desk(plan.slug))
    case 'stopped':
      return line(t('step.stopped'), t('step.mend'), paths.desk(plan.slug))
    case 'no-rows':
      return line(t('step.no-rows'), t('step.mend'), paths.desk(plan.slug))
    case 'review':
      return line(
        t('step.review', { count: unconfirmed, doubtful }),
        t('step.review.do'),
        paths.review(plan.slug),
        true,
      )
    case 'appraise':
      return line(
        t('step.appraise', { left: EDITION.criteria.length - decided, of: EDITION.criteria.length }),
        t('step.appraise.do'),
        paths.appraisal(plan.slug),
        true,
      )
    case 'publish':
      return line(t('step.publish'), t('step.publish.do'), paths.desk(plan.slug) + '#publish', true)
    case 'nothing':
      return line(t('step.nothing'), t('step.nothing.do'), paths.plan(plan.slug))
  }
}

/** The bar and its sentence; the script `progress` and the page's refresh bring both up to date. */
export function Progress({ plan, run }: { plan: Instrument; run: ReadingRun }) {
  const words = useWords()
  return (
    <div class="reading-progress" data-ask={paths.desk(plan.slug) + '/progress'}>
      <p>{progressInWords(run, words)}</p>
      <p class="visually-hidden" role="status"></p>
      <progress
        aria-label={words.t('reading.progress')}
        max={run.pages ?? undefined}
        value={run.pages ? run.pagesDone : undefined}
      ></progress>
    </div>
  )
}

/** 'Page 12 of 31, about 20 seconds left' */
export function progressInWords(run: ReadingRun, { t }: Pick<Words, 't'>): string {
  if (run.state === 'queued') return t('reading.queued')
  if (!run.pages) return t('reading.opening')
  if (run.pagesDone >= run.pages) return t('reading.rows')
  const left = secondsLeft(run, new Date())
  const how = { done: run.pagesDone, pages: run.pages }
  if (left === null) return t('reading.pages', how)
  return left < 90
    ? t('reading.seconds-left', { ...how, count: left })
    : t('reading.minutes-left', { ...how, count: Math.ceil(left / 60) })
}

/** Each of the reader's codes has its sentence: the compiler sees to it. */
const sentenceOf = (code: ReaderErrorCode | 'went-wrong'): MessageKey => `reader.error.${code}`

/** Why a reading failed, and the way out. */
export function reasonInWords(error: string | null, { t, has }: Pick<Words, 't' | 'has'>): string {
  const key = `reader.error.${error}`
  return t(has(key) ? key : sentenceOf('went-wrong'))
}
