/** Files that others made, through the wizard: sent, understood as suggested, read, put in; and sent a second time. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../platform/testing/app.ts'
import { importer } from './testing.ts'

const data = join(import.meta.dirname, '../../../../../shared/data/indicators')

describe.skipIf(!existsSync(data))('files of others, through the wizard', async () => {
  const world = await testApp()
  const { owner } = world.services.database
  const organisationId = await world.newOrganisation('Ministry', { voice: 'government' })
  const person = await world.newPerson({ [organisationId]: 'editor' })
  const wizard = importer(world, { cookie: person.cookie })
  beforeAll(world.work)

  /** Reads and puts in a file; gives what the dry run said. */
  async function brought(path: string, said: Record<string, string>) {
    const bytes = readFileSync(join(data, path))
    const sent = await wizard.send(basename(path), new Uint8Array(bytes))
    expect([path, sent.status]).toEqual([path, 303])
    const read = await wizard.read(sent.id, said)
    expect([path, read.state, read.error, read.sent.status]).toEqual([path, 'ready', null, 303])
    const changes = (read.counts.new ?? 0) + (read.counts.changed ?? 0)
    if (changes) expect([path, (await wizard.putIn(sent.id)).state]).toEqual([path, 'done'])
    return read.counts
  }

  const figuresOf = async (set: string) =>
    (
      await owner.query(
        `select count(*)::int as figures, count(*) filter (where o.value_kind = 'missing')::int as missing,
           coalesce(sum(jsonb_array_length(o.entries)), 0)::int as entries
         from observation o join indicator i on i.id = o.indicator_id join framework f on f.id = i.framework_id
         where f.titles ->> 'en' = $1 and o.superseded_by is null and o.withdrawn_at is null`,
        [set],
      )
    ).rows[0] as { figures: number; missing: number; entries: number }

  const COD = [
    ['All-Indicateurs.json', 'indicators'],
    ['AllDATANumber.json', 'figures'],
    ['All-DATAProvinces.json', 'provinces'],
    ['All-LoisMesMecActs.json', 'laws'],
    ['AllDataListes.json', 'lists'],
  ] as const
  const cod = (name: string, set: string) => brought(`cod-1325/${name}`, { country: 'COD', frameworkTitle: set })

  test('DR Congo’s monitoring data: 39 indicators, 140 figures of which 19 empty, 70 of provinces, 65 laws and measures', async () => {
    const counts = []
    for (const [name] of COD) counts.push(await cod(name, 'SN1325'))
    expect(counts[0]).toEqual({ new: 39, same: 0, changed: 0, wrong: 0 })
    expect(counts[1]).toEqual({ new: 140, same: 0, changed: 0, wrong: 0 })
    expect(counts[2]).toEqual({ new: 70, same: 0, changed: 0, wrong: 0 })
    expect(counts[3]!.wrong).toBe(0)
    expect(counts[4]!.wrong).toBe(0)
    const found = await figuresOf('SN1325')
    expect(found.entries).toBeGreaterThanOrEqual(65)
    const { rows } =
      await owner.query(`select count(*)::int as n from indicator i join framework f on f.id = i.framework_id
      where f.titles ->> 'en' = 'SN1325' and i.deleted_at is null`)
    expect(rows[0].n).toBeGreaterThanOrEqual(39)
  })

  test('sent a second time, none of it changes anything', async () => {
    for (const [name] of COD) {
      const { new: added, changed, wrong } = await cod(name, 'SN1325')
      expect([name, added, changed, wrong]).toEqual([name, 0, 0, 0])
    }
  })

  test('the page of warnings names its known defects', async () => {
    const { body, status } = await wizard.get('/desk/indicators/warnings?set=sn1325')
    expect(status).toBe(200)
    expect(body).toMatch(/The code “1” stands for several indicators: 4/)
    expect(body).toMatch(/The code “10” stands for several indicators: 3/)
    expect(body).toContain('10 of 12 figures of 2022 are those of 2021, unchanged')
    expect(body).toMatch(/6,833 in 2021, 6,883 in 2022 – one digit differs/)
    expect(body).toMatch(/120 in 2021, 233 in 2022/)
    expect(body).toMatch(/66 women and 34 men make 100/)
    expect(body).toMatch(/every row for women is empty/)
    expect(body).toContain('“test indicateur 1” looks like an indicator typed to try the form')
    const csv = (await wizard.get('/desk/indicators/warnings.csv?set=sn1325')).body
    const lines = csv.split('\n')
    expect(lines.filter(line => line.includes('missing-source.values')).length).toBeGreaterThan(0)
    const empty = lines.filter(line => line.includes('no-value.')).join('\n')
    expect(empty.match(/Budget/g)!.length).toBeGreaterThanOrEqual(3)
    expect(empty).toMatch(/violence/i)
    const sources = lines.filter(line => line.includes('missing-source.entries'))
    const told = sources.map(line => /: (\d+) of (\d+) laws/.exec(line)!.slice(1).map(Number))
    expect(told.reduce((n, [missing]) => n + missing!, 0)).toBeGreaterThanOrEqual(62)
  })

  test.each([
    // World Bank: wide years, 5,391 values, regions among the countries.
    ['API_SG.GEN.PARL.ZS_DS2_en_csv_v2_2163427.csv', 5391, 0],
    ['WPS-Index-2025-Data.xlsx', 3006, null],
    ['ipu_women_in_parliament-historical_database-1945_to_2018_cleaned.csv', 2551, null],
    ['ipu_women_percent_as_of2021_cleaned.csv', null, null],
    ['PADD_Agreement_Level.csv', 10600, null],
    // 53 provisions for women in each of 465 agreements, and counts of them.
    ['pax_gender_v9.csv', 26_046, 0],
    // Seven counts of deaths for each of 1,848 events; of 14 events the source is longer than a source may be.
    ['ucdp-ged-car.geojson', 7 * 1848, 7 * 14],
  ])('%s', async (path, all, wrong) => {
    const said = { frameworkTitle: path, voice: 'independent', source: path }
    const counts = await brought(path, said)
    const sum = Object.values(counts).reduce((n, one) => n + one, 0)
    if (all !== null) expect(sum).toBeGreaterThanOrEqual(all)
    if (wrong !== null) expect(counts.wrong).toBe(wrong)
    expect((await figuresOf(path)).figures).toBe(counts.new)
    const again = await brought(path, said)
    expect([again.new, again.changed]).toEqual([0, 0])
  })

  test('svac.csv: actors of several conflicts in a year are told apart by the conflict’s number', async () => {
    const counts = await brought('svac.csv', { frameworkTitle: 'SVAC', voice: 'independent', source: 'SVAC dataset' })
    // Two rows of the set are there twice, and say two things differently.
    expect(counts).toEqual({ new: 7 * 9282 - 14, same: 12, changed: 0, wrong: 2 })
    expect((await figuresOf('SVAC')).figures).toBe(counts.new)
  })

  test('a list of codes holds no figures, and the page says so', async () => {
    const path = 'gender_categories.csv'
    const sent = await wizard.send(path, new Uint8Array(readFileSync(join(data, path))))
    const { sent: answer } = await wizard.read(sent.id, { frameworkTitle: path })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('class="error')
  })
})
