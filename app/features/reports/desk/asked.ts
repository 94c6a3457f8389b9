/** What an editor is asked about before an edition is frozen. */
import type { CheckedReport } from '../load.ts'
import { isOpen } from '../offers/finding.tsx'
import { digest } from '../sources/digest.ts'

/** What stands against freezing; `digest`: a name of all of it, empty where there is nothing. It changes with what is found. */
export function askedOf({ findings, own }: Pick<CheckedReport, 'findings' | 'own'>) {
  const unmended = findings.filter(one => isOpen(one) && one.severity === 'error')
  const all = [...unmended.map(({ key }) => key), ...own.map(({ number, version }) => `${number} ${version}`)]
  return { unmended, digest: all.length ? digest(all) : '' }
}
