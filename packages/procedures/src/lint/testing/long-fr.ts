/** Two whole submissions in French, as organisations write them. */

export const CCPR_FR = `
# Introduction

Le Réseau des femmes du fleuve réunit 52 associations de sept provinces de la République démocratique du Congo. Le présent rapport, destiné au Comité des droits de l’homme, repose sur 38 réunions publiques tenues entre janvier et mai 2026, sur les réponses de 214 associations à notre questionnaire et sur la lecture des documents publiés par l’État partie. Il suit l’ordre des articles du Pacte. Lorsque l’État donne un autre chiffre que nous, les deux figurent côte à côte.

# Article 3 : égalité des femmes et des hommes

Le Plan d’action national (PAN) de deuxième génération compte 12 objectifs et 71 activités. Le PAN ne chiffre aucune de ces activités. Le ministère du Budget nous a répondu, par une lettre du 3 mars 2026, que « les activités sont prises en charge par les ministères concernés » ; aucun de ces ministères ne les mentionne dans sa loi de crédits. Il en résulte que nul ne peut dire, à la fin d’un exercice, ce qui a été dépensé pour la paix des femmes.

En 2025, les femmes occupaient 12,8 % des sièges de l’Assemblée nationale et 23 % de ceux des assemblées provinciales. Une femme sur trois, parmi les 1 240 que nous avons rencontrées, avait entendu parler du plan ; deux femmes sur cinq savaient qu’il existait un comité provincial chargé de le suivre. Dans quatre provinces sur sept, ce comité ne s’est pas réuni depuis 2023.

# Article 6 : droit à la vie

Les attaques contre les camps de personnes déplacées ont continué en 2025. L’Organisation des Nations Unies (ONU) a recensé 4 916 victimes civiles dans trois provinces ; le Gouvernement en reconnaît 2 870. Les deux chiffres ne couvrent pas les mêmes mois : le premier va de janvier à décembre, le second s’arrête en septembre. Nous demandons que les deux séries soient publiées pour la même période.

# Article 7 : interdiction de la torture et des traitements inhumains

Les violences sexuelles liées au conflit demeurent un moyen de guerre. La résolution 1820 (2008) du Conseil de sécurité les a reconnues comme telles il y a dix-huit ans, et la résolution 2467 (2019) demande une approche centrée sur les personnes survivantes. Dans les faits, les soins complets ne sont offerts que dans 14 zones de santé sur 519. Au-delà de soixante-douze heures de marche, ils ne servent plus à ce qu’ils devraient empêcher.

La Cour militaire a jugé 87 affaires en 2025. Les réparations ordonnées par les jugements n’ont été payées dans aucune d’elles. Le Fonds national des réparations, créé par la loi du 26 décembre 2022, a reçu sa première dotation en 2024 ; il n’a publié ni la liste des paiements ni les critères selon lesquels ils sont accordés.

# Article 25 : participation aux affaires publiques

Aucune femme ne siégeait à la table lorsque l’accord de cessez-le-feu a été paraphé. Trois délégations étaient présentes ; l’une d’elles comptait une conseillère juridique, qui n’a pas été admise dans la salle. La Mission de l’Union africaine a proposé en 2024 un mécanisme permanent de consultation des femmes : cette proposition est restée sans réponse.

La loi électorale prévoit qu’une liste composée à parts égales est dispensée de caution. En 2023, 27 listes sur 912 remplissaient cette condition. Le Comité pourrait demander à l’État partie pourquoi la règle, qui est bonne, reste si peu suivie, et ce que les partis en disent.

# Suites données aux observations finales précédentes

Le Comité avait recommandé de garantir la participation effective des femmes aux processus de paix et d’allouer au plan des ressources suffisantes. La première recommandation n’a pas été mise en œuvre. La seconde est, selon le Gouvernement, « en cours » ; les lois de finances de 2024, 2025 et 2026 ne le montrent pas.

# Recommandations

Nous prions le Comité de recommander à l’État partie :

- d’inscrire au PAN une ligne budgétaire propre dans la loi de finances de 2027 et de publier chaque année ce qui a été dépensé ;
- de publier la liste des paiements du Fonds national des réparations, sans jamais nommer les personnes qui les reçoivent ;
- de garantir qu’au moins un tiers des sièges de toute délégation chargée de négocier revienne à des femmes ;
- de réunir les comités provinciaux deux fois par an et d’en publier les procès-verbaux ;
- de répondre publiquement, dans les six mois, à la proposition de l’Union africaine.
`

