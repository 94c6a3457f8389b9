/** Words that stand beside a private person's name, and those that stand beside one in public office. Parts of patterns, one entry a language. */

/** Alternatives of a pattern, over several lines. */
const either = (text: TemplateStringsArray): string => text.raw[0]!.replace(/\s*\n\s*/gu, '')

export interface NameCues {
  /** Right before a name: 'Mrs'. */
  honorifics: string
  /** What a private person is, before her name or behind it: 'activist', 'a mother of three'. In the singular: a group has no name of a person. */
  roles: string
  /** What may stand between a role and the name: a place, where the language has it there. */
  between: string
  /** What only a person does or suffers, behind her name. */
  verbs: string
  /** What was done to her, farther behind: '..., who had organised the strike, was taken'. */
  harm: string
  /** Right before the name of somebody who was asked. */
  asked: string
  /** Right before a name: where somebody lives, what was done to her. Says little by itself. */
  home: string
  /** Behind a name: how people come and go. Says little by itself. */
  moved: string
  /** Behind a name: how old she is. */
  age: string
  /** 'who', between a name and what she suffered. */
  who: string
  /** What stands between a name and what she is: 'a', 'the', 'our'. */
  articles: string
}

export const NAME_CUES: Readonly<Record<string, NameCues>> = {
  en: {
    honorifics: either`mrs|ms|miss|mr|mama|aunt(?:ie|y)?|aling|hajja`,
    roles: either`
      one of (?:them|us|these women)|survivor|victim|widow(?:er)?|(?:girl|woman|women|rights|peace|youth|
      land)? ?activist|defender|campaigner|villager|resident|farmer|trader|vendor|nurse|midwife|teacher|student|
      schoolgirl|girl|woman|mother|daughter|wife|sister|refugee|returnee|detainee|prisoner|inmate|witness|complainant|
      journalist|lawyer|peacebuilder|volunteer|colleague|neighbou?r|patient|shopkeeper|housewife|seamstress|tailor|
      weaver|potter|cook|cleaner|baker|hairdresser|fisher(?:woman|man)?|herder|shepherd(?:ess)?|driver|worker|
      labourer|healer|beekeeper|orphan|(?:our|my) member|(?:community|health|social|aid|
      field) (?:health )?(?:worker|mobili[sz]er)|arrived from|displaced from|who (?:lost|fled|lives|was displaced)|
      (?:women(?:’s|'s)?|community|youth|local|village|grass-?roots|peace|indigenous) leader|\d{1,2}[- ]year[- ]old
    `,
    between: '',
    verbs: either`
      sle(?:ep|p)(?:t|s)|wait(?:ed|s)(?: for)?|walk(?:ed|s)|hid|wept|was (?:refused|turned away)|
      (?:told|asked|showed|brought|wrote to|called|begged|led|met) (?:me|us)|told our|
      was (?:\p{L}+ly )?(?:gang-)?(?:raped|arrested|detained|abducted|kidnapped|beaten|questioned|interrogated|
      threatened|tortured|displaced|assaulted|attacked|widowed|summoned|evicted|forced)|received (?:\p{L}+ )?threats|
      has received (?:\p{L}+ )?threats|lost (?:her|his|both|two|three)|fled|gave birth|could not come|lives in
    `,
    harm: either`
      (?:was|were|been|being) (?:\p{L}+ )?(?:raped|arrested|detained|abducted|kidnapped|beaten|tortured|interrogated|
      threatened|taken|jailed|imprisoned|released|forced)|asked me|told me|told us|her name
    `,
    asked: either`
      [”"»]\s(?:says|tells|recalls|explains|repeats|asks)|
      interview(?:ed)? with|we interviewed|testimony (?:of|by)|in the words of|the case of|the story of|spoke (?:with|
      to)
    `,
    home: either`
      (?:house|home|room|hut|tent|gate|door|roof|kitchen|stall|yard|compound|family|children) of|turned away|shared by|stays? with|sheltered by|among them
    `,
    moved: either`
      (?:came|went|gone|comes|goes|returned|ran|moved) (?:back|home|away|to|from|into|out)|(?:still |has |had |been )*waiting|never (?:came|got|saw|received|collected)|sells|cooks|cleans
    `,
    age: either`
      \s\(\d{2}\),?\s(?:who|was|is|said|told|from|of|has|had)|,\s(?:aged\s)?\d{1,2},|\s?\(aged\s\d{1,2}\)|
      ,?\s?\(?\d{1,2} years old
    `,
    who: either`(?:who)`,
    articles: either`an?|the|our|my|her|his|one|who is an?|herself an?`,
  },
  fr: {
    honorifics: either`mme|mlle|madame|mademoiselle|m\.|monsieur|mama|maman|tante`,
    roles: either`
      l’une d’(?:elles|entre elles)|agente? (?:communautaire|de santé)|survivante?|rescapée?|victime|veuve?|veuf|
      militante?|activiste|défenseure?|défenseuse|paysanne?|agricult(?:eur|rice)|cultivat(?:eur|rice)|commerçante?|
      vendeuse|infirmi(?:er|ère)|sage-femme|enseignante?|instit(?:uteur|utrice)|étudiante?|élève|écolière|lycéenne|
      mère|fille|fillette|épouse|sœur|réfugiée?|déplacée?|retournée?|détenue?|prisonni(?:er|ère)|témoin|plaignante?|
      journaliste|avocate?|bénévole|collègue|voisine?|patiente?|habitante?|ménagère|ouvrière|femme leader|
      leader communautaire|couturière|cuisinière|tisserande|pêcheu(?:r|se)|maraîchère|coiffeuse|bergère|éleveu(?:r|
      se)|employée?|domestique|potière|orpheline?|notre membre|adhérente|arrivée|venue|originaire|qui (?:a perdu|
      a fui|vit|dort)
    `,
    between: '',
    verbs: either`
      dort|a dormi|attend|a attendu|marche|s’est cachée?|
      (?:m’|nous )a (?:dit|raconté|confié|parlé|demandé|montré)|(?:y )?est (?:menacée?|détenue?|harcelée?)|
      y a raconté|a (?:raconté|témoigné)|a été (?:violée?|arrêtée?|détenue?|enlevée?|battue?|menacée?|torturée?|
      déplacée?|agressée?|interrogée?|convoquée?|chassée?)|a reçu (?:\p{L}+ )?(?:des )?menaces|reçoit des menaces|
      a perdu (?:son|sa|ses)|a fui|s’est réfugiée?|vit à
    `,
    harm: either`
      (?:est|été|fut|étaient?) (?:\p{L}+ )?(?:violée?|arrêtée?|détenue?|enlevée?|battue?|torturée?|menacée?|
      emprisonnée?|libérée?)|m’a (?:dit|demandé|raconté)|nous a (?:dit|demandé|raconté)
    `,
    asked: either`
      [»”],?\s(?:dit|raconte|explique|confie|répète|demande|se souvient)|(?:avons|ai|avait) parlé (?:à|avec)|
      entretien avec|interview (?:de|avec)|témoignage (?:de|d’)|propos de|le cas de|l’histoire de|avons rencontré|
      avons interrogé
    `,
    home: either`
      (?:maison|case|chambre|tente|porte|cour|boutique|famille|enfants|champ) (?:de|d’)|(?<!\p{L})chez|hébergée?s? par|parmi elles
    `,
    moved: either`
      (?:est|sont) (?:re)?(?:venue?s?|partie?s?|rentrée?s?|tournée?s?)|(?:ne |n’)(?:l’|y )?(?:a|est) jamais|vend|cuisine|attendai?t
    `,
    age: either`,?\s\(?(?:âgée? de )?\d{1,2}\sans`,
    who: either`(?:qui)`,
    articles: either`une?|la|le|l’|notre|ma|mon|elle-même`,
  },
  es: {
    honorifics: either`doña|don|sra\.?|srta\.?|sr\.|señora|señorita|señor|mamá|tía`,
    roles: either`
      una de (?:ellas|nosotras)|promotora?|sobreviviente|superviviente|víctima|viud[ao]|activista|lideresa|
      líder (?:social|comunitari[ao]|indígena|local)|defensora?|campesin[ao]|agricultora?|comerciante|vendedora?|
      enfermer[ao]|partera|comadrona|maestr[ao]|docente|profesora?|estudiante|alumna|madre|hija|niña|joven|esposa|
      hermana|refugiad[ao]|desplazad[ao]|retornad[ao]|detenid[ao]|pres[ao]|testigo|denunciante|periodista|abogad[ao]|
      voluntari[ao]|colega|compañer[ao]|vecin[ao]|paciente|habitante|pobladora?|ama de casa|costurera|tejedora|
      cocinera|empleada|obrer[ao]|trabajadora?|lavandera|artesan[ao]|pescadora?|panadera|peluquera|huérfan[ao]|
      integrante nuestra|nuestra (?:integrante|socia)|llegada|originaria|oriunda|que (?:perdió|huyó|vive)
    `,
    between: '',
    verbs: either`
      le \p{L}+(?:aron|ieron)|duerme|durmió|espera|esperó|camina|caminó|se escondió|
      (?:me|nos) (?:dijo|contó|relató|confió|pidió|mostró)|contó que|relató que|fue (?:violad|arrestad|detenid|
      secuestrad|golpead|amenazad|torturad|desplazad|agredid|interrogad|citad|desalojad)[ao]|
      recibió (?:\p{L}+ )?amenazas|ha recibido amenazas|perdió (?:a|su|sus)|huyó|salió desplazad[ao]|murió sin|vive en
    `,
    harm: either`
      (?:fue|sido|está|es) (?:\p{L}+ )?(?:violad|arrestad|detenid|secuestrad|golpead|torturad|amenazad|encarcelad|
      liberad)[ao]|me (?:dijo|pidió|contó)|nos (?:dijo|pidió|contó)
    `,
    asked: either`
      [»”],?\s(?:dice|cuenta|explica|recuerda|repite|pregunta)|
      entrevista (?:con|a)|testimonio de|palabras de|el caso de|la historia de|hablamos con|entrevistamos a
    `,
    home: either`(?:casa|rancho|choza|puerta|cuarto|tienda|patio|familia|parcela|hijos|hijas) de|entre ellas`,
    moved: either`(?:volvió|regresó|se fue|se quedó|sigue|nunca|vende|cocina|limpia)`,
    age: either`,?\s\(?(?:de )?\d{1,2}\saños`,
    who: either`(?:que|quien)`,
    articles: either`una?|la|el|nuestra?|mi|ella misma|quien es`,
  },
  ru: {
    honorifics: either`
      г-жа|г-жи|г-же|г-жу|г-н|г-на|госпож[аиеу]|господин\p{L}?|граждан(?:ка|ки|ке|ку|ин|ина)|гр-ка|тёт[яи]|
      бабушк[аиеу]
    `,
    roles: either`
      одна из (?:них|нас)|медработница|(?:постра|потер)\p{L}*(?:вш|вша)(?:ая|ей|ую|ий|его)|пережившая \p{L}+|вдов(?:а|
      ы|е|у|ой)|(?:право)?защитниц(?:а|ы|е|у|ей)|правозащитник\p{L}?|активист(?:ка|ки|ке|ку|кой|а|у)?|жительниц(?:а|ы|
      е|у|ей)|жител[ья]|крестьянк(?:а|и|е|у|ой)|фермер(?:ка|ки|ша|а)?|медсестр(?:а|ы|е|у|ой)|учительниц(?:а|ы|е|у|ей)|
      учител[ья]|студентк(?:а|и|е|у|ой)|школьниц(?:а|ы|е|у|ей)|мать|матери|дочь|дочери|сестр(?:а|ы|е|у|ой)|жен(?:а|ы|
      е|у|ой)|беженк(?:а|и|е|у|ой)|переселенк(?:а|и|е|у|ой)|задержанн(?:ая|ой|ую)|заключ[её]нн(?:ая|ой|ую)|
      осужд[её]нн(?:ая|ой|ую)|свидетельниц(?:а|ы|е|у|ей)|журналист(?:ка|ки|ке|ку|кой|а)?|адвокат(?:а|у|ом)?|
      волонт[её]р(?:ка|ки|а)?|коллег(?:а|и|е|у|ой)|соседк(?:а|и|е|у|ой)|пациентк(?:а|и|е|у|ой)|девочк(?:а|и|е|у|ой)|
      девушк(?:а|и|е|у|ой)|женщина|шве(?:я|и|е|ю|ей)|поварих(?:а|и)|доярк(?:а|и)|ткачих(?:а|и)|уборщиц(?:а|ы|е|у)|
      работниц(?:а|ы|е|у)|пенсионерк(?:а|и|е|у)|домохозяйк(?:а|и|е|у)|сирот(?:а|ы|е|у)|участниц(?:а|ы|е|у)
    `,
    between: either`(?:\s(?:из\s|села\s|города\s|г\.\s|с\.\s|района\s|организации\s)*[\p{L}-]+){0,3}?`,
    verbs: either`
      жд[её]т|ждала|ночевала|спит|прячется|
      \p{L}+ла (?:мне|нам|нас|меня)|рассказала? (?:нам|о|об|что)|рассказала?,? что|сообщила? нам|
      был[аи]? (?:\p{L}+ )?(?:изнасилован|арестован|задержан|похищен|избит|вызван|допрошен|осужд)\p{L}*|получ(?:ила|
      ает) угрозы|потеряла|бежала|живёт в|скрывается
    `,
    harm: either`
      (?:была?|стала?) (?:\p{L}+ )?(?:изнасилован|арестован|задержан|похищен|избит|осужд)\p{L}*|избили|похитили|
      задержали|арестовали|изнасиловали|рассказала мне|рассказала нам
    `,
    asked: either`[»”],?\s(?:[—–-]\s)?(?:говорит|рассказывает|вспоминает)|интервью с|беседа с|показания|со слов|по словам|свидетельство|дело|история|случилось с`,
    home: either`(?:дом|доме|дома|комнате|комнаты|семье|семьи|двор|дворе|палатке|дети|детей|среди них)`,
    moved: either`(?:вернулась|вернулся|уехала|ушла|приехала|пришла|осталась|ждала|никогда не)`,
    age: either`,?\s\(?\d{1,2}\s(?:лет|года?)`,
    who: either`(?:котор\p{L}+)`,
    articles: either`наша|моя|одна из`,
  },
  uk: {
    honorifics: either`пані|пан|громадянк[аи]|тітка|бабуся`,
    roles: either`
      постраждал(?:а|ої|у)|потерпіл(?:а|ої|у)|вдов(?:а|и|і|у)|(?:право)?захисниц(?:я|і|ю)|активістк(?:а|и|у)|активіст|
      мешканк(?:а|и|у)|жительк(?:а|и|у)|медсестр(?:а|и|у)|вчительк(?:а|и|у)|студентк(?:а|и|у)|школярк(?:а|и|у)|мати|
      матері|донька|дружина|сестр(?:а|и|у)|біженк(?:а|и|у)|переселенк(?:а|и|у)|затриман(?:а|ої|у)|ув’язнен(?:а|ої|у)|
      свідк(?:иня|ині)|журналістк(?:а|и|у)|адвокатк(?:а|и|у)|волонтерк(?:а|и|у)|колежанк(?:а|и|у)|сусідк(?:а|и|у)|
      дівчинк(?:а|и|у)|дівчина
    `,
    between: either`(?:\s(?:з\s|із\s|села\s|міста\s|організації\s)*[\p{L}-]+){0,3}?`,
    verbs: either`
      розповіла? (?:нам|про|що)|розповіла?,? що|повідомила? нам|бул[аи]? (?:\p{L}+ )?(?:зґвалтован|заарештован|
      затриман|викраден|побит|допитан)\p{L}*|отримала погрози|втратила|втекла|мешкає в
    `,
    harm: either`
      (?:була|був|стала) (?:\p{L}+ )?(?:зґвалтован|заарештован|затриман|викраден|побит)\p{L}*|побили|викрали|
      затримали|заарештували|зґвалтували|розповіла мені|розповіла нам
    `,
    asked: either`інтерв’ю з|розмова з|свідчення|зі слів|за словами|сталося з`,
    home: either`(?:будинок|будинку|хаті|хата|родині|родини|двір|дворі|кімнаті|дітей|серед них)`,
    moved: either`(?:повернулася|повернувся|поїхала|пішла|приїхала|прийшла|залишилася|чекає|чекала|ніколи не)`,
    age: either`,?\s\(?\d{1,2}\sрок`,
    who: either`(?:як\p{L}+)`,
    articles: either`наша|моя|одна з`,
  },
}

