/**
 * By what words one tells what a text states that can be disputed: shares, and counts that are no dates, no numbers of articles or resolutions,
 * no spans of time and no demands. And by what words it says what that rests on: a page, a document, a survey, or who was asked. In the six
 * languages of the United Nations that have letters, all at once: what is typed says its language nowhere.
 */
import resolutions from '../../../library/resolutions.json' with { type: 'json' }

const any = (...parts: readonly string[]): string => `(?:${parts.join('|')})`
const word = (pattern: string): string => `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{M}\\p{N}])`
/** In Arabic particles are written with the word. */
const arabic = (pattern: string): string => `(?<!\\p{L})[وفبلك]{0,2}(?:ال)?${pattern}`

const DIGIT = '[0-9٠-٩۰-۹]'
const NUMBER = `${DIGIT}+(?:[.,٫٬\\u00a0\\u202f\\u2009 ]${DIGIT}{3})*(?:[.,٫]${DIGIT}+)?`

/** What numbers without a claim stand behind: 'articles 7, 8 and 12', 'الفقرة 8'. */
const REFERRING = any(
  word(
    any(
      'art(?:icle|ículo|ikel)?s?\\.?',
      'para(?:graph|graphe|s)?s?\\.?',
      'párrafos?',
      'párrs?\\.?',
      'resolutions?',
      'résolutions?',
      'resolución(?:es)?',
      'UNSCRs?',
      'SCRs?',
      'recommend?ations?',
      'recommandations?',
      'recomendaci(?:ón|ones)',
      'indica(?:tor|teur|dor)(?:s|es)?',
      'targets?',
      'cibles?',
      'metas?',
      'goals?',
      'SDGs?',
      'ODD',
      'ODS',
      'objecti(?:ve|f|vo)s?',
      'objetivos?',
      'actions?',
      'acci(?:ón|ones)',
      'activit(?:y|ies|é|és)',
      'outcomes?',
      'outputs?',
      'pillars?',
      'piliers?',
      'rules?',
      'règles?',
      'sections?',
      'secci(?:ón|ones)',
      'chap(?:ter|itre|\\.)s?',
      'capítulos?',
      'annex(?:es|e|o)?s?',
      'tables?',
      'tableaux?',
      'tablas?',
      'figures?',
      'box(?:es)?',
      'questions?',
      'phases?',
      'decrees?',
      'décrets?',
      'decretos?',
      'acts?',
      'laws?',
      'lois?',
      'ley(?:es)?',
      'bills?',
      'sessions?',
      'comments?',
      'observations?',
      'issues?',
      'rev\\.?',
      'add\\.?',
      'nos?\\.',
      'nr\\.?',
      'n[°º]\\.?',
      'rooms?',
      '\\p{L}*casos?',
      'aged?',
      'B\\.?P\\.?',
      'P\\.?O\\.?\\sBox',
      'OP',
      '[Сс]тат\\p{L}+',
      '[Пп]ункт\\p{L}*',
      'п\\.',
      'ст\\.',
      '[Рр]езолюци\\p{L}+',
      '[Рр]екомендаци\\p{L}+',
      '[Ии]ндикатор\\p{L}*',
      '[Пп]оказател\\p{L}+',
      '[Цц]ел\\p{L}{1,3}',
      '[Зз]адач\\p{L}+',
      '[Мм]ер\\p{L}{1,3}',
      '[Рр]аздел\\p{L}*',
      '[Гг]лав\\p{L}{1,3}',
      '[Тт]аблиц\\p{L}+',
      '[Зз]акон\\p{L}*',
      '[Сс]есси\\p{L}+',
    ),
  ),
  arabic(
    any(
      'ماد(?:ة|تين|تان)',
      'مواد',
      'فقر(?:ة|تين|تان|ات)',
      'قرار(?:ين|ان|ات)?',
      'توصي(?:ة|ات)',
      'مؤشر(?:ات)?',
      'هدف',
      'أهداف',
      'غاية',
      'محور',
      'نشاط',
      'فصل',
      'جدول',
      'ملحق',
      'قانون',
      'مرسوم',
      'دورة',
      'رقم',
      'سؤال',
    ),
  ),
  '§{1,2}',
  '№{1,2}',
  '#',
)
const BETWEEN = `\\s*${any(',', ';', '/', '&', '[-–—]', 'and', 'or', 'to', 'et', 'ou', 'à', 'y', 'o', 'al?', 'и', 'или', 'по', '،', 'و', 'إلى')}\\s*و?\\s*`
const NUMBERED = `${DIGIT}+(?:\\.${DIGIT}+)*(?:\\s?\\([^()]{1,12}\\)){0,3}\\p{L}?(?!\\p{L})`
const REFERENCE = `${REFERRING}\\s*(?:n[°ºo]s?\\.?\\s*|№\\s*|رقم\\s*)?${NUMBERED}(?:(?:${BETWEEN}){1,2}${NUMBERED})*`

