import type { Language } from './language.ts';

const list = (words: string): readonly string[] => words.split('|');
const spaced = (words: string): readonly string[] => words.split(/\s+/);

export const de: Language = {
  code: 'de',
  stopwords: spaced(
    `aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim
    bereits bin bis bist da damit dann das dass daß dein deine dem den denn der des dessen deren dich die dies diese
    diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch euer für gegen
    gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins
    ist jede jedem jeden jeder jedes jene jenem jenen jener jenes jetzt kann kein keine keinem keinen keiner können
    könnte machen man manche mein meine mich mir mit muss musste nach nicht nichts noch nun nur ob oder ohne sehr sein
    seine seinem seinen seiner seit selbst sich sie sind so solche soll sollte sondern sonst über um und uns unser unsere
    unter viel vom von vor während war waren warst was weg weil weiter welche welchem welchen welcher welches wenn werde
    werden wie wieder will wir wird wirst wo wollen wollte worden wurde wurden würde würden zu zum zur zwar zwischen`,
  ),
  abbreviations: spaced(
    `e. dr. prof. hr. fr. frl. dipl. ing. abs. art. aufl. bd. bzw. ca. d.h. d. h. etc. evtl. ggf. inkl. max. min. mio. mrd. mind.
    nr. o.ä. s. st. str. tel. u.a. usw. vgl. z.b. z. b. zzgl. zz. jan. feb. mär. apr. jun. jul. aug. sep. sept. okt. nov. dez. mo.
    di. mi. do. fr. sa. so. u. v. chr. i. d. r. geb. gest. jh. tsd. rd. co. gmbh. e.v. bspw. sog. ehem. allg. hl.`,
  ),
  hedges: list(
    `soll|sollen|solle|sollte|sollten|könnte|könnten|würde|würden|dürfte|dürften|möglicherweise|vermutlich|wahrscheinlich|voraussichtlich|angeblich|mutmaßlich|offenbar|anscheinend|wohl|womöglich|vielleicht|eventuell|geplant|erwartet|erwarten|prognostiziert|schätzungsweise|laut berichten|plant|planen|will|wollen|wäre|wären|hätte|hätten`,
  ),
  sayingVerbs: list(
    `sagt|sagte|sagten|sagen|laut|zufolge|nach angaben|erklärt|erklärte|erklärten|teilte mit|mitgeteilt|berichtet|berichtete|berichteten|behauptet|behauptete|betont|betonte|schreibt|schrieb|kündigte|kündigt|meint|meinte|nennt|nannte|warnt|warnte|bestätigt|bestätigte|ergänzt|ergänzte|fügte hinzu|schätzt|schätzte|fordert|forderte|erläutert|erläuterte|versichert|versicherte`,
  ),
  danglingOpeners: list(
    `er|sie|es|dies|diese|dieser|dieses|das|aber|und|oder|doch|jedoch|allerdings|dennoch|trotzdem|deshalb|daher|darum|deswegen|dadurch|damit|dabei|dazu|zudem|außerdem|ferner|auch|so|somit|also|dann|hier|dort|seine|ihre|ihr|sein|solche|beide|letztere|stattdessen|sonst|ebenso|gleichzeitig|unterdessen|zum beispiel|darüber hinaus|wir|ich|erst dann|wie es nun|wie es|erst danach|danach|davor|darauf|daraufhin|später|nun|ursprünglich|hierzu|hierbei|dafür|dagegen|davon|trotz dessen|inzwischen`,
  ),
  negations: list('nicht|kein|keine|keinen|keinem|keiner|keines|nie|niemals|niemand|nichts|weder|ohne|nirgends|kaum'),
  questionWords: {
    who: list('wer|wen|wem|wessen'),
    what: list('was|welche|welcher|welches|welchen|welchem'),
    when: list('wann|in welchem jahr|seit wann|bis wann'),
    where: list('wo|woher|wohin|in welchem land|in welcher stadt'),
    why: list('warum|weshalb|wieso|aus welchem grund'),
    how: list('wie'),
    howMany: list('wie viele|wieviele|wie oft|wie alt|wie hoch|wie weit|wie groß|wie schnell|wie lang|wie tief|wie breit|wie schwer'),
    howMuch: list('wie viel|wieviel'),
  },
  numbers: {
    decimal: ',',
    groups: ['.', "'", '’'],
    words: {
      null: 0, ein: 1, eins: 1, eine: 1, einem: 1, einen: 1, einer: 1, eines: 1, zwei: 2, zwo: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sech: 6, sieben: 7, sieb: 7, acht: 8,
      neun: 9, zehn: 10, elf: 11, zwölf: 12, dreizehn: 13, vierzehn: 14, fünfzehn: 15, sechzehn: 16, siebzehn: 17, achtzehn: 18,
      neunzehn: 19, zwanzig: 20, dreißig: 30, dreissig: 30, vierzig: 40, fünfzig: 50, sechzig: 60, siebzig: 70, achtzig: 80,
      neunzig: 90,
    },
    scales: {
      hundert: 100, hunderte: 100, hunderten: 100, dutzend: 12, dutzende: 12, tausend: 1e3, tausende: 1e3, tausenden: 1e3, tsd: 1e3, million: 1e6, millionen: 1e6, mio: 1e6,
      milliarde: 1e9, milliarden: 1e9, mrd: 1e9, md: 1e9, billion: 1e12, billionen: 1e12, bio: 1e12, billiarde: 1e15, billiarden: 1e15,
    },
    ordinals: {
      erste: 1, zweite: 2, dritte: 3, vierte: 4, fünfte: 5, sechste: 6, siebte: 7, siebente: 7, achte: 8, neunte: 9, zehnte: 10, elfte: 11,
      zwölfte: 12, dreizehnte: 13, vierzehnte: 14, fünfzehnte: 15, sechzehnte: 16, siebzehnte: 17, achtzehnte: 18, neunzehnte: 19,
      zwanzigste: 20, dreißigste: 30, vierzigste: 40, fünfzigste: 50, sechzigste: 60, siebzigste: 70, achtzigste: 80, neunzigste: 90,
      hundertste: 100, tausendste: 1e3, millionste: 1e6, milliardste: 1e9, billionste: 1e12,
    },
    fractions: {
      anderthalb: 1.5, eineinhalb: 1.5, zweieinhalb: 2.5, dreieinhalb: 3.5, halb: 1 / 2, halbe: 1 / 2, halben: 1 / 2, halber: 1 / 2, halbes: 1 / 2, hälfte: 1 / 2, drittel: 1 / 3, dritteln: 1 / 3, viertel: 1 / 4, vierteln: 1 / 4, fünftel: 1 / 5, sechstel: 1 / 6,
      siebtel: 1 / 7, achtel: 1 / 8, neuntel: 1 / 9, zehntel: 1 / 10, elftel: 1 / 11, zwölftel: 1 / 12, zwanzigstel: 1 / 20, dreißigstel: 1 / 30, hundertstel: 1 / 100, tausendstel: 1e-3, millionstel: 1e-6, milliardstel: 1e-9,
    },
    multiples: {
      zweimal: 2, dreimal: 3, viermal: 4, fünfmal: 5, zehnmal: 10, doppelt: 2, doppelte: 2, doppelten: 2, zweifache: 2, dreifach: 3, dreifache: 3, vierfach: 4, vierfache: 4,
      fünffach: 5, fünffache: 5, zehnfach: 10, zehnfache: 10, hundertfache: 100,
    },
    joiners: ['und'],
    compound: true,
    alone: ['hundert', 'tausend', 'hälfte', 'anderthalb', 'eineinhalb', 'zweieinhalb', 'dreieinhalb'],
    articles: ['ein', 'eine', 'einer', 'einem', 'einen'],
    minus: ['minus', 'negativ'],
    point: ['komma'],
    outOf: ['von', 'unter', 'aus'],
    range: { from: ['von', 'vom'], to: ['bis', 'bis zu', 'auf', 'oder'], between: ['zwischen'], and: ['und'] },
    qualifiers: {
      about: list('etwa|rund|circa|ca|ungefähr|fast|knapp|annähernd|nahezu|beinahe|zirka|gut|um die|schätzungsweise|geschätzte|geschätzt|in etwa|an die'),
      'more-than': list('mehr als|über|größer als|höher als|länger als|älter als|oberhalb von'),
      'at-least': list('mindestens|wenigstens|zumindest|nicht weniger als|oder mehr|und mehr|ab'),
      'less-than': list('weniger als|unter|kleiner als|niedriger als|unterhalb von|kürzer als|jünger als'),
      'at-most': list('höchstens|maximal|nicht mehr als|oder weniger'),
      'up-to': list('bis zu'),
    },
  },
  calendar: {
    months: spaced('januar jänner februar märz april mai juni juli august september oktober november dezember jan feb mär apr jun jul aug sep sept okt nov dez'),
    weekdays: spaced('montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag'),
  },
  changes: {
    up: spaced('stieg stiegen steigt steigen gestiegen wuchs wuchsen wächst wachsen gewachsen erhöhte erhöhten erhöht erhöhen kletterte geklettert zunahm zugenommen nahm verdoppelte verdoppelt legte zulegte'),
    down: spaced('fiel fielen fällt fallen gefallen sank sanken sinkt sinken gesunken ging zurückging zurückgegangen schrumpfte geschrumpft verringerte verringert reduzierte reduziert senkte gesenkt halbierte halbiert'),
  },
  contests: spaced('sieg siege siegte siegten gewann gewannen gewonnen gewinnt besiegte besiegten schlug schlagen verlor verloren verliert niederlage unentschieden remis spiel spielte endstand führung führte halbzeit treffer tor tore heimsieg auswärtssieg erfolg'),
  sums: spaced('kosten preis preise betrag beträge rate raten belastung ersparnis umsatz gewinn verlust gebühr gebühren miete lohn einnahmen ausgaben'),
  back: {
    persons: list('er|sie|ihm|ihn|ihnen|ihr|ihre|ihrem|ihren|ihrer|ihres|sein|seine|seinem|seinen|seiner|seines|deren|dessen'),
    these: list('dies|diese|diesem|diesen|dieser|dieses|jene|jenem|jenen|jener|jenes|solch|solche|solchem|solchen|solcher|solches|derartige|derartigen|derartiger|beide|beiden|letztere|letzteren|letzterer|derselbe|dieselbe|dasselbe|denselben|derselben'),
    links: list('damit|dabei|dafür|dagegen|davon|davor|daran|darauf|daraus|darin|darüber|darum|darunter|dadurch|daher|dazu|daneben|danach|daraufhin|hierbei|hierfür|hierzu|hiermit|hier|dort|dorthin|so|somit|also|deshalb|deswegen|demnach|demzufolge|allerdings|jedoch|hingegen|dennoch|trotzdem|gleichwohl|außerdem|zudem|ferner|überdies|ebenfalls|ebenso|gleichfalls|auch|zwar|immerhin|inzwischen|mittlerweile|unterdessen|dann|später|zuvor|stattdessen|vielmehr|nämlich|schließlich|weiterhin|insbesondere|besonders'),
  },
  address: {
    reader: list('du|Du|dich|Dich|dir|Dir|dein*|Dein*|euch|Euch|euer|Euer|eure*|Eure*'),
    polite: list('Sie|Ihr*|Ihnen'),
    writer: list('ich|Ich|mich|mir|Mir|mein|meine*|Mein|Meine*|wir|Wir|uns|Uns|unser*|Unser*'),
  },
  intents: list('plant|planen|will|wollen|rechnet mit|rechnen mit|erwartet|erwarten|beabsichtigt|verspricht|versprach|prognostiziert'),
};