export const CEDAW_FR = `
@ Rapport alternatif sur le Sénégal
@ Présenté par la Plateforme des femmes de la vallée
@ Ce rapport peut être publié.

# Qui nous sommes

La Plateforme des femmes de la vallée réunit 19 organisations de quatre régions. Entre octobre 2025 et mars 2026, elle a tenu 16 réunions avec 530 femmes et envoyé un questionnaire à 61 mairies, dont 44 ont répondu. Le présent rapport dit ce que ces femmes ont vu. Il ne nomme aucune d’elles.

# Article 2 : lois et institutions

Le deuxième Plan d’action national (PAN), adopté en 2021, s’est achevé en décembre 2025. Il n’a pas de successeur. Le Gouvernement a annoncé un troisième plan à trois reprises, en mars 2024, en octobre 2024 et en janvier 2026. Un plan qui prend fin sans que rien ne le remplace laisse sans responsable les 33 actions qu’il contenait, dont 11, de l’avis du Gouvernement lui-même, n’étaient pas achevées.

La résolution 1325 (2000) du Conseil de sécurité demande aux États d’accroître la représentation des femmes à tous les niveaux de décision. Le Comité, dans sa recommandation générale no 30, demande en outre que les plans d’action soient financés. Le PAN de 2021 estimait son coût à 1,9 milliard de francs ; les lois de finances de 2022 à 2025 ne permettent d’en retrouver que 214 millions.

| Année | Prévu par le plan | Retrouvé dans la loi de finances |
| 2022 | 450 millions | 96 millions |
| 2023 | 480 millions | 71 millions |
| 2024 | 480 millions | 47 millions |
| 2025 | 490 millions | 0 |

^ Lois de finances initiales et rectificatives, 2022 à 2025 ; calculs de la Plateforme, disponibles sur demande.

# Article 7 : vie politique et publique

La loi sur la parité a porté la part des femmes à l’Assemblée nationale à 44,2 %. Elle ne s’applique pas aux nominations : 14 % des sous-préfets sont des femmes, et 7 % des commandants de brigade. Dans les comités de paix villageois que nous avons visités, la part des femmes va de 9 à 52 % ; elle est la plus haute là où le chef de village a lui-même désigné une adjointe.

Dans le processus de paix du sud du pays, une femme sur huit délégués a pris part aux dernières rencontres. Les organisations de femmes avaient demandé quatre sièges. Une seule observatrice a été admise ; elle n’a pas eu la parole. La Communauté économique des États de l’Afrique de l’Ouest (CEDEAO) a offert de former une réserve de médiatrices, et la CEDEAO attend toujours la liste des candidates.

# Article 12 : santé

Les femmes déplacées par le conflit rentrent chez elles. Les postes de santé n’y sont pas rouverts : sur 28 postes fermés depuis 1998, six ont rouvert, dont trois avec une sage-femme. Les mines ont fait 1 186 victimes depuis le début du conflit, selon le Centre national d’action antimines ; les femmes sont moins d’un quart d’entre elles, mais elles attendent plus longtemps une prothèse, car elles sont appareillées dans une seule ville.

# Article 14 : femmes rurales

La terre des familles déplacées a été occupée. Les commissions domaniales ont reçu 2 340 demandes en 2024 et 2025 ; 610 venaient de femmes, et 88 ont été tranchées en leur faveur. Le Gouvernement explique que les titres étaient au nom du mari. C’est exact, et c’est bien la question.

# Recommandations

- Adopter le troisième plan avant la fin de 2026, avec un coût par action et la source de l’argent.
- Publier chaque année ce qui a été dépensé, à côté de ce qui était prévu.
- Rouvrir les 22 postes de santé restants, chacun avec une sage-femme, avant la fin de 2028.
- Réserver aux femmes un tiers au moins des sièges de toute rencontre de paix, avec droit de parole.
- Trancher les demandes de terre des femmes veuves ou séparées selon l’usage de la terre et non selon le seul titre.
`
