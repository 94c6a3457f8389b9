/**
 * The commonest words of a language that no other word begins or ends with by rule: where a document loses spaces, they show where
 * one was. Words that are prefixes too ('in', 'for', 'sur', 'entre', 'contra') are left out: 'in' and 'formation' are not 'information'.
 */
export const FUNCTION_WORDS: Record<string, readonly string[]> = {
  en: ['the', 'of', 'and', 'their', 'which', 'from', 'that'],
  fr: [
    'le',
    'la',
    'les',
    'des',
    'du',
    'de',
    'et',
    'un',
    'une',
    'aux',
    'au',
    'dans',
    'pour',
    'avec',
    'sont',
    'qui',
    'ses',
  ],
  es: ['el', 'la', 'los', 'las', 'de', 'del', 'y', 'que', 'una', 'con', 'para', 'por', 'se', 'sus'],
  pt: ['o', 'os', 'as', 'da', 'do', 'das', 'dos', 'de', 'e', 'que', 'uma', 'para', 'com', 'na', 'no'],
  it: ['il', 'la', 'le', 'gli', 'di', 'del', 'della', 'delle', 'e', 'che', 'una', 'per', 'nel'],
  de: ['der', 'die', 'das', 'und', 'den', 'dem', 'des', 'von', 'zur', 'zum', 'ist', 'eine'],
  nl: ['de', 'het', 'een', 'van', 'en', 'voor', 'met', 'dat', 'zijn'],
  sv: ['och', 'att', 'det', 'som', 'en', 'ett', 'den', 'för', 'med', 'av'],
  sq: ['dhe', 'të', 'në', 'për', 'nga', 'një', 'me', 'së', 'që'],
  tr: ['ve', 'bir', 'ile', 'için', 'olarak', 'bu'],
  bs: ['i', 'u', 'za', 'se', 'je', 'koji', 'koje', 'ili', 'kao'],
  uk: ['та', 'і', 'у', 'що', 'для', 'або', 'які'],
  ru: ['и', 'для', 'что', 'или', 'которые'],
}
