/**
 * The product's own words. One JSON file a language (flat keys, ICU MessageFormat), English being the measure: a key that a language
 * lacks is shown in English, and a test names it.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import ar from '../languages/ar.json' with { type: 'json' }
import en from '../languages/en.json' with { type: 'json' }
import fr from '../languages/fr.json' with { type: 'json' }

export type MessageKey = keyof typeof en
export type Params = Record<string, string | number | boolean | Date | null | undefined>

export const LANGUAGES = { en, fr, ar } as const satisfies Record<string, Partial<Record<MessageKey, string>>>
export type Locale = keyof typeof LANGUAGES
export const LOCALES = Object.keys(LANGUAGES) as Locale[]

/** Each language by its own name, for the switch. */
export const OWN_NAMES: Record<Locale, string> = { en: 'English', fr: 'Français', ar: 'العربية' }

export const isLocale = (text: string | undefined | null): text is Locale => LOCALES.includes(text as Locale)
export const directionOf = (locale: string): 'rtl' | 'ltr' => (/^(ar|fa|he|ur|ps|ku)\b/.test(locale) ? 'rtl' : 'ltr')

/** The words of one language: a message by its key, and numbers, dates, names of countries and languages as that language writes them. */
export interface Words {
  locale: Locale
  dir: 'rtl' | 'ltr'
  t: (key: MessageKey, params?: Params) => string
  /** Whether `key` is a message, for keys made of data ('reader.error.' + code). */
  has: (key: string) => key is MessageKey
  number: (n: number) => string
  date: (d: Date | string) => string
  time: (d: Date | string) => string
  country: (alpha3: string) => string
  language: (code: string) => string
  list: (entries: string[]) => string
}

const made = new Map<Locale, Words>()

export function wordsOf(locale: Locale): Words {
  let words = made.get(locale)
  if (!words) made.set(locale, (words = makeWords(locale)))
  return words
}

function makeWords(locale: Locale): Words {
  const messages: Partial<Record<MessageKey, string>> = LANGUAGES[locale]
  const formats = new Map<MessageKey, IntlMessageFormat>()
  // Western digits in Arabic too: page numbers and years must be found in the document as they stand there.
  const tag = locale === 'ar' ? 'ar-u-nu-latn' : locale
  const numbers = new Intl.NumberFormat(tag)
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const times = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' })
  const languages = new Intl.DisplayNames(tag, { type: 'language' })
  const regions = new Intl.DisplayNames(tag, { type: 'region' })

  function t(key: MessageKey, params?: Params): string {
    const message = messages[key] ?? en[key]
    if (!message.includes('{') && !message.includes("'")) return message
    let format = formats.get(key)
    if (!format) formats.set(key, (format = new IntlMessageFormat(message, tag, undefined, { ignoreTag: true })))
    return String(format.format(params))
  }
  return {
    locale,
    dir: directionOf(locale),
    t,
    has: (key): key is MessageKey => key in en,
    number: n => numbers.format(n),
    date: d => dates.format(new Date(d)),
    time: d => times.format(new Date(d)) + ' UTC',
    country: code => regionName(regions, code),
    language: code => languages.of(code) ?? code,
    list: entries => lists.format(entries),
  }
}

/** ISO 3166-1: alpha-3 codes as plans carry them, to the alpha-2 codes that Intl knows. */
function regionName(names: Intl.DisplayNames, alpha3: string): string {
  const alpha2 = ALPHA2.get(alpha3)
  return alpha2 ? (names.of(alpha2) ?? alpha3) : alpha3
}

