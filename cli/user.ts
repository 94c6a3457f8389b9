import { administratorLink } from '../app/features/account/links.ts'
import { understand, UsageError, type Command } from './command.ts'
import { withInstallation, type Installation } from './installation.ts'

export const command: Command = {
  help: `open1325 user [list]
open1325 user link [--organisation NAME]

  list  who has an account, in which organisation and with which role
  link  a link that makes whoever follows it first an administrator: for the day when nobody can get in any more.
        Of the organisation with this exact name; of the oldest one, when none is named

The application may be running.
`,

  async run(args) {
    const options = { organisation: { type: 'string' } } as const
    const { values, positionals } = understand(args.length === 0 ? ['list'] : args, options, ['list or link'])
    const action = { list, link }[positionals[0] ?? '']
    if (!action) throw new UsageError(`"${positionals[0]}" is neither list nor link.`)
    process.stdout.write(await withInstallation(installation => action(installation, values.organisation ?? null)))
    return 0
  },
}

async function link(installation: Installation, organisation: string | null): Promise<string> {
  return `${await administratorLink(installation, organisation)}\n`
}

async function list({ database }: Installation, organisation: string | null): Promise<string> {
  const { rows } = await database.owner.query<Record<'name' | 'email' | 'role' | 'organisation', string | null>>(
    `select u.name, u.email, m.role, o.name as organisation
     from auth."user" u
     left join membership m on m.user_id = u.id and m.until is null
     left join organisation o on o.id = m.organisation_id
     where $1::text is null or o.name = $1
     order by o.name, u.name`,
    [organisation],
  )
  if (rows.length === 0) return 'Nobody has an account yet.\n'
  return rows.map(row => `${row.email}\t${row.name}\t${row.role ?? '-'}\t${row.organisation ?? '-'}\n`).join('')
}
