/** States by their names: ISO 3166-1 alpha-3 from how ten and more languages call them. */
import { fold } from './fold.ts'
import { LANGUAGES } from './index.ts'

// ISO 3166-1: alpha-2 and alpha-3 side by side. XK is the code in use for Kosovo.
const CODES =
  'AFAFG ALALB DZDZA ADAND AOAGO AGATG ARARG AMARM AUAUS ATAUT AZAZE BSBHS BHBHR BDBGD BBBRB BYBLR BEBEL BZBLZ BJBEN BTBTN BOBOL BABIH BWBWA BRBRA BNBRN BGBGR BFBFA BIBDI CVCPV KHKHM CMCMR CACAN CFCAF TDTCD CLCHL CNCHN COCOL KMCOM CGCOG CDCOD CKCOK CRCRI CICIV HRHRV CUCUB CYCYP CZCZE DKDNK DJDJI DMDMA DODOM ECECU EGEGY SVSLV GQGNQ ERERI EEEST SZSWZ ETETH FJFJI FIFIN FRFRA GAGAB GMGMB GEGEO DEDEU GHGHA GRGRC GLGRL GDGRD GTGTM GNGIN GWGNB GYGUY HTHTI VAVAT HNHND HUHUN ISISL ININD IDIDN IRIRN IQIRQ IEIRL ILISR ITITA JMJAM JPJPN JOJOR KZKAZ KEKEN KIKIR KPPRK KRKOR XKXKX KWKWT KGKGZ LALAO LVLVA LBLBN LSLSO LRLBR LYLBY LILIE LTLTU LULUX MGMDG MWMWI MYMYS MVMDV MLMLI MTMLT MHMHL MRMRT MUMUS MXMEX FMFSM MDMDA MCMCO MNMNG MEMNE MAMAR MZMOZ MMMMR NANAM NRNRU NPNPL NLNLD NZNZL NINIC NENER NGNGA NUNIU MKMKD NONOR OMOMN PKPAK PWPLW PSPSE PAPAN PGPNG PYPRY PEPER PHPHL PLPOL PTPRT QAQAT ROROU RURUS RWRWA KNKNA LCLCA VCVCT WSWSM SMSMR STSTP SASAU SNSEN RSSRB SCSYC SLSLE SGSGP SKSVK SISVN SBSLB SOSOM ZAZAF SSSSD ESESP LKLKA SDSDN SRSUR SESWE CHCHE SYSYR TWTWN TJTJK TZTZA THTHA TLTLS TGTGO TOTON TTTTO TNTUN TRTUR TMTKM TVTUV UGUGA UAUKR AEARE GBGBR USUSA UYURY UZUZB VUVUT VEVEN VNVNM YEYEM ZMZMB ZWZWE'

/** Names that a state goes by beside what its name is in a list of countries: long forms, adjectives, former names. */
const ALSO: Record<string, string[]> = {
  COD: [
    'République démocratique du Congo',
    'Democratic Republic of the Congo',
    'República Democrática del Congo',
    'República Democrática do Congo',
    'Democratic Republic of Congo',
    'جمهورية الكونغو الديمقراطية',
    'RD Congo',
    'DR Congo',
  ],
  COG: ['République du Congo', 'Republic of the Congo', 'Republic of Congo'],
  CIV: ['Côte d’Ivoire', 'Ivory Coast', 'Costa de Marfil', 'Costa do Marfim'],
  CAF: ['République centrafricaine', 'Central African Republic', 'Centrafrique'],
  KOR: ['Republic of Korea', 'République de Corée', 'South Korea', 'República de Corea'],
  MKD: ['North Macedonia', 'Macedonia', 'Maqedonisë së Veriut', 'Sjeverna Makedonija', 'Makedonija'],
  BIH: ['Bosna i Hercegovina', 'Bosne i Hercegovine', 'Bosni i Hercegovini', 'Bosnia and Herzegovina', 'BiH'],
  CZE: ['Czech Republic', 'République tchèque', 'Česká republika', 'Tjeckien'],
  SVK: ['Slovak Republic', 'Slovenská republika'],
  PSE: ['Palestine', 'State of Palestine', 'دولة فلسطين', 'فلسطين', 'السلطة الفلسطينية', 'Palestina'],
  MMR: ['Myanmar', 'Burma'],
  GBR: ['United Kingdom', 'UK', 'Great Britain', 'Royaume-Uni', 'Reino Unido', 'المملكة المتحدة'],
  USA: [
    'United States',
    'United States of America',
    'USA',
    'États-Unis d’Amérique',
    'Estados Unidos de América',
    'Estados Unidos da América',
  ],
  TUR: ['Turkey', 'Türkiye', 'Republic of Türkiye', 'Türkiye Cumhuriyeti', 'Turquie'],
  RUS: ['Russian Federation', 'Российская Федерация'],
  SYR: ['Syrian Arab Republic', 'الجمهورية العربية السورية'],
  TLS: ['Timor-Leste', 'East Timor', 'Timor Leste'],
  CPV: ['Cabo Verde', 'Cape Verde', 'Cap-Vert'],
  SWZ: ['Eswatini', 'Swaziland'],
  MDA: ['Republic of Moldova', 'Moldova'],
  XKX: ['Kosovo', 'Kosova', 'Kosovës', 'Republika e Kosovës'],
  ALB: ['Shqipërisë', 'Shqipëri', 'Republika e Shqipërisë'],
  GMB: ['The Gambia', 'Gambia'],
  KGZ: ['Kyrgyz Republic', 'République kirghize'],
  LAO: ['Lao People’s Democratic Republic', 'Lao PDR'],
  BOL: ['Estado Plurinacional de Bolivia'],
  PRT: ['República Portuguesa'],
  ARG: ['República Argentina', 'Argentine Republic'],
  URY: ['República Oriental del Uruguay'],
  DOM: ['República Dominicana', 'Dominican Republic'],
  GRC: ['Hellenic Republic'],
  TUN: ['République tunisienne', 'الجمهورية التونسية'],
  DZA: ['République algérienne'],
  LBN: ['الجمهورية اللبنانية', 'République libanaise', 'Lebanese Republic'],
  JOR: ['المملكة الأردنية الهاشمية', 'Hashemite Kingdom of Jordan'],
  MAR: ['المملكة المغربية', 'Royaume du Maroc'],
  YEM: ['الجمهورية اليمنية'],
  IRQ: ['جمهورية العراق'],
  SAU: ['المملكة العربية السعودية'],
  ARE: ['دولة الإمارات العربية المتحدة', 'الإمارات العربية المتحدة'],
  FRA: ['République française', 'French Republic'],
  DEU: ['Bundesrepublik Deutschland', 'Federal Republic of Germany'],
  NLD: ['Netherlands', 'Kingdom of the Netherlands', 'Nederland', 'Pays-Bas'],
  CHE: ['Swiss Confederation', 'Confédération suisse', 'Schweizerische Eidgenossenschaft', 'Confederazione svizzera'],
  FIN: ['Suomi', 'Suomen'],
  SWE: ['Sveriges'],
  UKR: ['Україна', 'України'],
  VNM: ['Viet Nam'],
  TZA: ['United Republic of Tanzania'],
}

