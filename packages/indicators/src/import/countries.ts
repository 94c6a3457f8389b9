/** Names and codes of countries, as files have them, to ISO 3166-1 alpha-3. */
import library from '../../../../library/countries.json' with { type: 'json' }
import { folded } from '../checks/data.ts'

const LANGUAGES = ['en', 'fr', 'es', 'ar', 'pt', 'ru'] as const

/**
 * Names by which the United Nations, the World Bank, the Inter-Parliamentary Union or daily speech call a country, where Unicode's
 * common locale data, which the program's runtime knows, has others only.
 */
const OTHER_NAMES: Record<string, readonly string[]> = {
  ARE: ['UAE'],
  BHS: ['Bahamas, The'],
  BIH: ['Bosnia-Herzegovina'],
  BOL: ['Bolivia (Plurinational State of)', 'Bolivia, Plurinational State of'],
  BRN: ['Brunei Darussalam'],
  CAF: ['CAR', 'RCA', 'Centrafrique', 'République centrafricaine'],
  CIV: ["Cote d'Ivoire", 'Ivory Coast', "Côte d'Ivoire"],
  COD: [
    'Democratic Republic of the Congo',
    'Congo, Dem. Rep.',
    'Congo (Democratic Republic of the)',
    'Congo, Democratic Republic of the',
    'DR Congo',
    'Dem. Rep. of the Congo',
    'Democratic Republic of Congo',
    'DR Congo (Zaire)',
    'Zaire',
    'République démocratique du Congo',
    'RD Congo',
    'RDC',
    'DRC',
    'República Democrática del Congo',
    'جمهورية الكونغو الديمقراطية',
  ],
  COG: ['Congo', 'Congo, Rep.', 'Congo, Republic of', 'Republic of the Congo', 'République du Congo'],
  CPV: ['Cabo Verde', 'Cape Verde'],
  CZE: ['Czech Republic'],
  EGY: ['Egypt, Arab Rep.'],
  FSM: ['Micronesia, Fed. Sts.', 'Micronesia (Federated States of)', 'Micronesia, Federated States of'],
  GBR: ['UK', 'United Kingdom of Great Britain and Northern Ireland'],
  GMB: ['Gambia, The', 'Gambia (The)', 'The Gambia'],
  HKG: ['Hong Kong SAR, China', 'Hong Kong'],
  IRN: ['Iran, Islamic Rep.', 'Iran (Islamic Republic of)', 'Iran, Islamic Republic of'],
  KGZ: ['Kyrgyz Republic'],
  KHM: ['Cambodia (Kampuchea)'],
  KOR: ['Korea, Rep.', 'Republic of Korea', 'Korea, Republic of'],
  LAO: ["Lao People's Democratic Republic", 'Lao PDR'],
  LBY: ['Libyan Arab Jamahiriya'],
  LKA: ['Sri Lanka (Ceylon)'],
  MAC: ['Macao SAR, China', 'Macao'],
  MAF: ['St. Martin (French part)'],
  MDA: ['Republic of Moldova', 'Moldova, Republic of'],
  MDG: ['Madagascar (Malagasy)'],
  MKD: ['The Republic of North Macedonia', 'Macedonia', 'The former Yugoslav Republic of Macedonia', 'Macedonia, FYR'],
  MMR: ['Myanmar', 'Burma', 'Myanmar (Burma)'],
  PRK: ["Democratic People's Republic of Korea", "Korea, Dem. People's Rep.", "Korea, Dem. People's Republic of"],
  PSE: ['Palestine', 'State of Palestine', 'West Bank and Gaza', 'Occupied Palestinian Territory', 'فلسطين'],
  RUS: ['Russian Federation', 'Russia (Soviet Union)'],
  SOM: ['Somalia, Fed. Rep.'],
  SVK: ['Slovak Republic'],
  SWZ: ['Swaziland', 'Kingdom of Eswatini'],
  SXM: ['Sint Maarten (Dutch part)'],
  SYR: ['Syrian Arab Republic'],
  TLS: ['Timor-Leste', 'East Timor', 'Timor Leste'],
  TUR: ['Turkey', 'Türkiye', 'Turkiye', 'Turquie', 'Turquía'],
  TWN: ['Taiwan, China'],
  TZA: ['United Republic of Tanzania', 'Tanzania, United Republic of'],
  USA: ['US', 'United States of America', 'USA'],
  VCT: ['St. Vincent and the Grenadines'],
  VEN: ['Venezuela, RB', 'Venezuela (Bolivarian Republic of)'],
  VIR: ['Virgin Islands (U.S.)'],
  VNM: ['Viet Nam', 'Vietnam (North Vietnam)', 'Vietnam, Democratic Republic of'],
  YEM: ['Yemen, Rep.', 'Yemen (North Yemen)'],
  ZWE: ['Zimbabwe (Rhodesia)'],
}

const plain = (name: string): string =>
  folded(name)
    .replace(/[’`´]/gu, "'")
    .replace(/^the /u, '')
    .replace(/\bsaint /gu, 'st. ')
    .replace(/\bst /gu, 'st. ')
    .replace(/\s*&\s*/gu, ' and ')

let names: Map<string, string> | null = null

function table(): Map<string, string> {
  if (names) return names
  names = new Map()
  const shown = LANGUAGES.flatMap(language => [
    new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
    new Intl.DisplayNames([language], { type: 'region', fallback: 'none', style: 'short' }),
  ])
  for (const [alpha3, alpha2] of Object.entries(library.alpha2)) {
    for (const code of [alpha3, alpha2]) names.set(code.toLowerCase(), alpha3)
    for (const display of shown) {
      const name = display.of(alpha2)
      if (name && !names.has(plain(name))) names.set(plain(name), alpha3)
    }
  }
  for (const [alpha3, others] of Object.entries(OTHER_NAMES)) for (const name of others) names.set(plain(name), alpha3)
  return names
}

/**
 * The alpha-3 code of a country by its name in Arabic, English, French, Portuguese, Russian or Spanish, or by its code; null where it
 * is none. Two letters are a code only in capitals: 'no' and 'de' are words.
 */
export function countryOf(text: string): string | null {
  const name = text.trim()
  if (name.length < 2) return null
  if (name.length === 2 && name !== name.toUpperCase()) return null
  const bare = name.replace(/\s*[*†‡§]+$|\s*\[\w+\]$/u, '')
  return table().get(plain(name)) ?? table().get(plain(bare)) ?? table().get(plain(withoutGloss(bare))) ?? null
}

/** 'Zimbabwe (Rhodesia)' is Zimbabwe; what stands in brackets after Congo or Viet Nam tells two countries apart. */
const withoutGloss = (name: string): string => name.replace(/\s*\((?![^)]*(?:dem|north|south|kinshasa))[^)]*\)$/iu, '')

// Regions, income groups and unions stand among countries in the tables of the World Bank and others.
const AGGREGATE =
  /^world$|^monde$|^mundo$|^العالم$|\b(income|states|dividend|demographic|members?|countries|area|union|IDA|IBRD|HIPC|fragile|region|average|total|group|quintile|human development|developed|developing)\b|\b(Africa|Asia|America|Europe|Pacific|Caribbean|Oceania|Arab World|Middle East|Sahel|Afrique|Asie|Amérique|África|América)\b/iu

/** Whether a name is that of a region or group rather than of a country. */
export function isAggregate(name: string): boolean {
  return countryOf(name) === null && AGGREGATE.test(name)
}
