/** Words for few people, one entry for each language. A language more is words more here. */

export interface PeopleWords {
  /** Two to four in letters. One is an article in most languages. */
  numbers: readonly string[]
  people: readonly string[]
  /** Forms that mean two without a number. */
  pairs: readonly string[]
  /** Further words at the head of a column or row. */
  headers: readonly string[]
  /** What follows where it is a share: 'two women in three'. A pattern. */
  after: string
}

export const PEOPLE: Readonly<Record<string, PeopleWords>> = {
  en: {
    numbers: ['two', 'three', 'four', 'Two', 'Three', 'Four'],
    people: [
      ...['women', 'woman', 'girls?', 'men', 'boys?', 'people', 'persons?', 'children', 'mothers?', 'widows?'],
      ...[
        'survivors?',
        'victims?',
        'witness(?:es)?',
        'detainees?',
        'refugees?',
        'activists?',
        'defenders?',
        'complainants?',
      ],
    ],
    pairs: [],
    headers: ['female', 'male'],
    after: 'in\\s|out of\\s',
  },
  fr: {
    numbers: ['deux', 'trois', 'quatre', 'Deux', 'Trois', 'Quatre'],
    people: [
      ...[
        'femmes?',
        'filles?',
        'hommes?',
        'garçons?',
        'personnes?',
        'enfants?',
        'mères?',
        'veuves?',
        'survivant(?:e|es|s)?',
      ],
      ...[
        'victimes?',
        'témoins?',
        'détenu(?:e|es|s)?',
        'réfugié(?:e|es|s)?',
        'militant(?:e|es|s)?',
        'défenseur(?:e|es|s)?',
        'plaignantes?',
      ],
    ],
    pairs: [],
    headers: [],
    after: 'sur\\s',
  },
  es: {
    numbers: ['dos', 'tres', 'cuatro', 'Dos', 'Tres', 'Cuatro'],
    people: [
      ...[
        'mujer(?:es)?',
        'niñas?',
        'hombres?',
        'niños?',
        'personas?',
        'madres?',
        'viudas?',
        'sobrevivientes?',
        'supervivientes?',
      ],
      ...[
        'víctimas?',
        'testigos?',
        'detenid[ao]s?',
        'refugiad[ao]s?',
        'activistas?',
        'defensor(?:a|as|es)?',
        'denunciantes?',
      ],
    ],
    pairs: [],
    headers: [],
    after: 'de cada\\s|sobre\\s',
  },
  ar: {
    numbers: ['ثلاث', 'ثلاثة', 'أربع', 'أربعة'],
    people: [
      ...['نساء', 'امرأة', 'فتيات', 'فتاة', 'رجال', 'أشخاص', 'أطفال', 'أمهات', 'أرامل', 'ناجيات', 'ضحايا', 'شاهدات'],
      ...['محتجزات', 'معتقلات', 'لاجئات', 'ناشطات', 'مدافعات', 'مشتكيات'],
    ],
    pairs: [
      ...['امرأتان', 'امرأتين', 'فتاتان', 'فتاتين', 'ناجيتان', 'ناجيتين', 'ضحيتان', 'ضحيتين', 'رجلان', 'رجلين'],
      ...['شخصان', 'شخصين', 'طفلان', 'طفلين', 'أرملتان', 'أرملتين', 'ناشطتان', 'ناشطتين'],
    ],
    headers: ['إناث', 'ذكور'],
    after: 'من كل\\s|من أصل\\s',
  },
}
