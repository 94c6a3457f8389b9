/** How five languages say by when something is to be done: months, numbers, units and what stands around them. Regular expressions. Pure. */

/** Weeks are left out: those in which something is to be done are those of a pregnancy or of a detention. */
export type Unit = 'day' | 'month' | 'year'

export interface TimeWords {
  /** Twelve, each with its forms. */
  months: string[]
  numbers: Record<string, number>
  units: Record<Unit, string>
  /** 'by', 'no later than': what stands before a date that something is to be done by. */
  by: string
  /** 'submit its report in': what makes a date that somebody hands something in, with a few words between. */
  handIn: string
  /** 'the end of', 'the year': between that and the date. */
  between: string
  /** 'at the latest', behind a date that nothing but 'in' stands before. */
  latest: string | null
  /** 'within', 'in a period of': before a number and a unit. */
  within: string
  /** 'mid-', 'the middle of': before a year. */
  middle: string
  /** Their ordinals. */
  quarters: [first: string, second: string, third: string, fourth: string]
  /** Between a quarter and its year. */
  quarterOf: string
  /** 'of', 'after': what a span is counted from follows. */
  from: string
  /** What a span may be counted from so that the day on which the body spoke is meant. */
  fromThisText: string
  /** A time that is no date: 'by its seventy-seventh session', 'in its next periodic report'. */
  noDate: string
}

const numbersOf = (words: string, of: readonly number[]): Record<string, number> =>
  Object.fromEntries(words.split(',').map((word, n) => [word, of[n]!]))

const EN: TimeWords = {
  months: [
    'january|jan',
    'february|feb',
    'march|mar',
    'april|apr',
    'may',
    'june|jun',
    'july|jul',
    'august|aug',
    'september|sept?',
    'october|oct',
    'november|nov',
    'december|dec',
  ],
  numbers: numbersOf(
    'a,an,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,fifteen,eighteen,twenty,twenty-four,thirty,thirty-six,forty-eight,sixty,ninety',
    [1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 18, 20, 24, 30, 36, 48, 60, 90],
  ),
  units: { day: 'days?', month: 'months?', year: 'years?' },
  by: String.raw`by|before|prior to|(?:no|not) later than|at the latest(?: by| in| on)?|due(?: for submission)?(?: in| on| by)?`,
  handIn: String.raw`(?:submit\w*|present(?:ed)?|report|reports|scheduled|expected|hand(?:ed)? in)\b[^.;:]{0,60}? (?:in|on)`,
  between: String.raw`(?:the )?(?:end|close) of|the year`,
  latest: 'at the latest',
  within: String.raw`within(?: a| the)?(?: maximum)?(?: period| time ?frame| deadline| space)?(?: of)?(?: no more than| at most| the (?:next|following|coming))?|(?:no|not) later than|in the (?:next|coming|following)`,
  middle: String.raw`mid-?(?: of)? ?|the middle of `,
  quarters: ['first', 'second', 'third', 'fourth|last'],
  quarterOf: String.raw`quarter of`,
  from: 'of|from|after|following|since',
  fromThisText: String.raw`(?:the )?(?:date of )?(?:the )?(?:adoption|publication|issuance|receipt)(?: of)?\s*(?:[.,;:)]|$)|[^.;]{0,60}?(?:\bthis\b|\bthese\b|\bpresent\b|concluding observations|recommendations|\bnow\b|today)`,
  noDate: String.raw`(?:by|before|at|for|no later than|in time for) (?:its|the|their) (?:[\p{L}-]+ ){1,4}sessions?|(?:in|by|with|within|before) (?:its|the|their) next (?:combined )?(?:[\p{L}-]+ )?(?:periodic )?report`,
}

