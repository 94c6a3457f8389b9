/** A process that opens the database in the data folder, confirms changes without end, and says each one that is kept. */
import { readConfig } from '../config.ts'
import { openDatabase } from '../database/index.ts'
import { migrate } from '../database/migrate.ts'

const database = await openDatabase(readConfig(process.env))
await migrate(database)
process.stdout.write('open\n')

for (;;) {
  const { rows } = await database.owner.query<{ id: string }>(
    `insert into organisation (name) values ('Kept') returning id`,
  )
  process.stdout.write(`${rows[0]?.id}\n`)
}
