/** Ten submissions that their bodies would take: four languages, six rules, written for the tests. */
import { ruleOf } from '../../../../../library/bodies.ts'
import type { Rule } from '../../../../../library/body-shape.ts'
import type { Block, TextDocument } from '../../document.ts'
import type { SubmissionFacts } from '../finding.ts'

export interface CleanText {
  name: string
  rule: Rule | null
  document: TextDocument
  facts: SubmissionFacts
}

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text })
const paragraph = (text: string, number?: string): Block => ({ kind: 'paragraph', text, ...(number && { number }) })
const footnote = (text: string): Block => ({ kind: 'footnote', text })

export const CLEAN_TEXTS: readonly CleanText[] = [
  {
    name: 'an alternative report to CEDAW, in English, with footnotes and a table',
    rule: ruleOf('cedaw-session-2021'),
    facts: { stated: { organisation: 'Valley Women for Peace', country: 'Georgia', publication: 'yes' } },
    document: {
      language: 'en',
      blocks: [
        {
          kind: 'cover',
          lines: [
            'Alternative report on Georgia',
            'Valley Women for Peace',
            'It may be published.',
            'PRESENTED TO CEDAW',
          ],
        },
        heading('Article 7: political and public life'),
        paragraph(
          'The National Action Plan (NAP) of the Ministry of Foreign Affairs (MFA) names 27 actions. The NAP gives money to none of them, ' +
            'although Security Council resolution 1325 (2000) is twenty-six years old and one woman in three has heard of it.',
        ),
        footnote('NAP, p. 12. See also S/RES/1325 and CEDAW/C/GC/30, https://example.org/NAP.PDF.'),
        {
          kind: 'paragraph',
          text: [
            { text: 'In 2025 ' },
            { text: 'women held 14 of 150 seats', claim: { sources: ['indicator-7'] } },
            {
              text: ' and the plan cost USD 250,000. Two women’s organisations and four women-led networks were asked.',
            },
          ],
        },
        {
          kind: 'table',
          header: ['Year', 'Women in office'],
          rows: [
            ['2024', '12'],
            ['2025', '14'],
          ],
        },
        heading('RECOMMENDATIONS'),
        { kind: 'list', ordered: true, items: ['Cost each action.', 'Report each year to Parliament.'] },
      ],
    },
  },
  {
    name: 'a written statement to CSW, in English, in full words',
    rule: ruleOf('csw-written-2014'),
    facts: {
      stated: { 'original-language': 'en' },
      ecosocStatus: 'special',
      coalition: ['Mothers of the Border', 'Peace Table', 'Valley Women for Peace'],
      others: { own: 1, joint: 2 },
    },
    document: {
      language: 'en',
      blocks: [
        paragraph('The Commission on the Status of Women meets when money for peace goes to arms.'),
        paragraph('We ask governments to carry out Security Council resolution 2122 (2013) and to pay for it.'),
        paragraph(
          'In the Democratic Republic of the Congo and in Ukraine, women have kept markets open between two lines.',
        ),
        paragraph('This statement is supported by: Mothers of the Border; Peace Table; Valley Women for Peace.'),
      ],
    },
  },
  {
    name: 'a stakeholder submission to the Universal Periodic Review, in English, with numbered paragraphs',
    rule: ruleOf('upr-stakeholder-2011'),
    facts: { stated: { organisation: 'Northern Women’s Forum' } },
    document: {
      language: 'en',
      blocks: [
        { kind: 'cover', lines: ["Northern Women's Forum", 'www.example.org'] },
        heading('I. Follow-up to the previous review'),
        paragraph(
          'Of 12 recommendations on women, peace and security, the State carried out five (Phase II, part XIV).',
          '1.',
        ),
        paragraph('The North Atlantic Treaty Organization (NATO) trains 3,400 women and men a year there.', '2.'),
        paragraph('3. The State should publish the budget of its plan.'),
        footnote('Answers of 46 organisations to our questionnaire.'),
        { kind: 'annex', title: 'Our questions', holds: 'own-text', blocks: [paragraph('What was promised?')] },
      ],
    },
  },
  {
    name: 'a submission to the Human Rights Committee, in French, with spaced punctuation',
    rule: ruleOf('ccpr-submission-current'),
    facts: {},
    document: {
      language: 'fr',
      blocks: [
        heading('Préoccupations prioritaires'),
        paragraph(
          'L’Organisation du traité de l’Atlantique nord (OTAN) et l’ONU ont formé 1 240 personnes ; une femme sur trois n’en a rien su. ' +
            'La résolution 1820 (2008) du Conseil de sécurité reste lettre morte : « aucun budget », dit le Plan d’action national (PAN).',
        ),
        paragraph('Deux femmes sur cinq déplacées vivent sous le seuil de pauvreté. Le PAN ne dit rien d’elles.'),
        heading('Recommandations'),
        { kind: 'list', ordered: true, items: ['Chiffrer chaque action.', 'Publier un rapport annuel.'] },
      ],
    },
  },
  {
    name: 'a statement to the high-level segment of ECOSOC, in French',
    rule: ruleOf('ecosoc-high-level-2012'),
    facts: { ecosocStatus: 'roster', others: { own: 0, joint: 0 } },
    document: {
      language: 'fr',
      blocks: [
        paragraph('Les femmes de la RD Congo portent la paix dans 26 provinces, avec 45 000 USD par an pour toutes.'),
        paragraph('Nous demandons que la part des budgets de paix qui leur revient soit publiée chaque année.'),
      ],
    },
  },
  {
    name: 'a parallel report to CESCR, in Spanish, with a list of abbreviations',
    rule: ruleOf('cescr-parallel-2024'),
    facts: {},
    document: {
      language: 'es',
      blocks: [
        heading('Siglas'),
        { kind: 'list', ordered: false, items: ['JEP: Jurisdicción Especial para la Paz', 'DDHH: derechos humanos'] },
        heading('Hallazgos'),
        paragraph(
          'La JEP escuchó a 215 mujeres; tres mujeres de cada diez no tuvieron transporte. El Plan de Acción Nacional (PAN) no tiene presupuesto.',
        ),
        paragraph(
          'Según el Consejo de Seguridad, resolución 2242 (2015), los Estados deben financiar el PAN. La ONU lo recordó.',
        ),
        footnote('Encuesta propia, 2025, 318 respuestas, EE. UU. y Colombia.'),
      ],
    },
  },
  {
    name: 'a written statement to CSW, in Spanish',
    rule: ruleOf('csw-written-2014'),
    facts: { stated: { 'original-language': 'es' }, ecosocStatus: 'general' },
    document: {
      language: 'es',
      blocks: [
        paragraph('¿Quién paga la paz? Las mujeres de los territorios la pagan con su tiempo.'),
        paragraph('Pedimos a los Estados un presupuesto público, con cifras por año, para la resolución 1325 (2000).'),
      ],
    },
  },
  {
    name: 'a report to CEDAW, in Arabic, with the Latin letters of a plan explained',
    rule: ruleOf('cedaw-session-2021'),
    facts: {
      stated: { organisation: 'شبكة نساء الوادي', country: 'العراق', publication: 'no' },
      people: [{ name: 'هدى', consent: false }],
    },
    document: {
      language: 'ar',
      blocks: [
        { kind: 'cover', lines: ['تقرير بديل عن العراق', 'شبكة نساء الوادي'] },
        heading('المادة 7'),
        paragraph(
          'تعتمد خطة العمل الوطنية (NAP) على قرار مجلس الأمن 1325 (2000)، وشاركت 215 امرأة في إعدادها في دار مهدى.',
        ),
        paragraph('لا ميزانية لأي نشاط في NAP، وثلاث نساء من كل عشر لم يسمعن بها.'),
        {
          kind: 'table',
          header: ['السنة', 'نسبة النساء'],
          rows: [
            ['2024', '4'],
            ['2025', '3'],
          ],
        },
        footnote('خطة العمل الوطنية، الصفحة 12.'),
      ],
    },
  },
  {
    name: 'a written statement to CSW, in Arabic',
    rule: ruleOf('csw-written-2014'),
    facts: { stated: { 'original-language': 'ar' }, ecosocStatus: 'special' },
    document: {
      language: 'ar',
      blocks: [
        paragraph('تطالب المنظمات النسائية بميزانية معلنة لتنفيذ القرار 1325 (2000).'),
        paragraph('السلام بلا نساء هدنة قصيرة.'),
      ],
    },
  },
  {
    name: 'a country brief for no body, in English, with a person who consented',
    rule: null,
    facts: {
      people: [
        { name: 'Jane Addams', consent: true },
        { name: 'May', consent: false },
      ],
      acceptedAcronyms: ['WPS'],
    },
    document: {
      language: 'en',
      blocks: [
        heading('WPS in one province'),
        {
          kind: 'paragraph',
          text: [
            { text: 'Jane Addams', person: 'Jane Addams', bold: true },
            { text: ' keeps the roster. Prices may rise by 3.2 per cent; COVID-19 closed it.' },
          ],
        },
        paragraph(
          'Objective 2 Women take part. No more than 2 in 10 women voted; 31 women stood. Table 3 People asked: 204.',
        ),
        {
          kind: 'table',
          caption: 'Mediators',
          header: ['Province', 'Women', 'Share of women, %'],
          rows: [['North', '12', '4']],
        },
        { kind: 'image', alternative: 'A map of provinces' },
      ],
    },
  },
]