const FR: TimeWords = {
  months: [
    'janvier|janv',
    'février|févr',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre|sept',
    'octobre|oct',
    'novembre|nov',
    'décembre|déc',
  ],
  numbers: numbersOf(
    'un,une,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,quinze,dix-huit,vingt,vingt-quatre,trente,trente-six,quarante-huit,soixante,quatre-vingt-dix',
    [1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 18, 20, 24, 30, 36, 48, 60, 90],
  ),
  units: { day: 'jours?', month: 'mois', year: 'ans?|années?' },
  by: String.raw`d[’']ici(?: à| au)?|avant|au plus tard(?: en| pour)?|pour(?= (?:le )?\d{1,2}(?:er)? \p{L})|attendue?s?(?: en| pour| le)?|prévue?s?(?: en| pour| le)|à soumettre(?: en| pour| le)`,
  handIn: String.raw`(?:soumettre|soumet\p{L}*|présent\p{L}+|remettre|faire rapport)(?![\p{L}])[^.;:]{0,60}? (?:en|le)`,
  between: String.raw`(?:(?:à|au) )?(?:la |le )?(?:fin|terme)(?: de| du|)|le|l[’']année|l[’']an`,
  latest: 'au plus tard',
  within: String.raw`dans (?:un délai(?: maximal| maximum)? (?:de |d[’'])(?:au maximum )?|les(?: prochains| prochaines)? |le délai de |l[’']espace de )|sous|d[’']ici(?: à)?|délai (?:de |d[’'])`,
  middle: String.raw`(?:la )?mi-|(?:le )?milieu (?:de |d[’'])(?:l[’']année )?`,
  quarters: ['premier|1er', 'deuxième|2e', 'troisième|3e', 'quatrième|4e|dernier'],
  quarterOf: String.raw`trimestre(?: de)?`,
  from: String.raw`suivant|après|à compter|à partir|de(?= l[’'](?:adoption|entrée))`,
  fromThisText: String.raw`(?:(?:de |du )?(?:l[’']|la |le )?(?:date d[’'])?)?(?:adoption|publication|réception)\s*(?:[.,;:)]|$)|[^.;]{0,60}?(?:présente?s?(?!\p{L})|\bces\b|observations finales|recommandations|aujourd)`,
  noDate: String.raw`(?:à|lors de|pour|avant|d[’']ici(?: à)?) (?:sa|la|leur) (?:[\p{L}-]+ ){1,4}session|(?:dans|avec|lors de) (?:son|le|leur) prochain rapport(?: périodique)?`,
}

const ES: TimeWords = {
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre|setiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  numbers: numbersOf(
    'un,una,uno,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce,quince,dieciocho,veinte,veinticuatro,treinta,treinta y seis,cuarenta y ocho,sesenta,noventa',
    [1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 18, 20, 24, 30, 36, 48, 60, 90],
  ),
  units: { day: 'días?', month: 'mes(?:es)?', year: 'años?' },
  by: String.raw`a más tardar(?: en| para)?|antes de(?:l| que (?:finalice|termine|acabe|concluya))?|para|de aquí a|previst[oa]s?(?: para| en)|pendiente para`,
  handIn: String.raw`(?:present\p{L}+|remit\p{L}+|inform(?:e|ar|ará))(?![\p{L}])[^.;:]{0,60}? (?:en|el)`,
  between: String.raw`(?:el |la )?(?:final|finales|fines|fin)(?: de(?:l)?)?|el año|año|el mes de|el`,
  latest: 'a más tardar|como (?:muy tarde|máximo)',
  within: String.raw`(?:en|dentro de)(?: el| un| los| las)?(?: próxim[oa]s)?(?: plazo(?: máximo)? (?:de|no superior a))?|plazo(?: máximo)? de`,
  middle: String.raw`mediados (?:de |del )(?:año )?`,
  quarters: ['primer', 'segundo', 'tercer', 'cuarto|último'],
  quarterOf: String.raw`trimestre (?:de|del)(?: año)?`,
  from: String.raw`siguientes a|a partir de|desde|después de|contad[oa]s (?:a partir de|desde)|de(?= la (?:aprobación|adopción|entrada))`,
  fromThisText: String.raw`(?:la )?(?:fecha de )?(?:la )?(?:aprobación|adopción|publicación)\s*(?:[.,;:)]|$)|[^.;]{0,60}?(?:presentes?(?!\p{L})|\best[ae]s\b|observaciones finales|recomendaciones|\bhoy\b)`,
  noDate: String.raw`(?:en|para|antes de) (?:su|el|sus) (?:[\p{L}-]+ ){1,4}período de sesiones|(?:en|con) (?:su|el) próximo informe(?: periódico)?`,
}