/** Public office and public work, in any form, in the languages of the checks: who has it is named as such. */
export const OFFICE = either`
  (?:vice-?)?president\p{L}*|(?:vice-?)?présidente?|(?:prime |premi[eè]re? |primer[ao]? )?minist[er]\p{L}*|
  ministr[ao]|secret[aá]r\p{L}*|secrétaire|ambassad\p{L}*|embajador\p{L}*|direct\p{L}*|represent\p{L}*|
  représent\p{L}*|rapporteu?\p{L}*|relator\p{L}*|commission\p{L}+|commissaire|comisionad[ao]|chair\p{L}*|speaker|
  deputy|députée?|diputad[ao]|s[eé]nat\p{L}*|senador\p{L}*|member of parliament|mps?|mayor|maire|alcald\p{L}*|
  governor|gouverneure?|gobernador\p{L}*|judges?|justice|juge|juez\p{L}?|magistrad[ao]|prosecutor|procureure?|fiscal|
  general|générale?|colonel\p{L}*|coronel\p{L}*|major|captain|lieutenant|admiral|chief|chef\p{L}*|jef[ea]|head|envoy|
  envoyée?|enviad[ao]|co-?ordinat\p{L}*|coordonnat\p{L}*|coordinador\p{L}*|expert\p{L}*|prof(?:essor|\.)?|
  professeure?|researcher|chercheu\p{L}*|investigador\p{L}*|authors?|auteure?|autor\p{L}*|historian|historien\p{L}*|
  historiador\p{L}*|writer|poet|économiste|laureate|lauréate?|laureada|nobel|prix|premio|prize|winner|founder|
  co-?founder|fondat\p{L}*|fundador\p{L}*|chancellor|ombud\p{L}*|attorney|officer|advis[eo]r|adviser|conseill[eè]re?|
  asesora?|spokes\p{L}*|porte-parole|portavoz|vocer[ao]|negotiator|négociat\p{L}*|negociador\p{L}*|signator\p{L}*|
  signataire|firmante|mediator|médiat\p{L}*|mediador\p{L}*|briefer|candidate?|leader of the (?:opposition|party)|late|
  then|feue|historic\p{L}*|suffrag\p{L}*|президент\p{L}*|премьер\p{L}*|прем’єр\p{L}*|министр\p{L}*|міністр\p{L}*|
  секретар\p{L}*|пос(?:ол|ла|лу)|директор\p{L}*|представи\p{L}*|представни\p{L}*|докладчи\p{L}*|доповіда\p{L}*|
  комиссар\p{L}*|комісар\p{L}*|председател\p{L}*|голов[аиоу]\p{L}*|депутат\p{L}*|сенатор\p{L}*|мэр\p{L}*|
  мер\p{L}{0,2}|губернатор\p{L}*|судь\p{L}*|судд\p{L}*|прокурор\p{L}*|генерал\p{L}*|полковник\p{L}*|глав[аыуе]|
  координатор\p{L}*|эксперт\p{L}*|експерт\p{L}*|профессор\p{L}*|професор\p{L}*|автор\p{L}*|історик\p{L}*|
  историк\p{L}*|писател\p{L}*|письменни\p{L}*|лауреат\p{L}*|нобел\p{L}*|основател\p{L}*|заснов\p{L}*|омбуд\p{L}*|
  уполномочен\p{L}*|уповноважен\p{L}*
`

