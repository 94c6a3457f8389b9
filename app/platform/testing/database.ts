/** A database of one's own for a test file: a clone of the migrated one, made in some 50 ms. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { connectTo, type Database } from '../database/index.ts'
import { TEMPLATE } from './postgres.ts'

/** Call it at the top of a test file: it is dropped after the file's last test. */
export async function testDatabase(): Promise<Database> {
  const connect = inject('postgres')
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(`create database ${name} template ${TEMPLATE}`)
  const database = connectTo(connect, name)
  afterAll(async () => {
    await database.close()
    await administer(`drop database ${name} with (force)`)
  })
  return database

  async function administer(statement: string) {
    const client = new pg.Client({ ...connect, database: 'postgres' })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
}
