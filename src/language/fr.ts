import type { Language } from './language.ts';

const list = (words: string): readonly string[] => words.split('|');
const spaced = (words: string): readonly string[] => words.split(/\s+/);

export const fr: Language = {
  code: 'fr',
  stopwords: spaced(
    `à afin ai ainsi alors après as au aucun aucune aussi autre autres aux avait avaient avant avec avez avoir avons ayant
    c car ce ceci cela celle celles celui ces cet cette ceux chaque chez comme comment contre d dans de depuis des deux
    donc dont du elle elles en encore entre es est et étaient était étant été être eu eux fait faire font fut furent ici
    il ils j je jusqu jusque l la là laquelle le lequel les lesquels leur leurs lors lorsque lui m ma mais me même mêmes
    mes moi moins mon n ne ni non nos notre nous on ont ou où par parce pas pendant peu peut peuvent plus pour pourquoi
    puis qu quand que quel quelle quelles quels qui quoi s sa sans se sera serait ses si sien soi soit son sont sous sur
    t ta tandis te tes toi ton tous tout toute toutes très tu un une vers voici voilà vos votre vous y`,
  ),
  abbreviations: spaced(
    `m. mm. mme. mlle. dr. pr. me. st. ste. av. bd. etc. p. pp. cf. ex. env. max. min. no. n°. vol. chap. fig. janv. févr.
    avr. juil. sept. oct. nov. déc. j.-c. ap. art. éd. tél. cie. s.a. ltd. p.ex. c.-à-d. apr. hab.`,
  ),
  hedges: list(
    `serait|seraient|aurait|auraient|devrait|devraient|pourrait|pourraient|voudrait|ferait|feraient|atteindrait|permettrait|représenterait|compterait|disposerait|s'élèverait|selon certaines sources|probablement|peut-être|éventuellement|potentiellement|apparemment|prétendument|soi-disant|vraisemblablement|prévu|prévue|prévoit|prévoient|envisage|estimé|estimée|attendu|attendue|supposé|présumé|possiblement`,
  ),
  sayingVerbs: list(
    `dit|a dit|disait|disent|selon|d'après|affirme|affirmé|a affirmé|affirmait|déclare|a déclaré|déclaré|annonce|a annoncé|annoncé|explique|a expliqué|expliqué|précise|a précisé|précisé|indique|a indiqué|indiqué|souligne|a souligné|estime|rapporte|a rapporté|ajoute|a ajouté|confirme|a confirmé|écrit|assure|a assuré|révélé|révèle|calculé|rappelle|prévient|raconte|avertit|reconnaît|note|commente|répond|considère|a considéré|juge`,
  ),
  danglingOpeners: list(
    `il|elle|ils|elles|ce|cet|cette|ces|cela|ceci|ça|mais|et|ou|donc|or|car|cependant|toutefois|pourtant|néanmoins|ainsi|aussi|alors|enfin|ensuite|puis|de plus|en outre|par ailleurs|en effet|par exemple|son|sa|ses|leur|leurs|celui|celle|ceux|c'est|on|nous|je|là|ici|également|en revanche|au contraire|d'ailleurs|dès lors`,
  ),
  negations: list(`ne|pas|non|jamais|aucun|aucune|personne|rien|ni|sans|nul|nulle|guère`),
  questionWords: {
    who: list('qui|à qui|de qui'),
    what: list("que|quoi|quel|quelle|quels|quelles|qu'est-ce que|qu'est-ce qui|lequel|laquelle"),
    when: list('quand|en quelle année|à quelle date|depuis quand'),
    where: list("où|d'où|dans quel pays|dans quelle ville"),
    why: list('pourquoi|pour quelle raison'),
    how: list('comment'),
    howMany: list('combien de|combien|quel nombre de|à quelle hauteur|à quelle distance|à quelle vitesse'),
    howMuch: list('combien|quel montant'),
  },
  numbers: {
    decimal: ',',
    groups: ['.', ' '],
    words: {
      zéro: 0, zero: 0, un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, onze: 11,
      douze: 12, treize: 13, quatorze: 14, quinze: 15, seize: 16, 'dix sept': 17, 'dix huit': 18, 'dix neuf': 19, vingt: 20,
      trente: 30, quarante: 40, cinquante: 50, soixante: 60, septante: 70, 'soixante dix': 70, 'quatre vingt': 80,
      'quatre vingts': 80, huitante: 80, octante: 80, 'quatre vingt dix': 90, nonante: 90,
    },
    scales: {
      cent: 100, cents: 100, centaine: 100, centaines: 100, dizaine: 10, dizaines: 10, douzaine: 12, douzaines: 12, vingtaine: 20, trentaine: 30, quarantaine: 40, cinquantaine: 50,
      quinzaine: 15, soixantaine: 60, mille: 1e3, mil: 1e3, millier: 1e3, milliers: 1e3, million: 1e6, millions: 1e6, mio: 1e6, milliard: 1e9, milliards: 1e9,
      md: 1e9, mds: 1e9, mrd: 1e9, billion: 1e12, billions: 1e12, billiard: 1e15, trillion: 1e18, trillions: 1e18,
    },
    ordinals: {
      premier: 1, première: 1, second: 2, seconde: 2, deuxième: 2, troisième: 3, quatrième: 4, cinquième: 5, sixième: 6, septième: 7,
      huitième: 8, neuvième: 9, dixième: 10, onzième: 11, douzième: 12, treizième: 13, quatorzième: 14, quinzième: 15, seizième: 16,
      'dix septième': 17, 'dix huitième': 18, 'dix neuvième': 19, vingtième: 20, trentième: 30, quarantième: 40, cinquantième: 50, soixantième: 60,
      'soixante dixième': 70, 'quatre vingtième': 80, 'quatre vingt dixième': 90, centième: 100, millième: 1e3, millionième: 1e6, milliardième: 1e9, billionième: 1e12, trillionième: 1e18, unième: 1,
    },
    fractions: {
      demi: 1 / 2, demie: 1 / 2, demis: 1 / 2, moitié: 1 / 2, tiers: 1 / 3, quart: 1 / 4, quarts: 1 / 4, cinquième: 1 / 5, cinquièmes: 1 / 5, sixième: 1 / 6, sixièmes: 1 / 6, septième: 1 / 7,
      septièmes: 1 / 7, huitième: 1 / 8, huitièmes: 1 / 8, neuvième: 1 / 9, neuvièmes: 1 / 9, dixième: 1 / 10, dixièmes: 1 / 10, onzièmes: 1 / 11, douzième: 1 / 12, douzièmes: 1 / 12,
      quinzièmes: 1 / 15, seizième: 1 / 16, seizièmes: 1 / 16, vingtième: 1 / 20, vingtièmes: 1 / 20, trentième: 1 / 30, trentièmes: 1 / 30, centième: 1 / 100, centièmes: 1 / 100, millième: 1e-3, millièmes: 1e-3, millionième: 1e-6,
    },
    multiples: { double: 2, triple: 3, quadruple: 4, décuple: 10 },
    joiners: ['et'],
    compound: false,
    alone: ['cent', 'mille', 'mil', 'moitié'],
    articles: ['un', 'une'],
    minus: ['moins', 'négatif', 'négative'],
    point: ['virgule'],
    outOf: ['sur'],
    range: { from: ['de', 'des'], to: ['à', 'ou'], between: ['entre'], and: ['et'] },
    qualifiers: {
      about: list("environ|près de|quelque|quelques|autour de|aux alentours de|à peu près|presque|approximativement|une estimation de|de l'ordre de|quasi|quasiment|à peine|env"),
      'more-than': list('plus de|plus que|supérieur à|supérieure à|supérieurs à|au-delà de|dépasse|dépassant|dépassent|au-dessus de|dépasser|a dépassé|dépassé'),
      'at-least': list('au moins|au minimum|pas moins de|minimum|à partir de|ou plus|et plus'),
      'less-than': list('moins de|moins que|inférieur à|inférieure à|en dessous de|au-dessous de'),
      'at-most': list('au plus|au maximum|pas plus de|maximum|ou moins'),
      'up-to': list("jusqu'à|jusqu’à"),
    },
  },
  calendar: {
    months: spaced('janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr avr juil sept oct nov déc'),
    weekdays: spaced('lundi mardi mercredi jeudi vendredi samedi dimanche'),
  },
  changes: {
    up: spaced('augmenté augmente augmentent augmentait progressé progresse grimpé grimpe bondi bondit monté monte passé passe crû doublé double haussé relevé'),
    down: spaced('baissé baisse baissent chuté chute chutent reculé recule diminué diminue diminuent tombé tombe réduit réduits abaissé'),
  },
  contests: spaced('victoire victoires défaite défaites gagné gagne remporté remporte battu battus bat battre nul match score menait mène mené imposé imposés impose perdu perd inclinés incliné incline succès but buts vote votes'),
  sums: spaced('prix coût coûts montant montants recettes dépenses bénéfice loyer salaire mensualité mensualités tarif tarifs'),
  back: {
    persons: list('il|elle|ils|elles|lui|leur|leurs|son|sa|ses|celui|celle|ceux|celles|eux|y|en'),
    these: list('ce|cet|cette|ces|cela|ceci|ça|celui-ci|celle-ci|ceux-ci|tel|telle|tels|telles|ledit|ladite|dernier|dernière|derniers|dernières'),
    links: list('mais|car|donc|or|cependant|toutefois|pourtant|néanmoins|ainsi|aussi|alors|enfin|ensuite|puis|également|ailleurs|effet|revanche|contraire|ici|là|dès|lors|notamment|surtout|même|plutôt|désormais'),
  },
  address: {
    reader: list('vous|Vous|votre|Votre|vos|Vos|tu|Tu|toi'),
    polite: [],
    writer: list('je|Je|me|moi|mon|ma|mes|Mon|Ma|Mes|nous|Nous|notre|Notre|nos|Nos'),
  },
  intents: list(`prévoit|prévoient|envisage|envisagent|compte|promet|a promis|espère|espèrent|table sur|veut|veulent|s'attend à`),
};