/** What somebody is known for: it stands in the sentence where one is named in public. */
export const PUBLIC_LIFE = either`
  first (?:woman|female|lady|person|african|girl)|elected|appoint(?:ed|ment)|sworn|parliament\p{L}*|
  assembly|cabinet|awards?|awarded|novels?|films?|documentar\p{L}*|songs?|poems?|poet\p{L}*|wr(?:ote|itten|ites)|
  published|edited|eds?\.|edition|translat\p{L}*|singer|musician|artist|athlete|champion|footballer|runner|actress|
  actor|scholars?|philosopher|pioneer\p{L}*|found(?:ed|ing)|leads|led the|head(?:s|ed)|chair(?:s|ed)|presides?|
  brief(?:ed|ing)|delegates?|speech|lecture|named (?:after|for|in)|bears? (?:the|her|his) name|called after|in memory|
  memor(?:y|ial) of|century|centuries|born in|died in|statue|portrait|monument|painting|photographer|
  queen|king|prince(?:ss)?|pope|emperor|empress|prophet|scripture|
  treaty|administration|
  cité(?:e|es)?|prem(?:ier|ière) (?:femme|fille)|élue?s?|nommée?|parlement\p{L}*|assemblée|roman|
  chanson|poèmes?|poète\p{L}*|écri\p{L}*|publi(?:é|ée|és|ées|e|ait)|chanteu\p{L}*|artiste|philosophe|pionnière|fondée?s?|fonda|
  fondent|dirig\p{L}*|préside\p{L}*|discours|porte le nom|baptis\p{L}*|mémoire|siècles?|née? en|morte? en|
  reine|roi|pape|empereur|statue|
  primera (?:mujer|dama)|elegid[ao]|electa|nombrad[ao]|parlament\p{L}*|asamblea|congres\p{L}*|
  novela|película|canci\p{L}*|poema|poeta|poetisa|escri\p{L}*|public(?:ó|ado|ada)|cantante|pintor[ae]?|filósof[ao]|
  pionera|fund(?:ó|ada|ado|aron)|dirig\p{L}*|presid\p{L}*|discurso|lleva el nombre|memoria|siglos?|nacid[ao] en|
  murió en|reina|rey|papa|emperador|estatua|heroína|
  перв(?:ая|ой|ую) (?:женщин\p{L}*|леди)|избран\p{L}*|назначен\p{L}*|парламент\p{L}*|прем(?:ия|ии|ию)|книг\p{L}*|роман\p{L}*|
  фильм\p{L}*|поэт\p{L}*|стихи|написал\p{L}*|опубликова\p{L}*|певиц\p{L}*|художни\p{L}*|философ\p{L}*|основал\p{L}*|
  руковод\p{L}*|возглав\p{L}*|речь|имени|имя носит|памят\p{L}*|век[аеу]?|родил\p{L}*|умер\p{L}*|царица|королев\p{L}*|
  орден\p{L}*|перш(?:а|ої|ій|у) (?:жінк\p{L}*|леді)|обран\p{L}*|призначен\p{L}*|премі[яїю]|
  книж\p{L}*|фільм\p{L}*|поет\p{L}*|вірш\p{L}*|написа\p{L}*|опублікова\p{L}*|співач\p{L}*|художни\p{L}*|керу\p{L}*|очол\p{L}*|
  промов\p{L}*|імені|пам’ят\p{L}*|столітт\p{L}*|народил\p{L}*|померл\p{L}*|королев\p{L}*
`

