/** What the tags of the Humanitarian Exchange Language say of a column (https://hxlstandard.org/standard/1-1final/dictionary/). */
import type { Measure, Use } from './mapping.ts'

const FIGURES = new Set(['affected', 'inneed', 'targeted', 'reached', 'population', 'value', 'capacity', 'indicator'])
const GROUPS = new Set([
  'sector',
  'subsector',
  'org',
  'activity',
  'service',
  'beneficiary',
  'crisis',
  'cause',
  'event',
  'impact',
  'operations',
  'modality',
  'delivery',
  'channel',
  'currency',
  'frequency',
  'respondee',
  'access',
  'output',
  'group',
])

interface Tag {
  name: string
  attributes: string[]
}

const parsed = (text: string): Tag => {
  const [name = '', ...attributes] = text.toLowerCase().replace(/\s+/gu, '').replace(/^#/u, '').split('+')
  return { name, attributes }
}

/** The use of a column by its tag; null where the tag says nothing that is used here. `title`: the words of its header. */
export function useOfTag(text: string, title: string): Use | null {
  const { name, attributes } = parsed(text)
  const has = (...some: string[]): boolean => some.some(attribute => attributes.includes(attribute))
  if (name === 'country') return { as: 'country' }
  if (/^(?:adm\d|loc)$/u.test(name)) return { as: 'part' }
  if (name === 'region') return { as: 'world-region' }
  if (name === 'date') return has('created', 'updated') ? null : { as: 'period', of: 'whole', group: null }
  if (name === 'indicator' && has('name', 'label', 'title')) return { as: 'indicator' }
  if (name === 'indicator' && has('code', 'id')) return { as: 'indicator-code' }
  if (name === 'meta') return has('id') ? { as: 'id' } : has('source') ? { as: 'source' } : null
  if (name === 'source') return { as: 'source' }
  if (name === 'sex' || has('sex', 'gender')) return { as: 'dimension', name: 'sex' }
  if (FIGURES.has(name)) return { as: 'measure', measure: measureOf({ name, attributes }, title) }
  return GROUPS.has(name) ? { as: 'dimension', name: title || name } : null
}

const AGES = ['infants', 'children', 'adolescents', 'adults', 'elderly']

function measureOf({ name, attributes }: Tag, title: string): Measure {
  const sex = attributes.includes('f') ? 'female' : attributes.includes('m') ? 'male' : null
  const age = attributes.find(attribute => AGES.includes(attribute) || /^age_?\d/u.test(attribute))
  const percent = attributes.includes('pct')
  return {
    group: '',
    part: 'value',
    valueKind: percent ? 'share' : 'number',
    whole: percent ? 100 : 1,
    kind: name === 'targeted' && attributes.includes('target') ? 'target' : 'observation',
    // A column of women says 'Mujeres' over itself; what is counted is what the tag names.
    indicator: sex || !title ? name : title,
    period: null,
    disaggregation: { ...(sex ? { sex } : {}), ...(age ? { age } : {}) },
  }
}