// prettier-ignore
const ALPHA2 = new Map(('ABW:AW AFG:AF AGO:AO AIA:AI ALA:AX ALB:AL AND:AD ARE:AE ARG:AR ARM:AM ASM:AS ATA:AQ ATF:TF ATG:AG AUS:AU AUT:AT AZE:AZ BDI:BI BEL:BE BEN:BJ BES:BQ BFA:BF BGD:BD BGR:BG BHR:BH BHS:BS BIH:BA BLM:BL BLR:BY BLZ:BZ BMU:BM BOL:BO BRA:BR BRB:BB BRN:BN BTN:BT BVT:BV BWA:BW CAF:CF CAN:CA CCK:CC CHE:CH CHL:CL CHN:CN CIV:CI CMR:CM COD:CD COG:CG COK:CK COL:CO COM:KM CPV:CV CRI:CR CUB:CU CUW:CW CXR:CX CYM:KY CYP:CY CZE:CZ DEU:DE DJI:DJ DMA:DM DNK:DK DOM:DO DZA:DZ ECU:EC EGY:EG ERI:ER ESH:EH ESP:ES EST:EE ETH:ET FIN:FI FJI:FJ FLK:FK FRA:FR FRO:FO FSM:FM GAB:GA GBR:GB GEO:GE GGY:GG GHA:GH GIB:GI GIN:GN GLP:GP GMB:GM GNB:GW GNQ:GQ GRC:GR GRD:GD GRL:GL GTM:GT GUF:GF GUM:GU GUY:GY HKG:HK HMD:HM HND:HN HRV:HR HTI:HT HUN:HU IDN:ID IMN:IM IND:IN IOT:IO IRL:IE IRN:IR IRQ:IQ ISL:IS ISR:IL ITA:IT JAM:JM JEY:JE JOR:JO JPN:JP KAZ:KZ KEN:KE KGZ:KG KHM:KH KIR:KI KNA:KN KOR:KR KWT:KW LAO:LA LBN:LB LBR:LR LBY:LY LCA:LC LIE:LI LKA:LK LSO:LS LTU:LT LUX:LU LVA:LV MAC:MO MAF:MF MAR:MA MCO:MC MDA:MD MDG:MG MDV:MV MEX:MX MHL:MH MKD:MK MLI:ML MLT:MT MMR:MM MNE:ME MNG:MN MNP:MP MOZ:MZ MRT:MR MSR:MS MTQ:MQ MUS:MU MWI:MW MYS:MY MYT:YT NAM:NA NCL:NC NER:NE NFK:NF NGA:NG NIC:NI NIU:NU NLD:NL NOR:NO NPL:NP NRU:NR NZL:NZ OMN:OM PAK:PK PAN:PA PCN:PN PER:PE PHL:PH PLW:PW PNG:PG POL:PL PRI:PR PRK:KP PRT:PT PRY:PY PSE:PS PYF:PF QAT:QA REU:RE ROU:RO RUS:RU RWA:RW SAU:SA SDN:SD SEN:SN SGP:SG SGS:GS SHN:SH SJM:SJ SLB:SB SLE:SL SLV:SV SMR:SM SOM:SO SPM:PM SRB:RS SSD:SS STP:ST SUR:SR SVK:SK SVN:SI SWE:SE SWZ:SZ SXM:SX SYC:SC SYR:SY TCA:TC TCD:TD TGO:TG THA:TH TJK:TJ TKL:TK TKM:TM TLS:TL TON:TO TTO:TT TUN:TN TUR:TR TUV:TV TWN:TW TZA:TZ UGA:UG UKR:UA UMI:UM URY:UY USA:US UZB:UZ VAT:VA VCT:VC VEN:VE VGB:VG VIR:VI VNM:VN VUT:VU WLF:WF WSM:WS XKX:XK YEM:YE ZAF:ZA ZMB:ZM ZWE:ZW').split(' ').map(pair => pair.split(':') as [string, string]))

/** All the alpha-3 codes, for lists to choose from. */
export const COUNTRY_CODES = [...ALPHA2.keys()]

/** The language to answer in: `?lang=`, else the cookie, else what the browser prefers, else English. */
export function localeFor(asked: string | undefined, cookie: string | undefined, accept: string | undefined): Locale {
  if (isLocale(asked)) return asked
  if (isLocale(cookie)) return cookie
  const wanted = (accept ?? '')
    .split(',')
    .map(part => {
      const [tag = '', ...rest] = part.trim().split(';')
      const q = Number(rest.find(r => r.trim().startsWith('q='))?.split('=')[1] ?? 1)
      return { tag: tag.toLowerCase().split('-')[0], q: Number.isFinite(q) ? q : 0 }
    })
    .sort((a, b) => b.q - a.q)
  return wanted.map(w => w.tag).find(isLocale) ?? 'en'
}
