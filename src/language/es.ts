import type { Language } from './language.ts';

const list = (words: string): readonly string[] => words.split('|');
const spaced = (words: string): readonly string[] => words.split(/\s+/);

export const es: Language = {
  code: 'es',
  stopwords: spaced(
    `a al algo algunas algunos ante antes aquel aquella aquellas aquellos aquí así aun aún aunque cada como con contra cual
    cuales cuando de del desde donde dos durante e el él ella ellas ellos en entre era eran es esa esas ese eso esos esta
    está están estaba estaban estas este esto estos estoy fue fueron ha había habían han hasta hay he la las le les lo
    los más me mi mí mientras mis mucho muchos muy nada ni no nos nosotros nuestra nuestro o os otra otras otro otros para
    pero poco por porque pues que qué quien quién quienes se sea según ser será si sí sido sin sino sobre son su sus suya
    suyo también tanto te ti tiene tienen toda todas todo todos tras tu tú tus un una unas uno unos usted ustedes y ya yo`,
  ),
  abbreviations: spaced(
    `sr. sra. srta. dr. dra. d. dña. ud. uds. vd. prof. ing. lic. av. avda. c. cía. s.a. s.l. ee.uu. ee. uu. etc. p. pp. pág. págs. art.
    cap. núm. n.º tel. aprox. máx. mín. ed. vol. fig. ej. p.ej. a.c. d.c. ene. feb. mar. abr. may. jun. jul. ago. sep.
    sept. oct. nov. dic. gral. gob. mons. sto. sta. hno. hnos. dpto. admón.`,
  ),
  hedges: list(
    `sería|serían|habría|habrían|podría|podrían|puede que|pueden|debería|deberían|tendría|tendrían|estaría|estarían|alcanzaría|permitiría|presuntamente|supuestamente|posiblemente|probablemente|quizás|quizá|tal vez|aparentemente|al parecer|previsto|prevista|prevé|prevén|se espera|se estima|estimado|estimada|planea|planean|pretende|espera|esperan|calcula|potencialmente|acaso`,
  ),
  sayingVerbs: list(
    `dice|dijo|dijeron|ha dicho|según|de acuerdo con|afirma|afirmó|ha afirmado|declara|declaró|anuncia|anunció|ha anunciado|explica|explicó|señala|señaló|asegura|aseguró|indica|indicó|añade|añadió|informa|informó|sostiene|sostuvo|confirma|confirmó|cuenta|contó|estima|estimó|reconoce|reconoció|destaca|destacó|advierte|advirtió|escribió|comentó|precisó|apuntó|subrayó|manifestó|agregó|expresó|detalló|develó|calculan|calcula|considera|consideró|opina|opinó|cree`,
  ),
  danglingOpeners: list(
    `él|ella|ellos|ellas|esto|eso|este|esta|estos|estas|ese|esa|esos|esas|pero|y|o|así|además|también|sin embargo|no obstante|por lo tanto|por tanto|entonces|luego|después|por ello|por eso|por ejemplo|su|sus|dicho|dicha|ambos|ambas|en cambio|asimismo|de hecho|por otra parte|mientras tanto|allí|aquí|aquello|aunque|en este contexto|de todas maneras|de todas formas|al respecto|por último|en ese|en este|en esta`,
  ),
  negations: list('no|nunca|jamás|nadie|nada|ningún|ninguna|ninguno|ni|sin|tampoco|apenas'),
  questionWords: {
    who: list('quién|quiénes|quien|a quién|de quién'),
    what: list('qué|que|cuál|cuáles|cual'),
    when: list('cuándo|cuando|en qué año|qué día|desde cuándo'),
    where: list('dónde|donde|adónde|de dónde|en qué país|en qué ciudad'),
    why: list('por qué|por que|a qué se debe'),
    how: list('cómo|como'),
    howMany: list('cuántos|cuántas|cuantos|cuantas|qué número de|qué altura|qué distancia'),
    howMuch: list('cuánto|cuánta|cuanto|cuanta|qué cantidad'),
  },
  numbers: {
    decimal: ',',
    groups: ['.'],
    words: {
      cero: 0, un: 1, uno: 1, una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10,
      once: 11, doce: 12, trece: 13, catorce: 14, quince: 15, dieciséis: 16, dieciseis: 16, diecisiete: 17, dieciocho: 18,
      diecinueve: 19, veinte: 20, veintiuno: 21, veintiún: 21, veintiun: 21, veintiuna: 21, veintidós: 22, veintidos: 22, veintitrés: 23,
      veintitres: 23, veinticuatro: 24, veinticinco: 25, veintiséis: 26, veintiseis: 26, veintisiete: 27, veintiocho: 28,
      veintinueve: 29, treinta: 30, cuarenta: 40, cincuenta: 50, sesenta: 60, setenta: 70, ochenta: 80, noventa: 90,
      cien: 100, ciento: 100, doscientos: 200, doscientas: 200, trescientos: 300, trescientas: 300, cuatrocientos: 400,
      cuatrocientas: 400, quinientos: 500, quinientas: 500, seiscientos: 600, seiscientas: 600, setecientos: 700,
      setecientas: 700, ochocientos: 800, ochocientas: 800, novecientos: 900, novecientas: 900,
    },
    scales: {
      cientos: 100, centenar: 100, centenares: 100, decena: 10, decenas: 10, docena: 12, docenas: 12, mil: 1e3, miles: 1e3, millar: 1e3, millares: 1e3,
      millón: 1e6, millon: 1e6, millones: 1e6, mill: 1e6, mdd: 1e6, millardo: 1e9, millardos: 1e9, billón: 1e12, billon: 1e12, billones: 1e12, trillón: 1e18, trillon: 1e18, trillones: 1e18,
    },
    ordinals: {
      primero: 1, primera: 1, primer: 1, segundo: 2, segunda: 2, tercero: 3, tercera: 3, tercer: 3, cuarto: 4, cuarta: 4, quinto: 5,
      quinta: 5, sexto: 6, sexta: 6, séptimo: 7, septimo: 7, séptima: 7, octavo: 8, octava: 8, noveno: 9, novena: 9, décimo: 10, décima: 10, decimo: 10, decima: 10,
      undécimo: 11, undecimo: 11, duodécimo: 12, duodecimo: 12, decimotercero: 13, decimocuarto: 14, decimoquinto: 15, decimosexto: 16, decimoséptimo: 17, decimoctavo: 18, decimonoveno: 19,
      vigésimo: 20, vigesimo: 20, vigésima: 20, trigésimo: 30, trigesimo: 30, trigésima: 30, cuadragésimo: 40, cuadragesimo: 40, quincuagésimo: 50, quincuagesimo: 50, sexagésimo: 60, sexagesimo: 60, septuagésimo: 70, septuagesimo: 70,
      octogésimo: 80, octogesimo: 80, nonagésimo: 90, nonagesimo: 90, centésimo: 100, centesimo: 100, milésimo: 1e3, milesimo: 1e3, millonésimo: 1e6, millonesimo: 1e6, billonésimo: 1e12, billonesimo: 1e12,
      ducentésimo: 200, ducentesimo: 200, tricentésimo: 300, tricentesimo: 300, cuadringentésimo: 400, quingentésimo: 500, sexcentésimo: 600, septingentésimo: 700, octingentésimo: 800, noningentésimo: 900,
    },
    fractions: {
      medio: 1 / 2, media: 1 / 2, medios: 1 / 2, mitad: 1 / 2, tercio: 1 / 3, tercios: 1 / 3, cuarto: 1 / 4, cuartos: 1 / 4, cuarta: 1 / 4, quinto: 1 / 5, quintos: 1 / 5, quinta: 1 / 5, sexto: 1 / 6, sextos: 1 / 6,
      séptimo: 1 / 7, séptimos: 1 / 7, septimos: 1 / 7, octavo: 1 / 8, octavos: 1 / 8, noveno: 1 / 9, novenos: 1 / 9, décimo: 1 / 10, décimos: 1 / 10, decimos: 1 / 10, décima: 1 / 10, décimas: 1 / 10,
      onceavo: 1 / 11, onceavos: 1 / 11, doceavo: 1 / 12, doceavos: 1 / 12, quinceavos: 1 / 15, veinteavo: 1 / 20, veinteavos: 1 / 20, veintiunavo: 1 / 21, veintiunavos: 1 / 21, treintavo: 1 / 30, treintavos: 1 / 30, centésimo: 1 / 100, centésimos: 1 / 100, centésima: 1 / 100, centésimas: 1 / 100, milésimo: 1e-3,
      milésimos: 1e-3, milésima: 1e-3, milésimas: 1e-3, millonésimo: 1e-6, millonésimos: 1e-6, millonésima: 1e-6, millonésimas: 1e-6, billonésima: 1e-12, billonésimas: 1e-12, billonésimos: 1e-12,
    },
    multiples: { doble: 2, triple: 3, cuádruple: 4, quíntuple: 5 },
    joiners: ['y'],
    compound: false,
    alone: ['mil', 'mitad'],
    articles: ['un', 'una'],
    minus: ['menos', 'negativo', 'negativa'],
    point: ['coma', 'punto'],
    outOf: ['de cada', 'sobre'],
    range: { from: ['de', 'del', 'desde'], to: ['a', 'al', 'hasta', 'o'], between: ['entre'], and: ['y'] },
    qualifiers: {
      about: list('unos|unas|alrededor de|cerca de|aproximadamente|casi|en torno a|aprox|más o menos|cuasi|prácticamente|una estimación de|se estima en'),
      'more-than': list('más de|más que|mayor que|mayor a|superior a|superiores a|por encima de|supera|superó|superan|mas de|mas que|superar|rebasar|rebasa|rebasó'),
      'at-least': list('al menos|por lo menos|como mínimo|no menos de|mínimo|o más|a partir de'),
      'less-than': list('menos de|menos que|menor que|menor a|inferior a|inferiores a|por debajo de'),
      'at-most': list('como máximo|a lo sumo|no más de|máximo|o menos|como mucho'),
      'up-to': list('hasta'),
    },
  },
  calendar: {
    months: spaced('enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene feb mar abr jun jul ago sep sept oct nov dic'),
    weekdays: spaced('lunes martes miércoles jueves viernes sábado domingo'),
  },
  changes: {
    up: spaced('subió subieron sube suben subido aumentó aumentaron aumenta aumentan aumentado creció crecieron crece crecen crecido pasó duplicó incrementó incrementaron elevó'),
    down: spaced('bajó bajaron baja bajan bajado cayó cayeron cae caen caído disminuyó disminuyeron disminuye descendió descendieron redujo redujeron reducido retrocedió'),
  },
  contests: spaced('victoria victorias derrota derrotas ganó gana ganaron venció vencieron empate empató empataron partido marcador perdió perdieron goleó goleada triunfo gol goles cayó votación'),
  sums: spaced('precio precios coste costes costo costos importe ingresos gastos beneficio alquiler salario cuota tarifa'),
  back: {
    persons: list('él|ella|ellos|ellas|le|les|lo|la|los|las|su|sus|suyo|suya'),
    these: list('este|esta|esto|estos|estas|ese|esa|eso|esos|esas|aquel|aquella|aquello|aquellos|aquellas|dicho|dicha|dichos|dichas|tal|tales|mismo|misma|mismos|mismas|último|segundo|primero|ambos|ambas'),
    links: list('pero|así|además|también|embargo|obstante|entonces|luego|después|cambio|asimismo|hecho|contraste|allí|ahí|aquí|tampoco|incluso|finalmente|mientras|pues'),
  },
  address: {
    reader: list('tú|Tú|usted|Usted|ustedes|tu|tus|Tu|Tus'),
    polite: [],
    writer: list('yo|Yo|me|Me|mi|mis|Mi|Mis|nosotros|nos|nuestr*|Nuestr*'),
  },
  intents: list('planea|planean|prevé|prevén|pretende|pretenden|espera|esperan|promete|prometió|quiere|quieren|calcula'),
};
