/**
 * A world in which each word that somebody may not see begins with UNSEEN, and says whose it is: 'UNSEEN-ours' is for members of Ours,
 * 'UNSEEN-theirs' for members of Theirs, 'UNSEEN-me' for the contributor of Ours who wrote it, 'UNSEEN-small' for Ours because it
 * counts one to four people. Beside it stands what is public.
 */
import { createHash, randomUUID } from 'node:crypto'
import type { TestApp } from '../app/platform/testing/app.ts'

type Row = Record<string, unknown>

/** What stands behind an address, of one organisation. */
export interface Behind {
  slug: string
  item: string
  assessment: string
  reply: string
  evidence: string
  /** The framework's code. */
  code: string
  indicator: string
  observation: string
  import: string
  view: string
  text: string
  partnership: string
  questionnaire: string
  round: string
  respondent: string
  /** The address of a set of recommendations. */
  set: string
  report: string
  statement: string
  signature: string
  section: string
  comment: string
  /** Of the calendar: a date of its own, a session that it entered, a file that it looks at. */
  ownDate: string
  bodySession: string
  calendarFile: string
  invitation: string
  organisation: string
  person: string
}

/** Addresses of both organisations' hidden things; of such that are not there; of the public plan. */
export interface HiddenWorld {
  ours: Behind
  theirs: Behind
  absent: Behind
  publicSlug: string
}

