/** ISO 3166-1: alpha-3 codes as plans carry them, and the alpha-2 codes that Intl knows. */
import countries from '../../library/countries.json' with { type: 'json' }

export const ALPHA2 = new Map(Object.entries(countries.alpha2))

/** All the alpha-3 codes, for lists to choose from. */
export const COUNTRY_CODES = [...ALPHA2.keys()]

/**
 * Names that Unicode's common locale data words otherwise than the United Nations do ('Congo - Kinshasa'). A plan on a Security Council
 * resolution is shown under the name by which the United Nations list the state (https://www.un.org/en/about-us/member-states and,
 * for the State of Palestine, https://www.un.org/en/about-us/non-member-states).
 */
export const UN_NAMES: Record<string, Record<string, string>> = {
  COD: {
    en: 'Democratic Republic of the Congo',
    fr: 'République démocratique du Congo',
    ar: 'جمهورية الكونغو الديمقراطية',
    es: 'República Democrática del Congo',
    ru: 'Демократическая Республика Конго',
  },
  COG: { en: 'Congo', fr: 'Congo', ar: 'الكونغو', es: 'Congo', ru: 'Конго' },
  PSE: {
    en: 'State of Palestine',
    fr: 'État de Palestine',
    ar: 'دولة فلسطين',
    es: 'Estado de Palestina',
    ru: 'Государство Палестина',
  },
  MMR: { en: 'Myanmar', fr: 'Myanmar', ar: 'ميانمار', es: 'Myanmar', ru: 'Мьянма' },
  TUR: { en: 'Türkiye', fr: 'Türkiye', ar: 'تركيا', es: 'Türkiye', ru: 'Турция' },
  TLS: { en: 'Timor-Leste', fr: 'Timor-Leste', ar: 'تيمور-ليشتي', es: 'Timor-Leste', ru: 'Тимор-Лешти' },
}
