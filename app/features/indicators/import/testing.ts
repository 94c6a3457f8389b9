/** An import of figures as a person makes it, for tests: the file is sent, the question answered, the rows put in. */
import type { TestApp } from '../../../platform/testing/app.ts'

const SLEEP_MS = 20

export interface Sent {
  status: number
  location: string
  body: string
}

export function importer({ app, services }: Pick<TestApp, 'app' | 'services'>, headers: { cookie: string }) {
  const asked = async (path: string, init: RequestInit = {}): Promise<Sent> => {
    const answer = await app.request(path, { ...init, headers: { ...headers, ...init.headers } })
    return { status: answer.status, location: answer.headers.get('location') ?? '', body: await answer.text() }
  }
  const post = (path: string, form: Record<string, string>) =>
    asked(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    })
  const it = async (id: string) =>
    (await services.database.owner.query('select state, counts, error, mapping, rows from import where id = $1', [id]))
      .rows[0] as {
      state: string
      counts: Record<string, number>
      error: string | null
      mapping: Record<string, never>
      rows: number | null
    }
  const settled = async (id: string, ...states: string[]) => {
    for (;;) {
      const { rows } = await services.database.owner.query('select state from import where id = $1', [id])
      if (states.includes(rows[0].state) || rows[0].state === 'failed') return it(id)
      await new Promise(resolve => setTimeout(resolve, SLEEP_MS))
    }
  }
  return {
    get: (path: string) => asked(path),
    post,
    it,
    settled,
    /** The import's address; null where the file was refused. */
    async send(name: string, bytes: string | Uint8Array<ArrayBuffer>): Promise<Sent & { id: string }> {
      const form = new FormData()
      form.set('file', new File([bytes], name))
      const sent = await asked('/desk/imports/observations', { method: 'POST', body: form })
      return { ...sent, id: sent.location.split('/')[3] ?? '' }
    },
    /** Answers as suggested, but for what is said here; waits until the rows are read. */
    async read(id: string, said: Record<string, string> = {}) {
      const { body } = await asked(`/desk/imports/${id}/how`)
      const sent = await post(`/desk/imports/${id}/how`, {
        ...formIn(body),
        act: 'read',
        ...(said.frameworkTitle !== undefined && { framework: '' }),
        ...said,
      })
      return { ...(sent.status === 303 ? await settled(id, 'ready') : await it(id)), sent }
    },
    async putIn(id: string) {
      await post(`/desk/imports/${id}/put-in`, {})
      return settled(id, 'done')
    },
  }
}

/** What a browser would send of the form as it stands. */
function formIn(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('class="form how"'))
  const fields: Record<string, string> = {}
  for (const [, attributes] of form.matchAll(/<input ([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(attributes!)?.[1]
    if (name) fields[name] = unescaped(/value="([^"]*)"/.exec(attributes!)?.[1] ?? '')
  }
  for (const [, name, options] of form.matchAll(/<select [^>]*?name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
    const all = [...options!.matchAll(/<option ([^>]*)>/g)].map(([, attributes]) => attributes!)
    const chosen = all.find(attributes => /\bselected\b/.test(attributes)) ?? all[0] ?? ''
    fields[name!] = unescaped(/value="([^"]*)"/.exec(chosen)?.[1] ?? '')
  }
  return fields
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