/** The Gregorian months as they are called in the east and in the west of the Arab world, and both with a stroke. */
const ARABIC_MONTHS = [
  ['كانون الثاني', 'يناير|جانفي'],
  ['شباط', 'فبراير|فيفري'],
  ['[آا]ذار', 'مارس'],
  ['نيسان', '[أا]بريل|أفريل'],
  ['[أا]يار', 'مايو?|ماي'],
  ['حزيران', 'يوني[هو]|جوان'],
  ['تموز', 'يولي[هو]ز?|جويلية'],
  ['[آا]ب', '[أا]غسطس|أوت'],
  ['[أا]يلول', 'سبتمبر'],
  ['تشرين ال[أا]ول', '[أا]كتوبر'],
  ['تشرين الثاني', 'نوفمبر'],
  ['كانون ال[أا]ول', 'ديسمبر'],
].map(([east, west]) => String.raw`(?:${east})(?:\s?/\s?(?:${west}))?|(?:${west})(?:\s?/\s?(?:${east}))?`)

const AR: TimeWords = {
  months: ARABIC_MONTHS,
  numbers: numbersOf(
    'ثلاثة,ثلاث,أربعة,أربع,خمسة,خمس,ستة,ست,سبعة,سبع,ثمانية,ثماني,تسعة,تسع,عشرة,عشر,أحد عشر,اثني عشر,اثنا عشر,خمسة عشر,ثمانية عشر,عشرين,أربعة وعشرين,ثلاثين,ستة وثلاثين,ستين,تسعين',
    [3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 12, 12, 15, 18, 20, 24, 30, 36, 60, 90],
  ),
  units: {
    day: 'يوما?ً?|أيام',
    month: 'شهرا?ً?|أشهر|شهور',
    year: 'سنة|سنوات|سنين|عاما?ً?|أعوام',
  },
  by: String.raw`و?(?:بحلول|قبل|في (?:موعد|أجل) (?:أقصاه|لا يتجاوز|غايته)|في موعد لا يتعدى|(?:المقرر|المتوقع|المنتظر|المستحق|المطلوب)(?: تقديمه[ام]?)?(?: في| بحلول)|موعده في)`,
  handIn: String.raw`(?:تقديم|تقدم|يقدم|عرض)(?![\p{L}])[^.;:؛]{0,60}? في`,
  between: String.raw`(?:نهاية|أواخر|ختام|حلول|انقضاء|متم)(?: شهر)?|(?:ال)?عام|(?:ال)?سنة|شهر|يوم`,
  latest: 'على أبعد تقدير|كحد أقصى|على الأكثر',
  within: String.raw`(?:في )?(?:غضون|خلال|ظرف)(?: (?:فترة|مدة|مهلة)(?: (?:أقصاها|لا تتجاوز))?)?|في (?:أجل|مدة|مهلة) (?:أقصاه[ا]?|لا [تي]تجاوز)`,
  middle: String.raw`(?:منتصف|أواسط) `,
  quarters: ['الأول', 'الثاني', 'الثالث', 'الرابع|الأخير'],
  quarterOf: String.raw`من`,
  from: String.raw`من|بعد|تلي|اعتبارا?ً? من|ابتداءً? من`,
  fromThisText: String.raw`(?:تاريخ )?(?:اعتمادها?|صدورها?|نشرها)\s*(?:[.,;،؛)]|$)|[^.؛]{0,60}?(?:هذه|هذا|الملاحظات الختامية|التوصيات|الآن|اليوم)`,
  noDate: String.raw`(?:في|بحلول|قبل|خلال) دورته[ام]?(?: [\p{L}\p{M}]+){1,4}|(?:في|ضمن) تقريره[ام]?(?: الدوري)? (?:المقبل|القادم|التالي)`,
}