/** What is called after somebody. */
export const CALLED_AFTER_PEOPLE = either`
  streets?|avenue|road|squares?|park|stadium|airport|bridge|port|fort|mount|lake|island|ship|vessel|operation|
  hospital|clinic|schools?|university|institute|centre|center|foundation|fund|trust|prize|award|medal|lecture|law|act|
  bill|protocol|commission|report|inquiry|initiative|movement|brigade|rue|boulevard|place|stade|aéroport|pont|île|
  hôpital|clinique|école|lycée|université|institut|fondation|fonds|prix|médaille|loi|affaire|rapport|opération|navire|
  salle|calle|avenida|plaza|parque|estadio|aeropuerto|puente|puerto|isla|clínica|escuela|colegio|universidad|
  instituto|fundación|fondo|premio|medalla|ley|caso|comisión|informe|centro|operación|barco|улиц\p{L}*|проспект\p{L}*|
  площад\p{L}*|больниц\p{L}*|школ\p{L}*|университет\p{L}*|институт\p{L}*|фонд\p{L}*|преми\p{L}*|закон\p{L}*|дел[оау]|
  вулиц\p{L}*|площ\p{L}*|лікарн\p{L}*|університет\p{L}*|премі\p{L}*|справ\p{L}*
`

/** Of whom the whole field reads, by the word of the name that is hers or his alone; without marks. */
export const WELL_KNOWN = new Set(
  `
    annan guterres ghali bahous patten bangura wallstrom otunnu gamba mlambo ngcuka bachelet coomaraswamy mukwege
    yousafzai gbowee sirleaf karman maathai menchu tutu mandela lumumba nkrumah nyerere sankara mugabe kagame
    museveni tshisekedi kabila ouattara burhan hemedti gaddafi gandhi nehru bhutto suu kyi ceausescu putin zelensky
    zelenskyy zelenskyi lukashenko trump biden obama clinton merkel macron sarkozy hollande mitterrand trudeau
    thatcher churchill roosevelt uribe lula rousseff bukele bolivar zapata addams suttner luxemburg zetkin kollontai
    beauvoir wollstonecraft pankhurst arendt marx engels darwin einstein freud shakespeare nightingale caceres
    politkovskaya estemirova ebadi путин зеленскии зеленська лукашенко сталин ленин маркс толстои пушкин шевченко
    украинка политковская мурад гутерриш
  `
    .split(/\s+/u)
    .filter(Boolean),
)