/** As dates say them, whole and short; in Arabic as in Egypt, in the Levant and in Algeria. */
const MONTH = `${any(...monthNames(['en', 'fr', 'es', 'ru', 'ar-EG', 'ar-SY', 'ar-DZ']))}(?!\\p{L})`

function monthNames(locales: readonly string[]): string[] {
  const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 5)))
  const names = locales.flatMap(locale =>
    (['long', 'short'] as const).flatMap(month => {
      const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month, timeZone: 'UTC' })
      return days.map(day => format.formatToParts(day).find(({ type }) => type === 'month')!.value)
    }),
  )
  return [...new Set(names)].map(name => name.replace(/\.$/u, '\\.?'))
}

const DAY = `${DIGIT}{1,2}(?:st|nd|rd|th|er)?`
const DATES = any(
  `${DAY}(?:\\s*(?:,|and|et|y|и|[-–—]|to|au|al)\\s*${DAY})*\\.?\\s+(?:de\\s|of\\s|من\\s)?${MONTH}`,
  `(?<!\\p{L})${MONTH}\\s+${DAY}(?!${DIGIT})`,
  `${DIGIT}{1,4}([./-])${DIGIT}{1,2}\\1${DIGIT}{2,4}`,
  `${DIGIT}{1,2}[:.h]${DIGIT}{2}(?!${DIGIT})`,
  // A year, a span of years: no count of anything.
  `(?<![\\p{L}\\p{N}.,])${any('19', '20', '١٩', '٢٠')}${DIGIT}{2}(?:\\s?[-–—/]\\s?${DIGIT}{2,4})?(?![.,٫٬]?${DIGIT})`,
)

const SPAN = any(
  '(?:years?|months?|weeks?|days?|hours?|minutes?|decades?)(?!\\p{L})',
  '(?:ans?|années?|mois|semaines?|jours?|heures?)(?!\\p{L})',
  '(?:años?|mes(?:es)?|semanas?|días?|horas?)(?!\\p{L})',
  '(?:лет|год\\p{L}*|месяц\\p{L}*|недел\\p{L}+|дн(?:я|ей)|день|сут\\p{L}+|час\\p{L}*|минут\\p{L}*)(?!\\p{L})',
  '(?:سن(?:ة|وات)|عام|أعوام|شهر|أشهر|أسبوع|أسابيع|يوم|أيام|ساع(?:ة|ات)|دقيقة)',
)

/** The resolutions on women, peace and security are often named by their numbers alone. */
const WPS_RESOLUTIONS = resolutions.resolutions.map(({ number }) => String(number))

const NO_COUNTS = new RegExp(
  any(
    // CEDAW/C/GC/30, and whatever has letters before its figures: COVID-19, G20.
    '(?<![\\p{L}\\p{N}])\\p{Lu}{1,8}/[\\p{L}\\p{N}./()-]+',
    `(?<!\\p{N})\\p{L}+[-–]?${DIGIT}+(?:\\.${DIGIT}+)*`,
    REFERENCE,
    DATES,
    `${NUMBER}[\\s-]*(?:${any('working', 'calendar', 'full', 'more', 'jours ouvrables', 'рабочих')}\\s)?${SPAN}`,
    // +243 99 000 00 00
    `\\+${DIGIT}[${DIGIT.slice(1, -1)} ().-]{6,}`,
    // 'la 1325', and any number with a year behind it: resolutions.
    `(?<!\\p{L})la\\s${DIGIT}{3,4}(?![.,]?${DIGIT})`,
    `(?<!${DIGIT}[.,]?)${DIGIT}{3,4}\\s?\\((?:19|20)${DIGIT}{2}\\)`,
    `(?<!\\p{L})(?:en|in|since|desde|depuis|de|of|в|с|عام|سنة)\\s1[5-8]${DIGIT}{2}(?![.,]?${DIGIT})`,
    // 54th, 54-я, 54e, 54.ª
    `${DIGIT}+(?:st|nd|rd|th|er|re|e|ème|\\.?[ºª]|-\\p{Script=Cyrillic}{1,3})(?!\\p{L})`,
    `${DIGIT}+(?:\\.${DIGIT}+){2,}`,
    `^\\s*\\(?${DIGIT}{1,3}[.)]`,
    `(?<!${DIGIT}[.,]?)${any(...WPS_RESOLUTIONS)}(?:\\s?\\(${DIGIT}{4}\\))?(?![.,]?${DIGIT})`,
  ),
  'giu',
)

