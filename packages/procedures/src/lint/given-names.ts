/**
 * Given names by which a person may be known: in Latin letters without marks, and in Cyrillic letters.
 * Compiled by hand for this project, by where the names are usual. Names that are also ordinary words, places or
 * bodies in English, French, Spanish or Portuguese are left out, as far as that was noticed.
 */
const LATIN = `
uwimana mukamana mukandayisenga mukamurenzi mukarugwiza mukashema mukantwari mukagasana mukankusi mukandori
mukarutabana mukeshimana mukansanga mukamusoni mukarwego mukamugema mukabera mukabutera mukasine mukaneza mukanyana
mukankubito mukandanga mukarwema mukamwiza mukagatare mukandutiye uwamahoro uwineza uwase uwera uwamariya uwanyirigira
uwimbabazi uwitonze uwizeye uwizeyimana uwamwezi uwingabire uwimpuhwe uwayezu uwurukundo umutoni umuhoza umutesi
umulisa umurerwa umubyeyi umwali umwari umuhire umugwaneza umukundwa ingabire iradukunda irakoze iragena iradukunze
ishimwe isaro ituze izere mutesi mutoni muteteli mutamuliza mukakalisa kayitesi kayirebwa kayirangwa kantengwa
kamikazi kamanzi kabera kampire karangwa kabatesi gasengayire gahongayire nyirahabimana nyiramana nyirahabineza
nyiransabimana nyirabagenzi nyirandegeya nyiraneza nyirakamana nyiramahirwe nyirarukundo nyiranzeyimana nyirabahizi
nyirasafari nyiramasuhuko musabyimana musabyemariya musabe mushimiyimana muhawenimana mukunde mukundwa niyonsaba
niyonkuru niyonzima niyigena niyitegeka niyomugabo niyibizi niyongere niyomwungere nyirahirwa nishimwe niragire
nizeyimana ndayisenga ndayishimiye ndayizeye ndikumana nduwimana nduwayo ndagijimana nsabimana nsengiyumva
nshimirimana nshimiyimana ntakirutimana ntawukuriryayo ntahobari hakizimana habimana habiyambere habyarimana
havugimana hategekimana harerimana hatungimana irankunda iranzi irambona kabanyana kankindi kanyana kaneza keza kezia
kigeme kubwimana kwizera manirakiza manirambona minani mpawenimana muhimpundu munezero murekatete murebwayire
murorunkwere mukakimenyi mujawamariya mujawimana mujawayezu nahimana nahayo nibigira nibitanga niyikiza niyokwizera
niyukuri ntirampeba nzeyimana nkurunziza bukuru bigirimana bizimana bizimungu bukeyeneza bazirake barakagwira
barutwanayo butoyi ciza dusabe dushime gakuba gasimba gateka tuyishime tuyisenge tuyisabe tuyizere turikumwe
twagirayezu twagiramungu twizere twizerimana yankurije yambabariye zaninka zigiranyirazo kavira kahindo kahambu masika
katungu mbambu kanyere kyakimwa kasoki kavugho kaswera kavuo kambale kakule kasereka paluku muhindo mumbere katembo
musubao biira ithungu kabugho nzigire nabintu cibalonza mwamini mauwa vumilia furaha neema zawadi tumaini bahati riziki faida sifa mapenzi upendo nabami namegabe nakalonge namwezi mapendo kitoko bitondo machozi nyota kanku
tshilanda ngalula mbuyi mbombo kapinga tshiela ntumba bilonda kalenga mujinga mwenge ngoie ilunga kazadi kyungu mwamba
mukendi kalala tshibola tshituka misenga odia bakanga luzolo nsimba nzuzi nlandu mavungu makiese mambu lukombo matondo
lusamba nsona mputu landu bolumbu botuli lokonga bompengo bokeleale furaa zaina faila fazila kashindi ngongo sango
mwavita wabiwa asende asha mwajuma sikujua sikitu salima shukuru safi maombi musimbi mushiya bulaya mugoli ndakola
nyakabwa dhego nyasi mateso mave lotsove ngabu maki dhesi londji ozile anifa atosha

marie jeanne jeannette jeannine jeanine janine josephine josette josiane jocelyne joelle josee jacqueline juliette
julie julienne justine judith germaine georgette gertrude ghislaine genevieve gisele ginette ghyslaine gwenaelle
helene henriette hortense huguette hyacinthe honorine immaculee ines ingrid irene isabelle ivonne yvonne yvette
yolande veronique viviane vivianne virginie valerie vestine venantie vanessa ursule therese theodora theodosie thaddee
suzanne sylvie sylvia stephanie spes solange solene simone seraphine severine scholastique sarah sandrine sabine ruth
rosine rosette rosalie roseline rolande rita renee rebecca raphaelle rachel philomene perpetue pelagie pauline
pascaline pascale patricia paulette odile odette octavie nicole noelle noella noemie nathalie nadege nadine monique
micheline michele mireille mireil mathilde martine marthe marlene marguerite margot marceline marcelline maryse
maryvonne marielle mariette marianne madeleine madelaine louise lucie lucienne lydie lydia ludivine liliane leonie
leontine leocadie laurence laurette laure laetitia lea laurianne karine josepha francoise francine fanny fabienne
evelyne eveline eugenie eulalie euphrasie esther ernestine ermelinde emmanuelle emilienne emilie elise elisabeth
elodie eliane edith dorothee dominique denise delphine dativa danielle daniele cyrille claudine claudette clementine
clotilde cleophace claire christine christiane christelle chantal charlotte chloe cecile catherine carine carole
camille brigitte bibiane bibianne bernadette berthe bernardine berthilde benedicte beatrice beata bathilde aurelie
audrey astrid assumpta arlette apolline antoinette annonciata annick anne anna annie annette anastasie ange-marie
angele angelique angeline andree amelie aline alice alphonsine albertine agnes agathe adrienne adele adeline godelieve
godeliva gaudence gaudiose gaudentia goretti goreth goretty consolata consolate concilie costasie donata donatha
donatille drocella dancille daphrose domitille domitila domitilla epiphanie eugenia euphemie felicite fredianne
gloriose illuminee languida leoncie liberata marie-grace marie-claire marie-rose marie-louise marie-therese
marie-chantal marie-jeanne marie-josee marie-noelle marie-paule marie-france marie-ange marie-goretti marie-madeleine
marie-helene marie-christine marie-laure anne-marie anne-sophie anne-laure rose-marie jean-marie jean-pierre jean-paul
jean-claude jean-baptiste jean-bosco jean-jacques jean-luc jean-louis jean-michel jean-francois jean-damascene
jean-chrysostome pierre-claver marie-pierre marie-solange marie-immaculee melanie nathalia odetta oliva oliveta
petronille petronie prisca priscille pulcherie rachelle rehema rosata rosina salomee sidonie specioza speciose sperata
stella sylvane tharcille tharcissia triphine triphonie valentine venancie venantia verdiane vestina victorine xaverine
zita pierre paul jacques jean michel francois jerome joseph emmanuel gabriel gaston georges gerard ghislain gilles
gilbert gregoire guillaume gustave henri herve hilaire hubert ignace jacob jonas jules julien justin laurent leonard
leonce leopold louis luc lucien marcel mathieu matthieu maurice maxime nicolas norbert olivier pascal patrice patrick
philippe raphael raymond remy rene robert rodrigue roger rodolphe samuel sebastien serge simeon stanislas stephane
sylvain sylvestre theodore theogene theoneste theophile thierry thomas tharcisse tite valere venance venant victor
vincent wenceslas xavier yves zacharie aloys aloyse alphonse alain albert alexandre alexis ambroise anaclet anastase
andre antoine apollinaire aristide arnaud arsene athanase augustin balthazar barthelemy baudouin benjamin benoit
bernard bertrand bonaventure boniface bosco bruno callixte celestin cesaire charles christophe claude claver cleophas
cyprien cyriaque dieudonne damien damascene daniel david denis deogratias deo dieumerci dieudonnee donatien edouard
elie eloi emile ephrem eric ernest etienne eugene eustache evariste fabien fabrice faustin ferdinand firmin florent
florentine florentin florian floribert francois-xavier frederic fulgence quentin bastien baptiste mathis mathys
thibault thibaut gael gaelle maelle mael yann yannick yannis loic erwan ronan corentin tanguy enzo theo lucas hugo
noemi clea lena lilou manon oceane coralie estelle celine corinne colette claudie bertille berenice armelle ariane
anouk anais alix alienor solenne sixtine sophie roxane romy priscilla perrine ophelie nolwenn nelly myriam muriel
morgane maud magali magalie lison lise leila karima ghada flavie flora florie fleurette eloise elsa elina diane daphne
cynthia cyrielle clarisse clarissa axelle aude

akello acen achan achieng adhiambo adongo ajok akech akumu akinyi aciro adoch acayo acan abalo aber abeja adero aketch
alanyo alum amito amony amolo amoding amoit amuge anyango anyait apio apolot aparo apiyo arach asio atieno atim auma
awino awor awuor ayaa ayot akao akidi akongo akullo adikini adikin alupo alaso anena layet lalam laker lamunu lakot
labol atimango ayero aloyo oyella okello ochieng odhiambo odongo ojok okech okumu okinyi otieno owino opio ouma oduor
omondi onyango opiyo ochan ocen odoch okot olanya omara omony onen ongom opolot otim oryem oyat odera okoth owuor
obura ogola olum omolo ojara ocaya olara komakech nakato nakitto nakku nakimuli nalwanga nalubega nalubowa nalongo
namata namatovu namazzi nambi nambooze namirembe namubiru namugga namukasa namuli namulindwa namusoke namutebi nankya
nansubuga nantongo nanyonga nanteza nassali nassolo nassuna nakabugo nakalema nakalembe nakanwagi nakawesi nakayiza
nakazibwe nakyanzi nakiganda nakibuuka nabatanzi nabbosa nabukeera nabukenya nabulya nabunya nabirye nabisere nagawa
nagujja naggayi nalule nalumansi nalukwago namaganda namakula nandawula najjuma najjemba nakigudde babirye wasswa kato
kizza mirembe kiconco kyomugisha kyomuhendo kobusingye kobugabe kemigisha kembabazi kebirungi kabahenda kabagambe
karungi kansiime kanyesigye katusiime katushabe komuhangi komugisha natukunda natuhwera ninsiima ninsiime nuwagaba
tumuhairwe tumusiime tumwebaze tushabe tukamuhebwa twinomugisha twesigye turyasingura ahumuza ahimbisibwe ainembabazi
akankwasa akampurira amanya ampaire ankunda arinaitwe asiimwe atuhaire atuhairwe atwine ayebare ayebazibwe birungi
busingye byaruhanga muhumuza muhairwe mbabazi mugisha mukisa nyakato nyangoma nyamwiza nyakaisiki nyakake kasemiire
kabasinguzi kunihira kabonesa kyarimpa wanjiru wanjiku wangari wangui wangechi wambui wairimu waithera wanjeri wanja
wacera wacuka waceke warigia waruguru wamaitha wamuyu wambura wangare wanini nyambura nyokabi njeri njoki nyawira
njambi nyaguthii muthoni mumbi mukami gathoni gathigia wachuka kamau mwangi kariuki njoroge kimani maina karanja kuria
macharia gitau githinji irungu mugo muriuki murithi kinyua njuguna ndungu waweru wachira kendi karimi kagendo kanana
kawira kinya gakii gatwiri mwendwa mwende mwikali mutheu mumbua mueni mutindi ndinda nduku nduta nthenya ndanu kalekye
kamene kanini kavata kavinya koki mbithe mbula mukulu munyiva syokau syombua wavinya wanza katunge kasyoka mutua
muthama musyoka mutuku nzioka chebet cherono cheptoo chepkoech chepkemoi chepkirui chepkorir chepngeno chepngetich
cherop cheruiyot cherotich chelangat chelagat chelimo chemutai chepchirchir chemtai jebet jepkemboi jepkosgei
jepchirchir jepkoech jeptoo jerop jerono jeruto jelagat jemutai jepngetich kiprono kiptoo kipchirchir kipkemboi
kipkorir kipkoech kiplagat kiprop kiprotich kipruto kimutai kibet kipngetich nasimiyu nekesa nafula nanjala naliaka
namalwa nelima khakasa khasoa khavere ayuma andeyo kageha mmbone minayo muhonja nabwire nakhumicha nangila nekoye
barasa wafula wanyama wekesa simiyu kerubo kemunto kwamboka moraa nyaboke nyamoita bosibori bochaberi gesare mokeira
nyanchama nyakerario makena mwanaisha mwanahamisi mwanaidi mwanakombo mwanajuma mwanamisi mwanaasha mwanamkasi mwatate
mwenda nampaso naisula naserian nashipae nasieku naisiae namunyak nalotuesha resian seleina silantoi siantoi sanaipei
nolari nkasiogi ntoyai tipira akiru ekiru nakiru lokiru nakuwam lomuria esinyen ebei napeyok nangiro lokwang zuhura
subira siwema sikudhani pendo mwajabu mwasiti mwantumu mwanahawa mariamu hadija hadijah ashura amina aminata bakari
chausiku chiku dafrosa doto farida fatuma fatma hamisi halima hamida hawa husna jamila joha juma kulwa khadija latifa
lulu maimuna mwamvua mwanakheri nuru rahma rajabu rukia salama sabra safia salma saumu shabani shamsa sharifa shida
sihaba sijali somoe tatu tabu tausi tuli yusufu zainabu zakia zulfa zuwena aisha aishah athumani bashiru hassani hamadi mohamedi selemani ramadhani rashidi salehe saidi mwinyi anyes anastazia agripina editha ester esteria
eliwaza elizabeti fausta febronia felista flaviana gaudensia getruda grasiana helieth hilda jenipher jesca joyce
jovina magreth mwanne ndimyake nyamizi nyambone nyabise nyanjura paskazia penina perusi pili radegunda restituta rhobi
robhi bhoke wegesa ghati gati moremi sauda semeni skola stamili stumai suzana tatuu tegemea theopista tumsifu tunu
veronika yustina yusta zabibu zamda

nyakuoth nyandeng nyakim nyadak nyagoa nyaluak nyamal nyamuch nyanath nyandit nyangai nyakang nyakong nyakuma nyakueth
nyakoang nyakhor nyachan nyaboth nyaboang nyabang nyabuay nyabiel nyabol nyachuol nyachieng nyadeng nyadieng nyadoar
nyadiet nyadol nyaduoth nyagak nyagai nyagaka nyagach nyagony nyajal nyajima nyajuok nyajuba nyakal nyakan nyakeat
nyakek nyakor nyakume nyakuol nyakuic nyakun nyalada nyalam nyalat nyalieth nyalok nyamai nyaman nyamach nyamiel
nyamouch nyamuon nyamut nyanchiew nyandong nyanhial nyankir nyankiir nyanpal nyanut nyanwut nyanyai nyanchar nyaniop
nyapal nyapini nyapuka nyapuot nyarial nyariak nyarik nyaruach nyaruot nyarek nyasunday nyatap nyatut nyatuok nyataba
nyathak nyawal nyawar nyawech nyayang nyayiena nyayual nyibol nyiriak nyikang buk nyamer achol abuk adut ajak akon
akec akuol akoi akur akuot aluel alek alakiir aker alual amer amou amuor angeth angong angok apiu apuk arek atong atem
athiei awel awut awek ayak ayen ayuen aguet aguil agum agot ajoh akuch adau adhieu adhel adit achai achiek achuei
aliet anyier anyieth aweng abiong abior abang abul alaak athok atoch ayor acuil acuek nyanagok yomdit monydit tabitha
mading deng garang majok makuei malual manyang mabior machar majak malong mawut mayen akol aguer ajang akot akuei arop
atak athian ateny awan bior biar chol chan chuol chuor dhieu duot duop gatluak gatkuoth gatwech gatdet gatkek gai
gatwich guor jok kuol kuel kueth koang kuach koryom lual madut makur malek malou mabil manyok maper marial mathiang
matiop mayar mayol mayiik nhial ngor puok puot riek reath riak ruach ruot tut thon thuch tong wol wal wuol yien yoal
yout poni kiden keji jokudu jore konga kaku yangi yayi sitti wasuk keden nyoka jaguru foni kade gire lodiong ladu lako
wani pitia tombek lokujo loguya mogga mori swaka taban modong yugu lokule lemi lubari lasuba sokiri dumba drani anite
ayite asienzo adiru amviko andezu ezatiru drateru letaru candiru asianzu gbudwe mbiko nagomoro nabua natana mboliako
anikumba awatif awadia awadiya asjad asmaa alawia alawiya amna amouna asrar batoul batul buthaina duaa faiza fathia
fathiya fayza fawzia hajir hanadi hawaya hayfa huda ibtisam ibtihaj ihsan ikhlas ilham inas insaf intisar iqbal
ishraqa ismahan kalthoum kaltouma kaltoum kaltoma kawthar khadmallah khalda khalida lubna mahasin manahil mawahib
mashair maysoon maysaa mariam mahla munira nafisa nagat nagwa nahid nahla najat najwa nazik nisreen nemat omayma
omaima rabha rabab rashida rawda rawia rihab rogaia rugaya rufaida saadia sakina salwa samah samar samia sawsan
sittana siham suhair sumaia suad sumaya taghreed tahani tayseer tamador tamadur tasneem thuraya tomader wafa wahiba
widad wisal zahra zeinab zainab zamzama zubaida alaa abdelaziz abdalla abdallah abdulrahman abdelrahman abdelrahim
abdelkarim abdelhamid abdelgadir abdelwahid adam ahmed awad babiker bakri bashir elfatih eltayeb eltahir elsadig gasim
gamar hamid hamdan hashim haroun ibrahim idris ishaq isam isameldin ismail izzeldin khalid kamal mahgoub mahjoub
mubarak mudawi muawia muntasir mutasim mustafa musa nasreldin nureldin omer osman saifeldin salaheldin siddig
sharafeldin suleiman suliman tagelsir tarig yasir yahia yagoub yousif zakaria zuhair

hodan hawo halimo fadumo faduma fadumina fartun fartuun farhiya farhia ifrah ilwad ubah ubax sahra safiya deqa deeqa
asli ayan ayaan hibo hibaq hibaaq idil idyl ladan ladhan nasteho nasteexo nasra nimco nimo nimao ruqiya ruqia ruqiyo
sagal shukri suado suaad sucaad fahma fahmo fowsia fowsiya fawsia istahil istaahil istarlin kaltun kaltuun kaltuma
luul lul maryan maryam maryama muna muno naima nacima qamar qamaro raho raxma rahmo roda rooda saynab shamso warsan
warsame xalimo xaawo xawo xamdi caasha casha canab anab cawo cibaado ibado aamina amino aniso anisa asiya bilaan
bisharo barni barwaqo batulo binti cawrala dahabo dhahabo dhool dunya duniyo fardowsa fardosa fardus fatumo gobaad
guudo habibo haboon haweeya haweya hafsa hafso hamdi hinda hindiyo hoodo ikran ikraan ilhan iftin ismahaan jamilo
jawahir jawaahir kadra kadro khadra leylo layla ladna mako mumina mumino mushtaq najma najmo nuura nuurto nuurow nurto
qaali qadan quresha qurayshi ruun saciido saida sacdiyo saado sadia sadiyo safiyo sahro salaado samira samsam sirad
siraad shaqlan sofiya suban suldaana sureer timiro udbi umalkheir ureji xabiiba xafso xaliima yurub yuurub zamsam
zuleikha abdi abdikadir abdulkadir abdiaziz abdifatah abdihakim abdikarim abdinasir abdinur abdirahman abdirashid
abdirizak abdisalam abdishakur abdiwahab abdiwali abdullahi abshir adan aweys bashiir burhan cabdi cabdullahi cumar
daahir dahir daud dalmar duale elmi farole faarax garad gedi geedi guled guleed gureye hirsi hussein hassan ilyas jaamac jibril kahin keynan liban liiban mahad mahamoud mahamud maxamed maxamuud mohamed mohamud mohamoud mukhtar muuse
muse nur nuur omar omaar qasim raage rage roble robleh sahal saciid salad samatar samater sharmarke sheekhdoon xasan
xuseen yasin yusuf yuusuf zakariye

letebrhan letebirhan letay letish letemariam lemlem lete genet selam selamawit semhar semira senait senayit selas
sosina tigist tsigist tigest tsehay tsehaynesh tsega tsegereda tsige tsigereda tirhas tinebeb tiruwork tirunesh
tewabech tewodros tesfaye tesfalem tesfay teklay tekle tedros teodros tamrat tadesse tadele taye tilahun tsegaye
tsehaye yordanos yodit yeshi yeshimebet yeshiwork yetnayet yeshihareg yirgalem yohannes yonas yared yemane yemisrach
yalemzewd zewditu zenebech zenebework zinash ziyada zebiba zufan zeritu worknesh workinesh wubit wude wudnesh winta
weini weyni weynshet woinshet wongel wosene sara saron sehin seblewongel sebele sinidu sintayehu sisay solome sefora
rahel rahwa rigat rigbe rishan rozina rut radia nigist nigisti nigsti netsanet netsannet nardos natsnet nebiat mulu
muluwork mulunesh mulugeta mulatu mitslal mihret mihiret mizan mekdes meklit meron merhawit meseret meskerem messeret
mebrat mebrahtu mebrahtom medhanit medhin medhane meaza meazi maaza martha marta marsilas mahlet mahder maedot lidya
lidia luam luwam liya kidist kidisti kidan kokeb kokobe kokob konjit kebedech kebede kassech kassa kassahun kelemwork
kibra kibrom kifle kiros kinfe hiwot hiwet hiwan himanot haymanot haimanot hareg haregewoin haregu helen helina heran
hermela hewan hewot hirut hanna hana habtom haile hailu hagos hadas hadush gebre gebru gebrehiwot gebremedhin
gebremariam gebremeskel gebreselassie gebrekidan girma girmay gidey getachew getahun genzeb gelila ghenet goitom
freweini freweyni frewoini frezghi frehiwot firehiwot firdos fikir fikirte fikre fikadu fetlework feven fana fasika
fantaye etenesh etsegenet etagegn etaferahu emebet emebate elfinesh elsabet eleni embet eyerusalem ejigayehu ejigu
dinknesh desta destaye dehab dagmawit dawit dereje demeke debritu derartu chaltu caltu ciltu bontu biftu bizunesh
bisrat brikti birikti birtukan birhan birhane brhane berhane berhanu bereket belaynesh belay beletu beletech bethelhem
betelhem betelehem bezawit bezunesh bogalech buzunesh bekele bekelech aynalem ayelech ayele ayantu azeb azmera
azenegash aster asteir askale askalech asnakech asegedech assefa atsede atsbeha atnafu atalelech almaz alemitu alem
alemnesh alemtsehay alganesh amsale amlakitu ameha abeba abebech abebe abebaw abrehet abrehaley abraha abrham abraham
aberash abiy adanech aklilu alemu alemayehu amare amanuel asmelash asmerom aregash aregawi araya weldu woldu
weldemariam lensa lelise lelisa lalise hawi obse obsitu dammee kuulle kuli bilise bilisee bilisummaa jitu jalane
jalele jaalanne ifabas gadise gaddise galane galma gutama dhabe dinqe dirribe diribe dureti duressa faantu fayise
faaya fayo kume kumee kuma kulani lalistu lensaa magartu martu mergitu nagase nagessa nagasa qananii kenani shube
shito sifan siifan simbo tolera tolessa toltu tolashe wadera warqe warqitu xurunesh yadani yaadani abarash aadde amane
momina rahima kadija zeyneba zahara tufa tulu guyo godana galgalo halake jarso jaldesa boru roba liben kula qabale
dhaki talaso kabale elema gumato darmi shanu dhiba diramu godane talase asmeret azieb bisirat dahab elen ariam aida
adiam freselam freselassie fyori filmon isaias isaac kesete lettina leul meriam milen miriam mussie natnael nebay
okbai petros samrawit sennait senhit simret solomie timnit tiblets teame tsedal tesfamariam weldeab wehazit yosief
zaid zeray zerai

aissatou aissata aissa aicha aichatou aichata adja adjara adjoua adjoa affoue affoussata affoussiata ahou akissi
amenan amoin amlan aya ahoua awa assetou assita assitan assiata bintou binta bineta batoma bassira coumba coumbis
diariatou diarra diaratou dienabou dienaba djeneba djenebou djenaba djenabou djamila djamilatou djelika djeneb
djoumassi fanta fatou fatoumata fatouma fatimata fatimatou fatoum fily finda fati habibatou habiba habsatou hadiatou
hadjaratou halimatou haby haoua hawaou hawaye ina inna kadiatou kadidia kadidiatou kadia kandia kani kaniba khady
khadidja khadidiatou khoudia kine korotoumou korotimi kounandi lalla lobbo maimouna maimounata mainouna mah mahawa
mame marieme mariame mariama mariamou mariatou massandje massata massira mbarka mintou moussokoro moussou moussa
mounina nafi nafissa nafissatou nafatouma nagnouma nandy nankoria nassira neima ndeye niagale niakale niele niouma
ngone nogaye oulimata oumou oumy oumar oumarou oumoul ouleye oulematou oury penda rabi rabiatou rahamata rakia
rakiatou ramata ramatou ramatoulaye rokia rokiatou roukiatou rougui rouguiatou safiatou safietou saadatou salamata
salamatou salimata salimatou sanata sanaba saran saratou sata satou seynabou sira sire sitan sokhna sokona sounounou
souadou tenin tenindie tene tenimba tiguida tieba tima tiguidanke tacko wassa yacine yande yaye yassin yeli zara
zeinabou zenabou zenab zeneba zalissa zourata zouera zoulaha zouwera ouarda wendkuni pougwende poko raogo rasmata
rasmane tipoko nopoko talato noaga sibdou koudbi kiswendsida wendpanga pengdwende teewende wendyam sougrinoma assana
awoua abibata azara alimata aguiratou mamounata minata nabou natenin noellie habibou kadisso abdou abdoul abdoulaye
abdoulkarim abdramane abdourahamane aboubacar aboubakar alassane aliou alioune alhassane amadou amath assane babacar
bakary bocar boubacar bouba boureima brehima cheick cheikhou daouda demba dioncounda djibril djibrilla drissa elhadj
fode gaoussou habib hamadoun hamidou harouna ibrahima idrissa ibra inoussa issa issaka issiaka issoufou kalidou kalifa
karamoko kassoum lamine lansana lassana lassine mady mahamadou mahamane mahamat malick mamadou mamoudou mandiaye
massamba modibo mohamadou mor moctar moustapha namory nouhoum ousmane ousseynou sadio saidou saliou salif samba sekou
seydou sidi sidiki siaka siriki soumaila souleymane soumana tidiane tiecoura tiemoko tierno thierno yacouba yaya
youssouf zoumana zakari kouassi kouadio kouame koffi konan kouakou yao adou brou kacou n'guessan n'dri n'goran n'deye
n'della m'balou m'mah m'baye akosua akua akuba adwoa abena abenaa afia afua afi afiwa afiavi ama amma amba araba efua
efia esi ekua esinam ekuwa yaa yaaba adzo adzoa abla ablavi akouvi akou akouavi akuvi aku afoua afefa dzifa dede
enyonam essi essivi eyram edem elikem elom kafui kekeli makafui mawusi mawuena mawunyo mansa naa naadu naana selasi
selorm senam sefakor sitsofe xorse yayra yawa yawo kossiwa kossi kodjo kokou komi komla kwami kwaku kwabena kwadwo
kwame kwasi kwesi kojo kobina kofi kwamena yaw yaovi ayaovi amele ayoko ayawa dovi dope essossinam massan mazalo pyalo
tchilalo essowe essozimna lantame yendoube damigou ablawa houefa sessi senami sedjro dossi dossou codjo codjovi
gbenoukpo gbessi houessou mahougnon mahoutin djifa djidjoho vignon fifame fifa nonvignon bignon adjovi adjoavi assiba
alougba yabo bossi azaratou barkissou abiba memounatou rissikatou rafiatou moufoutaou mouinatou hauwa hadiza hadizatu
aishatu aminatu asabe asma'u asmau balaraba barira bilkisu bilikisu dije dijatu delu fatimah fatima furera gambo
hadisa hafsat hajara hajaratu halimatu hanatu hannatu hasana hassana husaina hussaina jummai kaltume kande kulu
kulthum kubra ladi ladidi lami laraba lubabatu lawisa mairo maimunatu mardiyya mariya maryamu murja murjanatu nafisatu
rabia rabiatu rahila rahinatu rakiya ramatu rifkatu rukayya ruqayya sa'adatu saadatu sadiya safara safiyanu sahura
salamatu saratu saude tabawa talatu talle tani umma ummi ummulkhairi uwani uwa yelwa zaliha zulai zuwaira zuwera
yagana yakura falmata fanna kellu bintu aisa aisami modu bukar bulama kachalla fannami yachilla yabawa yafati yaana
kaltum ba'ana kyari goni adamu abubakar abdulkareem abdulmumin abdulrasheed aliyu aminu audu auwal babangida bello
danjuma danladi dauda garba habibu haruna inuwa isa isah isyaku jibrin kabir kabiru lawal lawan mahmud mamman mansur
mohammed muhammadu murtala mustapha nasir nasiru nuhu rabiu sadiq saidu salihu salisu sani sanusi sule tijjani umaru
usman yahaya yakubu yunusa zubairu adaeze adaobi adaora adanna adannaya adamma adaku adaugo adeola adeyinka ademola
adebayo adebisi adebola adeboye adedayo adedoyin adefunke adejoke adekemi adekunle adelola aderonke adesola adetola
adetoun adetutu adewale adeyemi adunni afolake afolabi agbani aina ajoke akachi akanke akinyele akudo akunna amaka
amarachi amara anulika anuli apeke asake atinuke awele ayobami ayodele ayodeji ayomide ayotunde babajide babatunde
bisi bisola bolanle bolaji bukola bukky bunmi busayo busola chiamaka chibuike chibuzo chichi chidera chidi chidiebere
chidimma chidinma chiedu chiemela chigozie chijioke chika chikaodili chikodi chima chimamanda chinasa chinaza chinedu
chinelo chinenye chineye chinonso chinwe chinwendu chinyere chioma chisom chizoba chukwudi chukwuemeka chukwuma
damilola dayo dupe ebele ebere ebiere ebun ebunoluwa efe efemena ejiro ekaette ekene ekemini emeka enitan enobong ese
eseoghene esohe etim eucharia evbu ezinne ezinwa fadekemi femi feyisayo folake folasade folashade folorunsho funke
funmi funmilayo funmilola gbemisola gbenga ibidun ibironke ibukun idara idowu ifeanyi ifeoma ifeyinwa ifunanya ihuoma
ijeoma ikechukwu ikenna imabong inemesit iniobong iretioluwa itoro iyabo iyabode iyore jumoke kafayat kehinde kelechi
kemi khadijat kikelomo kofoworola kudirat kunle lanre latifat lola lolade mojisola modupe monsurat moronke morenike
mosunmola mfon ngozi nkechi nkechinyere nkem nkiru nkiruka nkoli nkoyo nnamdi nneka nnenna nnennaya nonye nonso nse
nwakaego nwamaka nwando obiageli obianuju obioma obinna obong odinaka odunayo ogechi ogechukwu ogonna oghenekevwe
olabisi oladele oladipo olamide olanike olapeju olayinka olubukola olubunmi oludayo olufemi olufunke olufunmilayo
olumide oluseyi olusegun olusola oluwaseun oluwaseyi oluwatoyin omolara omolola omotayo omotola omotunde omowunmi
onome onyeka onyekachi onyinye onyinyechi opeyemi osagie osas osaretin osasu osato oyindamola oyinkansola remi risikat
ronke rukevwe sade sikiru simisola sunmbo taiwo taofeekat tayo temitope temitayo temilola tinuke titilayo titilola
tobi tochukwu tolani tolulope tomi tonye tope tosin toyin tunde tunrayo uchechi uchechukwu uchenna uduak ugochi
ugochukwu uju ujunwa uloma uwem yejide yemi yemisi yetunde yewande yinka zikora dooshima doofan mnguemo mimidoo ngunan
ngusuurun nguvan terna terkimbi iveren mwuese wandoo seember sewuese hembadoon msurshima torkwase kadie kadiatu kaday
sia tenneh jeneba jenneba isatu isata fatmata fatu fatumata hawanatu hawah mariatu mamusu mabinty maseray memunatu
musu musukulah musuleng yatta yainkain yema yebu adamsay baindu bondu gbessay jebbeh jattu kema kona konah kou korpo
kebbeh krubo kpannah lorpu lorwo garmai gorpu gamai nowai yassah yamah yarkpawolo siah siatta satta sando tewah tetee
decontee dehkontee deddeh dekontee weedor wleh nyanquoi nyemah maima manjoe mawatta marthaline bendu boima
fombah foday alhassan alimamy alusine brima gbassay kelfala momoh morlai santigie sahr tamba tejan ramatulai rugiatu
saffiatu sallay sento simity umu wuya yeabu yayah etweda mcgill fatoumatta isatou haddy haddijatou jainaba kaddy
kaddijatou mbassey ndey neneh nyima njundu oumie rohey sainabou sainey saffie satang sirra sukai tida amie ebrima
alieu baboucarr buba famara kebba lamin momodou modou ousainou sulayman yankuba yahya yusupha achta adoum allaramadji
allatchi amsi ashta brahim dadjo denemadji dillah djimadoum djimtebaye fatime habsita halime idriss issakha khaltouma
kouboura mairam moursal neloum nekoulnang ngarledjy ngarmadji nodjimadji nodjikoua ronelngue solkem tamsir zenaba
yassine alkhali hissein hisseine abakar abdelkerim guelngar mbaiguedem mbaihornom nangtolngar koumbo yorongar manka
manka'a ngum nchang neng lum siri nain achiri anyen ambe azah bongfen bongshu fonyuy fien kinyuy kila lemnyuy leinyuy
ngwe nsoh ngeh nkwenti nkeng suika sirri vernyuy wirba yefon yaah atabong ebot ebai enow eposi enanga ewane ewudu
besong besem eyong mengue mbarga atangana ngono ndongo onana abega awono belinga essomba essama eyenga evina mballa
ntsama ondoa zambo magne mafo maffo matcheu metangmo tchuenkam tchuente youmbi youmbissi djuidje kengne kamdem fotso
wafo talla simo ngongang nguemo nzali kouam astadicko didja djanabou faissala hapsatou kaltoumi maimounatou mairamou
yasmine hamadou hayatou sali yerima ngaissona nambona wilibona yapende yamale yangba yangongo zowe gbadin gbagba
mokpeme ngouyombo koyambounou yakete nambozo nguerepayo tchimangoa danzi

abenilda adozinda albertina alcinda aldina alzira amelia ancha angelina anita antonieta atija avelina belarmina
benvinda berta carlota cacilda catarina celeste celestina cremilda deolinda delfina domingas dulcineia edma ermelinda
etelvina eulalia felismina filomena filismina florinda gilda gracinda graciete helena hermenegilda herminia idalina
ilda ivone isaura jacinta joaquina joana josefa josina judite julieta lina lizete ludovina luisa lurdes laurinda
marcelina margarida mariza matilde mariamo muanacha muanajuma muaziza momade natercia odete orlanda otilia quiteria
rabeca rosalina rosita sebastiana saquina suzete teodora telma teresa teresinha valentina veronica zainabo zaida
zulmira weza kiesse luzia ngueve nzinga chilombo nanjila ginga kassova kapita armando afonso adriano aires alberto
alfredo amadeu amilcar antonio anibal abilio artur arlindo bento bernardo caetano carlos celso custodio dinis edson
eduardo elias ernesto estevao eugenio feliciano felisberto fernando filipe florencio gaspar gilberto graciano helder
henriques herculano hilario ivo jacinto jaime joao joaquim jorge jose josue luis lazaro manuel mario mateus miguel
moises nelson nuno osvaldo paulo pedro rafael raul ricardo rogerio rui sebastiao sergio silvestre simao tiago
tomas valdemar vasco vicente zacarias tendai tendayi tsitsi tatenda tariro tambudzai tafadzwa takudzwa tanaka tapiwa
tinashe tonderai tichaona tarisai tsungai rudo rumbidzai runyararo ruvimbo rutendo ropafadzo rufaro nyasha nyaradzo
nyarai nyengeterai netsai nokuthula nomusa nomthandazo nomvula nomathemba nomalanga nomazulu nomfundo nokwazi
nokubonga nokukhanya nolwazi nompumelelo nomonde nomsa nomzamo nonhlanhla nonkululeko nonkosi nontobeko nontsikelelo
nosipho nosizwe nothando nothile noxolo nozipho nozizwe ntombi ntombifuthi ntombizodwa ntombenhle ntokozo nqobile
nqobizitha ndumiso netsayi munashe mudiwa makanaka maidei maita mavis chenai chenjerai chido chiedza chipo chipiwa
chiratidzo chengetai chishamiso kudakwashe kudzai kudzayi kundai kumbirai farai fadzai fungai fungisai garikai
gamuchirai itai jestina vimbai vimbainashe wadzanai yeukai yemurai zanele zandile zenzele zinhle ziyanda zodwa zoleka
zola zukiswa zukile thandeka thandi thandie thandiwe thandolwethu thabisile thabile thobeka thobile thoko thokozile
thokozani thembi thembeka thembelihle themba thembisile thulisile thuli thulani thabo thabang thato tebogo teboho
tiisetso tshegofatso tshepo tshiamo tumelo tumi tsholofelo tsepiso sibongile sibusiso sibonokuhle sichelesile sidumile
sikhanyiso sikhumbuzo sikhangele simangele simphiwe sindisiwe sinazo sindile sinenhlanhla sipho siphokazi siphiwe
siphesihle sithembile sithembiso sithabile sizani sizakele sizwe snenhlanhla sukoluhle samukeliso sanelisiwe sanele
sihle siyabonga phindile phumla phumzile philile phiwe palesa puleng pontsho pulane rethabile refilwe reitumetse
reabetswe rorisang relebohile rofhiwa rendani rudzani livhuwani lindiwe lindani lindelwa lungile lulama lulamile lwazi
langelihle lebohang lerato lesego limpho lineo lieketseng mamello makhosazana makhosi mampho matshidiso masego mandisa
mandla mbali mbalenhle miyelani mmapula mpho mpumelelo mthandeni mzwandile moleboheng mosa motlalepula mamosa naledi
nkhensani nkosazana ayanda andile akhona amahle asanda avuyile babalwa bongani bongiwe bongekile boitumelo bontle
busisiwe buhle buyisiwe duduzile dikeledi dineo dimakatso dumisani gugu gugulethu hlengiwe hlobisile jabulile jabulani
kagiso kamogelo karabo katlego keabetswe kefilwe keneilwe keletso kgomotso khanyisile khosi khethiwe kholiwe konanani
landiwe unathi unami vuyelwa vuyokazi vuyo vusi vusumuzi vutomi winile winnie yandisa xoliswa xolile xolani onthatile
onalenna ontlametse oratile olebogeng mudzunga mukundi takalani tshilidzi tsakani hlamalani hlayisani nyiko basani
bupe bwalya chanda chansa chilufya chileshe chisomo chimwemwe chikondi chifundo chileka chisenga chola chomba choolwe
kabwita kasonde kaluba katongo kapembwa kunda luyando lweendo lombe lushomo masauso mainza malumbo mutale mutinta
mwangala mwansa mwaba mwape mwenya mwila mweembe mulenga mumba musonda mutibo namakau namasiku namukolo nalishebo
nakawala nanyangwe nchimunya nsama nsofwa ntalasha nkandu sepo sibeso tiyamike tiyezge tamanda tamandani tadala
takondwa temwanani temwa towera tawonga tawina thandizo titha tionge tinyade tikhala ulemu wezi wanangwa wongani
yankho yamikani zione zinenani zikomo alinafe alefa atupele ausward dalitso dalitsani ellinah eneless estere falesi
felestina fatsani fyness jesnala kondwani khumbo khumbize kettie loness lusungu limbani limbikani lughano madalitso
maggie malita mayamiko mervis mphatso mtisunge mwai mwayi mwandida mzati nambewe nasiwelo ndaziona ndapile nellie
olipa pemphero pempho rhoda rodah ruthie sekani sellina silungwe stelia suzgo tereza triza tupokigwe upile vitumbiko
wyson yohane yotamu voahangy voahirana vololona volatiana vololoniaina vonjy vony zoely zafy tiana tianarivo tahina
tahiry tantely toky tojo tsiky tsilavo tovo sahondra saholy soahary soanirina rasoa rasoanaivo rasoamanana ravaka
ranto rindra riana rivo rija raivo rado ony onja oly olivah norosoa noro nirina nirisoa njara njaka nomena miora mialy
mirana miangaly mihaja mino mamy mamisoa mbolatiana lalao lalaina lantoniaina lanto landy lova koloina kanto ketaka
herisoa herizo hery hasina hanta harisoa haingo faniry fanja fanjaniaina fara faratiana felana fitiavana felaniaina
bakoly bako baovola andry anja andriamahery arisoa hanitra hasiniaina volahasina haritiana fidy fenitra nivo
nivoarisoa

abeer abir adiba adila afaf afra afrah afnan ahd ahlam ahlem ayesha ayisha aysha aziza azza ala aliaa aliyah alya
alyaa amal amaal amany amel aminah ameena ameera amira amirah anhar anissa anoud anwar aouatef aqila areej arij arwa
aroua asalah asila asma asmae assia asya atidal atiyat awatef ayah ayat azhar azhaar badia badiaa badria badriya
bahija bahiya bana bano baraa basima basma bassma batool bayan baya besma bilqis bilqees bochra bouchra boutheina
bothaina buthayna chadia chaima chaimaa chahrazad chahinez chafia charifa cherifa dalal dalel dalila dana dareen
dhekra dhouha dhuha diala dima dina doha donia dorra douaa douha dunia durra ebtisam ebtesam eman emna enas entesar
esraa essra fadia fadila fadela fadhila fadwa fairouz fayrouz faouzia fareeda fariha fatiha fatema fatemah fatme
fatmah fattoum fawziya feriel ferial feryal fidaa firdaous firdaws fouzia ghadir ghadeer ghalia ghaliya ghazal ghazala
ghazwa ghizlane ghofrane ghufran ghosoun hadeel hadil hadia hadjer hafida hafidha hafssa hager hajar hajer haifaa
hakima hala halah halimah hamama hamamat hamda hanaa hanan hanane hanen hanin haneen hania haniya hasna hasnaa hasnia
hassiba hawraa haya heba hedia hejer hela hend henda heyam hiam hiba hibah hind houda houria houriya hoda hyam ibtihal
ibtihel ibtissam ibtissem ichrak ikram ikrame ilhem iman imane imen imene inaam inass intissar isra israa ithar
izdihar jameela jamileh janan jana jannat jawaher jihan jihane jehan joud joumana jumana jouhayna jalila kaltham
kamila kamilia kaouthar kawther kawtar kaoutar kareema karimah kenza khadijah khadeja khadouj khalidah khaoula khawla
khaula khawlah kholoud khulood khouloud khulud khuloud kinda lamia lamiaa lamya lamiae lamis lamees lateefa leena
leyla laila layal layan linah loubna loujain loujayn lujain lulwa lulwah maali maha mahasen mahbouba maissa maisa
maisoon maysoun mayssoun majd majda majida majdouline malak malika manal manel manar maram mariem maryem marwa maroua
marwah mashael masouda massouda mawadda mawya mayada mayasa maysa mayyada mennatallah mervat mirvat meriem meryem
meryam mona mouna monia mounia mouniya mufida moufida mounira munirah mozn nabiha nabila nabeela nadera nadia nadya
nadiah nadira nadjet nadjia naeema naema naeima nagla naglaa nahed nahida naila najah najet najia najiba najla najlaa
najoua nariman narimane narjes narjess nashwa nasima nassima nasreen nasrin nawal nawel naouel nawar nawara nayera
nazek nazha naziha nazira neama nebiha nedal nedjma nehad nehal nejla nejma nermeen nermin nesreen nesrine nessrine
nezha nibras nidal nida nidaa nihad nihal nihed nihel nisrine niveen nivine noha noora nora norah noor nour nura noura
nourah nouha nouhad nouria nuha nouzha oumaima oumayma oumeima oumkeltoum omnia oulaya olfa oula ouafa ouafae ouiam
ouissal rabiaa racha rasha radhia radhiya radwa rafif ragaa ragia raghad raghda rahaf rahil rahmah raida rajaa rajae
rajia ramia ramla ramza raneem ranim rania raniya ranya raouia raoudha raoul rawan rawya rayan rayhana razan
razane reem rim rima reema rimah rimas rehab riham reham rihem rihanna rola roula rula roaa rouaa rouba ruba rowaida
ruwaida ruqaya ruqayah ruqayyah roqaya rokaya roukaya sabeeha sabiha sabria sabriya sabrin sabrine sabreen sabrina
sadeqa sadika sadiqa saeeda safaa safae safiyya safiyah safoura sahar saher sakinah salha saliha saloua samaher samaa
samiha samiya sameera samirah samya sanae sarra seham sondos sondes sundus sihem sihame sirin sirine shirin shireen
sireen sonia souad soad soha souha suha suhad souhad souhaila suhaila souheila souhir sohair suheir soukaina sukaina
soumaya soumia somaya sumayya sumayah suzan syrine shaden shadia shadya shadha shatha shahad shahd shahira shahinaz
shahla shahrazad shaima shaimaa shaymaa shahenda sherifa sherine shereen sherin shifa shorouk shurouq shukria tahira
tahera taghrid tala talia tamara tamam tamader taqwa tasnim tayba thanaa thana thouraya touria tunsia wadad wadha
wafaa wafae wahida wala walaa wallada warda wardah wardeh wassila wasila wasan wided wiam wiem wijdan wissal wissam
wejdan yamama yamina yamna yara yasmin yassmine yassmin yasmeen yosra yusra yousra yusrah youssra yumna zahia zahida
zahraa zahira zaynab zaineb zakiya zeina zeineb zeyneb zeynab zineb zinab zoubida zoubeida zubayda zohra zohour zuhour
zulaikha zouhour abd abdel abdelfattah abdelghani abdelhadi abdelhak abdelilah abdelkader abdellah abdellatif
abdelmajid abdelmalek abdelmounim abdelouahed abdelrazek abdelsalam abdul abdulaziz abdulghani abdulhadi abdulhakim
abdulkarim abdullah abdulla abdulmajeed abdulmalik abdulqader abdulrahim abdulsalam abdulwahab abderrahim abderrahmane
abdessalam abed adel adham adib adnan ahmad akram alaaeddine ali alaeddine amjad amin amine ammar amr anas anouar aref
arafat ashraf assaad assem ayman aymen ayoub ayyub aziz azmi bader badr baha bahaa bashar basel bassam bassem belkacem
bilal bilel boualem chafik chokri daoud dawood djamel emad essam fadel fadi fahad fahd fahim faisal faycal fayez fares
faris farid farouk fathi fawaz fawzi firas fouad fuad ghaleb ghassan hadi hafez hakim hamad hamada hamed hamza hamzah
hani hany harith hasan hassane hatem hatim haytham haitham hazem hedi hicham hisham hichem hocine hosam hossam houcine
hussam husain hussain husayn hussien ihab imad ismael issam iyad jaafar jaber jabir jafar jalal jamal jamil jawad
kadhim kais kamel kareem karim khaled khalifa khalil khayri lakhdar larbi lotfi louay mahdi maher mahmoud mahmood
majid majed mamdouh mansour marwan marouane mazen mehdi miloud moez mohamad mohammad mohannad mohsen moncef monther
mostafa mouhamed mounir mourad moustafa muhammad muhammed muhannad munir murad musab muthanna nabil nader nadir nael
naji najib nasr nasser nassim nawaf nayef nazih nizar noureddine osama oussama usama qais qasem qassem qusay rabah
rabih rachid rached redouane rafik rafiq raed rami ramy ramzi rashed rashid riad riadh ridha reda rida riyad
saad sabri sabry saber sadek saed saeed saif saifeddine salah salahuddin saleh salem salim salman sami samer sameh
samir seif selim shadi sofiane soufiane suhail sulaiman taha taher tahar tahir talal tamer tareq tariq tarek taoufik
tawfik tawfiq wael wail walid waleed wassim wasim yasser yazan yazid younes younis yunus youssef yousef youcef yusef
zaher zakariya zein ziad zied ziyad zouhair zoheir

avin berfin berivan beritan bermal bejna beyan chiman chnar delal delvin dilan dilber dilnaz dilsoz dilxwaz evin
gulistan gulan gule hevin hevrin helin jiyan khanzad khunav kaziwa lanja mizgin narin naze nazdar nesrin nigar niyan
nishtiman payman pakhshan perwin rojin rojda rojbin rezan rewan ronahi runak ruken sakine shilan shler shno shnyar
shokhan sozan sosin suzdar tavga viyan xece xezal zerin zilan zeynep azad aram barzan bakhtiar dilshad ferhad goran
hejar hiwa kawa karwan mazlum nechirvan rebwar rebin sardar serdar shivan sherko sirwan soran zana afsaneh afsoon
anahita arezoo arezou armita atefeh atena azadeh azam azar azita bahar bahareh banafsheh behnaz behnoush delaram donya
elaheh elham elnaz ensieh farahnaz fariba farideh farnaz farnoush farzaneh fatemeh fereshteh firouzeh forough forouzan
forouzandeh ghazaleh golnaz golnar golrokh golshifteh haleh hamideh hanieh hasti hengameh homa laleh laya leyli
mahboubeh mahin mahnaz mahsa mahshid mahtab mahvash maliheh mandana mansoureh marjan marzieh masih masoumeh masumeh
mehrangiz mehri mehrnaz mehrnoosh minoo mitra mojgan monireh narges nargess nastaran nazanin nazila neda negar negin
niloofar niloufar nooshin noushin parastoo parisa parvaneh parvin pegah pouran raheleh reyhaneh roghayeh roksana
romina roya saghar samaneh sanaz sareh sepideh setareh shabnam shaghayegh shahin shahnaz shahrzad sharareh shideh
shima shohreh shokoufeh soghra sogand soheila somayeh soraya sousan tahereh tahmineh tannaz taraneh yalda yeganeh zari
zhaleh zhina zohreh zoya alireza amirhossein arash ardeshir babak bahman bahram behrouz behzad bijan dariush darius
ebrahim ehsan esmail farhad farshad farzad fereydoun gholam hamidreza hossein houshang iraj jamshid javad kamran
kambiz kaveh keyvan khosrow kianoush kourosh manouchehr masoud mehrdad mohammadreza mojtaba morteza nima omid parviz
payam pejman pouya ramin reza rostam saman sasan shahram siamak siavash sohrab vahid yashar adela adeela ahmadullah
aminullah amanullah anargul arefa baryalai basira bashira beheshta belqis benafsha breshna elaha fahima farkhunda
farishta farzana fatana ferozan feroza fereshta freshta freba frozan frogh gulalai gulali gulbahar gulchehra gulsom
gulnar gulnaz gulpari gulshan hafiza hamasa hangama hassina homaira homeira horia humaira husnia khatera khatira
khujasta ghotai ghutai ghizal lailuma lailoma lida mahbooba mahjan malalai marghalara marzia masooma masuda mehria
monisa mursal mujgan nargis naseema nazifa negina nilofar nilab nooria noorjahan orzala palwasha pari parwana parwin
parwiz pashtana quraisha rahela rangina razia robina roshan roqia rukhshana rukhsana sabera saira sakeena sadaf saleha
sediqa seema sema setara shabana shafiqa shaharzad shakiba shakila shakria shamsia shagufta shinkai shogufa shokria
sima simin sitara sodaba sohaila sughra suraya surayya tabasum tahmina tamana tamanna tayeba torpekai trina wazhma
wranga zarifa zarghona zarghuna zarlasht zarmina zohal abdulhai asadullah atiqullah azizullah enayatullah esmatullah
fawad ghulam gul habibullah haroon hashmat hekmatullah hedayatullah hamidullah humayun jawed karimullah khairullah
khalilullah mirwais mujib najibullah naqibullah nasrullah nematullah nesar noorullah obaidullah qudratullah
rahmatullah rafiullah safiullah shafiq shafiqullah shukrullah wahidullah zabihullah zalmay zmaryalai aasia abida
adeeba afshan aliza almas ambreen anam andleeb aneela anila anjum aqsa arifa asifa atiya azra bakhtawar benazir
beenish bilquis bushra erum faiqa fakhra farhana farhat farrukh fehmida hafeeza haleema hameeda hina hooria huma iffat
iqra iram ismat jaweria jugnu kainat kanwal kaneez khadeeja khawar kiran kishwar komal kulsoom madiha maheen mahjabeen
mahnoor mahrukh maimoona mamoona mehnaz mehreen mehrunnisa misbah mukhtaran mumtaz munazza muniba muneeza musarrat
mussarat nadra naghma naheed naseem nayyar nazia nazish neelam neelum nighat nilofer nosheen noreen nuzhat parveen
perveen qandeel quratulain rabeea rabail rafia raheela rehana rehmat roohi rubab rubina sabahat sabeen sabika saima
sajida samina sanam sania sarwat shaheen shahida shaista shamim shamshad shandana shazia sheema sheeba shehla sidra
sobia sumaira sumera sundas syeda tabassum talat tanveer tayyaba tehmina uzma wajiha zaibunnisa zarina zeenat zehra
zubeida zulekha aamir adeel afzal akbar akhtar arshad asad asif atif aurangzeb ayub babar ejaz farooq ghafoor hafeez
haider imran irfan javed junaid kashif liaquat manzoor mehmood mohsin mubashir muzaffar nadeem naeem naveed nawaz
noman rehman rizwan sajid saleem sarfraz shafqat shahbaz shahid shakeel shoaib sohail tanvir umair waqar waqas waseem
yousaf zafar zahid zeeshan zulfiqar

aarti aditi aishwarya akanksha akshata alka amrita amruta anamika anandi ananya angoori anjali anjana anju anupama
anuradha anusha anushka aparna archana arpita aruna arundhati ashwini avani bansuri basanti bhagyashree bhanwari
bharati bharti bhavana bhavna bhumika bimla binalakshmi bindu bina chandni chandrika chhaya chitra deepa deepali
deepika deepti devaki devika dipti divya gauri gayatri geeta geetha geetanjali gita girija gomti gurpreet harpreet
harsha hema hemlata himani indira indu irom ishita jagruti janaki jaya jayanthi jayashree jayati jyoti jyotsna kalpana
kalyani kamala kamini kanchan kanta kavita kavitha khushboo komala kumud kusum lakshmi lalita lalitha lata latha leela
leelavati lipika madhavi madhu madhuri malathi malati malini mallika mamata mamta mangala manisha manjari manju
manjula manorama maneka medha meena meenakshi meera megha meghna minakshi mohini monika mridula mukta munni nalini
namrata nandini nandita neelima neena neeta neha nidhi nirmala nirupama nisha nishita nita nivedita pallavi padma
padmini parvati parvathi payal phoolan pooja poonam poornima prabha pragya pratibha pratima prachi preeti preeta prema
premlata prerna preethi prita priya priyanka purnima pushpa radha radhika rachana rachna rajani rajeshwari rajni rakhi
ranjana ranjita rashmi rekha renu renuka revathi ritika ritu rohini roopa rubi ruchi ruchika rukmini runa rupa rupali
sadhana sandhya sangeeta sangeetha sangita sanjana sapna sarala saraswati sarita saritha saroj sarojini savita savitri
seeta shaila shailaja shakuntala shalini shanta shantha shanti sharada sharmila sharmistha shashi sheela sheetal
shikha shilpa shipra shivani shobha shobhana shraddha shreya shruti shubha shubhra shweta shyamala simran sita smita
smriti sneha snehal snehlata sonal sonali soni sreedevi sridevi sucheta suchitra sudha suhasini sujata sujatha sukanya
sulochana suman sumati sumitra sunanda sunita sunitha supriya surbhi surekha sushila sushma swapna swara swati sweta
tanuja tanvi tara tarini trupti tulsi urmila urvashi usha uttara vaishali vandana vanita varsha vasanthi vasudha
vasundhara veena vibha vidya vijaya vimala vimla vineeta vinita vrinda yamini yashoda aakash abhijit abhishek ajay
ajit akash akhil alok amit amitabh amol anand anil anup arjun arun arvind ashish ashok ashwin atul balram bhaskar bhim
chandan chetan deepak dilip dinesh ganesh gaurav girish gopal govind harish hemant jagdish jayant jitendra kailash
karan kishore krishnan lalit lokesh mahendra mahesh manish manoj mohan mohit mukesh murali nagesh narayan narendra
naresh naveen neeraj nikhil nitin pankaj prabhu pradeep prakash pramod pranav prashant pratap praveen rahul raj rajan
rajeev rajendra rajesh rajiv rakesh ramesh ranjit ravi ravindra rohan rohit sachin sandeep sanjay sanjeev santosh
satish saurabh shankar sharad shyam siddharth srinivas subhash sudhir sunil suraj surendra suresh tarun tushar uday
umesh vijay vikas vikram vimal vinay vinod vishal vivek yogesh aastha ambika anuja apsana asmita babita bhagwati
bidhya bidya bimala binita binu bishnu bishnumaya chameli chandrakala dhana dhanmaya dilmaya dolma durgesh gaura gyanu
hira ishwari januka jamuna junkiri kabita kalawati kausila kopila kumari lhamu laxmi laxmina lila lilawati maiya
manmaya menuka mithu nirmaya nirjala pabitra pasang phulmaya phulmati pramila prativa puja putali rabina ramkali ranju
reshma rihana rupmati ruku sabina sabita sabitra sajani samjhana sanumaya sapana sarmila saru shova shila shrijana
srijana sirjana subhadra sujita sukmaya sunmaya suntali susmita tikamaya tulasi tulsa yangji bishal bikash dipak
dipendra hari khadga keshav madhav nabin padam phurba prabin puspa rabindra ram rupak sagar sushil tenzin tsering
yubaraj abeda afroza aleya anowara anwara bilkis dilara dilruba fahmida ferdousi ferdous hazera jahanara jannatul
jesmin jharna jorina josna kaniz khaleda khairun khodeza khodija khushi kohinoor kulsum lipi lutfun laizu mahbuba
mahfuza mahmuda majeda maksuda marium marjina matia mehjabin mim minara monowara morsheda monira moriam mossammat
mousumi nazma nazmun nilufa nilufar nurjahan nurun parul rabeya rasheda rokeya ruma rumana runu sabikun sahera sajeda
salina samsunnahar sanjida sanowara selina senowara senuara shahana shahnaj shamima shamsunnahar shamsun sharmin
shefali sheuli shewli shilpi sufia sultana sumaiya suraiya tanjina taslima umme zahanara zarin zohora abdur anisur
arif ashraful ataur delwar ekramul faruk golam habibur hafizur jahangir jasim kamrul khairul khorshed mahbub mahfuz
mahmudul masud mizanur moinul monir mostafizur muhib nazrul nurul rafiqul rahim rezaul rohim saiful sajjad shafiul
shahidul shariful sirajul tajul tariqul zahirul ziaur achala anoma anula asoka chamari chamali chandani chathurika
damayanthi deepani dilani dilhani dilini dilrukshi dinusha gayani gayathri geethika gothami hansika hasini himali
hiruni inoka iresha ishara jeevani kalani kanthi kumudini kusuma lakmali lakshika lalani malani menaka nadeeka
nadeesha nayana nayani nilanthi nilmini nilushi nimali nirosha nishanthi piyaseeli podimenike priyanthi ramani ranjani
rasika ruwani ruwanthi sakunthala samanthi sandamali sanduni seetha shashikala shiranee shirani shiromi shreen
shyamali somawathi sriyani subhashini sujeewa sumana sunethra swarna swarnamali thamali thilini thushari udeni upeksha
visaka wasantha yasodhara abirami anandhi anushiya arulmozhi chandrakumari darshini dharshini eelavani gowri ilavarasi
inbam jeyanthi jeyarani kalaivani kalaiselvi kanagambikai kamaladevi kayalvizhi kohila kokila leeladevi logeswari
magesh maheswari mangaleswari manimekalai mathivathani mathini nageswari nalayini parameswari pathmavathi pathmini
pushpalatha puvaneswari rajeswari rajini rathi rathika ranjini sasikala selvarani selvi sellamma sinthuja sivakami
sivaranjini subashini suganthi sumathi tamilini tamilselvi thamilini thangamma thavamani thenmozhi thevaki thilagam
thilagavathi thushyanthi uthayarani valarmathi vani vasantha vasanthy vathani vathsala vijayakala vijayaletchumi
yogeswari yogarani ajith anura bandula chaminda chandana dayan gamini indika jagath janaka jayantha kapila kumara
lakshman lalith lasantha mahinda nalin nimal nuwan prageeth prasanna rohana ruwan sanath sampath sarath sujith
tharindu upul kumaran murugan nadarajah prabakaran selvan sivakumar thambi yogarajah

thiri thida thidar thandar thanda thazin thinzar thein thant theingi thet thuzar thu thwin wai wint wut yadanar yamin
yati yin yoon yuzana zin zarni zar zaw zeya zayar aung aye chaw eaindra hla hlaing hnin hsu htay htet htike htin htoo
htwe hkawn hkun inzali khaing khet khin khine kyaw kyi kyin kyawt lwin lway lahpai maung moe moh mya myat myint myo
nang naing naw nilar nwe nway nyein nyo ohn ohnmar phyo phyu phway pwint pyae pyone sabai sandar sanda sandi seng soe
sumlut tha thawdar thawng zung biak bawi cing ciin niang nuam ngun lian mang dawt bawk htoi nhkum hser lahsay setera
tasmida anchalee angkhana apinya aranya areeya arporn benjawan boonmee busaba chalida chanida chanthana chintana
chonthicha duangjai jintana jiraporn jittra kamonwan kannika kanokwan kanya kesinee khanittha kritsana kultida ladda
mayuree malee nanthida napaporn narumon natcha nattaya nittaya nongnuch nonglak noppawan onanong orawan panida pannika
parichat patcharin patcharee phanida phimchanok pimchanok piyada piyanut ployphan porntip pornpen pranee prateep
rattana ratchanee rosida rungnapa sangduen sasithorn siriporn sirikit somjai somchai somsri somporn somsak sudarat
sunee sunisa supaporn supatra suphannee surang suthida suwanna tassanee thitinan tipawan wanida wanna waraporn wassana
wilai wilaiwan wipa yaowalak yupin anan apichat arnon chaiwat chalerm kittisak narong nattapong panupong pongsak
prasert somyot surachai thanakorn thongchai wichai bopha borey chanthou chanthy chantha channy chea chhorvivoin kalyan
kanha kolab kunthea kunthear leakhena linda malis maly mealea nary naly nimol phalla phally phany phearum pisey
pheakdey ratha reaksmey sarun samnang sarom savy savorn serey sophea sophal sopheap sopheak sophorn sok sokha sokhom
sokhoeun sokny sokunthea sopha soriya sotheavy sothea sovann sovannary sreymom sreyneang sreymao sreypov sreyleak
sreynich sros thavy vanna vannak vanny vathana veasna vichheka yeng chamroeun chhay kosal narith phirun piseth pheap
rithy sambath sothy vibol vireak vuthy nguyen tran pham hoang huynh duong linh thao thuy trang huong hien hong ngoc
nhung oanh phuong quynh thanh tuyet uyen xuan diep dieu bich chau giang khanh kieu minh ngan nguyet tham thuong tram
anh bao cuong duc hieu huy khoa kien nghia phuc quoc thang thinh toan trung tuan tung vinh

analyn annabelle annaliza aileen arlene arlyn babylyn beverlyn carmelita cherrylyn corazon cristeta cristina danica
delia diwata elena eleanor elisa elvira emelita erlinda estelita estrelita evangeline felicitas florita gemma gina
glenda gwendolyn haydee imelda imee ireneo isidra jacquelyn jennylyn jerlyn jhoanna jocelyn jonalyn josefina jovelyn
juanita judy-ann juvy leonora leni liezl liezel ligaya liwayway lilibeth liza lorena lorna luzviminda lualhati mabel
maricel maricar marilou marilyn marites maritess marivic marissa maribel marichu maricris mayumi merlinda merlita
milagrosa myrna nerissa nenita nelia norma noraida norhaya norhaina norhanisah nurhaya nursheba perlita potri raissa
rhodora risa rizalina rosalinda rosario roselyn rosemarie rowena sandra sheila shirley sittie soliman soraida susana
tarhata teresita thelma violeta virgie vilma vivian wilma yolanda yoly zenaida zoraida bainon bairra mucha jurma
giobay joan beverly alonto arnel arnulfo benigno danilo dionisio edgardo efren fortunato jejomar jonel jovito leandro
nestor reynaldo rodel rodrigo rogelio rolando romeo ronaldo rommel ruel teodoro wilfredo adinda aisyah agustina ani
anis annisa ambarwati asmawati astuti atikah ayu butet chairani citra darmawati darwati desi dewi diah dian dinda dwi
eka endah endang erna esti eti evi farwiza fitri fitria fitriani galuh handayani hartati hartini hasnah henny herlina
ika illiza indriani irawati isti khairani khofifah komariah kartini kartika kurnia kusumawati laksmi lestari lilik
lilis lusi maimunah mardiana marsinah maryati megawati meutia mia mulyani munarti musdah ni-luh nia ning nining
ningsih nuraini nurhayati nurlaila nuraina nurjannah nunung nurbaiti pratiwi puan purnama putri rahayu rahmawati ratih
ratna ratnasari restu retno rini rina rismaharini ririn rosmawati rostina safrida sartika septi setiawati shinta sinta
siti sukmawati suciwati sugiarti suharti sulastri sumarni sumiati sunarti supriyati susanti susi sutinah titik tuti
umi utami wahyuni wahyu wati widya widyawati wiwik wulan yani yanti yayuk yenny yuliana yuli yulia yuliati yuni
yuniati yunita zubaidah zulaiha agung agus andi andri bambang budi darwis dedi dwiyanto eko fajar hendra heru indra
iwan joko mulyadi nyoman wayan ketut prabowo rahmat rudi slamet soekarno suharto sukarno sutrisno teguh wahid yudi
zainal yosepha yosefa fransina fientje beatrix orpa yakoba yemima dorkas frederika ludia magdalena marike mientje
novaliza selvina yohana zipora filep yanto adelina agustinha alda alexandrina alita atanasia aurelia balbina brigida
celina clementina deonisia duarte edviges esmeralda evangelina feliciana fernanda francelina francisca genoveva
guilhermina idelta inacia isabel januaria joaninha judit laura laurentina leonilda leopoldina lucia madalena mariquita
martinha merita micato milena natalia olandina rosa silvina umbelina veneranda virgilia agio alarico abel aniceto
antero arsenio celestino cornelio domingos estanislau gregorio justino longuinhos mariano mauhunu nicolau roque

aloisia ancilla apolonia avia barbra bernadine bessie bettina delvine dorothy dulcie everlyn freda garnet janet jaynet
joycelyn kessy lilly loujaya maryanne naomie nancy perpetua rachael rosebella schola serah sharlene susil tessie
theonila winnifred zhon bosip apenisa ateca akanisi akosita alisi asenaca asinate atelini aqela bulou elenoa emele
eseta kelera kinisimere kesaia laisa laisani lavenia lavinia litia loraini losana losalini lusiana makereta makelesi
mereani mereoni mereseini merewalesi miliakere naina nanise raijeli rusila salote sainimere salanieta sereana sereima
seini selai senimili setaita siteri sisilia taraivini timaima titilia torika tokasa unaisi vasemaca vasiti vilisi
viniana virisila apakuki aporosa epeli ilaitia inoke isikeli isoa jone josaia jope laisenia manasa mosese nemani osea
peceli petero ropate sakiusa sitiveni tevita timoci viliame voreqe waisale ofa emeline fatai halaevalu heilala
hepisipa ilaisaane kalolaine kaufo'ou lesieli lupe meleane mele melenaite meliame ofakilevuka palu pisila sela silia
siu sinaitakala siosiana siunipa tangikina teisa telesia tupou uinise vika viena vaisioa lautala sione sateki semisi
siaosi taniela viliami penisimani aleki agalelei ailini elisapeta faalavaau faatupu faimalotoa fa'afetai fetu fiame
fuatino gatoloai ianeta iulia leilani leilua lemalu lili luaiufi luseane maiava malaefono mataafa matalena naomi peone
pelenatete roina saina salafai salaina salamasina silaulii sieni sinira sivaogavaaolefuka siliniu taimalie talalelei
tafaoimalo teuila tiresa tuiala uputaua viopapa vaimasenuu ioane iosefa mikaele setefano tavita tuilaepa uili akenete
ereti akoia baranika bwaneeta kaaro katarina katherine kotii maere meere meleta rabwa roreti rutiana ruutia taabeta
tabera taare teatao tekoaua terengaiti tebora teretia teitia tinaai tiengua tokanikai teburoro anote ieremia iobi
ioteba kautu taneti tebuai tiim tiare

afrim agron albana albina albulena aferdita arbnora arberesha arta atifete besa besarta besnik blerim blerina blerta
bukurie burim donika drita driton edita edona elira elona enver erblin fatmire fatmir feride fitore flaka flutura
gezim gresa hajrije hatixhe ilir igballe jehona kaltrina kosovare kujtesa lendita lirije liridona luljeta majlinda
mihane mimoza mirlinda naxhije nazlie nexhmije qendresa remzije rozafa sanije sevdije shpresa shqipe shukrije teuta
valbona valdete vasfije venera vjollca vjosa xhevahire zyrafete arben bekim bujar faton ismet kushtrim liridon naim
petrit shkelzen valon adisa admira ajla alma almira amra anela arijana belma bisera bakira dzenana dzevada edina
elmedina emina enisa esma ferida hajra hasija hatidza ivana jadranka jasmila jasmina jasna jelena kada lejla ljiljana
ljubica lamija maja mejra melika merima mevlida minka mirsada nadzija nermina nusreta ramiza rasema remzija sabaheta
safija sanela selma semiha senada sevda suada subhija sehida vahida vildana zilha zumra aleksandra ana andjela biljana
bojana bozena bosiljka branka brankica danijela daria darinka divna djurdja dragana dragica dubravka dusanka gordana
iva ivanka ivona jagoda jovana kristina ksenija lidija ljerka ljubinka marija marijana milica miljana mirjana mira
mirela natasa nevena nevenka nikolina olivera petra radmila ranka renata ruzica sanja senka silvana sladjana slavica
slobodanka smilja snezana sonja stasa stana svetlana tanja tatjana tijana vedrana vera verica vesna visnja vukosava
zaneta zdenka zeljka zlata zorana zorica zorka aleksandar bojan boris borislav branislav branko damir danijel darko
dejan dragan drazen dusan edin haris igor ivan ivica jovan josip jusuf kemal ljubomir marko milorad milos miodrag
mirko mirza miroslav mladen nebojsa nedim nenad nikola novak ognjen petar predrag radovan ratko sasa sead senad slavko
slobodan stjepan tomislav vladimir vojislav vuk zdravko zeljko zlatko zoran anastasiia anastasia anastasiya anzhela
anzhelika alina alla alona alyona antonina bohdana daryna dariia darya diana halyna iryna irina ivanna kateryna
khrystyna ksenia kseniia ksenya lada larysa larisa lesia lesya lidiia lilia liudmyla lyudmila ludmila liubov lyubov
maiia mariia maryna mariana marjana myroslava nadiia nadezhda natalya nataliia nataliya nina oksana oleksandra olena
olesia olesya olha olga polina raisa ruslana sofiia sofya solomiia stanislava stefaniia svitlana taisiia tamila
tetiana tetyana tatiana tatyana ulyana uliana valentyna valeriia valeria vasylyna viktoriia viktoriya vira vitalina
yana yaroslava yelena yelyzaveta elizaveta yevhenia yevheniia evgenia yuliia yuliya zhanna zinaida zoia andriy andrii
anatoliy anton artem bohdan borys denys dmytro dmitry dmitri fedir hryhoriy ihor kostiantyn leonid maksym mykhailo
mykola mykyta nikolai oleg oleh oleksandr oleksiy oleksii petro ruslan serhiy serhii sergei sergey stanislav stepan
taras tymofiy vadym valeriy vasyl viktor vitaliy volodymyr yaroslav yevhen yuriy yurii aleksei alexei alexey mikhail
pavel pyotr yuri yury konstantin maxim ilya doina ecaterina galina ileana ioana liuba lucica luminita maricica mihaela
nadejda rodica raluca simona stela victorita viorica andrei alexandru bogdan catalin constantin cristian cornel
dumitru florin gheorghe ionel ionela liviu mihai mircea nicolae octavian petru radu sorin stefan tudor valeriu vasile
vlad alexandra anca andreea carmen corina crina daniela gabriela georgeta monica oana roxana ruxandra silvia nino
natia nona nestan nutsa maka manana marika medea mzia natela nini ketevan keti khatuna lali lela lia liana lika lamara
ekaterine eliso eteri elene gvantsa gulnara iamze inga irine izolda tamar tamta tatia teona tinatin tiko tsiala tsira
tsitsino rusudan salome shorena sopho sopio sopiko zaira baia avtandil archil besik bidzina davit giorgi givi gocha
guram irakli kakha konstantine lasha levan luka mamuka mikheil nika nodar otar paata ramaz revaz shalva tamaz temur
tengiz vakhtang zaza zurab zviad anahit araksya arev arpine arpi arusyak astghik gayane gohar hasmik heghine hermine
hripsime jemma knarik kristine lilit lusine lusik mane margarit meline nare narine nazeli nune nvard ofelya ruzanna
satenik seda shushan siranush sirvard sona susanna tatevik tsovinar varduhi zabel zaruhi anush armine armen artak
arman ashot edgar gagik garegin gevorg grigor hakob hayk harutyun hovhannes hrant levon nikol razmik samvel sargis
serzh suren tigran vahagn vahan vardan vazgen afag afaq aynur aygun aysel aytac arzu aybaniz durna elnara esmira fidan
firuza gunay gunel irada ilhama jala lamiya malahat matanat mehriban mehpara metanet nargiz nazrin nurana novella
pervana parvana ramila rena reyhan ruhangiz saadat sevil sevinj shafag solmaz sevinc turkan tarana tunzale ulviyya
ulker vusala yegana zemfira zulfiyya elchin elnur eldar emin ilgar ilqar mubariz nijat orkhan ramil rasul rauf rovshan
rufat tural vugar vusal zaur aminat aishat aset birlant elza eliza heda jamilya khava kheda khedi koka libkhan lipkhan
luiza madina makka marem marha markha milana natasha petimat raisat rumisa satsita tabarik taisa taus toita zalina
zarema zargan zelimkhan zulay zulikhan apti aslan aslambek akhmad akhmed islambek khamzat magomed movsar ramzan shamil
turpal umar zelim aigul aigerim ainura aisuluu aizada aizhan akmaral aliya almagul altynai anara asel assel asem
ayzhan baktygul begaiym bermet burul chinara cholpon damira dariga dilbar dildora dilfuza dilnoza dilorom dinara
elmira farangis feruza gavhar guldasta gulmira gulnora gulnoza gulsara gulshat gulzat gulzada jyldyz jypar kanykei
makhfuza marzhan mavluda meerim mekhrinisa mohira munavvara mukhayyo nargiza nazgul nigina nigora nodira nozima nurgul
nurzada oinihol parvina perizat rano rakhat roza sabohat saltanat saodat sayora sevara shahlo shahnoza shaiyr shoira
takhmina tolekan tolkunai tursunai umida umut urmat yulduz zamira zebo zhanar zhibek zhyldyz zuhro zulfiya azamat
azizbek bakyt bakhtiyor bolot daniyar erkin kanat marat nurlan rustam sherzod talgat timur ulugbek ayse aysegul aylin
aysun ayten asuman aydan banu basak belgin belkis berna betul beyza birgul burcu busra canan cansu cemile ceren cigdem
defne demet deniz derya didem dilek duygu ebru ece elif emel emine esin esra eylem fadime ferda feyza figen filiz
funda gamze gizem gonul gokce gulay gulcan gulden gulsah gulsen gulten gulsum gulizar gulseren hacer halide hande
hatice hulya hurriye ilknur ipek irem kader kadriye kezban leman meltem melek melike meral merve mujde mukaddes muge
munevver muzeyyen nalan nazan nazli nebahat necla neslihan nevin nilgun nilufer nimet nuran nuray nurcan nurten nuriye
ozge ozlem oya pelin perihan pinar remziye rukiye ruya saadet saniye sebahat sebnem secil semra selin serap serpil
sevgi sevim sevgul sibel sidika simge songul sukran sumeyye sevval tansu tugba tulay tulin ulku umran ummuhan yasemin
yeliz yesim yildiz zeliha zekiye zubeyde zuhal ahmet bulent burak cem cemal emre engin erdal erdem ergun erhan fatih
ferhat gokhan hakan halil huseyin ilker kadir kerem levent mehmet mert metin murat necati nihat oguz onur orhan ozan
ozgur recep selahattin selcuk serkan sinan suleyman tayfun tayyip tolga tuncay ufuk ugur veli volkan yavuz yilmaz

abigail ada agatha alana alison allison alyssa amanda amy andrea angela angelica ann annabel antonia ashley barbara
becky belinda bernice bertha beth bethany betsy betty beverley brenda bridget bronwen carla carol caroline carolyn
carrie cassandra cathy cecilia cheryl christina clara clare claudia colleen connie courtney daisy deborah debbie
deirdre donna doreen doris edna eileen elaine elizabeth ellen emily emma erica erin ethel eunice eva evelyn felicia
fiona florrie frances francesca gail georgina geraldine gillian gladys gwen hannah harriet hazel heather heidi
henrietta hilary ida imogen isabella jackie jane janice jeanette jenna jennifer jenny jessica jill joanna
joanne jodie judy julia juliet juliana kate kathleen kathryn kathy katie kayla keira kelly kerry kim kimberly kirsten
kristen kristin lauren leah leanne leona leslie lilian lillian lily lindsay lisa liz loretta louisa lucinda lucy lynda
lynn lynne maisie mandy marcia margaret margery maria marian marion marjorie mary matilda maureen maxine megan melinda
melissa michelle mildred millicent miranda moira molly myra natalie nicola olivia pamela paula penelope penny philippa
phoebe phyllis polly roberta rosalind rosamund rosemary roseanne roxanne sadie sally samantha saoirse sharon shelley
sinead siobhan sophia stacey susan susannah sybil tanya tess theresa tina tracey tracy ursula vivienne wendy
wilhelmina winifred zoe aaron adrian alan alexander alfred allan andrew anthony antony archibald arnold arthur barry
benedict bobby brandon brendan brian bruce bryan calvin cedric christopher clive clifford colin connor cornelius craig
cyril darren dave dennis derek desmond dominic donald douglas duncan dylan edmund edward edwin elijah elliott ethan
evan felix fergus francis fred freddie frederick gareth geoffrey george gerald gideon glenn godfrey gordon graham
greg gregory harold harry harvey henry herbert horace howard hugh humphrey ian jack jake james jamie jason jeff
jeffrey jeremy jim jimmy joe joel john johnny jonathan joshua josiah keith kenneth kevin kyle lawrence lewis liam
lionel luke malcolm martin matthew michael mike mitchell morris moses nathan nathaniel neil nicholas nigel noah norman
oliver oscar owen percy peter philip phillip ralph reginald reuben richard roderick rodney roland ronald rory ross roy
rupert russell ryan samson scott sean sebastian simon solomon stanley stephen steve steven stuart sylvester ted
terence terry timothy toby tom tommy tony trevor tyler vernon walter wilfred william winston zachary anke anneliese
annegret annika antje barbel birgit birgitta britta brunhilde christa christel cordula cornelia dagmar doerte dorothea
elfriede elke elsbeth erika frauke frieda gabriele gerda gisela greta gudrun hannelore hedwig heike heidemarie helga
helge hildegard ilse inge ingeborg johanna jutta karin karla katharina kathrin katja katrin kerstin lieselotte lotte
luise maike mareike margarethe mechthild meike nadja renate roswitha sigrid silke stefanie steffi susanne svenja
ulrike ute waltraud andreas bernd bernhard christoph dieter dirk eberhard ernst gerhard gunter gunther hans heinz
helmut holger jens jochen johann johannes joachim jorg jurgen karl karsten klaus kurt lars lothar ludwig lukas manfred
markus matthias otto rainer reinhard rolf rudolf siegfried steffen sven thorsten tobias torsten ulrich uwe volker
werner wilhelm wolfgang agneta anneli asa aud berit bente birgitte bodil brit brita camilla ebba elin eeva eija frida
fredrika gunilla hanne hedda helle helvi hillevi inger ingvild johanne jorunn kaisa kari karina kaja katri kirsi
kjersti kristiina lene linnea lotta maarit maija maj-britt marit marja margaretha marjatta mette merete outi paivi
pernille pia pirjo ragnhild randi rigmor riitta rikke ritva sanna satu sigridur solveig synnove tarja tiina torunn
tove tuula turid ulla unni vibeke vigdis wenche anders arne asbjorn bengt birger bjorn carl eirik erik erkki fredrik
geir gustaf gunnar halvard hakon harald henrik ingmar jan-erik janne jesper johan jorgen jukka kaj kare kjell knut
lasse lennart leif magnus mikael mikko morten nils niels oddvar olav ole oyvind pekka petter ragnar rasmus sigurd
soren stig svein torbjorn tormod trond ulf aagje aafke anneke annelies anouschka bregje carolien claartje femke fenna
froukje geertje greetje hanneke heleen hendrika hilde ineke janneke jantien jolanda josien karlijn katrien kaatje
lieke liesbeth lieve machteld maaike marijke marieke marleen marloes mieke mirjam myrthe nienke petronella rianne
saskia sietske tineke trijntje wendela willemijn willeke arjan bart frits geert gerrit hendrik jaap jeroen joost joris
kees koen maarten marten niek pieter roel ruud sander sjoerd thijs wim wouter alessandra alessia antonella assunta
benedetta bianca bruna carlotta caterina chiara cinzia concetta costanza donatella eleonora elisabetta emanuela enrica
federica filippa flavia gabriella giada gianna ginevra giorgia giovanna giulia giuliana giuseppina graziella ilaria
letizia livia loredana lucrezia maddalena manuela marcella margherita mariangela martina michela mirella nicoletta
ornella paola patrizia pina raffaella rosanna rossella serena stefania tiziana alessandro carlo claudio davide
domenico emanuele enrico fabio fabrizio federico filippo francesco giacomo gianluca giancarlo gianni giorgio giovanni
giuseppe guido lorenzo luca luigi marcello massimo matteo maurizio paolo piero pietro raffaele renato riccardo roberto
salvatore sandro silvio stefano tommaso umberto vincenzo vittorio agata agnieszka alicja aneta danuta dorota edyta
elzbieta ewa ewelina genowefa grazyna halina honorata irena iwona izabela jadwiga janina jolanta justyna karolina
katarzyna kazimiera kinga klaudia krystyna lucyna magda malgorzata malwina marianna mariola marzena miroslawa paulina
stanislawa sylwia urszula wanda weronika wieslawa wioletta zofia zuzanna andrzej bartosz boguslaw boleslaw czeslaw
dariusz grzegorz henryk ireneusz jacek jakub jaroslaw jerzy jozef kazimierz krzysztof leszek lukasz maciej marcin
marek mariusz mateusz mieczyslaw miroslaw pawel piotr przemyslaw rafal ryszard slawomir stanislaw szymon tadeusz
tomasz waldemar witold wladyslaw wojciech zbigniew zdzislaw zygmunt alena alzbeta blanka drahomira eliska jarmila
jirina jitka katerina kveta lenka libuse marcela marketa milada miluse nadezda pavla radka ruzena sarka stepanka
vendula vlasta zuzana bohumil frantisek jaroslav jiri josef karel ladislav libor lubos michal ondrej radek radim
vaclav vladislav vojtech zdenek aniko bernadett csilla dora emese emoke erzsebet eszter gizella gyongyi hajnalka
ibolya ildiko ilona iren julianna kati katalin krisztina lilla magdolna margit orsolya piroska reka rozalia sarolta
szilvia terezia zsofia zsuzsanna zsuzsa andras arpad attila balazs csaba dezso endre ferenc gabor geza gyorgy gyula
imre istvan janos jozsef kalman karoly laszlo lajos marton miklos mihaly sandor tamas tibor zoltan zsolt aikaterini
androulla anthi antigone argyro aspasia athanasia calliope chryso chrysoula chrystalla despina despo dimitra efstathia
eftychia eirini eleftheria elli evangelia evanthia foteini fotini ioanna kalliopi konstantina kyriaki loukia margarita
maroulla panagiota paraskevi persephone rodoula soula sofoula sotiria stavroula theodoula vassiliki vasiliki xenia zoi
alexandros antonis apostolos athanasios charalambos christos costas dimitris dimitrios evangelos georgios giannis
giorgos iannis ioannis konstantinos kostas kyriakos lefteris manolis michalis nikolaos nikos panayiotis panos pavlos
spyros stavros stelios theodoros thanos vassilis yiannis yorgos avigail avital aviva ayelet batya chana chava dafna
dalit dganit dorit efrat einat galit galia hadar hagar hagit idit ilana inbal irit limor liora maayan malka meirav
miri miryam mirit moran naama neta nira noa nurit ofra orit orly orna osnat revital rivka ronit ruti sarit shira
shlomit shoshana shulamit sigal smadar tirza tovah tzipi tzipora tziporah vered yael yaffa yehudit yifat zahava ziva
amos ariel avner avraham baruch benny binyamin chaim ehud eitan elad eliezer eyal ezra gadi gershon gilad hillel
itzhak lior menachem meir mordechai moshe natan noam oren ronen shimon shlomo shmuel tomer tzvi uriel yaakov yair
yaron yehuda yehoshua yigal yitzhak yoav yonatan yosef yossi zeev

adriana alejandra alicia almudena amalia anabel anabella analia araceli arcelia arlen armida azucena beatriz begona
bernarda betsabe blanca camila candelaria carmela carmenza catalina celia cinthia claudina cleotilde dania danelia
debora delmira deysi deyanira dilcia dorotea edelmira eduviges elba elda elia eliana elida elma eloisa elsy elva elvia
emilia emiliana enma eneida enriqueta erendira ernestina estefania estela eufemia eulogia fabiana fabiola felicita
felipa felisa fermina fidelia florentina gladis graciela gregoria griselda guillermina hayde herlinda hermelinda
hipolita hortensia ibeth idalia ignacia iliana isidora isolda ivette janeth jimena johana jovita juana justina karol
keyla lauriana leda leidy leonarda leonor leticia leydi ligia liliana lisbeth lizbeth lizeth lolita lorenza luciana
lucila lucrecia ludivina lupita luzmila macarena magaly maira malena marbelis maricela maricruz mariela marilu marimar
mariluz maripaz marisa marisela marisol maritza marleny marlen maura maximiliana mayra melba melida micaela minerva
mirna mirta mirtha nereida nery nicolasa nidia nilda nohemi nohora nubia nuria ofelia olimpia oneida orfilia pascuala
perla petrona pierina porfiria priscila ramona rafaela raquel rebeca reyna rigoberta rocio romelia rosalba rosalia
rosana rosangela rosaura roselia rosenda rufina saturnina selena serafina sixta suyapa tania teofila tomasa ubaldina
vanesa velia vicenta viviana waleska xiomara ximena xochitl yadira yajaira yamileth yamila yanet yaneth yanira yesenia
zoila zulema zulma ixchel ixmucane ixquik ixkik nikte nayeli itzel citlali quetzalli tecun yaretzi adelfo abelardo
adalberto adolfo agustin alejandro alfonso alonso alvaro andres anselmo aquiles arturo aurelio baltazar bartolo benito
bernabe braulio camilo cayetano cristobal dagoberto dario diego diogenes edilberto efrain eliseo emilio enrique
esteban eusebio evaristo fabian facundo faustino felipe fidel francisco froilan gerardo gonzalo guillermo gustavo
hector heriberto hernan hernando humberto ignacio ildefonso isidro jacobo javier jeronimo jesus joaquin juan julian
lautaro leonardo leonel leopoldo luciano marcelino marcelo margarito mateo mauricio maximiliano melchor misael nahum
nicanor norberto octavio oswaldo pablo pascual patricio porfirio ramiro ramon rigoberto rodolfo romulo ruben rufino
saul ulises valentin virgilio wilson yerson benedita cidinha clarice cristiane dandara dilma edilene eduarda
elisangela geralda heloisa iara iracema isabela ivete izabel jacira janaina jandira joelma jucara jurema jussara katia
larissa luana lucilia lucimar marilia marilene marilza marli mayara mirian nair neide neusa nilce nilza raimunda
regiane rosane rosilene roseli severina sueli suely taina talita terezinha thais valdirene zelia zilda zenilda
anderson benedito caio edilson everaldo flavio geraldo gilmar gilson helio luiz marcio mauro milton murilo osmar
otavio raimundo severino thiago valdir vinicius altagrace anaica anaise carline carmelle carmene chrislande
darline dieula edeline edline edwidge elvire enide erline fedora gerline guerda guerline ismene jesula joseline
judeline junie kettly kettlie lunise loudie malya marie-carmel marie-denise mirlande mirlene mislande myrlande myrtha
natacha nahomie nephtalie olriche rosaline roselaine roselene roselande rose-anne rose-laure sherline shelda sophonie
suze suzette velina viergemene wideline widlene widline yanick yolette yvrose ketsia dieuseul frantz fritz garry
gesner jocelerme jovenel lesly makenson mackenson pierre-louis renel ricot stenio wilner wisly woodly
`