export async function hiddenWorld(testing: TestApp): Promise<HiddenWorld> {
  const { services, organisationId, otherOrganisationId, userId } = testing
  const { owner } = services.database
  const writer = await userId('contributor')

  async function put(table: string, row: Row): Promise<string> {
    const columns = Object.keys(row)
    const { rows } = await owner.query<{ id?: string }>(
      `insert into ${table} as t (${columns.join()}) values (${columns.map((_, i) => `$${i + 1}`).join()}) returning t.*`,
      Object.values(row),
    )
    return rows[0]?.id ?? ''
  }

  async function file(words: string): Promise<string> {
    const sha256 = createHash('sha256').update(words).digest('hex')
    await owner.query(`insert into file (sha256, media_type, bytes) values ($1, 'text/plain', $2)`, [
      sha256,
      words.length,
    ])
    await services.files.put(Buffer.from(words))
    return sha256
  }

  async function plan(organisation_id: string, slug: string, word: string, published_at: Date | null) {
    const file_sha256 = await file(`${word}, the file of ${slug}`)
    const of = { organisation_id }
    const instrument_id = await put('instrument', {
      ...of,
      slug,
      title: `${word} plan`,
      issuer: `${word} ministry`,
      country: published_at ? 'COD' : 'MLI',
      languages: ['en'],
      period_start: '2020',
      period_end: '2030',
      file_sha256,
      file_name: `${word}.txt`,
      pages: 1,
      created_by: writer,
      published_at,
      next_ref: 3,
    })
    const page = { file_sha256, number: 1, width: 500, height: 700, text: `${word} page` }
    await put('page', page)
    await put('reading', { instrument_id, ...of, state: 'done', requested_by: writer })
    const cites = JSON.stringify([{ page: 1, box: [10, 10, 100, 100], quote: `${word} quote` }])
    const item = { instrument_id, ...of, cites, state: 'confirmed' }
    const parent_id = await put('item', { ...item, ref: 1, kind: 'pillar', text: `${word} pillar`, position: 1 })
    const responsible = { text: `${word} body`, cites: JSON.parse(cites) as unknown }
    const timeframe = { text: '2024', cites: JSON.parse(cites) as unknown, value: { start: '2024', end: '2024' } }
    const item_id = await put('item', {
      ...item,
      ref: 2,
      kind: 'action',
      number: '1.1',
      text: `${word} action`,
      parent_id,
      position: 2,
      fields: JSON.stringify({
        responsible,
        timeframe,
      }),
    })
    const decided = { edition: '1', machine: '{"answer":"no"}', answer: 'yes', decided_by: writer }
    await put('finding', { instrument_id, ...of, criterion: 'objectives', ...decided, reason: `${word} finding` })
    return { instrument_id, item_id }
  }

  async function indicators(organisation_id: string, word: string, code: string, published_at: Date | null) {
    const titles = JSON.stringify({ en: `${word} framework` })
    const framework_id = await put('framework', {
      organisation_id,
      code,
      titles,
      source: `${word} source`,
      published_at,
      created_by: writer,
    })
    const indicator_id = await put('indicator', {
      framework_id,
      organisation_id,
      code: '1',
      titles,
      definition: `${word} definition`,
      value_kind: 'number',
      counts_people: true,
    })
    return { indicator_id }
  }

  const publicPlan = await plan(organisationId, 'plan-that-is-public', 'Public', new Date())
  const publicIndicators = await indicators(organisationId, 'Public', 'framework-that-is-public', new Date())
  const value = (organisation_id: string, indicator_id: string, word: string, number: number, visibility: string) =>
    put('observation', {
      organisation_id,
      indicator_id,
      number,
      visibility,
      source: `${word} source`,
      note: `${word} note`,
      place: `${word} place`,
      country: 'COD',
      period: '2022',
      value_kind: 'number',
      voice: 'civil-society',
      created_by: writer,
    })
  const said = (
    { instrument_id, item_id }: { instrument_id: string; item_id: string },
    organisation_id: string,
    word: string,
    visibility: string,
  ) =>
    put('assessment', {
      instrument_id,
      item_id,
      organisation_id,
      reason: `${word} reason`,
      visibility,
      created_by: writer,
      voice: 'civil-society',
      status: 'stalled',
      as_of: '2024-01-01',
      source: `${word} source of the word`,
    })
  const shown = async (organisation_id: string, word: string, visibility: string, used_by: string) => {
    const evidence_id = await put('evidence', {
      organisation_id,
      kind: 'file',
      title: `${word} evidence`,
      author: `${word} author`,
      note: `${word} note`,
      file_sha256: await file(`${word} evidence file`),
      file_name: `${word}.txt`,
      consent: 'given',
      visibility,
      created_by: writer,
    })
    await put('evidence_use', { evidence_id, relation: 'assessment', used_by, organisation_id, said_by: writer })
    return evidence_id
  }
  await value(organisationId, publicIndicators.indicator_id, 'Public', 7, 'public')
  await value(organisationId, publicIndicators.indicator_id, 'UNSEEN-small', 3, 'public')
  const publicWord = await said(publicPlan, otherOrganisationId, 'Public', 'public')
  await shown(otherOrganisationId, 'Public', 'public', publicWord)
  const own = await said(publicPlan, organisationId, 'UNSEEN-me', 'me')
  await shown(organisationId, 'UNSEEN-me', 'me', own)
  const view = { organisation_id: organisationId, created_by: writer, query: 'q=UNSEEN-me' }
  await put('saved_view', { ...view, name: 'UNSEEN-me view' })
  await put('review_answer', {
    instrument_id: publicPlan.instrument_id,
    organisation_id: organisationId,
    criterion: 'indicators',
    edition: '1',
    reviewer: writer,
    answer: 'yes',
    reason: 'UNSEEN-me answer',
  })

  /** A round that is not published, with an answer that was sent and reviewed. */
  async function asking(organisation_id: string, word: string) {
    const question = {
      name: 'asked',
      type: 'text',
      label: { en: `${word} question` },
      hint: {},
      constraintMessage: {},
      choices: [],
    }
    const none = { required: null, relevant: null, constraint: null, commitment: null, indicator: null }
    const page = { name: 'page', label: {}, relevant: null, repeat: false, questions: [{ ...question, ...none }] }
    const form = JSON.stringify({ languages: ['en'], pages: [page] })
    const by = { organisation_id, created_by: writer, title: `${word} questionnaire`, form }
    const questionnaire_id = await put('questionnaire', by)
    const round_id = await put('round', { ...by, questionnaire_id, closes_at: '2100-01-01', time_zone: 'UTC' })
    const respondent_id = await put('respondent', {
      organisation_id,
      round_id,
      kind: 'organisation',
      name: `${word} respondent`,
      language: 'en',
      voice: 'community',
      token_sha256: Buffer.from(`${word} link`),
      created_by: writer,
      sent_at: new Date(),
      sent_sha256: '0'.repeat(64),
      reviewed_at: new Date(),
    })
    await put('response', { respondent_id, organisation_id, round_id, answers: { asked: `${word} answer` } })
    return { questionnaire: questionnaire_id, round: round_id, respondent: respondent_id }
  }

  /** A report of which nobody outside sees anything: its words, what was put in, a comment, an edition that is not published. */
  async function report(organisation_id: string, slug: string, word: string) {
    const said = { organisation_id, title: `${word} report` }
    const report_id = await put('report', { ...said, slug, kind: 'country-brief', language: 'en', created_by: writer })
    const section_id = await put('report_section', {
      ...said,
      report_id,
      position: 1,
      text: `${word} section`,
      changed_by: writer,
    })
    const comment = await put('report_comment', {
      organisation_id,
      report_id,
      section_id,
      text: `${word} comment`,
      created_by: writer,
    })
    await put('report_acceptance', {
      organisation_id,
      report_id,
      key: word,
      code: 'small-count',
      quote: `${word} quote`,
      reason: `${word} reason`,
      accepted_by: writer,
    })
    const sha256 = await file(`${word} edition`)
    const document = {
      language: 'en',
      title: `${word} edition`,
      cover: null,
      contents: null,
      notes: 'Notes',
      blocks: [],
      claims: [],
    }
    await owner.query(
      `insert into report_edition (report_id, number, organisation_id, slug, kind, title, language, document, words, docx_sha256, pdf_sha256,
         html_sha256, markdown_sha256, frozen_by)
       values ($1, 1, $2, $3, 'country-brief', $4, 'en', $5, 1, $6, $6, $6, $6, $7)`,
      [report_id, organisation_id, slug, `${word} edition`, document, sha256, writer],
    )
    await put('report_confirmation', {
      organisation_id,
      report_id,
      number: 1,
      findings: JSON.stringify([{ code: 'small-count', params: { text: `${word} count` }, quote: '', section: null }]),
      own_words: JSON.stringify([{ text: `${word} own words`, sections: [`${word} section`] }]),
      reason: `${word} reason to freeze`,
      confirmed_by: writer,
    })
    return { report: report_id, section: section_id, comment }
  }

  async function recommendations(organisation_id: string, slug: string, word: string) {
    const instrument_id = await put('instrument', {
      organisation_id,
      slug,
      kind: 'recommendations',
      title: `${word} set`,
      issuer: `${word} committee`,
      session: `${word} session`,
      country: 'COD',
      languages: ['en'],
      adopted_on: '2024',
      created_by: writer,
      next_ref: 2,
    })
    const of = { instrument_id, organisation_id }
    const item = { ...of, ref: 1, kind: 'recommendation', text: `${word} recommendation`, position: 1, cites: '[]' }
    const item_id = await put('item', item)
    await put('recommendation', { ...of, item_id, theme: `${word} theme`, said_by: writer })
  }

  /** A statement that is written and frozen but not put up, asked of somebody already. */
  async function statement(organisation_id: string, slug: string, word: string) {
    const named = { organisation_id, title: `${word} statement` }
    const statement_id = await put('statement', { ...named, slug, created_by: writer })
    const of = { statement_id, organisation_id }
    await put('statement_text', {
      ...of,
      language: 'en',
      title: `${word} statement`,
      addressed_to: `${word} council`,
      text: `${word} asks`,
      changed_by: writer,
    })
    const found = JSON.stringify({ kind: 'expired', of: 1, rows: [] })
    await put('statement_absence', {
      ...of,
      number: 1,
      source: '{"kind":"expired"}',
      source_version: 'v',
      found,
      asked_by: writer,
    })
    const words = `# ${word} statement`
    const document = {
      language: 'en',
      title: `${word} statement`,
      cover: null,
      contents: null,
      notes: 'N',
      blocks: [],
      claims: [],
    }
    await put('statement_edition', {
      ...of,
      number: 1,
      texts: JSON.stringify([{ language: 'en', document }]),
      words,
      sha256: createHash('sha256').update(words).digest('hex'),
      frozen_by: writer,
    })
    const signature = await put('signature', {
      ...of,
      edition: 1,
      state: 'accepted',
      origin: 'hand',
      named: true,
      signed_at: new Date(),
    })
    await put('signer', {
      ...of,
      signature_id: signature,
      edition: 1,
      name: `${word} signer`,
      contact: `${word} contact`,
      email: 'signer@example.org',
      language: 'en',
      token_sha256: Buffer.from(`${word} signing`),
      counts: true,
    })
    return { statement: statement_id, signature }
  }

  /** What an organisation's calendar holds for itself, due soon, so that the desk shows it. */
  async function dates(organisation_id: string, word: string) {
    const by = { organisation_id, created_by: writer }
    const soon = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
    const own = { ...by, title: `${word} meeting`, note: `${word} note`, starts_on: soon }
    const session = {
      ...by,
      body: 'cedaw',
      name: `${word} session`,
      starts: '2090-03-01',
      state: 'planned',
      procedures: ['cedaw-session'],
      note: `${word} note`,
      source_title: `${word} source`,
      source_kind: 'official',
      seen_on: '2026-01-01',
    }
    const event = {
      uid: 'a',
      repetition: null,
      title: `${word} event`,
      note: '',
      startsOn: soon,
      endsOn: null,
      cancelled: false,
    }
    const events = JSON.stringify([{ ...event, startsAt: null, endsAt: null, timeZone: null, url: null }])
    return {
      ownDate: await put('own_date', own),
      bodySession: await put('body_session', session),
      calendarFile: await put('calendar_import', { ...by, file_name: `${word}.ics`, events }),
    }
  }

  async function hiddenOf(organisation_id: string, whose: 'ours' | 'theirs', person: string): Promise<Behind> {
    const word = `UNSEEN-${whose}`
    // As long as the absent ones, so that a page's length cannot differ by them.
    const slug = `plan-of-${whose.padEnd(6, 'x')}-hidden`
    const draft = await plan(organisation_id, slug, word, null)
    await said(draft, organisation_id, `${word} draft`, 'public')
    const assessment = await said(publicPlan, organisation_id, word, 'organisation')
    const code = `framework-of-${whose.padEnd(6, 'x')}`
    const { indicator_id } = await indicators(organisation_id, word, code, null)
    await value(organisation_id, publicIndicators.indicator_id, word, 9, 'organisation')
    const of = { organisation_id, created_by: writer }
    const reply = { assessment_id: assessment, instrument_id: publicPlan.instrument_id, text: `${word} reply`, ...of }
    const imported = { kind: 'observations', file_sha256: await file(`${word} import`), file_name: `${word}.csv` }
    const import_id = await put('import', { ...of, ...imported, state: 'ready', rows: 1, rows_done: 1 })
    const data = JSON.stringify({ title: `${word} row`, source: `${word} row` })
    await put('import_row', { import_id, organisation_id, number: 1, state: 'new', line: `${word} line`, data })
    const text = { resolution: 1325, language: whose === 'ours' ? 'en' : 'fr', added_by: writer }
    const paragraphs = JSON.stringify([{ number: '1', verb: 'Urges', text: `${word} paragraph`, cites: [] }])
    const official = {
      organisation_id,
      ...text,
      file_sha256: await file(`${word} text`),
      file_name: `${word}.txt`,
      paragraphs,
    }
    const offer = { organisation_id, token_sha256: Buffer.from(word), made_by: writer, expires_at: '2100-01-01' }
    const warning = { organisation_id, key: word, check_name: 'outlier', decision: 'accepted', decided_by: writer }
    await put('warning_decision', { ...warning, indicator_id, reason: `${word} decision` })
    const asked = await asking(organisation_id, word)
    const set = `set-of-${whose.padEnd(6, 'x')}-hidden`
    await recommendations(organisation_id, set, word)
    const invitation = { organisation_id, role: 'reader', token_sha256: Buffer.from(word), expires_at: '2100-01-01' }
    return {
      slug,
      item: draft.item_id,
      assessment,
      reply: await put('reply', reply),
      evidence: await shown(organisation_id, word, 'organisation', assessment),
      code,
      indicator: indicator_id,
      observation: await value(organisation_id, indicator_id, word, 8, 'public'),
      import: import_id,
      view: await put('saved_view', { ...of, name: `${word} view`, query: 'q=x', shared: true }),
      text: await put('official_text', official),
      partnership: await put('partnership', offer),
      ...asked,
      set,
      ...(await dates(organisation_id, word)),
      ...(await report(organisation_id, slug, word)),
      ...(await statement(organisation_id, slug, word)),
      invitation: await put('invitation', { ...invitation, email: `${word}@example.org` }),
      organisation: organisation_id,
      person,
    }
  }

  const ours = await hiddenOf(organisationId, 'ours', await userId('reader'))
  const theirs = await hiddenOf(otherOrganisationId, 'theirs', await userId('administrator', true))
  const ids = Object.keys(ours).map(key => [key, randomUUID()])
  const absent = {
    ...(Object.fromEntries(ids) as unknown as Behind),
    slug: 'plan-of-nobody-hidden',
    set: 'set-of-nobody-hidden',
    code: 'framework-of-nobody',
  }
  return { ours, theirs, absent, publicSlug: 'plan-that-is-public' }
}
