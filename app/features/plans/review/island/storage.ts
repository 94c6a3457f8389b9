/** What is not saved yet, kept in the browser: one entry for each operation and draft, so that two tabs do not overwrite each other. */
import type { Waiting } from './queue.ts'

export interface Kept {
  save: (waiting: Waiting) => void
  drop: (id: string) => void
  load: () => Waiting[]
  saveDraft: (row: string, fields: Record<string, string> | null) => void
  /** Whether single letters are keys. */
  letters: () => boolean
  saveLetters: (on: boolean) => void
  loadDrafts: () => Map<string, Record<string, string>>
}

/** A matter of the hands at this machine, not of a plan. */
const LETTERS = 'open1325 review letters'

/** Of one person and one plan. A browser that keeps nothing (private windows) only loses the safety net. */
export function keptIn(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>,
  owner: string,
): Kept {
  const operations = `open1325 review ${owner} operation `
  const drafts = `open1325 review ${owner} draft `
  const entries = (prefix: string): [string, unknown][] => {
    const found: [string, unknown][] = []
    for (let i = 0; i < storage.length; i++) {
      const key = storage.key(i)
      if (key?.startsWith(prefix)) found.push([key.slice(prefix.length), parsed(storage.getItem(key))])
    }
    return found.filter(([, value]) => value !== null)
  }
  return {
    save: waiting => attempt(() => storage.setItem(operations + waiting.id, JSON.stringify(waiting))),
    drop: id => attempt(() => storage.removeItem(operations + id)),
    load: () =>
      attempt(() =>
        entries(operations)
          .map(([, waiting]) => waiting as Waiting)
          .sort((a, b) => (a.at < b.at ? -1 : 1)),
      ) ?? [],
    saveDraft: (row, fields) =>
      attempt(() =>
        fields ? storage.setItem(drafts + row, JSON.stringify(fields)) : storage.removeItem(drafts + row),
      ),
    letters: () => attempt(() => storage.getItem(LETTERS)) !== 'off',
    saveLetters: on => attempt(() => (on ? storage.removeItem(LETTERS) : storage.setItem(LETTERS, 'off'))),
    loadDrafts: () => new Map(attempt(() => entries(drafts) as [string, Record<string, string>][]) ?? []),
  }
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

const parsed = (text: string | null): unknown => (text === null ? null : attempt(() => JSON.parse(text) as unknown))