/** In the name of a body, a place or a text, not of a person. */
export const NOT_OF_A_PERSON = new Set(
  `
    women woman girls network foundation forum committee council commission institute international university
    hospital centre center radio fund group watch union association alliance coalition province county district
    region state states republic law convention act plan protocol court ministry department government office agency
    bureau nations security peace resolution article section chapter annex table figure north south east west
    northern southern eastern western central upper lower lake river mount city town camp road street school college
    church movement front army forces party democratic initiative project programme program platform house service
    services society federation league organization organisation report statement agreement accord declaration
    charter plaza revolution force pmc island effect complex collective wereda medio january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday mr mrs ms madam excellency excellencies general assembly chair
    president femmes femme réseau fondation comité conseil institut université hôpital fonds groupe région république
    loi protocole cour ministère gouvernement unies sécurité paix résolution nord sud est ouest plateforme parti
    mouvement mission déclaration état états monsieur madame excellence mujeres mujer red fundación consejo comisión
    instituto universidad centro fondo grupo unión asociación alianza coalición provincia región república ley
    convención protocolo corte tribunal ministerio gobierno oficina naciones unidas seguridad paz resolución artículo
    norte sur este oeste plataforma organización partido movimiento misión declaración acuerdo estado estados señor
    señora excelencia defensoría san santa santo puerto villa сеть сети фонд фонда форум форума комитет комитета
    совет совета центр центра союз союза институт университет больница министерство министерства правительство
    правительства суд организация организации объединённых объединенных наций республика республики область области
    район района партия движение закон конвенция протокол резолюция статья платформа платформы ассамблея безопасности
    мира мережа мережі комітет рада ради спілка міністерство уряд організація організації республіка конвенція
  `
    .split(/\s+/u)
    .filter(Boolean),
)