const RU: TimeWords = {
  months: [
    'январ[яьюе]',
    'феврал[яьюе]',
    'март[аеу]?',
    'апрел[яьюе]',
    'ма[йяюе]',
    'июн[яьюе]',
    'июл[яьюе]',
    'август[аеу]?',
    'сентябр[яьюе]',
    'октябр[яьюе]',
    'ноябр[яьюе]',
    'декабр[яьюе]',
  ],
  numbers: numbersOf(
    'одного,одной,двух,трех,трёх,четырех,четырёх,пяти,шести,семи,восьми,девяти,десяти,одиннадцати,двенадцати,пятнадцати,восемнадцати,двадцати,двадцати четырех,двадцати четырёх,тридцати,тридцати шести,шестидесяти,девяноста',
    [1, 1, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 18, 20, 24, 24, 30, 36, 60, 90],
  ),
  units: {
    day: 'дн(?:я|ей)|суток',
    month: 'месяц(?:а|ев)?',
    year: 'года?|лет',
  },
  by: String.raw`ко?|не позднее(?: чем)?|(?<!период )до|(?:подлежащ\p{L}+ представлению|ожидаем\p{L}+|запланированн\p{L}+)(?: в| на| к)?`,
  handIn: String.raw`представ\p{L}+[^.;:]{0,60}? во?`,
  between: String.raw`конца|концу|конце|истечения|наступления`,
  latest: 'не позднее|самое позднее',
  within: String.raw`в течение(?: ближайших| следующих| последующих)?|(?:в )?срок(?: не (?:более|позднее))?(?: до)?|не позднее(?: чем)?(?: через| в течение)?|через`,
  middle: String.raw`(?:середин[уеы]) `,
  quarters: ['первого|первому|I', 'второго|второму|II', 'третьего|третьему|III', 'четвертого|четвёртого|IV|последнего'],
  quarterOf: String.raw`квартал[ау]`,
  from: String.raw`со?|после|начиная со?`,
  fromThisText: String.raw`(?:даты |момента |дня )?(?:принятия|опубликования|получения)\s*(?:[.,;:)]|$)|[^.;]{0,60}?(?:настоящ\p{L}+|этих|данных|заключительных замечаний|рекомендаци|сегодня)`,
  noDate: String.raw`(?:на|к) (?:своей|её|его) (?:[\p{L}-]+ ){1,4}сесси[ию]|в (?:свой |своем |своём |её |его )?следующ(?:ий|ем) (?:периодическ(?:ий|ом) )?доклад[е]?`,
}

export const TIME_WORDS: readonly TimeWords[] = [EN, FR, ES, AR, RU]

/** In one word with its number: 'в шестимесячный срок'. */
export const RUSSIAN_SPANS: [RegExp, number, Unit][] = [
  ['двухлетн', 2, 'year'],
  ['тр[её]хлетн', 3, 'year'],
  ['годичн', 1, 'year'],
  ['двухмесячн', 2, 'month'],
  ['тр[её]хмесячн', 3, 'month'],
  ['шестимесячн', 6, 'month'],
  ['двенадцатимесячн', 12, 'month'],
].map(([stem, n, unit]) => [new RegExp(String.raw`(?<!\p{L})в ${stem}\p{L}* срок`, 'iu'), n as number, unit as Unit])

/** A unit that says its number itself: 'سنتين', 'в течение года'. */
export const ALONE: Record<string, [number, Unit]> = {
  شهرين: [2, 'month'],
  سنتين: [2, 'year'],
  عامين: [2, 'year'],
  سنة: [1, 'year'],
  عام: [1, 'year'],
  شهر: [1, 'month'],
  года: [1, 'year'],
  месяца: [1, 'month'],
}
