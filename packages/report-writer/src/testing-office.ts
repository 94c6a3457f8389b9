/** For tests: Word files as LibreOffice sets them, where it is installed. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** LibreOffice's program; null where it is not installed, and tests that need it are skipped by name. */
export const OFFICE: string | null =
  (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, 'soffice'))
    .find(path => existsSync(path)) ?? null

/** Word files by name, as PDF. It takes seconds: give it all at once. @throws Error where LibreOffice makes none of one */
export function asPdf<Name extends string>(files: Record<Name, Uint8Array>): Record<Name, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'open1325-word-'))
  try {
    const names = Object.keys(files) as Name[]
    for (const name of names) writeFileSync(join(folder, `${name}.docx`), files[name])
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const asked = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder]
    execFileSync(OFFICE!, [...asked, ...names.map(name => join(folder, `${name}.docx`))], { stdio: 'ignore' })
    const made = names.map(name => [name, new Uint8Array(readFileSync(join(folder, `${name}.pdf`)))])
    return Object.fromEntries(made) as Record<Name, Uint8Array>
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Where ink stands on a page's picture, in parts of its width, without what is within a tenth of the upper and lower edge. */
export interface Ink {
  from: number
  to: number
}

interface Picture {
  width: number
  height: number
  rgba: Uint8Array
}

/** Null where the page is empty. */
export function inkOf({ width, height, rgba }: Picture): Ink | null {
  let [from, to] = [width, -1]
  for (let y = Math.floor(height / 10); y < height * 0.9; y++)
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x)
      if (rgba[at]! + rgba[at + 1]! + rgba[at + 2]! > 600) continue
      from = Math.min(from, x)
      to = Math.max(to, x)
    }
  return to < 0 ? null : { from: from / width, to: to / width }
}

/** How many points of a picture have this colour, or nearly. */
export function countColour({ rgba }: Picture, colour: readonly [number, number, number]): number {
  let count = 0
  for (let at = 0; at < rgba.length; at += 4)
    if (colour.every((part, n) => Math.abs(rgba[at + n]! - part) < 12)) count++
  return count
}
