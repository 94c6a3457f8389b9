/** What a person sees when something did not work: what happened, and the way out, in her language. */
import { randomUUID } from 'node:crypto'
import { HTTPException } from 'hono/http-exception'
import { page, type Ctx } from '../platform/http.ts'
import { wordsOf } from '../platform/languages.ts'
import { Problem, type ProblemCode } from '../platform/problem.ts'
import { Page } from './page.tsx'

export const noSuchPage = (c: Ctx) => problemPage(c, new Problem('not-found'))

export function answerProblem(error: Error, c: Ctx) {
  if (error instanceof Problem) return problemPage(c, error)
  if (error instanceof HTTPException && error.status === 413) return problemPage(c, new Problem('too-large'))
  // PostgreSQL's own refusal (row-level security, privileges): the same to the person as ours.
  if ((error as { code?: string }).code === '42501') return problemPage(c, new Problem('not-allowed'))
  const id = randomUUID().slice(0, 8)
  c.get('services').log.error({ err: error, id, path: c.req.path }, 'request failed')
  return problemPage(c, new Problem('went-wrong'), id)
}

function problemPage(c: Ctx, problem: Problem, id = '') {
  // A problem found before the language was settled (a foreign form) is told in English.
  if (!c.get('words')) c.set('words', wordsOf('en'))
  const { t } = c.get('words')
  const code: ProblemCode = problem.code
  const back = code === 'sign-in-needed' ? `/sign-in?to=${encodeURIComponent(c.req.path)}` : null
  if ((c.req.header('accept') ?? '').includes('application/json'))
    return c.json({ problem: code, sentence: problem.sentence ?? t(`problem.${code}.title`) }, problem.status)
  return page(
    c,
    <Page c={c} title={t(`problem.${code}.title`)}>
      <h1>{t(`problem.${code}.title`)}</h1>
      <p class="prose">{problem.sentence ?? t(`problem.${code}.body`, { id })}</p>
      <p class="actions">
        {back ? (
          <a class="button" href={back}>
            {t('nav.sign-in')}
          </a>
        ) : (
          <a class="button quiet" href="/plans">
            {t('nav.plans')}
          </a>
        )}
      </p>
    </Page>,
    problem.status,
  )
}