interface Name {
  words: string[]
  length: number
  code: string
}

let table: Map<string, Name[]> | null = null

// The names of all states in all languages take some milliseconds to put together: only when first asked for. They are kept by
// the first letters of their first word, which inflection leaves alone.
function names(): Map<string, Name[]> {
  if (table) return table
  const codes = CODES.split(' ').map(c => [c.slice(0, 2), c.slice(2)] as const)
  const known = new Map<string, string>()
  for (const [code, texts] of Object.entries(ALSO)) for (const text of texts) known.set(fold(text), code)
  for (const language of new Set([...LANGUAGES.map(l => l.language), 'hr', 'sr'])) {
    const display = new Intl.DisplayNames(language, { type: 'region' })
    for (const [two, three] of codes) {
      const name = fold(display.of(two) ?? '')
      if (name && name !== two.toLowerCase() && !known.has(name)) known.set(name, three)
    }
  }
  table = new Map()
  for (const [name, code] of known) {
    const start = name.slice(0, START)
    const list = table.get(start)
    const entry = { words: name.split(' '), length: name.length, code }
    if (list) list.push(entry)
    else table.set(start, [entry])
  }
  return table
}

const START = 3

/** What a state is called in a language, by its alpha-3 code. */
export function stateName(code: string, language: string): string {
  const two = CODES.split(' ')
    .find(c => c.slice(2) === code)
    ?.slice(0, 2)
  return (two && new Intl.DisplayNames(language, { type: 'region' }).of(two)) || code
}

const inflected = (name: string, word: string): boolean =>
  name === word || (name.length >= 5 && word.startsWith(name.slice(0, -1)) && word.length <= name.length + 3)
const same = (name: string, word: string): boolean => name === word

/**
 * The state that a text names, the longest name where there are several: its code, and how many characters its folded name has.
 * In languages that inflect names, inflected forms ('України', 'Bosne i Hercegovine') count where no name stands there as it is.
 */
export function stateIn(text: string, languages: readonly string[]): { code: string; length: number } | null {
  const words = fold(text).split(' ')
  return longest(words, same) ?? (languages.some(l => INFLECTING.has(l)) ? longest(words, inflected) : null)
}

const INFLECTING = new Set(['uk', 'ru', 'sq', 'bs', 'tr', 'fi', 'sv', 'no', 'da', 'de', 'ka'])

function longest(
  words: string[],
  fits: (name: string, word: string) => boolean,
): { code: string; length: number } | null {
  let best: Name | null = null
  for (let i = 0; i < words.length; i++)
    for (const name of names().get(`${words[i]} ${words[i + 1] ?? ''}`.trimEnd().slice(0, START)) ?? []) {
      if (best && name.length <= best.length) continue
      if (i + name.words.length <= words.length && name.words.every((w, k) => fits(w, words[i + k]!))) best = name
    }
  return best && { code: best.code, length: best.length }
}