const CYRILLIC = `
александра алена алёна алевтина алина алиса алла анастасия ангелина анжела анжелика анна антонина ася белла валентина
валерия варвара василиса вера вероника виктория виолетта виталина владислава галина дарья диана дина динара ева
евгения евдокия екатерина елена елизавета есения жанна зинаида злата зоя инга инесса инна ирина калерия камилла карина
каролина кира клавдия клара кристина ксения лада лариса лидия лилия лия любовь людмила майя маргарита марина мария
марьяна марфа мила милана мирослава надежда наталия наталья нелли ника нина нонна оксана олеся ольга полина прасковья
раиса регина римма роза роксана руслана светлана серафима снежана софия софья стефания таисия тамара татьяна ульяна
фаина эвелина элеонора элина эльвира эмилия эмма юлия юлиана яна ярослава

александр алексей анатолий андрей антон аркадий арсений артем артём артур богдан борис вадим валентин валерий василий
виктор виталий владимир владислав всеволод вячеслав геннадий георгий герман глеб григорий даниил данила денис дмитрий
евгений егор иван игорь илья кирилл константин лев леонид макар максим марк матвей михаил никита николай олег павел
петр пётр роман руслан святослав семен семён сергей станислав степан тарас тимофей тимур федор фёдор филипп эдуард
юрий яков ярослав

анастасія богдана валерія вікторія віра віталіна ганна дарина дарія євгенія єлизавета зінаїда зоряна іванна інна ірина
катерина ксенія леся лідія лілія любов марія надія наталія ніна олександра олена поліна раїса світлана соломія софія
стефанія таїсія тетяна уляна христина юлія яніна ярина андрій анатолій василь віктор віталій володимир григорій данило
дмитро євген іван ігор кирило костянтин микита микола михайло назар олександр олексій остап павло петро сергій тимофій
федір юрій

айгуль айгүл айгерим айжан айжамал айзада айнагуль айнура айнур айпери айсулуу айчүрөк акмарал алия алмагуль алмаз
алтынай анара арзыгуль асель асем асыл аида батма бактыгуль баян бегимай бегайым бермет бурул венера гулбара гульбара
гулжамал гульзат гулзада гульмира гульнара гульнур гульсара гулнара гүлмира гүлзат гүлнара дамира дарига джамиля
жамиля жанар жанара жаннат жибек жылдыз жыпар зарема замира индира калия каныкей канышай кундуз күлпан күндүз лейла
мээрим махабат марал миргуль назгуль назгүл назира нуржан нургуль нургүл нуриза нурзат нурсулуу нуркыз перизат рахат
салтанат саадат сабира сауле сымбат таттыбүбү толкунай турсунай уулкан уулжан умут чолпон чынара шайыр шолпан элмира
эльмира эльнура элнура жұлдыз гүлнәр әсел әйгерім бақытгүл меруерт ботагөз ақмарал раушан азамат айбек аскар асқар
акылбек алмазбек бакыт бакытбек болот бекжан данияр ерлан ержан ермек жаныбек жоомарт канат кайрат марат мирлан мурат
нурбек нурлан нурсултан садыр сапар сооронбай талант таалай темирлан тилек улан уланбек чынгыз эмиль эрлан эрмек

азиза бибигул бунафша гавхар гулбахор гулрухсор гулчехра давлатмо дилафруз дилбар дилором дилрабо дилфуза дилноза
заррина зарина зебо зевар зулайхо зулфия зулхумор курбонгул лайло лола мавзуна мавлуда мадина манижа малика матлуба
мафтуна махина мехринисо мехрангез мохира мунира мукаддас мухаббат нигина нигора нилуфар нодира нозанин нозима нурия
ойниҳол ойша ойдин озода парвина рано раъно рухшона сабохат савлатмо саида саодат сайёра севара ситора сурайё тахмина
умеда умида фарангис фарзона фотима феруза хосият хуршеда шабнам шахло шахноза шахзода шоира шоиста юлдуз абдулло
абдурахмон азиз бахтиёр бахтиер далер джамшед жамшид зафар ибрагим исмоил махмуд мухаммад нодир рустам саид фарход
фаррух фирдавс хуршед шерзод эмомали улугбек

айсель айгюн гюльнара гюльнар гюнай гюнель ильхама ирада лала ламия малахат мехрибан метанет нигяр парвана рена
севиндж севиль севда сабина тарана тюркан хадиджа шафига эльнара эльчин эльнур ильгар ильхам вугар рауф рамиль рашад
тофик

анаит ани арпине асмик астхик анушик ануш армине арусяк воскеат гаяне гоар карине лилит лусине мане мариам марине нара
наре наринэ нарине нунэ нуне рипсиме рузанна сатеник седа сирануш сона сусанна татевик шушан арам армен артак ашот
ваган вардан ваагн гагик геворг грант давид карен левон микаел никол самвел саркис сурен тигран

нино нана натия натела нона нестан мзия мака манана медея кетеван кети хатуна лали лела лика эка этери элисо гванца
ламара ия тамар тамта тинатин тея теона русудан саломе шорена софо циала цира гиорги гиви давит зураб звиад ираклий
каха лаша леван мамука михеил нодар отар реваз тенгиз вахтанг шалва

айшат аминат асет асият бирлант зайнап залина зара заира заргана зулай зулихан кока луиза лиза макка марем марха
патимат петимат разет раисат румиса сацита табарик таус тоита фатима хава хеда хеди элиза эльза адам апти аслан
асламбек ахмед заур зелимхан имран магомед мовсар мурад рамзан расул турпал умар хамзат шамиль эльдар
`

export const GIVEN_NAMES: ReadonlySet<string> = new Set(`${LATIN} ${CYRILLIC}`.split(/\s+/u).filter(Boolean))
