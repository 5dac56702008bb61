import type { Language } from './language.ts';

const list = (words: string): readonly string[] => words.split('|');
const spaced = (words: string): readonly string[] => words.split(/\s+/);

export const it: Language = {
  code: 'it',
  stopwords: spaced(
    `a ad agli ai al alla alle allo all anche ancora avere aveva avevano c che chi ci ciò coi col come con contro cosa così
    cui da dagli dai dal dall dalla dalle dallo degli dei del dell della delle dello dentro di dopo dove due e è ed era
    erano essere fa far fare fino fra fu furono già gli ha hai hanno ho i il in io l la le lei li lo loro lui ma me mentre
    mi mia mio molto ne né negli nei nel nell nella nelle nello no noi non nostra nostro o ogni oltre ora per perché però
    più poi prima proprio può possono qual quale quali quando quanto quella quelle quelli quello questa queste questi
    questo qui sarà se sempre senza si sia sì siamo sono sotto sta stata stati stato su sua sue sugli sui sul sulla sulle
    suo suoi tra tre tu tua tuo tutta tutte tutti tutto un una uno vi voi`,
  ),
  abbreviations: spaced(
    `sig. sigg. sig.ra dott. dott.ssa dr. prof. prof.ssa ing. avv. arch. on. sen. gen. col. cap. ecc. es. p.es. pag. pagg. art. n. nn. vol. fig. ed. tel. ca. max. min.
    s.p.a. s.r.l. a.c. d.c. gen. feb. mar. apr. mag. giu. lug. ago. set. ott. nov. dic. s. ss. v. c. mons. rag. geom.`,
  ),
  hedges: list(
    `sarebbe|sarebbero|avrebbe|avrebbero|potrebbe|potrebbero|dovrebbe|dovrebbero|vorrebbe|vorrebbero|ammonterebbe|permetterebbe|raggiungerebbe|presumibilmente|presunto|probabilmente|possibilmente|forse|apparentemente|a quanto pare|previsto|prevista|prevede|prevedono|stimato|stimata|si stima|atteso|attesa|punta a|intende|potenzialmente|sembra|secondo indiscrezioni`,
  ),
  sayingVerbs: list(
    `dice|ha detto|disse|detto|hanno detto|secondo|afferma|ha affermato|affermato|dichiara|ha dichiarato|dichiarato|annuncia|ha annunciato|annunciato|spiega|ha spiegato|spiegato|sostiene|ha sostenuto|precisa|ha precisato|riferisce|ha riferito|riferito|aggiunge|ha aggiunto|aggiunto|conferma|ha confermato|scrive|ha scritto|sottolinea|ha sottolineato|stima|racconta|avverte|ha commentato|commenta|rivela|ha rivelato|assicura|ammette|considera|ritiene`,
  ),
  danglingOpeners: list(
    `egli|ella|lui|lei|loro|essi|esse|questo|questa|questi|queste|quello|quella|ciò|ma|e|o|però|tuttavia|inoltre|anche|così|quindi|dunque|perciò|pertanto|poi|infatti|infine|ad esempio|per esempio|invece|suo|sua|suoi|sue|entrambi|tale|tali|nel frattempo|qui|lì|là|peraltro|intanto|per questo|allora|ora`,
  ),
  negations: list('non|no|mai|nessuno|nessuna|nessun|niente|nulla|né|senza|neanche|nemmeno|neppure'),
  questionWords: {
    who: list('chi|di chi|a chi'),
    what: list('che|cosa|che cosa|quale|quali|qual'),
    when: list('quando|in che anno|in quale anno|da quando'),
    where: list("dove|da dove|dov'è|in quale paese|in quale città"),
    why: list('perché|perchè|per quale motivo|come mai'),
    how: list('come'),
    howMany: list('quanti|quante|quale numero di|quanto è alto|quanto dista'),
    howMuch: list("quanto|quanta|quant'è"),
  },
  numbers: {
    decimal: ',',
    groups: ['.'],
    words: {
      zero: 0, un: 1, uno: 1, una: 1, due: 2, tre: 3, tré: 3, quattro: 4, cinque: 5, sei: 6, sette: 7, otto: 8, nove: 9, dieci: 10,
      undici: 11, dodici: 12, tredici: 13, quattordici: 14, quindici: 15, sedici: 16, diciassette: 17, diciotto: 18,
      diciannove: 19, venti: 20, trenta: 30, quaranta: 40, cinquanta: 50, sessanta: 60, settanta: 70, ottanta: 80, novanta: 90,
      // Elided before `uno` and `otto`: ventuno, trentotto.
      vent: 20, trent: 30, quarant: 40, cinquant: 50, sessant: 60, settant: 70, ottant: 80, novant: 90,
    },
    scales: {
      cento: 100, cent: 100, centinaio: 100, centinaia: 100, decina: 10, decine: 10, dozzina: 12, dozzine: 12, mille: 1e3, mila: 1e3, migliaio: 1e3, migliaia: 1e3,
      milione: 1e6, milioni: 1e6, mln: 1e6, mio: 1e6, miliardo: 1e9, miliardi: 1e9, mld: 1e9, mrd: 1e9, bilione: 1e12, bilioni: 1e12, trilione: 1e18, trilioni: 1e18,
    },
    ordinals: {
      primo: 1, prima: 1, secondo: 2, seconda: 2, terzo: 3, terza: 3, quarto: 4, quarta: 4, quinto: 5, quinta: 5, sesto: 6, sesta: 6,
      settimo: 7, settima: 7, ottavo: 8, ottava: 8, nono: 9, nona: 9, decimo: 10, decima: 10, undicesimo: 11, undicesima: 11, dodicesimo: 12, dodicesima: 12, tredicesimo: 13, quattordicesimo: 14, quindicesimo: 15, sedicesimo: 16,
      diciassettesimo: 17, diciottesimo: 18, diciannovesimo: 19, ventesimo: 20, ventesima: 20, ventunesimo: 21, ventunesima: 21, ventiduesimo: 22, ventitreesimo: 23, ventiquattresimo: 24, venticinquesimo: 25, ventiseiesimo: 26, ventisettesimo: 27, ventottesimo: 28, ventinovesimo: 29,
      trentesimo: 30, trentesima: 30, quarantesimo: 40, cinquantesimo: 50, sessantesimo: 60, settantesimo: 70, ottantesimo: 80, novantesimo: 90, centesimo: 100, centesima: 100, millesimo: 1e3, millesima: 1e3, milionesimo: 1e6, milionesima: 1e6, miliardesimo: 1e9, bilionesimo: 1e12, trilionesimo: 1e18,
    },
    fractions: {
      mezzo: 1 / 2, mezza: 1 / 2, mezzi: 1 / 2, metà: 1 / 2, terzo: 1 / 3, terzi: 1 / 3, quarto: 1 / 4, quarti: 1 / 4, quinto: 1 / 5, quinti: 1 / 5, sesto: 1 / 6, sesti: 1 / 6, settimo: 1 / 7, settimi: 1 / 7, ottavo: 1 / 8, ottavi: 1 / 8,
      nono: 1 / 9, noni: 1 / 9, decimo: 1 / 10, decimi: 1 / 10, undicesimo: 1 / 11, undicesimi: 1 / 11, dodicesimo: 1 / 12, dodicesimi: 1 / 12, ventesimo: 1 / 20, ventesimi: 1 / 20, ventunesimo: 1 / 21, ventunesimi: 1 / 21, venticinquesimo: 1 / 25, venticinquesimi: 1 / 25, trentesimo: 1 / 30, trentesimi: 1 / 30, centesimo: 1 / 100, centesimi: 1 / 100, millesimo: 1e-3, millesimi: 1e-3, milionesimo: 1e-6, milionesimi: 1e-6, miliardesimo: 1e-9, miliardesimi: 1e-9, bilionesimo: 1e-12, bilionesimi: 1e-12, trilionesimi: 1e-18,
    },
    multiples: { doppio: 2, doppia: 2, triplo: 3, tripla: 3, quadruplo: 4 },
    joiners: ['e'],
    compound: true,
    alone: ['cento', 'mille', 'metà'],
    articles: ['un', 'una', 'uno'],
    minus: ['meno', 'negativo', 'negativa'],
    point: ['virgola', 'punto'],
    outOf: ['su', 'ogni'],
    range: { from: ['da', 'dal', "dall'"], to: ['a', 'al', "all'", 'fino a', 'ad', 'o'], between: ['tra', 'fra'], and: ['e'] },
    qualifiers: {
      about: list("circa|quasi|intorno a|attorno a|approssimativamente|all'incirca|più o meno|pressoché|una stima di|ca"),
      'more-than': list("superano|più di|più del|oltre|maggiore di|superiore a|superiori a|al di sopra di|supera|sopra i|sopra|superare|ha superato|superato"),
      'at-least': list("almeno|come minimo|non meno di|minimo|o più|a partire da|perlomeno"),
      'less-than': list("meno di|meno del|minore di|inferiore a|inferiori a|al di sotto di|sotto"),
      'at-most': list("al massimo|non più di|massimo|o meno|tutt'al più"),
      'up-to': list('fino a|sino a'),
    },
  },
  calendar: {
    months: spaced('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre gen feb mar apr mag giu lug ago set ott nov dic'),
    weekdays: spaced('lunedì martedì mercoledì giovedì venerdì sabato domenica'),
  },
  changes: {
    up: spaced('salito salita saliti sale salgono aumentato aumentata aumenta aumentano cresciuto cresciuta cresce crescono passato passata raddoppiato balzato'),
    down: spaced('sceso scesa scesi scende scendono calato calata cala calano diminuito diminuita diminuisce ridotto ridotta crollato crollata'),
  },
  contests: spaced('vittoria vittorie sconfitta sconfitte vinto vince battuto batte pareggio pareggiato partita risultato perso perde gol successo supera superato travolto'),
  sums: spaced('prezzo prezzi costo costi importo ricavi spese utile affitto stipendio rata rate tariffa'),
  back: {
    persons: list('egli|ella|lui|lei|loro|essi|esse|esso|essa|gli|ne|suo|sua|suoi|sue'),
    these: list('questo|questa|questi|queste|quello|quella|quelli|quelle|ciò|tale|tali|stesso|stessa|stessi|stesse|ultimo|ultima|entrambi|entrambe|suddetto|suddetta'),
    links: list('ma|però|tuttavia|inoltre|anche|così|quindi|dunque|perciò|pertanto|poi|infatti|infine|invece|qui|lì|là|peraltro|intanto|allora|ora|pure|ancora|comunque|altresì|nonostante'),
  },
  address: {
    reader: list('tu|Tu|voi|Voi|vostr*|tuo|tua|tuoi|tue'),
    polite: [],
    writer: list('io|Io|mi|Mi|mio|mia|miei|mie|noi|Noi|ci|nostr*'),
  },
  intents: list('prevede|prevedono|intende|intendono|punta a|spera|sperano|promette|ha promesso|vuole|vogliono|si aspetta'),
};
