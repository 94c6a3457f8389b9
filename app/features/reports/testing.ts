/** For tests. */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Report } from './model.ts'

/** The tables of reports: access.test.ts of this folder walks them. */
export const REPORT_TABLES = [
  'report',
  'report_section',
  'report_claim',
  'report_comment',
  'report_edition',
  'report_acceptance',
  'report_confirmation',
]

/** A report about which nothing was said yet. */
export const emptyReport = (): Report => ({
  id: '00000000-0000-4000-8000-000000000000',
  organisationId: '00000000-0000-4000-8000-000000000001',
  organisation: 'Valley Women for Peace',
  slug: 'report',
  kind: 'alternative-report',
  title: 'What became of it',
  language: 'en',
  country: null,
  outline: null,
  body: null,
  procedure: null,
  rule: null,
  sessionId: null,
  session: null,
  sessionStarts: null,
  due: null,
  dueSource: '',
  ecosocStatus: null,
  stated: {},
  named: '',
  organisations: '',
  mayBePublished: null,
  createdAt: new Date(0),
  version: 1,
})

type Headers = Record<string, string>
export interface Visit {
  status: number
  location: string
  text: string
}

/** Asks for pages and posts forms as somebody. */
export function visitsOf(
  app: { request: (path: string, init?: RequestInit) => Response | Promise<Response> },
  visitor: Headers,
) {
  const visit = async (path: string, init: RequestInit): Promise<Visit> => {
    const answer = await app.request(path, init)
    return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() }
  }
  return {
    get: (path: string, headers = visitor) => visit(path, { headers }),
    post: (path: string, fields: Record<string, string | string[]>, headers = visitor) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
      return visit(path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: String(body),
      })
    },
  }
}
export type Post = ReturnType<typeof visitsOf>['post']

/** Begins a report for CEDAW by its form. Gives the addresses of its page and of its sections. */
export async function beginReport(owner: pg.Pool, post: Post, fields: Record<string, string> = {}) {
  const form = {
    form: randomUUID(),
    start: 'alternative-report cedaw',
    title: 'What became of it',
    language: 'en',
    country: '',
    ...fields,
  }
  const { status, location: report, text } = await post('/desk/reports', form)
  if (status !== 303) throw new Error(`no report was begun: ${status} ${text}`)
  const { rows } = await owner.query<{ id: string }>(
    'select id from report_section where report_id = $1 order by position',
    [form.form],
  )
  const sections = rows.map(({ id }) => `${report}/sections/${id}`)
  return { form, report, section: sections[0]!, sections }
}
