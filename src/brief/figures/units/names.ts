/**
 * Names of units by unit, one line a unit, all languages: a name means the same unit wherever it means anything,
 * except for those in `LOCAL`. Lower case; metric units are made from their parts in `lexicon.ts`.
 */
export const NAMES: Readonly<Record<string, string>> = {
  percent: 'percent|per cent|percents|pct|pct.|percentage|prozent|pour cent|pourcent|pour-cent|por ciento|por cien|por cento|per cento|percento|procent|v.h.',
  'percentage-point':
    'percentage point|percentage points|percent point|percent points|prozentpunkt|prozentpunkte|prozentpunkten|point de pourcentage|points de pourcentage|punto porcentual|puntos porcentuales|ponto percentual|pontos percentuais|punto percentuale|punti percentuali|procentpunt|procentpunten',
  'basis-point': 'basis point|basis points|basispunkt|basispunkte|basispunkten|points de base|point de base|puntos básicos|pontos base|pontos-base|punti base|basispunten',
  'degree-celsius':
    'degree celsius|degrees celsius|degree centigrade|degrees centigrade|celsius|centigrade|centigrades|celcius|centigrate|degrees c|degree c|deg celsius|deg c|degrees celcius|grad celsius|grad c|celsiusgrad|degré celsius|degrés celsius|degrés centigrades|degrés c|degré c|grado celsius|grados celsius|grado centígrado|grados centígrados|grados centigrados|grados c|grado c|centígrados|grau celsius|graus celsius|graus centígrados|graus c|grau c|gradi celsius|gradi centigradi|gradi c|graden celsius|graad celsius|graden c|graad c',
  'degree-fahrenheit':
    'degree fahrenheit|degrees fahrenheit|fahrenheit|farenheit|fahrenheits|degrees f|degree f|deg fahrenheit|deg f|grad fahrenheit|fahrenheitgrad|degré fahrenheit|degrés fahrenheit|degrés f|degré f|grado fahrenheit|grados fahrenheit|grados f|grado f|grau fahrenheit|graus fahrenheit|graus f|grau f|gradi fahrenheit|gradi f|graden fahrenheit|graad fahrenheit|graden f|graad f',
  degree: 'degree|degrees|grad|degré|degrés|grado|grados|grau|graus|gradi|graad|graden',
  kelvin: 'kelvin|kelvins',
  inch: 'inch|inches|zoll|pouce|pouces|pulgada|pulgadas|polegada|polegadas|pollice|pollici',
  foot: 'foot|feet|fuß|fuss|pied|pieds|pie|pies|pé|pés|piede|piedi|voet',
  yard: 'yard|yards|yarda|yardas|jarda|jardas|iarda|iarde',
  mile: 'mile|miles|meile|meilen|mille terrestre|milla|millas|milha|milhas|miglio|miglia|mijl|mijlen',
  'nautical-mile': 'nautical mile|nautical miles|seemeile|seemeilen|mille marin|milles marins|milla náutica|millas náuticas|milha náutica|milhas náuticas|miglio nautico|miglia nautiche|zeemijl|zeemijlen',
  'light-year': 'light year|light years|light-year|light-years|lichtjahr|lichtjahre|lichtjahren|année-lumière|années-lumière|année lumière|années lumière|año luz|años luz|ano-luz|anos-luz|anno luce|anni luce|lichtjaar|lichtjaren',
  acre: 'acre|acres|acro|acri',
  hectare: 'hectare|hectares|hektar|hectárea|hectáreas|ettaro|ettari',
  gallon: 'gallon|gallons|gallone|gallonen|galón|galon|galones|galão|galões|galao|galoes|galloni',
  barrel: 'barrel|barrels|fass|fässer|baril|barils|barril|barriles|barris|barile|barili|vat|vaten',
  pint: 'pint|pints|pinte|pintes|pinta|pintas',
  quart: 'quarts',
  cup: 'cup|cups',
  teaspoon: 'teaspoon|teaspoons|teelöffel|cuillère à café|cuillères à café|cucharadita|cucharaditas|colher de chá|colheres de chá|cucchiaino|cucchiaini|theelepel|theelepels',
  tablespoon: 'tablespoon|tablespoons|esslöffel|cuillère à soupe|cuillères à soupe|cucharada|cucharadas|colher de sopa|colheres de sopa|cucchiaio|cucchiai|eetlepel|eetlepels',
  'fluid-ounce': 'fluid ounce|fluid ounces',
  ounce: 'ounce|ounces|unze|unzen|once|onces|onza|onzas|onça|onças|oncia|once',
  pound: 'pound|pounds|pfund|libbra|libbre',
  stone: 'stone',
  ton: 'ton|tons|short ton|short tons|tonelada corta|long ton|long tons',
  tonne: 'tonne|tonnes|tonnen|metric ton|metric tons|metrische tonne|tonne métrique|tonnes métriques|tonelada|toneladas|tonelada métrica|toneladas métricas|tonnellata|tonnellate|tonnellata metrica|tonnellate metriche|metrieke ton|tonne metriche',
  megatonne: 'megaton|megatons|megatonne|megatonnes',
  kilotonne: 'kiloton|kilotons|kilotonne|kilotonnes',
  carat: 'carat|carats|karat',
  second: 'second|seconds|sekunde|sekunden|seconde|secondes|segundo|segundos|secondo|secondi|seconden',
  minute: 'minute|minutes|minuten|minuto|minutos|minuti|minuut',
  hour: 'hour|hours|stunde|stunden|heure|heures|hora|horas|ora|ore|uur|uren',
  day: 'day|days|tag|tage|tagen|jour|jours|día|días|dia|dias|giorno|giorni|dag|dagen',
  week: 'week|weeks|woche|wochen|semaine|semaines|semana|semanas|settimana|settimane|weken',
  month: 'month|months|monat|monate|monaten|mois|mes|meses|mês|mese|mesi|maand|maanden',
  quarter: 'quarters in a row|consecutive quarters',
  year: 'year|years|jahr|jahre|jahren|an|ans|année|années|año|años|ano|anos|anno|anni|jaar|jaren',
  decade: 'decade|decades|jahrzehnt|jahrzehnte|jahrzehnten|décennie|décennies|década|décadas|decennio|decenni|decennium|decennia',
  century: 'century|centuries|jahrhundert|jahrhunderte|siècle|siècles|siglo|siglos|século|séculos|secolo|secoli|eeuw|eeuwen',
  fortnight: 'fortnight|fortnights',
  millisecond: 'millisecond|milliseconds|millisekunde|millisekunden|milliseconde|millisecondes|milisegundo|milisegundos|millisecondo|millisecondi|milliseconden',
  horsepower: 'horsepower|horse power|pferdestärken|chevaux|chevaux-vapeur|caballos de fuerza|caballos|cavalos|cavalli|paardenkracht|pk',
  knot: 'knot|knots|knoten|nœuds|noeuds|nudos|nós|nodi|knopen',
  calorie: 'calorie|calories|kalorien|calorías|calorias',
  kilocalorie: 'kilocalorie|kilocalories|kilokalorien',
  radian: 'radian|radians|radiant|radián|radianes|radiano|radianos|radianti|radiaal|radialen',
  turn: 'turn|turns|giro|giri|vuelta|vueltas|volta|voltas|tour|tours',
  'kilometre-per-hour':
    'kilometres per hour|kilometers per hour|kilometre per hour|kilometer per hour|kilometres an hour|kilometers an hour|kilometer pro stunde|stundenkilometer|stundenkilometern|kilomètres par heure|kilomètre par heure|kilomètres à l’heure|kilomètres-heure|kilómetros por hora|kilómetro por hora|quilômetros por hora|quilómetros por hora|chilometri all’ora|chilometri orari|chilometri all\'ora|kilometer per uur',
  'mile-per-hour': 'miles per hour|mile per hour|miles an hour|meilen pro stunde|miles par heure|milles par heure|milla por hora|millas por hora|milha por hora|milhas por hora|miglia all\'ora|miglia orarie|mijl per uur',
  'metre-per-second': 'metres per second|meters per second|metre per second|meter per second|meter pro sekunde|mètres par seconde|metros por segundo|metri al secondo|meter per seconde',
  'revolution-per-minute': 'revolutions per minute|umdrehungen pro minute|tours par minute',
  electronvolt: 'electron volt|electron volts|electronvolt|electronvolts',
  decibel: 'decibel|decibels',
  megapixel: 'megapixel|megapixels',
  pixel: 'pixel|pixels',
  ampere: 'amp|amps|ampere|amperes',
  ohm: 'ohm|ohms',
};

