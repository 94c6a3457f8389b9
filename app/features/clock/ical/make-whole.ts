/** What programs write and ical.js reads otherwise than it is meant. */
import ICAL from 'ical.js'

/**
 * Makes good a rule's last day without an hour (all of that day is meant), further repetitions with an end or a length, and the first day of an
 * event that has further ones but no rule.
 */
export function makeWhole(component: ICAL.Component): void {
  const start = component.getFirstPropertyValue('dtstart')
  if (!(start instanceof ICAL.Time)) return
  for (const property of component.getAllProperties('rrule')) {
    const rule = property.getFirstValue() as ICAL.Recur
    onlyInLeapYears(rule, start)
    if (!rule.until?.isDate || start.isDate) continue
    const { year, month, day } = rule.until
    rule.until = new ICAL.Time({ year, month, day, hour: 23, minute: 59, second: 59, isDate: false }, start.zone)
  }
  const further = component.getAllProperties('rdate')
  for (const property of further) {
    if (property.type !== 'period') continue
    const starts = property.getValues().map(value => (value instanceof ICAL.Period ? value.start : value))
    property.removeParameter('value')
    property.resetType('date-time')
    property.setValues(starts)
  }
  if (further.length > 0 && !component.hasProperty('rrule')) {
    const first = component.addPropertyWithValue('rdate', start)
    if (start.isDate) first.setParameter('value', 'date')
  }
}

/** What comes each year on 29 February comes in leap years only. */
function onlyInLeapYears(rule: ICAL.Recur, { month, day }: ICAL.Time): void {
  const says = Object.keys(rule.parts).some(part => part.startsWith('BY'))
  if (rule.freq !== 'YEARLY' || says || month !== 2 || day !== 29) return
  rule.setComponent('BYMONTH', [2])
  rule.setComponent('BYMONTHDAY', [29])
}

/** A zone of which the file gives the name and no rules is known by its name alone. */
export function dropEmptyZones(calendar: ICAL.Component): void {
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    if (!zone.getFirstSubcomponent('standard') && !zone.getFirstSubcomponent('daylight'))
      calendar.removeSubcomponent(zone)
}
