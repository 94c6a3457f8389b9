/** A map of the world with one value for each country: SVG made here, no tiles, no third party. */
import { geoEqualEarth, geoPath } from 'd3-geo'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-110m.json' with { type: 'json' }
import { ALPHA2 } from '../../platform/countries.ts'
import { useWords } from '../../ui/words.tsx'

const WIDTH = 720
const HEIGHT = 350

/** Names of Natural Earth's that are not the ones of Unicode's CLDR. */
const OTHER_NAMES: Record<string, string> = {
  'W. Sahara': 'ESH',
  'United States of America': 'USA',
  'Dem. Rep. Congo': 'COD',
  'Dominican Rep.': 'DOM',
  'Falkland Is.': 'FLK',
  'Fr. S. Antarctic Lands': 'ATF',
  'Central African Rep.': 'CAF',
  Congo: 'COG',
  'Eq. Guinea': 'GNQ',
  Palestine: 'PSE',
  Myanmar: 'MMR',
  Turkey: 'TUR',
  'Solomon Is.': 'SLB',
  'Bosnia and Herz.': 'BIH',
  Macedonia: 'MKD',
  'S. Sudan': 'SSD',
}

interface Shape {
  /** ISO 3166-1 alpha-3; null for a territory that has none. */
  code: string | null
  /** SVG path data. */
  path: string
}

let shapes: Shape[] | undefined

/** The countries as drawn at this scale (small islands are not), in the Equal Earth projection. Made once. */
export function worldShapes(): Shape[] {
  if (shapes) return shapes
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>
  const world = feature(topology, topology.objects.countries) as FeatureCollection<Geometry, { name: string }>
  const projection = geoEqualEarth().fitExtent(
    [
      [4, 4],
      [WIDTH - 4, HEIGHT - 4],
    ],
    { type: 'Sphere' },
  )
  const path = geoPath(projection).digits(1)
  const names = new Intl.DisplayNames('en', { type: 'region' })
  const codes = new Map([...ALPHA2].map(([alpha3, alpha2]) => [folded(names.of(alpha2) ?? ''), alpha3]))
  const codeOf = ({ properties: { name } }: Feature<Geometry, { name: string }>) =>
    OTHER_NAMES[name] ?? codes.get(folded(name)) ?? null
  shapes = world.features
    .filter(one => one.properties.name !== 'Antarctica')
    .map(one => ({ code: codeOf(one), path: path(one) ?? '' }))
  return shapes
}

const folded = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/&/g, 'and')
    .replace(/[^a-z]+/g, ' ')
    .trim()

/** How many shades a map has: more cannot be told apart. */
export const CLASSES = 5

/** Upper bounds of equally filled classes, each bound a value that there is. */
export function boundsOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const bounds = Array.from(
    { length: CLASSES },
    (_, n) => sorted[Math.min(sorted.length - 1, Math.ceil(((n + 1) * sorted.length) / CLASSES) - 1)]!,
  )
  return [...new Set(bounds)]
}

export interface WorldMapProps {
  title: string
  /** By ISO 3166-1 alpha-3: the value, and how it is written. */
  values: Map<string, { value: number; words: string }>
  /** Writes a bound of a class. */
  write: (value: number) => string
}

export function WorldMap({ title, values, write }: WorldMapProps) {
  const { t, country, colon } = useWords()
  const bounds = boundsOf([...values.values()].map(({ value }) => value))
  const classOf = (value: number) => bounds.findIndex(bound => value <= bound)
  const drawn = worldShapes()
  const codes = new Set(drawn.map(({ code }) => code))
  const small = [...values.keys()].filter(code => !codes.has(code))
  return (
    <figure class="world">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('map.label', { title, count: values.size })}>
        {drawn.map(({ code, path }) => {
          const found = code ? values.get(code) : undefined
          return (
            <path key={path} d={path} class={found ? `c${classOf(found.value)}` : 'none'}>
              {code && found && <title>{`${country(code)}${colon}${found.words}`}</title>}
            </path>
          )
        })}
      </svg>
      <figcaption>
        <ul class="legend">
          {bounds.map((bound, n) => (
            <li key={bound}>
              <svg width="22" height="14" aria-hidden="true">
                <rect width="22" height="14" class={`c${n}`} />
              </svg>{' '}
              {t('map.up-to', { value: write(bound) })}
            </li>
          ))}
          <li>
            <svg width="22" height="14" aria-hidden="true">
              <rect width="22" height="14" class="none" />
            </svg>{' '}
            {t('map.no-figure')}
          </li>
        </ul>
        <p class="soft small">
          {t('map.borders')} {small.length > 0 && t('map.too-small', { count: small.length })}
        </p>
      </figcaption>
    </figure>
  )
}
