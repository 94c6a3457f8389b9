import { administratorLink, newOrganisationLink } from '../app/features/account/links.ts'
import { VOICES, type Voice } from '../app/features/voices/model.ts'
import { COUNTRY_CODES } from '../app/platform/countries.ts'
import { understand, UsageError, type Command } from './command.ts'
import { withInstallation, type Installation } from './installation.ts'

export const command: Command = {
  help: `open1325 user [list]
open1325 user link [--organisation NAME]
open1325 user organisation NAME --voice VOICE [--country COD]

  list  who has an account, in which organisation and with which role
  link  a link that makes whoever follows it first an administrator: for the day when nobody can get in any more.
        Of the organisation with this exact name; of the oldest one, when none is named
  organisation
        lets an organisation in: a link that makes whoever follows it first its administrator. Its voice is one of
        government, civil-society, community, independent; its country an ISO 3166-1 code of three letters

The application may be running.
`,

  async run(args) {
    const options = {
      organisation: { type: 'string' },
      voice: { type: 'string' },
      country: { type: 'string' },
    } as const
    const names = args[0] === 'organisation' ? ['organisation', 'the name'] : ['list, link or organisation']
    const { values, positionals } = understand(args.length === 0 ? ['list'] : args, options, names)
    const action = { list, link, organisation }[positionals[0] ?? '']
    if (!action) throw new UsageError(`"${positionals[0]}" is neither list, link nor organisation.`)
    const work = action({ ...values, name: positionals[1] ?? null })
    process.stdout.write(await withInstallation(work))
    return 0
  },
}

interface Asked {
  name: string | null
  organisation?: string | undefined
  voice?: string | undefined
  country?: string | undefined
}
type Work = (installation: Installation) => Promise<string>

function link({ organisation }: Asked): Work {
  return async installation => `${await administratorLink(installation, organisation ?? null)}\n`
}

/** What is asked is checked before the installation is opened. @throws UsageError */
function organisation({ name, voice, country }: Asked): Work {
  if (!name?.trim() || name.length > 200) throw new UsageError('The name has one to 200 letters.')
  if (!VOICES.includes(voice as Voice)) throw new UsageError(`--voice is one of ${VOICES.join(', ')}.`)
  if (country !== undefined && !COUNTRY_CODES.includes(country))
    throw new UsageError(`"${country}" is no country: ISO 3166-1, three letters (COD).`)
  const asked = { name: name.trim(), voice: voice as Voice, country: country ?? null }
  return async installation => `${await newOrganisationLink(installation, asked)}\n`
}

const list =
  ({ organisation }: Asked): Work =>
  ({ database }) =>
    listed(database, organisation ?? null)

async function listed(database: Installation['database'], organisation: string | null): Promise<string> {
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
