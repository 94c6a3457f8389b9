/** Ten whole submissions of 500 words and more that their bodies would take, in five languages: nothing may be found in them. */
import { ruleOf } from '../../../../../library/bodies.ts'
import type { CleanText } from './clean-texts.ts'
import { CEDAW_AR, CSW_AR, REPORT_UK } from './long-ar-uk.ts'
import { CEDAW_EN, CSW_EN, UPR_EN } from './long-en.ts'
import { CESCR_ES, CSW_ES } from './long-es.ts'
import { CCPR_FR, CEDAW_FR } from './long-fr.ts'
import { readText } from './read-text.ts'

const people = [
  { name: 'Rosa Mayreder', consent: false },
  { name: 'هدى', consent: false },
]

export const LONG_TEXTS: readonly CleanText[] = [
  {
    name: 'an alternative report to CEDAW, in English',
    rule: ruleOf('cedaw-session-2021'),
    document: readText('en', CEDAW_EN),
    facts: { stated: { organisation: 'Valley Women for Peace', country: 'Georgia', publication: 'yes' }, people },
  },
  {
    name: 'a stakeholder submission to the Universal Periodic Review, in English',
    rule: ruleOf('upr-stakeholder-2011'),
    document: readText('en', UPR_EN),
    facts: { stated: { organisation: 'Northern Women’s Forum' }, people },
  },
  {
    name: 'a written statement to the Commission on the Status of Women, in English',
    rule: ruleOf('csw-written-2014'),
    document: readText('en', CSW_EN),
    facts: { stated: { 'original-language': 'en' }, ecosocStatus: 'special', people },
  },
  {
    name: 'a submission to the Human Rights Committee, in French',
    rule: ruleOf('ccpr-submission-current'),
    document: readText('fr', CCPR_FR),
    facts: { people },
  },
  {
    name: 'an alternative report to CEDAW, in French',
    rule: ruleOf('cedaw-session-2021'),
    document: readText('fr', CEDAW_FR),
    facts: {
      stated: { organisation: 'Plateforme des femmes de la vallée', country: 'Sénégal', publication: 'yes' },
      people,
    },
  },
  {
    name: 'a parallel report to the Committee on Economic, Social and Cultural Rights, in Spanish',
    rule: ruleOf('cescr-parallel-2024'),
    document: readText('es', CESCR_ES),
    facts: { people },
  },
  {
    name: 'a written statement to the Commission on the Status of Women, in Spanish',
    rule: ruleOf('csw-written-2014'),
    document: readText('es', CSW_ES),
    facts: { stated: { 'original-language': 'es' }, ecosocStatus: 'general', people },
  },
  {
    name: 'an alternative report to CEDAW, in Arabic',
    rule: ruleOf('cedaw-session-2021'),
    document: readText('ar', CEDAW_AR),
    facts: { stated: { organisation: 'شبكة نساء الوادي', country: 'العراق', publication: 'yes' }, people },
  },
  {
    name: 'a written statement to the Commission on the Status of Women, in Arabic',
    rule: ruleOf('csw-written-2014'),
    document: readText('ar', CSW_AR),
    facts: { stated: { 'original-language': 'ar' }, ecosocStatus: 'special', people },
  },
  {
    name: 'a report for no body, in Ukrainian',
    rule: null,
    document: readText('uk', REPORT_UK),
    facts: { people },
  },
]
