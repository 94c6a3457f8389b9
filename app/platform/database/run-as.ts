/** Which user PostgreSQL runs as. It refuses root, so Open1325 started by root hands it to `nobody`. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { SetupError } from '../setup-error.ts'

export interface User {
  uid: number
  gid: number
}

/**
 * The user to run PostgreSQL as on this cluster (a folder, which need not exist yet); null when it is simply the user
 * who started Open1325.
 * @throws SetupError when there is no such user
 */
export function userFor(cluster: string): User | null {
  const me = process.getuid?.()
  const owner = existsSync(cluster) ? statSync(cluster) : null
  if (me !== 0) {
    if (owner && me !== undefined && owner.uid !== me) {
      throw new SetupError(`${cluster} belongs to another user: start Open1325 as that user, or as root.`)
    }
    return null
  }
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody()
}

function nobody(): User {
  // By name: PostgreSQL refuses to run as a user whom the system does not know.
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(line => line.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  if (!uid || !gid) {
    throw new SetupError(
      'PostgreSQL refuses to run as root, and there is no user "nobody": start Open1325 as another user.',
    )
  }
  // Unsigned: macOS writes -2.
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
}

/** Whether the user may pass through this folder and all above it. null: the one who asks; that one's own affair. */
export function canReach(user: User | null, path: string): boolean {
  if (!user) return true
  for (let folder = path; ; folder = dirname(folder)) {
    const { uid, gid, mode } = statSync(folder)
    const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode
    if ((bits & 1) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
