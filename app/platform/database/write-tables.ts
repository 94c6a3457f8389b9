/** `npm run tables`: migrates an empty database and writes the types of its tables beside this file. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { describeTables } from './describe-tables.ts'
import { connectTo } from './index.ts'
import { migrate } from './migrate.ts'
import { removeHome } from './postgres-home.ts'
import { startPostgres } from './postgres.ts'

const path = fileURLToPath(new URL('tables.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'open1325-tables-'))
chmodSync(folder, 0o711)
const postgres = await startPostgres({ folder: join(folder, 'postgres'), settings: { fsync: 'off' } })
const database = connectTo(postgres.connect, 'postgres', postgres)
try {
  await migrate(database)
  const text = await describeTables(database.owner)
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), parser: 'typescript' }))
} finally {
  await database.close()
  removeHome(join(folder, 'postgres'))
  rmSync(folder, { recursive: true })
}
