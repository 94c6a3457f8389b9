/** Files that hurt: each ends with a plan or with its reason. */
import { afterAll, expect, test } from 'vitest'
import { nasties } from './nasty.ts'
import { ManyReadings } from './reading.ts'

const readings = new ManyReadings()
afterAll(() => readings.close())

test.each(nasties)('%s ends with %j', async (_, ends, make) => {
  const end = await readings.read(make())
  expect(ends, JSON.stringify(end)).toContain('plan' in end ? 'plan' : 'refused' in end ? end.refused : 'neither')
})
