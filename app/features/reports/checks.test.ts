import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { keepSession } from '../clock/testing.ts'
import { keepActions } from '../ledger/testing.ts'
import { beginReport, visitsOf } from './testing.ts'

const testing = await testApp()
const { app, services, organisationId, otherOrganisationId, userId, as, asOther } = testing
const { owner } = services.database
const { get, post } = visitsOf(app, await as('editor'))
const begun = () => beginReport(owner, post, { title: 'Promises to women of the valley', country: 'COD' })
const write = (section: string, text: string, version = '1') => post(section, { version, title: 'Summary', text })
const keyOf = (page: string, near: string): string =>
  page.slice(page.indexOf(near)).match(/name="key" value="([^"]+)"/)![1]!

test('findings stand beside the section that they are about, and on its own page, with the way to their place', async () => {
  const { report, sections } = await begun()
  await write(sections[1]!, 'The NAP rests on Security Council resolution 1820 (2009). Three survivors spoke.')
  const { text } = await get(report)
  expect(text).toContain('NAP is not spelled out where it first stands')
  expect(text).toMatch(/1820 \(2008\)/)
  expect(text).toContain('Few people: “Three survivors”')
  const place = text.match(/href="#(b\d+)" data-find="1820 \(2009\)|href="#(b\d+)"[^>]*data-find="[^"]*1820/)
  expect(text).toContain(`id="${place?.[1] ?? place?.[2]}"`)
  expect((await get(sections[1]!)).text).toContain('NAP is not spelled out')
  expect((await get(sections[0]!)).text).toContain('Nothing found by the checks of Committee on the Elimination')
})

test('a footnote’s mark without words, and words without a mark, are told beside the text, and stand in every file', async () => {
  const { report, sections } = await begun()
  await write(sections[0]!, 'Nobody was paid.[^a] Nobody.[^7]\n\n[^a]: Finance law 2024, page 3.\n\n[^b]: Left over.')
  const { text } = await get(sections[0]!)
  expect(text).toContain('The mark [^7] has no footnote')
  expect(text).toContain('Nothing leads to the footnote [^b]')
  expect(text).not.toContain('[^a] has no footnote')
  expect(text).toContain('data-find="[^7]"')
  const draft = (await get(`${report}/draft.md`)).text
  expect(draft).toContain('[^1]: Finance law 2024, page 3.')
  expect(draft).toContain('\\[^7\\]')
  expect(draft).toContain('\\[^b\\]: Left over.')
})

test('what the whole lacks is told once, with where to mend it', async () => {
  const { report } = await begun()
  const { text } = await get(report)
  expect(text).toContain('It does not say whether the body may publish it.')
  expect(text).toMatch(/IWRAW Asia Pacific[^<]*<\/a> \(last seen 21 November 2026\)/)
  expect(text).toContain('to be checked')
  await post(`${report}/facts`, {
    version: '1',
    title: 'Promises',
    language: 'en',
    country: 'COD',
    mayBePublished: 'no',
  })
  expect((await get(report)).text).toContain('Nothing found by the checks of Committee on the Elimination')
})

test('a finding is accepted with a reason, which stands beside it; taken back, it is found again; the history has both', async () => {
  const { report, sections, form } = await begun()
  await write(sections[0]!, 'Three survivors spoke.')
  const key = keyOf((await get(report)).text, 'Few people')
  // Refused, the summary leads to the field that it came from.
  const [, field] = (await get(report)).text.match(new RegExp(`name="field" value="(reason-${key}[^"]*)"`))!
  const refused = await post(`${report}/accept`, { key, field: field!, reason: ' ' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain(`href="#${field}"`)
  expect(refused.text).toMatch(new RegExp(`<input[^>]* id="${field}"[^>]* aria-invalid`))
  const id = sections[0]!.split('/').at(-1)!
  const done = await post(`${report}/accept`, { key, reason: 'The court’s own press release', back: id })
  expect(done.location).toBe(`${sections[0]}#checks`)
  await post(`${report}/accept`, { key, reason: 'Posted twice' })
  const accepted = (await get(sections[0]!)).text
  expect(accepted).toContain('The court’s own press release')
  expect(accepted).not.toContain('Posted twice')
  expect(accepted).toContain('one accepted')
  // Other words are another finding.
  await write(sections[0]!, 'Two survivors spoke.', '2')
  expect((await get(sections[0]!)).text).toContain('one is worth a look')
  await write(sections[0]!, 'Three survivors spoke.', '3')
  await post(`${report}/accept/undo`, { key })
  expect((await get(sections[0]!)).text).not.toContain('one accepted')
  const { rows } = await owner.query<{ act: string; why: string | null }>(
    `select act, why from history where relation = 'report_acceptance' and row_key like $1 || '%' order by id`,
    [form.form],
  )
  expect(rows).toEqual([
    { act: 'report.accept', why: 'The court’s own press release' },
    { act: 'report.accept.undo', why: null },
  ])
})

test('what was typed comes back, an unknown finding is told, and nobody else accepts', async () => {
  const { report, sections } = await begun()
  await write(sections[0]!, 'Three survivors spoke.')
  const key = keyOf((await get(report)).text, 'Few people')
  const [, field] = (await get(report)).text.match(new RegExp(`name="field" value="(reason-${key}[^"]*)"`))!
  expect((await post(`${report}/accept`, { key, field: field!, reason: 'x'.repeat(2001) })).text).toContain(
    'x'.repeat(2001),
  )
  expect((await post(`${report}/accept`, { key: 'no-such', reason: 'why' })).status).toBe(409)
  expect((await post(`${report}/accept`, {})).status).toBe(422)
  expect((await post(`${report}/accept`, { key, reason: 'why' }, await as('reader'))).status).toBe(403)
  expect((await post(`${report}/accept`, { key, reason: 'why' }, await asOther())).status).toBe(404)
  expect((await post(`${report}/accept/undo`, { key }, await asOther())).status).toBe(404)
  const html = await post(`${report}/accept`, { key, reason: '<script>alert(1)</script>' })
  expect(html.status).toBe(303)
  expect((await get(report)).text).not.toContain('<script>alert')
})

test('people whom the organisation asked are looked for by name, unless they agreed to be named', async () => {
  const { report, sections } = await begun()
  const round = await owner.query<{ id: string }>(
    `with q as (insert into questionnaire (organisation_id, title, form, created_by) values ($1, 'Q', '{"languages":["en"],"pages":[]}', $2) returning id)
     insert into round (organisation_id, questionnaire_id, title, form, closes_at, time_zone, created_by)
     select $1, id, 'R', '{"languages":["en"],"pages":[]}', '2090-01-01', 'UTC', $2 from q returning id`,
    [organisationId, await userId('editor')],
  )
  await owner.query(
    `insert into respondent (organisation_id, round_id, kind, name, language, voice, token_sha256, created_by)
     values ($1, $2, 'person', 'Bertha Suttner', 'en', 'community', 'x', $3)`,
    [organisationId, round.rows[0]!.id, await userId('editor')],
  )
  await write(sections[0]!, 'Bertha Suttner told us of the valley.')
  const { text } = await get(report)
  expect(text).toContain('Bertha Suttner is named, and no consent to that is recorded.')
  expect(text).toContain('One thing must be mended')
  const accepted = { key: keyOf(text, 'Bertha Suttner is named'), reason: 'She agreed by telephone' }
  expect((await post(`${report}/accept`, accepted)).status).toBe(303)
  expect((await get(report)).text).toContain('She agreed by telephone')
  await post(`${report}/facts`, {
    version: '1',
    title: 'Promises',
    language: 'en',
    country: 'COD',
    named: 'Bertha Suttner',
  })
  expect((await get(report)).text).not.toContain('is named, and no consent')
  const asked = { version: '2', procedure: 'hrc-written', sessionStarts: '2090-02-23' }
  expect((await post(`${report}/rule`, { ...asked, 'stated.contact': 'Emily Balch, +41 22' })).status).toBe(303)
  expect((await get(`${report}/rule`)).text).toContain('Emily Balch')
  // The history, which nobody can erase, says that it changed, and names neither.
  const told = await owner.query<{ act: string; line: string }>(
    `select act, concat(before, after, why) as line from history where relation like 'report%' and row_key like $1 || '%'`,
    [report.split('/').pop()],
  )
  expect(told.rows.map(({ act }) => act)).toContain('report.accept')
  expect(told.rows.length).toBeGreaterThanOrEqual(4)
  expect(told.rows.filter(({ line }) => /Suttner|Balch|telephone/.test(line))).toEqual([])
})

test('further people whom the text names are listed, with the way to their names, until it is entered that they agreed', async () => {
  const { report, sections } = await begun()
  await write(sections[0]!, 'So do Emily Balch and Anita Augspurg.')
  const { text } = await get(report)
  expect(text).toContain('2 more people are named')
  expect(text).toMatch(/<a href="#b\d+" data-find="Emily Balch"[^>]*>Emily Balch</)
  expect((await get(sections[0]!)).text).toContain('2 more people are named')
  expect((await get(sections[1]!)).text).not.toContain('more people are named')
  await post(`${report}/facts`, {
    version: '1',
    title: 'Promises',
    language: 'en',
    country: 'COD',
    named: 'Emily Balch',
  })
  expect((await get(report)).text).toContain('One more person is named')
})

test('the body, the procedure and the session are chosen; an edition keeps the rule that it was frozen under', async () => {
  const { report, form } = await begun()
  const chosen = { version: '1', procedure: 'cedaw-session', sessionId: 'cedaw-72', body: 'CEDAW' }
  expect((await get(`${report}/rule?procedure=csw-written`)).text).toContain('Written statement')
  expect((await post(`${report}/rule`, chosen)).status).toBe(303)
  expect((await post(`${report}/rule`, chosen)).status).toBe(409)
  const { text } = await get(report)
  expect(text).toContain('The last day was 28 January 2019')
  expect(text).toContain('counted from the session by the rule')
  await post(`${report}/freeze`, {})
  expect((await get(report)).text).toMatch(/frozen under the rule: [^<]*18 February 2019/)
  const later = { version: '2', procedure: 'cedaw-session', sessionStarts: '2030-02-04', due: '2030-01-02' }
  expect((await post(`${report}/rule`, later)).text).toContain('id="dueSource-error"')
  await post(`${report}/rule`, { ...later, dueSource: 'Note on the session, page 2' })
  const now = (await get(report)).text
  expect(now).toMatch(/days left: 2 January 2030, 23:59 \(Europe\/Zurich\)/)
  expect(now).toContain('as the body announced it')
  expect(now).toMatch(/3,300 at most/)
  expect(now).toMatch(/frozen under the rule: [^<]*18 February 2019/)
  const { rows } = await owner.query<{ rule: string; due: string }>(
    'select rule, due::text from report_edition where report_id = $1',
    [form.form],
  )
  expect(rows).toEqual([{ rule: 'cedaw-session-2019', due: '2019-01-28' }])
})

test('a draft that holds to an older version says so, and takes the version in force over once', async () => {
  const { report, form } = await begun()
  await owner.query(`update report set rule = 'cedaw-session-2020' where id = $1`, [form.form])
  const { text } = await get(report)
  expect(text).toContain('another version of the rule is in force')
  expect(text).not.toMatch(/3,300 at most/)
  const taking = { version: '1', rule: 'cedaw-session-2021' }
  expect((await post(`${report}/rule/newer`, { ...taking, rule: 'cedaw-session-2011' })).status).toBe(409)
  expect((await post(`${report}/rule/newer`, taking)).status).toBe(303)
  expect((await post(`${report}/rule/newer`, taking)).status).toBe(303)
  expect((await get(report)).text).toMatch(/3,300 at most/)
})

test('a session that the organisation entered is offered, and the last day follows it when it is moved', async () => {
  const { report } = await begun()
  const id = await keepSession(testing, { name: '120th session', starts: '2091-02-05', ends: '2091-02-23' })
  await keepSession(testing, { name: 'Theirs alone', organisation_id: otherOrganisationId, visibility: 'organisation' })
  const page = (await get(`${report}/rule`)).text
  expect(page).toMatch(/120th session, 5 February 2091 \(entered by \u2068Women’s Peace Network\u2069\)/)
  expect(page).not.toContain('Theirs alone')
  expect(page).toContain('href="/desk/calendar/sessions?body=cedaw"')
  await post(`${report}/rule`, { version: '1', procedure: 'cedaw-session', sessionId: id, body: 'CEDAW' })
  const chosen = (await get(report)).text
  expect(chosen).toContain('8 January 2091, 23:59')
  expect((await get(`${report}/draft.md`)).text).toContain('120th session')
  await owner.query("update body_session set starts = '2091-02-12', ends = '2091-03-02' where id = $1", [id])
  expect((await get(report)).text).toContain('15 January 2091, 23:59')
  await owner.query('update body_session set deleted_at = now() where id = $1', [id])
  expect((await get(report)).text).not.toContain('January 2091')
  // What is not there any more, or is somebody else's, cannot be chosen.
  expect((await post(`${report}/rule`, { version: '2', procedure: 'cedaw-session', sessionId: id })).status).toBe(422)
})

test('a procedure, session or day that there is not is refused', async () => {
  const { report } = await begun()
  const at = `${report}/rule`
  expect((await post(at, { version: '1', procedure: 'no-such' })).status).toBe(422)
  expect((await post(at, { version: '1', procedure: 'cedaw-session', sessionId: 'csw-70' })).status).toBe(422)
  expect((await post(at, { version: '1', procedure: 'cedaw-session', sessionStarts: '2030-02-31' })).status).toBe(422)
  expect((await post(at, { version: '1', procedure: 'cedaw-session' }, await as('reader'))).status).toBe(403)
  expect((await post(at, { version: '1', procedure: 'cedaw-session' }, await asOther())).status).toBe(404)
  expect((await get('/desk/reports/00000000-0000-4000-8000-000000000000/rule')).status).toBe(404)
})

test('where the body asks for numbered paragraphs they are numbered, and where it takes no footnotes these are told', async () => {
  const upr = await beginReport(owner, post, { start: 'alternative-report upr', country: 'COD' })
  await write(upr.sections[0]!, 'First words.\n\nSecond words.')
  const draft = await get(`${upr.report}/draft.md`)
  expect(draft.text).toMatch(/1\\\.\u00a0First words\.\n\n2\\\.\u00a0Second words\./)
  const csw = await beginReport(owner, post, { start: 'general-statement csw' })
  await write(csw.sections[0]!, 'Peace needs **money**.^[Finance law, page 3.]')
  const { text } = await get(csw.report)
  expect(text).toContain('The body takes no footnotes: there is one.')
  expect(text).toContain('The body takes no bold or italic words')
})

test('a section moves up and down once for each form, is taken out and put back', async () => {
  const { report, sections, form } = await begun()
  const titles = async () => {
    const { rows } = await owner.query<{ id: string; version: number }>(
      'select id, version from report_section where report_id = $1 and deleted_at is null order by position, id',
      [form.form],
    )
    return rows
  }
  const [first, second, third] = (await titles()).map(({ id }) => id)
  const order = async () => (await titles()).slice(0, 3).map(({ id }) => id)
  await post(`${sections[0]}/down`, { version: '1' })
  await post(`${sections[0]}/down`, { version: '1' })
  expect(await order()).toEqual([second, first, third])
  await post(`${sections[2]}/up`, { version: '1' })
  expect(await order()).toEqual([second, third, first])
  await post(`${sections[1]}/up`, { version: '1' })
  expect((await order())[0]).toBe(second)
  await write(sections[3]!, 'Words that must not be lost.')
  await post(`${sections[3]}/remove`, { version: '2' })
  expect((await get(report)).text).not.toContain('Words that must not be lost.')
  expect((await get(report)).text).toContain('One section was taken out')
  expect((await post(`${sections[3]}/put-back`, { version: '3' }, await asOther())).status).toBe(404)
  await post(`${sections[3]}/put-back`, { version: '3' })
  await post(`${sections[3]}/put-back`, { version: '3' })
  expect((await get(report)).text).toContain('Words that must not be lost.')
})

test('an earlier version of a section is written again, once; two editions are held against each other', async () => {
  const { report, sections } = await begun()
  const section = sections[0]!
  await write(section, 'The first words.')
  await post(`${report}/freeze`, {})
  await write(section, 'Other words.', '2')
  await post(`${report}/freeze`, {})
  expect((await get(`${report}/compare?before=1&after=2`)).text).toMatch(/<del>[^<]*first[^<]*<\/del>|<del>The first/)
  expect((await get(`${report}/compare?before=2`)).text).not.toMatch(/<ins>|<del>/)
  const back = { version: '3', back: '2' }
  expect((await get(`${section}/versions`)).text).toContain('Write version 2 again')
  expect((await post(`${section}/versions`, back)).location).toContain('done=saved')
  expect((await post(`${section}/versions`, back)).location).toContain('done=saved')
  expect((await get(section)).text).toContain('The first words.</textarea>')
  expect((await post(`${section}/versions`, { version: '4', back: '99' })).status).toBe(404)
  expect((await post(`${section}/versions`, { version: '1', back: '3' })).status).toBe(409)
  expect((await post(`${section}/versions`, { version: '4', back: '3' }, await asOther())).status).toBe(404)
})

test('a section in which nothing is written is in no file', async () => {
  const { report, sections } = await begun()
  await write(sections[1]!, 'Who we are.')
  const { text } = await get(`${report}/draft.md`)
  expect(text).toContain('Who we are.')
  expect(text).not.toContain('Sources')
  expect((await get(report)).text).toContain('Nothing is written here yet.')
})

test('a report in Arabic runs from right to left on an English desk, its lists and quotes too', async () => {
  const { report, sections } = await beginReport(owner, post, { language: 'ar', title: 'تقرير بديل' })
  await write(sections[0]!, '- إفراد بند خاص بالخطة')
  expect((await get(report)).text).toMatch(/<div class="report-text" lang="ar" dir="rtl">/)
})

test('in a stakeholder submission a quoted commitment, its source and what each voice says belong to the numbered paragraph before', async () => {
  await keepActions(services.database, organisationId, 'cod-2019', [{ text: 'Train women mediators' }])
  const { rows } = await owner.query<{ id: string }>(`select id from item where text = 'Train women mediators'`)
  const { report, section } = await beginReport(owner, post, { start: 'alternative-report upr', country: 'COD' })
  await write(section, 'The plan promised this:')
  await post(`${section}/insert?what=commitments`, { version: '2', source: rows[0]!.id })
  const { text } = await get(report)
  expect(text).toContain('Train women mediators')
  expect(text).not.toContain('asks for numbered paragraphs')
})

test('who signs jointly and has another submission to the same session is told, by the rule of the body that refuses it', async () => {
  const joint = await beginReport(owner, post, { title: 'Together' })
  const alone = await beginReport(owner, post, { title: 'Alone' })
  const facts = { title: 'T', language: 'en', country: '' }
  await post(`${joint.report}/facts`, { ...facts, version: '1', organisations: 'Peace Table\r\nZonta Table' })
  await post(`${alone.report}/facts`, { ...facts, version: '1', organisations: 'Peace  table' })
  const session = { procedure: 'ecosoc-high-level', sessionStarts: '2090-07-05', session: '2090' }
  await post(`${joint.report}/rule`, { ...session, version: '2' })
  expect((await get(joint.report)).text).not.toContain('may not submit on her own as well')
  await post(`${alone.report}/rule`, { ...session, version: '2' })
  for (const { report } of [joint, alone])
    expect((await get(report)).text).toContain('Who signs jointly may not submit on her own as well')
  await post(`${alone.report}/rule`, { ...session, sessionStarts: '2091-07-05', session: '2091', version: '3' })
  expect((await get(joint.report)).text).not.toContain('may not submit on her own as well')
})

test('a small count that was put in from an indicator is found by its caption', async () => {
  const framework = await owner.query<{ id: string }>(
    `insert into framework (organisation_id, code, titles, source, created_by, published_at)
     values ($1, 'few', '{"en": "Few"}', 'Own', $2, now()) returning id`,
    [organisationId, await userId('editor')],
  )
  const indicator = await owner.query<{ id: string }>(
    `insert into indicator (framework_id, organisation_id, code, titles, definition, value_kind)
     values ($1, $2, 'F1', '{"en": "Number of women defenders killed"}', 'Count', 'number') returning id`,
    [framework.rows[0]!.id, organisationId],
  )
  await owner.query(
    `insert into observation (indicator_id, organisation_id, country, period, value_kind, number, source, voice, visibility, created_by)
     values ($1, $2, 'COD', '2024', 'number', 3, 'Own list', 'civil-society', 'organisation', $3)`,
    [indicator.rows[0]!.id, organisationId, await userId('editor')],
  )
  const { report, section } = await begun()
  await post(`${section}/insert?what=indicators`, { version: '1', source: 'few F1' })
  const { text } = await get(report)
  expect(text).toContain('Number of women defenders killed')
  expect(text).toContain('Few people: “3”')
})

test('the checks say what they look for and what they cannot see', async () => {
  const { report, section } = await begun()
  for (const page of [report, section]) {
    const { text } = await get(page)
    expect(text).toContain('<summary>What these checks look for, and what they cannot see</summary>')
    expect(text).toContain('Not seen: whether what you write is true')
  }
})

test('words in tables and footnotes are told with those of the section, as the body counts them', async () => {
  const cedaw = await begun()
  await write(cedaw.section, '| Year | Women |\n|---|---|\n| 2024 | 36 |\n| 2025 | 41 |')
  expect((await get(cedaw.section)).text).toMatch(/6 words in this section[^<]* · 6 of them in tables/)
  await write(cedaw.section, 'Two words.^[Official journal.]', '2')
  expect((await get(cedaw.section)).text).toMatch(/words in this section · [^<]*2 (?:of them )?in footnotes/)
})

test('why there is nothing to put in is said as it is, with and without a country', async () => {
  const none = await beginReport(owner, post, { country: '' })
  const what = async (section: string, kind: string) => (await get(`${section}/insert?what=${kind}`)).text
  expect(await what(none.section, 'appraisal')).toContain('Nobody has decided a finding of a plan’s appraisal yet')
  const there = await beginReport(owner, post, { country: 'FJI' })
  expect(await what(there.section, 'appraisal')).toContain('of a plan of this country (Fiji) yet')
  expect(await what(there.section, 'commitments')).toContain('No document of this country (Fiji) with commitments')
  for (const { section } of [none, there])
    for (const kind of ['commitments', 'appraisal', 'indicators', 'progress', 'recommendations'])
      expect(await what(section, kind)).not.toContain('There is nothing of this country')
})
