import type { Language } from './language.ts';

const list = (words: string): readonly string[] => words.split('|');
const spaced = (words: string): readonly string[] => words.split(/\s+/);

export const nl: Language = {
  code: 'nl',
  stopwords: spaced(
    `aan al alles als altijd andere ben bij daar dan dat de deze die dit doch doen door dus een eens en er ge geen geweest
    haar had hadden heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je jij jouw jullie kan kon konden
    kunnen langs maar me meer men met mij mijn moet moeten na naar niet niets nog nu of om omdat onder ons onze ook op
    over reeds sinds te tegen ten ter terwijl tijdens toch toen tot tussen u uit uw van vanaf veel voor waar waren was
    wat we wel welke werd werden wie wij wil word worden wordt zal ze zei zelf zich zij zijn zo zoals zonder zou zouden`,
  ),
  abbreviations: spaced(
    `dr. drs. ing. ir. mr. mevr. dhr. prof. bijv. bv. b.v. n.v. blz. ca. d.w.z. enz. etc. e.d. evt. excl. incl. i.p.v. jl. m.b.t. max. min. mln. mld. nl. nr. o.a. o.m.
    p. resp. st. t.a.v. tel. t.o.v. t/m vgl. z.o.z. jan. feb. mrt. apr. jun. jul. aug. sep. sept. okt. nov. dec. v.chr. n.chr. ong. gem.`,
  ),
  hedges: list(
    `zou|zouden|kan|kunnen|kon|konden|mogelijk|misschien|wellicht|waarschijnlijk|vermoedelijk|naar verluidt|naar verwachting|verwacht|verwachten|naar schatting|geschat|geschatte|gepland|van plan|wil|schijnt|lijkt|blijkbaar|beoogt|hoopt|eventueel|vermeend|mogelijkerwijs`,
  ),
  sayingVerbs: list(
    `zegt|zei|zeggen|zeiden|volgens|aldus|verklaart|verklaarde|meldt|meldde|melden|meldden|stelt|stelde|vertelt|vertelde|schrijft|schreef|bevestigt|bevestigde|beweert|beweerde|kondigt|kondigde|laat weten|liet weten|benadrukt|benadrukte|waarschuwt|waarschuwde|voegt|vindt|legt uit|legde uit|noemt|noemde|schat|erkent|erkende|oordeelt|concludeert`,
  ),
  danglingOpeners: list(
    `hij|zij|ze|het|dit|dat|deze|die|maar|en|of|echter|toch|daarom|daardoor|daarmee|daarbij|daarnaast|bovendien|ook|zo|dus|dan|hier|daar|zijn|haar|hun|verder|tevens|vervolgens|bijvoorbeeld|niettemin|desondanks|anders|intussen|ondertussen|beide|laatstgenoemde|we|wij|ik|toen|er`,
  ),
  negations: list('niet|geen|nooit|niemand|niets|noch|zonder|nergens|nauwelijks'),
  questionWords: {
    who: list('wie|van wie|wiens'),
    what: list('wat|welke|welk'),
    when: list('wanneer|in welk jaar|sinds wanneer'),
    where: list('waar|waarheen|waarvandaan|in welk land|in welke stad'),
    why: list('waarom|om welke reden'),
    how: list('hoe'),
    howMany: list('hoeveel|hoe vaak|hoe oud|hoe hoog|hoe ver|hoe groot|hoe snel|hoe lang|hoe diep|hoe breed|hoe zwaar'),
    howMuch: list('hoeveel'),
  },
  numbers: {
    decimal: ',',
    groups: ['.'],
    words: {
      nul: 0, een: 1, één: 1, eén: 1, twee: 2, drie: 3, vier: 4, vijf: 5, zes: 6, zeven: 7, acht: 8, negen: 9, tien: 10, elf: 11, twaalf: 12,
      dertien: 13, veertien: 14, vijftien: 15, zestien: 16, zeventien: 17, achttien: 18, negentien: 19, twintig: 20, dertig: 30,
      veertig: 40, vijftig: 50, zestig: 60, zeventig: 70, tachtig: 80, negentig: 90,
    },
    scales: {
      honderd: 100, honderden: 100, tiental: 10, tientallen: 10, dozijn: 12, dozijnen: 12, twaalftal: 12, honderdtal: 100, duizend: 1e3, duizenden: 1e3, duizendtal: 1e3,
      miljoen: 1e6, miljoenen: 1e6, mln: 1e6, mio: 1e6, miljard: 1e9, miljarden: 1e9, mld: 1e9, mrd: 1e9, biljoen: 1e12, biljoenen: 1e12, biljard: 1e15, triljoen: 1e18,
    },
    ordinals: {
      eerste: 1, tweede: 2, derde: 3, vierde: 4, vijfde: 5, zesde: 6, zevende: 7, achtste: 8, negende: 9, tiende: 10, elfde: 11, twaalfde: 12, dertiende: 13,
      veertiende: 14, vijftiende: 15, zestiende: 16, zeventiende: 17, achttiende: 18, negentiende: 19, twintigste: 20, dertigste: 30, veertigste: 40, vijftigste: 50,
      zestigste: 60, zeventigste: 70, tachtigste: 80, negentigste: 90, honderdste: 100, duizendste: 1e3, miljoenste: 1e6, miljardste: 1e9, biljoenste: 1e12,
    },
    fractions: {
      half: 1 / 2, halve: 1 / 2, helft: 1 / 2, derde: 1 / 3, derden: 1 / 3, kwart: 1 / 4, kwarten: 1 / 4, vierde: 1 / 4, vierden: 1 / 4, vijfde: 1 / 5, vijfden: 1 / 5, zesde: 1 / 6, zesden: 1 / 6, zevende: 1 / 7, zevenden: 1 / 7,
      achtste: 1 / 8, achtsten: 1 / 8, negende: 1 / 9, negenden: 1 / 9, tiende: 1 / 10, tienden: 1 / 10, elfde: 1 / 11, twaalfde: 1 / 12, twintigste: 1 / 20, twintigsten: 1 / 20, honderdste: 1 / 100, honderdsten: 1 / 100, duizendste: 1e-3, duizendsten: 1e-3, miljoenste: 1e-6, miljoensten: 1e-6, biljoenste: 1e-12, biljoensten: 1e-12,
      anderhalf: 1.5, anderhalve: 1.5,
    },
    multiples: { tweemaal: 2, driemaal: 3, viermaal: 4, vijfmaal: 5, tienmaal: 10, dubbele: 2, dubbel: 2, tweevoudig: 2, drievoudig: 3, drievoudige: 3, tienvoudig: 10 },
    joiners: ['en', 'ën'],
    compound: true,
    alone: ['honderd', 'duizend', 'helft', 'half', 'halve', 'anderhalf', 'anderhalve'],
    articles: ['een'],
    minus: ['min', 'minus', 'negatief'],
    point: ['komma'],
    outOf: ['op de', 'op', 'van de', 'uit'],
    range: { from: ['van', 'vanaf'], to: ['tot', 'tot en met', 't/m', 'naar', 'of', 'à'], between: ['tussen'], and: ['en'] },
    qualifiers: {
      about: list('ongeveer|circa|ca|zo’n|zo\'n|rond|rond de|bijna|nagenoeg|om en nabij|pakweg|naar schatting|een kleine|ruwweg|krap'),
      'more-than': list('meer dan|ruim|boven|hoger dan|groter dan|langer dan|ouder dan|over de|overschrijdt|overschrijden|overtreft|overtreffen'),
      'at-least': list('minstens|minimaal|ten minste|tenminste|op zijn minst|niet minder dan|of meer|vanaf'),
      'less-than': list('minder dan|onder|lager dan|kleiner dan|korter dan|jonger dan'),
      'at-most': list('hoogstens|maximaal|ten hoogste|hooguit|niet meer dan|of minder'),
      'up-to': list('tot wel|oplopend tot|tot maximaal'),
    },
  },
  calendar: {
    months: spaced('januari februari maart april mei juni juli augustus september oktober november december jan feb mrt apr jun jul aug sep sept okt nov dec'),
    weekdays: spaced('maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'),
  },
  changes: {
    up: spaced('steeg stegen stijgt stijgen gestegen groeide groeiden groeit groeien gegroeid toegenomen nam verdubbelde klom'),
    down: spaced('daalde daalden daalt dalen gedaald zakte gezakt afgenomen kromp kelderde viel verminderde verlaagde'),
  },
  contests: spaced('winst overwinning zege won wonnen wint versloeg verslaan verloor verloren verliest verlies nederlaag gelijkspel wedstrijd doelpunt doelpunten stand tussenstand ruststand'),
  sums: spaced('prijs prijzen kosten bedrag bedragen omzet winst verlies huur loon inkomsten uitgaven tarief'),
  back: {
    persons: list('hij|zij|ze|hem|haar|hun|hen|zijn|diens|ervan|erin|erop|ermee|ertoe'),
    these: list(`dit|dat|deze|die|zulke|dergelijke|zo'n|beide|laatstgenoemde|dezelfde|hetzelfde`),
    links: list('maar|echter|toch|daarom|daardoor|daarmee|daarbij|daarna|daarnaast|daarvan|daarvoor|daarin|bovendien|ook|zo|dus|dan|hier|daar|verder|tevens|vervolgens|niettemin|desondanks|anders|intussen|ondertussen|toen|wel|immers|overigens|eveneens'),
  },
  address: {
    reader: list('je|Je|jij|Jij|jou|jouw|u|U|uw|Uw|jullie'),
    polite: [],
    writer: list('ik|Ik|mij|mijn|Mijn|wij|Wij|we|We|ons|onze|Onze'),
  },
  intents: list('verwacht|verwachten|wil|willen|hoopt|hopen|plant|beoogt|belooft|beloofde|rekent op|rekenen op'),
};