/** Names that mean different units in different languages. */
export const LOCAL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {},
  de: { tonne: 'tonne', tonnen: 'tonne', minute: 'minute', min: 'minute', std: 'hour', quadratmeter: 'square-metre', morgen: '' },
  fr: { livre: 'pound', livres: 'pound', 'kilomètre carré': 'square-kilometre', mille: '', milles: 'mile', tonne: 'tonne', tonnes: 'tonne', heure: 'hour', once: 'ounce', pied: 'foot' },
  es: { libra: 'pound', libras: 'pound', tonelada: 'tonne', as: '', media: '', 'pie cúbico': 'cubic-foot', 'pies cúbicos': 'cubic-foot' },
  pt: { libra: 'pound', libras: 'pound', tonelada: 'tonne' },
  it: { libbra: 'pound', libbre: 'pound', tonnellata: 'tonne', tonnellate: 'tonne' },
  nl: { pond: 'pound', ponden: 'pound', ton: 'ton', tonnen: 'ton', ons: 'ounce', vat: 'barrel' },
};

/** `square` and `cubic` in front of a length ("square metre", "Quadratmeter") or behind it ("mètre carré"). */
export const POWERS: Readonly<Record<'square' | 'cubic', { before: readonly string[]; glued: readonly string[]; behind: readonly string[] }>> = {
  square: {
    before: ['square', 'sq', 'sq.', 'vierkante'],
    glued: ['quadrat'],
    behind: ['carré', 'carrés', 'cuadrado', 'cuadrados', 'cuadrada', 'cuadradas', 'quadrado', 'quadrados', 'quadrada', 'quadradas', 'quadrato', 'quadrati', 'quadro', 'quadri', 'quadrate', 'squared'],
  },
  cubic: {
    before: ['cubic', 'cu', 'cu.', 'kubieke'],
    glued: ['kubik'],
    behind: ['cube', 'cubes', 'cúbico', 'cúbicos', 'cúbica', 'cúbicas', 'cubo', 'cubi', 'cubed'],
  },
};
