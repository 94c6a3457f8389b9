import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { openJobs, type Jobs } from './jobs.ts'
import { testDatabase } from './testing/database.ts'

const database = await testDatabase()
const open: Jobs[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map(jobs => jobs.stop()))
})

async function jobsOf(options = { alone: true }): Promise<Jobs> {
  const jobs = await openJobs(database.jobs, {
    ...options,
    onError: error => {
      throw error
    },
  })
  open.push(jobs)
  return jobs
}

test('a job is done with the data that it was sent with', async () => {
  const jobs = await jobsOf()
  const done = Promise.withResolvers<{ plan: string }>()
  await jobs.work<{ plan: string }>('read', async data => done.resolve(data))
  await jobs.send('read', { plan: 'Nigeria 2017' })
  expect(await done.promise).toEqual({ plan: 'Nigeria 2017' })
})

test('a job that fails is tried again', async () => {
  const jobs = await jobsOf()
  const done = Promise.withResolvers<number>()
  let tries = 0
  await jobs.work('fail-once', async () => {
    tries += 1
    if (tries === 1) throw new Error('The mail server was away.')
    done.resolve(tries)
  })
  await jobs.send('fail-once', {})
  expect(await done.promise).toBe(2)
})

test('of two jobs with one key, the second is not kept while the first is waiting or being done', async () => {
  const jobs = await jobsOf()
  const free = Promise.withResolvers<void>()
  const done: string[] = []
  await jobs.work<{ as: string }>('once', async ({ as }) => {
    await free.promise
    done.push(as)
  })
  await jobs.send('once', { as: 'first' }, 'plan 1')
  await jobs.send('once', { as: 'second' }, 'plan 1')
  await jobs.send('once', { as: 'other' }, 'plan 2')
  free.resolve()
  await expect.poll(() => done.toSorted(), { timeout: 15_000 }).toEqual(['first', 'other'])
})

test('a job that was under way when Open1325 stopped is told so, and is done again after the start', async () => {
  const before = await jobsOf()
  const began = Promise.withResolvers<void>()
  await before.work('long', async (_, signal) => {
    began.resolve()
    await wait(60_000, undefined, { signal })
  })
  await before.send('long', {})
  await began.promise
  await before.stop()

  const after = await jobsOf()
  const done = Promise.withResolvers<string>()
  await after.work('long', async () => done.resolve('done'))
  expect(await done.promise).toBe('done')
})

test('a job that was under way when Open1325 was killed is done again after the start', async () => {
  const before = await jobsOf()
  const began = Promise.withResolvers<void>()
  await before.work('killed', async () => began.resolve())
  await before.send('killed', {})
  await began.promise
  await before.stop()
  await database.owner.query(`update jobs.job set state = 'active', completed_on = null where name = 'killed'`)

  const after = await jobsOf()
  const done = Promise.withResolvers<string>()
  await after.work('killed', async () => done.resolve('done'))
  expect(await done.promise).toBe('done')
})

test('a job that fails every time is given up, and its owner is told', async () => {
  const jobs = await jobsOf()
  const told = Promise.withResolvers<object>()
  const hopeless = async () => {
    throw new Error('This plan cannot be read.')
  }
  await jobs.work<{ plan: number }>('hopeless', hopeless, { givenUp: async data => told.resolve(data) })
  await database.owner.query(`update jobs.queue set retry_limit = 0 where name = 'hopeless'`)
  await jobs.send('hopeless', { plan: 7 })
  expect(await told.promise).toEqual({ plan: 7 })
})