const EN_NUMBER =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred)'
const FR_NUMBER = '(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent)'
const ES_NUMBER = '(?:una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cien)'
const RU_NUMBER =
  '(?:од(?:ин|на|ной|ного)|дв(?:а|е|ух)|тр(?:и|ех|ёх)|четыр(?:е|ех|ёх)|пят[ьи]|шест[ьи]|сем[ьи]|вос(?:емь|ьми)|девят[ьи]|десят[ьи]|двенадцат[ьи]|двадцат[ьи]|сорок|ста?)'
const AR_NUMBER = '(?:واحدة?|اثن(?:ان|تان|ين|تين)|ثلاثة?|أربعة?|خمسة?|ستة?|سبعة?|ثماني(?:ة)?|تسعة?|عشرة?|عشرين|مئة)'
const counted = (letters: string): string => any(letters, NUMBER)
/** 'of its', 'of the ': what may stand between a part and its whole. */
const THE = '(?:the\\s|its\\s|their\\s|our\\s|these\\s|those\\s|all\\s|every\\s|the\\scountry’s\\s)?'

/** Who writes tells of how many she is: nobody disputes that. */
const OURSELVES =
  /(?<!\p{L})(?:we|our|nous|notre|nosotr[ao]s|nuestr[ao]|мы|наш\p{L}*|نحن|unites?|brings? together|made up of|réuni(?:t|ssons)|regroupe|reúne|agrupa|объединя\p{L}+|[وي]?تضم|يضم)(?!\p{L})/iu
const MEMBERS = new RegExp(
  `${NUMBER}\\s(?:[\\p{L}’']+[\\s-]){0,2}?(?:organi[sz]ations?|organizaciones|asociaciones|associations?|networks?|réseaux|redes|groups?|groupes?|grupos?|members?|membres?|miembros|NGOs?|CSOs?|ONG|OSC|организаци\\p{L}+|объединени\\p{L}+|منظم(?:ة|ات)|جمعي(?:ة|ات))(?!\\p{L})(?:\\s(?:from|in|of|de|des|en|d’|d'|من|из)\\s?${NUMBER}\\s\\p{L}+)?`,
  'giu',
)

const SHARES = new RegExp(
  any(
    `${DIGIT}\\s?[%٪]`,
    `[%٪]\\s?${DIGIT}`,
    'per\\s?cent(?:age)?(?!\\p{L})|pour\\s?cent(?!\\p{L})|por\\s?ciento|процент|بالم(?:ئة|ائة|ئ)|في\\s+الم(?:ئة|ائة)',
    `(?<!\\p{L})${counted(EN_NUMBER)}\\s(?:\\p{L}+\\s){0,2}?(?:out\\sof|of|in)\\s${THE}${counted(EN_NUMBER)}(?![\\p{L}])`,
    `(?<!\\p{L})${counted(FR_NUMBER)}\\s(?:\\p{L}+\\s){0,3}?sur\\s(?:les\\s)?${counted(FR_NUMBER)}(?!\\p{L})`,
    `(?<!\\p{L})${counted(ES_NUMBER)}\\s(?:\\p{L}+\\s){0,2}?de\\s(?:cada\\s|las?\\s|los\\s)?${counted(ES_NUMBER)}(?!\\p{L})`,
    `(?<!\\p{L})${counted(RU_NUMBER)}\\s(?:\\p{L}+\\s){0,2}?из\\s(?:каждых\\s)?${counted(RU_NUMBER)}(?!\\p{L})`,
    `(?<!\\p{L})${counted(AR_NUMBER)}\\s(?:\\p{L}+\\s){0,2}?من\\s(?:كل\\s|أصل\\s|بين\\s)?(?:ال)?${counted(AR_NUMBER)}(?!\\p{L})`,
    word('(?<!(?:first|second|latter|other|last)\\s)(?:[Oo]ver\\s|[Oo]nly\\s)?[Hh]alf\\s(?:of|the|its|their|all|our)'),
    word('(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]hree)[\\s-](?:third|quarter|fifth|tenth)s?'),
    word('(?:la\\s|[Ll]a\\s)?moitié\\sd(?:e|es|u)|(?:un|deux)\\stiers|(?:un|trois)\\squarts?'),
    word('[Ll]a\\smitad\\sde|(?:un|dos)\\stercios?|(?:una|dos)\\sterceras?\\spartes?|(?:un|tres)\\scuartos?\\sde'),
    word('[Пп]оловин\\p{L}{1,2}|(?:две\\s)?трети|треть|четверть|три\\sчетверти'),
    `${arabic(any('نصف', 'ثلث', 'ثلثا', 'ثلثي', 'ربع'))}(?!\\p{L})`,
  ),
  'iu',
)

