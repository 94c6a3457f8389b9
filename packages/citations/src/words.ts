/** The words by which resolutions are cited, folded (fold.ts), in the languages of plans: parts of patterns. */

/** 'resolution', in every form: en fr es pt it sv de nl, then sq bs ro and others, then uk and ru, ar; and what it is shortened to. */
export const RESOLUTION = String.raw`(?:resolu(?:tion|cion|cao|coe|tie|zion)\p{L}*|rezolu[tc]\p{L}*|резолюц\p{L}*|\p{L}{0,3}قرار(?:ات|ين|ان|ي|ه|ها)?(?!\p{L})|unscrs?|(?<!\p{L})scrs?|(?<!\p{L})rcs(?:nu|onu)?|(?<!\p{L})csnu|(?<!\p{L})res\.|(?<!\p{L})r(?=[\s.-]?\d))`

/** What may stand between 'resolution' and its number. */
export const BETWEEN = new Set(
  `du de la le les l d del della do da des der of the on s n no nr num numero number nro rf
  un unsc onu fn nations nation united unies unie naciones nacoes unidas forenta nationer nationernas
  security council conseil consejo conselho seguridad securite seguranca sakerhetsrad sakerhetsradets res rev
  مجلس الامن الدولي التابع للامم المتحده الامم رقم رقمه ذو ради рада безпеки оон совета безопасности`
    .split(/\s+/)
    .filter(Boolean),
)

/** What a resolution of another body stands beside. */
export const OTHER_BODY = String.raw`(?:general assembly|assemblee generale|asamblea general|assembleia geral|الجمعيه العامه|генеральн\p{L}+ асамбле|генеральн\p{L}+ ассамбле|generalforsamling|(?<!\p{L})ag(?!\p{L})|ecosoc|economic and social council|conseil economique et social|human rights council|conseil des droits de l'homme|consejo de derechos humanos|parlement|parliament|council of europe|conseil de l'europe|commission on human rights)`
export const ASSEMBLY =
  /general assembly|assemblee generale|asamblea general|assembleia geral|الجمعيه العامه|генеральн/u

/** The subject itself. */
export const SUBJECT = String.raw`(?:wom[ae]n,? ?(?:and )?peace,? and security|femmes?,? (?:la )?paix,? et (?:la )?securite|mujer(?:es)?,? (?:la )?paz,? y (?:la )?seguridad|mulheres,? (?:a )?paz,? e (?:a )?seguranca|المراه و?ا?ل?سل[ا]?م و?الامن|المراه،? والسل[ا]?م،? والامن|жін\p{L}+,? мир\p{L}*,? (?:(?:та|і|и) )?безпек\p{L}*|kvinnor,? fred,? och sakerhet|frauen,? frieden,? (?:und )?sicherheit|gra\p{L}*,? paq\p{L}*,? dhe sigur\p{L}*|zen\p{L}*,? mir,? i sigurnost|kadin\p{L}*,? baris,? ve guvenlik|(?<!\p{L})wps(?!\p{L})|(?<!\p{L})fps(?!\p{L})|(?<!\p{L})mps(?!\p{L}))`

/** Names of plans and bodies that carry the number of a resolution: 'PAN 1325', 'Secrétariat National 1325'. */
export const LABEL = String.raw`(?:(?<!\p{L})(?:pan|pna|nap|sn)|action plan|plans? d'actions? nationa(?:l|ux)|plan de accion nacional|plano nacional de acao|agenda|secretariats? (?:nationa(?:l|ux) )?(?:provincia(?:l|ux) )?(?:permanents? )?|secretariat|خطه العمل الوطنيه)`

/** A plan, a report: what a date beside a resolution may really belong to. */
export const OTHER_DOCUMENT = String.raw`(?:plan|strateg|estrateg|rapport|report|informe|relatorio|programm|policy|politi|handlingsplan|handlungsplan|(?<!\p{L})pan(?!\p{L})|(?<!\p{L})nap(?!\p{L})|(?<!\p{L})pna(?!\p{L})|خطه|تقرير|план|звіт|study|etude|book|guide|guia|manual|toolkit)`

/** 'adopted'. */
export const ADOPTED = String.raw`(?:adopt|approv|passed|votee?s?(?!\p{L})|vote a |votent|prises?(?!\p{L})|aprob|aprov|adota|antagen|antogs|antog|verabschied|ухвал|прийнят|принят|اعتمد|المعتمد|اتخذ|المتخذ|اعتماد|mirat|usvoj|kabul)`

export const COUNCIL = String.raw`(?:security council|conseil de securite|consejo de seguridad|conselho de seguranca|مجلس الامن|рад\p{L} безпеки|sakerhetsrad|sicherheitsrat|(?<!\p{L})council(?!\p{L}))`

/** 'meeting', as in 'at its 4213th meeting'. */
export const MEETING = String.raw`(?:meeting|seance|sesion|sessao|reuniao|mote|sammantrade|sitzung|засіданн\p{L}*|заседани\p{L}*)`

/** 'paragraph', with a number behind it. */
export const PARAGRAPH = String.raw`(?:(?:operative |dispositif,? |operativo )?(?:(?<!\p{L})paragraphs?|(?<!\p{L})paras?\.?|(?<!\p{L})paragraphes?|(?<!\p{L})parrafos?|(?<!\p{L})paragrafos?|(?<!\p{L})paragraf(?:en|er|erna)?|(?<!\p{L})punkt(?:en|erna)?|(?<!\p{L})absatz|(?<!\p{L})(?:пункт|параграф)\p{L}*|(?<!\p{L})ops?\.?|¶+|§+|\p{L}{0,2}الفقر(?:ه|ات|تين|تان)|(?<!\p{L})فقره))`
export const PREAMBLE = /(?:preamb\p{L}*|الديباجه|преамбул\p{L}*)[\s.,-]*$/u

/** Folded month names and their numbers: en fr es pt sv de uk ru ar (both sets). */
export const MONTHS: Record<string, number> = Object.fromEntries(
  [
    'january janvier enero janeiro januari januar січня січень января يناير كانون_الثاني jan',
    'february fevrier febrero fevereiro februari februar лютого лютии февраля فبراير شباط feb',
    'march mars marzo marco marz березня березень марта مارس اذار mar',
    'april avril abril квітня квітень апреля ابريل نيسان apr',
    'may mai mayo maio maj травня травень мая مايو ايار',
    'june juin junio junho juni червня червень июня يونيو حزيران jun',
    'july juillet julio julho juli липня липень июля يوليو تموز jul',
    'august aout agosto augusti серпня серпень августа اغسطس اب aug',
    'september septembre septiembre setembro вересня вересень сентября سبتمبر ايلول sept sep',
    'october octobre octubre outubro oktober жовтня жовтень октября اكتوبر تشرين_الاول oct okt',
    'november novembre noviembre novembro листопада листопад ноября نوفمبر تشرين_الثاني nov',
    'december decembre diciembre dezembro dezember грудня грудень декабря ديسمبر كانون_الاول dec',
  ].flatMap((names, i) => names.split(' ').map(name => [name.replace('_', ' '), i + 1])),
)
