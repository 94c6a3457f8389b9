/** Languages as a person types them, by their names in her language or by their codes, and the codes that they stand for. */
import type { Words } from '../../../platform/languages.ts'

// ISO 639-1, and the national languages of states with plans that have no two-letter code.
// prettier-ignore
const CODES = 'aa ab af ak am ar as ay az ba be bg bm bn bo br bs ca ce cs cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu ha he hi hr ht hu hy id ig is it iu ja jv ka kg ki kk kl km kn ko ku ky la lb lg ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne nl nn no nr ny oc om or os pa pl ps pt qu rm rn ro ru rw sa sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi wo xh yi yo zh zu ckb fil kea kmr lua pap pis sr-Latn sr-Cyrl sr-ME tet tpi'.split(' ')

/** 'French, Arabic' */
export const namesOfLanguages = (codes: string[], { language, dir }: Pick<Words, 'language' | 'dir'>): string =>
  codes.map(language).join(dir === 'rtl' ? '، ' : ', ')

/** The codes of what was typed, in its order; `unknown` is what is no language's name or code. */
export function codesOfLanguages(
  typed: string,
  { language }: Pick<Words, 'language'>,
): { codes: string[]; unknown: string[] } {
  const byName = new Map(CODES.flatMap(code => [code, language(code)].map(name => [folded(name), code] as const)))
  const codes = new Set<string>()
  const unknown: string[] = []
  for (const name of typed.split(/[,;،؛\n]+/).map(part => part.trim())) {
    if (!name) continue
    const code = byName.get(folded(name)) ?? (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(name) ? name : undefined)
    if (code) codes.add(code)
    else unknown.push(name)
  }
  return { codes: [...codes], unknown }
}

const folded = (name: string): string => name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').trim()