const COUNT = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${DIGIT}{2,}|${NUMBER}\\s?${any('thousand', 'million', 'billion', 'mille', 'milliards?', 'mil(?:es|lones)?', 'тыс', 'млн', 'миллион', 'ألف', 'آلاف', 'مليون', 'ملايين')})`,
  'iu',
)

/** Who demands 30 per cent of the seats does not say that they are there. */
const DEMAND = new RegExp(
  any(
    word(
      any(
        'should',
        'shall',
        'must',
        'ought',
        '[Ww]e\\s(?:urge|ask|demand|call|recommend|request|propose)',
        'recommends?',
        'urges?',
        'calls?\\s(?:on|upon|for)',
        'at\\sleast',
        'no\\s(?:less|fewer)\\sthan',
        'no\\slater\\sthan',
        'up\\sto',
        'dev(?:rait|raient|ra|ront)',
        'doi(?:t|vent)',
        'recommand\\p{L}+',
        'demand(?:e|ons|ent)',
        'exhort\\p{L}+',
        'appel(?:le|ons|lent)',
        'au\\smoins',
        'au\\splus\\stard',
        'deb(?:e|en|ería|erían|erá)',
        'recom(?:ienda|endamos|iendan)',
        'inst(?:a|amos|an)\\sa',
        'pedimos',
        'exhorta\\p{L}*',
        'al\\smenos',
        'como\\s(?:mínimo|máximo)',
        'a\\smás\\stardar',
        'долж(?:ен|на|но|ны)',
        'следует',
        'необходимо',
        'рекоменд\\p{L}+',
        'призыва\\p{L}+',
        'просим',
        'требу\\p{L}+',
        'не\\s(?:менее|более|позднее)',
      ),
    ),
    // As points of what is asked for begin: 'Reserve', 'Réserver', 'Que se destine', '— выделить'.
    `^\\s*${any(
      '(?:Adopt|Allocate|Appoint|Commit|Create|Dedicate|Earmark|Ensure|Establish|Fund|Give|Guarantee|Include|Increase|Invest|Make|Open|Pay|Provide|Publish|Raise|Recruit|Require|Reserve|Set|Spend|Support|Train)\\s',
      '(?!Premier|Dernier|Hier|Janvier|Février|Mujer|Ayer|Lugar|Militar|Taller|Primer|Tercer|Poder|Hogar)\\p{Lu}\\p{Ll}{2,}(?:er|ir|oir|ar)\\s(?=(?:\\p{Ll}|\\p{N}))',
      'Que\\s',
      '(?:[—–-]\\s*)?(?!(?:[Пп]ять|[Шш]есть|[Дд]евять|[Дд]есять|[Дд]вадцать|[Тт]ридцать|[Чч]асть|[Тт]реть|[Оо]бласть|[Ее]сть|[Вв]ласть|[Сс]еть)\\s)\\p{L}{2,}(?:ть|ти)\\s',
    )}`,
    `(?<!\\p{L})[وف]?(?:ينبغي|يجب|يتعين|نوصي|ندعو|نطالب|نحث|توصي|يوصي|على\\sالأقل|ما\\sلا\\sيقل|لا\\sتقل|لا\\sيقل)`,
  ),
  'u',
)

/** Over what is asked for. */
const DEMANDING =
  /recommend|recommand|recomendaci|peticion|рекомендац|предложени|توصي|مطالب|\bdemands?\b|\bdemandes\b|what we ask|ce que nous demandons/iu

const SOURCE = new RegExp(
  any(
    word(
      any(
        '[Aa]ccording\\sto',
        '[Aa]s\\s(?:reported|stated|recorded)\\s(?:by|in)',
        '[Ss]ources?\\s?:',
        '[Ss]ee(?:\\salso)?\\s',
        '[Dd]ata\\s(?:of|from|by)',
        '[Ff]igures\\s(?:of|from|by)',
        'statistics',
        '[Ss]urveys?',
        '[Cc]ensus',
        'interviews',
        'focus\\sgroups',
        'entretiens',
        'entrevistas',
        'grupos\\sfocales',
        'интервью',
        '[Qq]uestionnaires?',
        '[Ww]e\\s(?:\\p{L}+ly\\s)?(?:interviewed|visited|counted|asked|monitored|documented|recorded|surveyed|collected|reviewed|read|compared)',
        '[Oo]ur\\s(?:\\p{L}+\\s)?(?:monitor\\p{L}*|interviews|records|count|survey|documentation)',
        '(?:told|answered|wrote\\sto)\\sus',
        'pp?\\.\\s?\\p{N}+',
        'ibid',
        '[Ss]elon',
        "[Dd][’']après",
        '[Dd]onnées\\sd(?:e|u|es)',
        'statistiques',
        'enquêtes?',
        'recensement',
        '[Nn]ous\\savons\\s(?:interrogé|visité|compté|recensé|documenté|recueilli|suivi)',
        '[Ss]egún',
        '[Dd]e\\sacuerdo\\scon',
        '[Dd]atos\\sde',
        'estadísticas?',
        'encuestas?',
        'censo',
        '[Ff]uentes?\\s?:',
        '(?:[Hh]emos\\s)?(?:entrevistamos|visitamos|contamos|documentamos|entrevistado|visitado|documentado|registrado)',
        '[Сс]огласно',
        '[Пп]о\\s(?:данным|сведениям|подсч[её]там|информации)',
        '[Ии]сточник\\p{L}*',
        'статистик\\p{L}+',
        'опрос\\p{L}*',
        'перепис\\p{L}+',
        '[Мм]ы\\s(?:опросили|посетили|посчитали|задокументировали|записали)',
      ),
    ),
    `(?<!\\p{L})[وف]?(?:وفق(?:ا|اً)?\\s?ل|(?:ال)?مقابلات|بحسب|حسب|استنادا|المصدر|مصدر|إحصاء|إحصائي|استبيان|استطلاع|مسح|تعداد|وثقنا|زرنا|قابلنا|أحصينا|رصدنا)`,
    // A/78/683, CEDAW/C/BIH/6
    '(?<![\\p{L}\\p{N}])\\p{Lu}{1,8}/(?:[\\p{L}\\p{N}.]+/)*[\\p{L}\\p{N}.]*\\p{N}',
    // (Ministry of Finance, 2024), (план, с. 12)
    '\\([^()]*\\p{L}[^()]*[,،]\\s*(?:с\\.\\s?|ص\\.?\\s?|pág\\.\\s?)?\\p{N}{1,4}\\)',
  ),
  'u',
)

/** Whether its words say what it rests on. */
export const namesSourceInWords = (text: string): boolean => SOURCE.test(text)

/** Whether it states shares or counts that can be disputed. @param text a sentence */
export function statesFigures(text: string): boolean {
  if (DEMAND.test(text)) return false
  const rest = (OURSELVES.test(text) ? text.replace(MEMBERS, ' ') : text).replace(NO_COUNTS, ' ')
  return SHARES.test(rest) || COUNT.test(rest)
}

const FIGURE = new RegExp(`^\\s*(?:\\p{Sc}|\\p{Lu}{3})?\\s*${NUMBER}\\s*[%٪]?\\s*$`, 'u')

/** Whether it holds a figure. @param text a table's cell */
export const holdsFigure = (text: string): boolean => FIGURE.test(text) || statesFigures(text)

/** Whether what stands under it is asked for. @param text a heading */
export const announcesDemands = (text: string): boolean => DEMANDING.test(text)

/** Whether the list behind it is asked for: 'We ask the Government to:'. */
export const beginsDemands = (text: string): boolean =>
  /:\s*$/u.test(text) && (DEMAND.test(text) || DEMANDING.test(text))
