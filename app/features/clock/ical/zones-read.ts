/** Which zone a calendar file means: by the names that programs give to zones, and by the rules that the file has for them. Pure. */
import ICAL from 'ical.js'
import { instantOf } from '@open1325/procedures'
import { WINDOWS_ZONES } from './windows-zones.ts'
import { zoneLines } from './zone.ts'

/** So many years back and ahead are the clocks of zones known that a file names without rules. */
const YEARS_BACK = 12
const YEARS_AHEAD = 4

/**
 * The zone of the IANA database that a name stands for; null where it is a program's own. Some programs put their name before it:
 * '/mozilla.org/20050126_1/Europe/Paris'.
 */
export function zoneNamed(name: string): string | null {
  const ofWindows = WINDOWS_ZONES.get(name.trim().toLowerCase())
  if (ofWindows) return ofWindows
  const parts = name.split('/')
  const tries = name.startsWith('/') ? [3, 2, 1].map(count => parts.slice(-count).join('/')) : [name]
  return tries.find(isZone) ?? null
}

function isZone(name: string): boolean {
  if (name.length > 60 || !/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Lets ical.js know the zones that a file names without saying their rules. */
export function knowZones(text: string, today: string): void {
  ICAL.TimezoneService.reset()
  const year = Number(today.slice(0, 4))
  const names = new Set([...text.matchAll(/;TZID="?([^":;\r\n]+)/gi)].map(([, name]) => name!))
  for (const name of names) {
    const zone = zoneNamed(name)
    if (!zone || zone === 'UTC') continue
    const lines = ['BEGIN:VCALENDAR', ...zoneLines(zone, year - YEARS_BACK, year + YEARS_AHEAD), 'END:VCALENDAR']
    const component = new ICAL.Component(ICAL.parse(lines.join('\r\n'))).getFirstSubcomponent('vtimezone')!
    ICAL.TimezoneService.register(new ICAL.Timezone(component), name)
  }
}

/** Whether a time is the same instant by the file's own VTIMEZONE as by the zone's clocks. A time without a zone always is. */
export function agrees(time: ICAL.Time, zone: string): boolean {
  if (time.zone === ICAL.Timezone.localTimezone) return true
  const [day, hour] = [time.toString().slice(0, 10), time.toString().slice(11, 16)]
  return instantOf(day, hour, zone).getTime() === Math.floor(time.toUnixTime() / 60) * 60_000
}