/** Arabic has no capitals: a name is known by what stands before it and by a given name that is known as one. */
export const ARABIC = {
  roles: either`
    السيد[ةه]?|الآنسة|الحاجة|الناجي[ةه]?|الضحية|الأرملة|الناشط[ةه]?|المدافع[ةه]|الصحفي[ةه]?|الصحافي[ةه]?|المحامي[ةه]?|
    المعلم[ةه]|المدرسة|الممرضة|القابلة|الطالب[ةه]|الطفلة|الفتاة|الشابة|الأم|الزوجة|اللاجئ[ةه]|النازح[ةه]|المعتقل[ةه]|
    المحتجز[ةه]|السجينة|الشاهدة|المشتكية|المواطن[ةه]?|المزارعة|البائعة|المتطوعة|إحداهن|الموظفة|الخياطة|العاملة|
    الطباخة|المهجرة|اليتيمة|عضوتنا|زميلتنا|زميلتي|جارتنا|أختي|شقيقتي|والدتي|ابنتي|ابنتها|مقابلة مع|شهادة|قصة|حالة
  `,
  verbs: either`عادت|رجعت|تنتظر|تسكن|لجأت|قالت لنا|أخبرتنا|روت لنا|حكت لنا|حدثتنا|اعتُ?قلت|احتُ?جزت|اختُ?طفت|اغتُ?صبت|هُ?ددت|فقدت`,
  office: either`
    (?:ال)?(?:رئيس|وزير|أمين|سفير|مدير|ممثل|مقرر|مفوض|نائب|نواب|عضو|عمدة|محافظ|قاضي|مدعي|لواء|عقيد|قائد|مبعوث|منسق|
    خبير|أستاذ|دكتور|كاتب|مؤلف|مؤرخ|حائز|مؤسس|متحدث|مفاوض|وسيط|ملك|أمير|شاعر|رائد|مرشح)(?:[ةه]|ات|ين|ون)?|نوبل
  `,
  given: new Set(
    `
      آلاء آمال آمنة آية أحلام أروى أسماء أسمهان أسيل أماني أمل أميرة أميمة أمينة أنفال أنوار إسراء إشراق إكرام إلهام
      إيمان إيناس ابتسام ابتهال اعتماد افتخار انتصار بتول بثينة بدرية بدور بديعة براءة بسمة بشرى بلقيس بهية تغريد
      تماضر تهاني ثريا ثناء جميلة جنان جهاد جواهر جيهان حليمة حنان حنين حورية حياة خالدة ختام خديجة خلود خولة داليا
      دانة دعاء دلال دنيا دينا رابعة رانيا رباب ربيعة رجاء رحاب رحمة رزان رشا رضوى رغد رفيدة رقية رنا رندة رنيم رهف
      روان روضة رولا ريم ريما ريهام زبيدة زكية زهراء زهرة زينب زينة سارة سامية سجى سحر سعاد سعدية سكينة سلام سلمى
      سلوى سماح سمر سميرة سمية سناء سندس سهى سهير سهيلة سوزان سوسن سيرين شادية شذى شروق شريفة شهد شهرزاد شيرين شيماء
      صابرين صباح صفاء صفية ضحى طيبة عائشة عاتكة عالية عبلة عبير عزة عزيزة عفاف علا علياء غادة غدير غفران فائزة فاتن
      فادية فاطمة فتحية فدوى فردوس فرح فريال فريدة فوزية فيروز كريمة كلثوم كوثر لبنى لطيفة لمى لمياء لولوة ليلى لينا
      مادلين ماجدة مريم مزنة مشاعل مها مهيرة منى منار منال مليكة ملاك ميادة ميسون ميساء ميمونة نادرة نادية ناديا ناهد
      نبيلة نجاة نجلاء نجوى ندى نزيهة نسرين نسيبة نعمة نعيمة نهى نهاد نهلة نوال نورا نورة نوف هاجر هالة هبة هدى هديل
      هند هنادي هناء هيا هيام هيفاء وجدان وداد وردة وسام وصال وفاء وئام ياسمين يسرى بروين بيريفان خناف روناهي زيلان
      ساكنة شيلان كلستان نارين هيفي ڤيان فيان أحمد أسامة إبراهيم إسماعيل بلال جمال حسن حسين حمزة خالد خليل زياد سالم
      سامي سعيد سليمان صالح طارق طه عادل عامر عباس عثمان عدنان علي عمار عمر فارس فيصل قاسم كريم ماجد محمد محمود مروان
      مصطفى معاذ منصور ناصر نبيل هاشم وليد ياسر يحيى يوسف عبدالله عبدالرحمن
    `
      .split(/\s+/u)
      .filter(Boolean),
  ),
} as const
