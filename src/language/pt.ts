import type { Language } from './language.ts';

const list = (words: string): readonly string[] => words.split('|');
const spaced = (words: string): readonly string[] => words.split(/\s+/);

export const pt: Language = {
  code: 'pt',
  stopwords: spaced(
    `a à ainda além algum alguma ante antes ao aos apenas após aquela aquele aqueles aqui às as assim até cada com como
    contra da das de dela dele deles depois desde do dos durante e é ela elas ele eles em enquanto entre era eram essa
    essas esse esses esta está estão estas estava este estes eu foi foram há isso isto já lá lhe mais mas me mesmo meu
    minha muito muitos na nas não nem no nos nós nossa nosso num numa o onde os ou outra outras outro outros para pela
    pelas pelo pelos perante pode podem por porque qual quando que quem são se seja sem ser será seu seus sido só sob
    sobre sua suas também tanto te tem têm tendo ter teve tinha toda todas todo todos tu tudo um uma umas uns você vocês`,
  ),
  abbreviations: spaced(
    `sr. sra. srta. dr. dra. prof. profa. eng. av. r. cia. s.a. ltda. etc. p. pp. pág. art. cap. n.º nº. tel. aprox. máx. mín. ed. vol. fig. ex. p.ex.
    a.c. d.c. jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez. exmo. exma. d. dep. sen. gov. min. gen. cel. sto. sta.`,
  ),
  hedges: list(
    `seria|seriam|teria|teriam|poderia|poderiam|pode|podem|deveria|deveriam|deve|devem|estaria|estariam|permitiria|supostamente|alegadamente|possivelmente|provavelmente|talvez|aparentemente|previsto|prevista|prevê|preveem|espera-se|estima-se|estimado|estimada|planeja|planeia|pretende|espera|potencialmente|ao que tudo indica|segundo relatos`,
  ),
  sayingVerbs: list(
    `diz|disse|disseram|segundo|de acordo com|conforme|afirma|afirmou|declara|declarou|anuncia|anunciou|explica|explicou|informou|informa|destaca|destacou|aponta|apontou|acrescenta|acrescentou|garante|garantiu|revela|revelou|confirma|confirmou|estima|estimou|relata|relatou|ressaltou|escreveu|comentou|alertou|reconheceu|contou|avisou|indicou|sublinhou|referiu|adiantou|considera|considerou|avalia|avaliou|defende|defendeu`,
  ),
  danglingOpeners: list(
    `ele|ela|eles|elas|isto|isso|este|esta|estes|estas|esse|essa|esses|essas|aquilo|mas|e|ou|porém|contudo|entretanto|no entanto|todavia|além disso|também|assim|então|depois|portanto|por isso|por exemplo|seu|sua|seus|suas|ambos|ambas|já|aliás|enquanto isso|lá|ali|aqui|tal|tais|por outro lado|de fato`,
  ),
  negations: list('não|nunca|jamais|ninguém|nada|nenhum|nenhuma|nem|sem|tampouco'),
  questionWords: {
    who: list('quem|de quem|a quem'),
    what: list('que|o que|qual|quais|o quê'),
    when: list('quando|em que ano|desde quando|que dia'),
    where: list('onde|aonde|de onde|em que país|em que cidade'),
    why: list('por que|porque|por quê|porquê|por que razão'),
    how: list('como'),
    howMany: list('quantos|quantas|que número de|que altura|que distância'),
    howMuch: list('quanto|quanta|que quantia'),
  },
  numbers: {
    decimal: ',',
    groups: ['.'],
    words: {
      zero: 0, um: 1, uma: 1, dois: 2, duas: 2, três: 3, tres: 3, quatro: 4, cinco: 5, seis: 6, sete: 7, oito: 8, nove: 9, dez: 10, onze: 11,
      doze: 12, treze: 13, catorze: 14, quatorze: 14, quinze: 15, dezesseis: 16, dezasseis: 16, dezessete: 17, dezassete: 17,
      dezoito: 18, dezenove: 19, dezanove: 19, vinte: 20, trinta: 30, quarenta: 40, cinquenta: 50, cinqüenta: 50, sessenta: 60, setenta: 70,
      oitenta: 80, noventa: 90, cem: 100, cento: 100, duzentos: 200, duzentas: 200, trezentos: 300, trezentas: 300,
      quatrocentos: 400, quatrocentas: 400, quinhentos: 500, quinhentas: 500, seiscentos: 600, seiscentas: 600, setecentos: 700,
      setecentas: 700, oitocentos: 800, oitocentas: 800, novecentos: 900, novecentas: 900,
    },
    scales: {
      centena: 100, centenas: 100, dezena: 10, dezenas: 10, dúzia: 12, dúzias: 12, duzia: 12, duzias: 12, mil: 1e3, milhar: 1e3, milhares: 1e3, milhão: 1e6, milhao: 1e6,
      milhões: 1e6, milhoes: 1e6, mi: 1e6, bilhão: 1e9, bilhao: 1e9, bilhões: 1e9, bilhoes: 1e9, bi: 1e9, trilhão: 1e12, trilhao: 1e12, trilhões: 1e12, trilhoes: 1e12, bilião: 1e12, biliões: 1e12,
      quatrilhão: 1e15, quatrilhões: 1e15, quintilhão: 1e18, quintilhões: 1e18,
    },
    ordinals: {
      primeiro: 1, primeira: 1, segundo: 2, segunda: 2, terceiro: 3, terceira: 3, quarto: 4, quarta: 4, quinto: 5, quinta: 5, sexto: 6,
      sexta: 6, sétimo: 7, sétima: 7, setimo: 7, oitavo: 8, oitava: 8, nono: 9, nona: 9, décimo: 10, décima: 10, decimo: 10, undécimo: 11, undecimo: 11, duodécimo: 12, duodecimo: 12, vigésimo: 20, vigésima: 20, vigesimo: 20,
      trigésimo: 30, trigesimo: 30, trigésima: 30, quadragésimo: 40, quadragesimo: 40, quinquagésimo: 50, quinquagesimo: 50, sexagésimo: 60, sexagesimo: 60, septuagésimo: 70, septuagesimo: 70, octogésimo: 80, octogesimo: 80, nonagésimo: 90, nonagesimo: 90, centésimo: 100, centesimo: 100, milésimo: 1e3, milesimo: 1e3, milionésimo: 1e6, milionesimo: 1e6,
      ducentésimo: 200, ducentesimo: 200, trecentésimo: 300, quadringentésimo: 400, quingentésimo: 500, bilionésimo: 1e9, trilionésimo: 1e12,
    },
    fractions: {
      meio: 1 / 2, meia: 1 / 2, meios: 1 / 2, metade: 1 / 2, terço: 1 / 3, terços: 1 / 3, terco: 1 / 3, tercos: 1 / 3, quarto: 1 / 4, quartos: 1 / 4, quinto: 1 / 5, quintos: 1 / 5, sexto: 1 / 6, sextos: 1 / 6, sétimo: 1 / 7, sétimos: 1 / 7,
      oitavo: 1 / 8, oitavos: 1 / 8, nono: 1 / 9, nonos: 1 / 9, décimo: 1 / 10, décimos: 1 / 10, decimo: 1 / 10, decimos: 1 / 10, centésimo: 1 / 100, centésimos: 1 / 100, milésimo: 1e-3, milésimos: 1e-3, milionésimo: 1e-6, milionésimos: 1e-6, bilionésimo: 1e-9, bilionésimos: 1e-9, trilionésimo: 1e-12, trilionésimos: 1e-12,
      vigésimo: 1 / 20, vigésimos: 1 / 20, trigésimo: 1 / 30, trigésimos: 1 / 30,
    },
    multiples: { dobro: 2, triplo: 3, quádruplo: 4 },
    joiners: ['e'],
    compound: false,
    alone: ['mil', 'metade'],
    articles: ['um', 'uma'],
    minus: ['menos', 'negativo', 'negativa'],
    point: ['vírgula', 'virgula', 'ponto'],
    outOf: ['em cada', 'em', 'sobre', 'de cada'],
    range: { from: ['de', 'desde'], to: ['a', 'até', 'para', 'ou'], between: ['entre'], and: ['e'] },
    qualifiers: {
      about: list('cerca de|aproximadamente|em torno de|quase|por volta de|perto de|uns|umas|aprox|mais ou menos|à volta de'),
      'more-than': list('mais de|mais que|mais do que|maior que|maior do que|superior a|superiores a|acima de|supera|superou|ultrapassa|ultrapassar|ultrapassam|ultrapassou|superar|superam'),
      'at-least': list('pelo menos|no mínimo|ao menos|não menos de|mínimo de|ou mais|a partir de'),
      'less-than': list('menos de|menos que|menos do que|menor que|menor do que|inferior a|inferiores a|abaixo de'),
      'at-most': list('no máximo|não mais de|máximo de|ou menos'),
      'up-to': list('até'),
    },
  },
  calendar: {
    months: spaced('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro jan fev mar abr mai jun jul ago set out nov dez'),
    weekdays: spaced('segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo'),
  },
  changes: {
    up: spaced('subiu subiram sobe sobem subido aumentou aumentaram aumenta aumentam cresceu cresceram cresce crescem passou dobrou elevou avançou'),
    down: spaced('caiu caíram cai caem caído diminuiu diminuíram reduziu reduziram recuou recuaram baixou baixaram desceu'),
  },
  contests: spaced('vitória vitórias derrota derrotas ganhou venceu venceram empate empatou empataram jogo partida placar perdeu perderam goleou goleada triunfo gol gols votação'),
  sums: spaced('preço preços custo custos valor valores receita receitas despesa despesas lucro aluguel salário mensalidade tarifa'),
  back: {
    persons: list('ele|ela|eles|elas|lhe|lhes|seu|sua|seus|suas|dele|dela|deles|delas'),
    these: list('este|esta|isto|estes|estas|esse|essa|isso|esses|essas|aquele|aquela|aquilo|aqueles|aquelas|tal|tais|mesmo|mesma|último|última|ambos|ambas|nesse|nessa|neste|nesta|desse|dessa|deste|desta'),
    links: list('mas|porém|contudo|entretanto|todavia|também|assim|então|depois|portanto|aliás|lá|ali|aqui|ainda|já|inclusive|logo|pois|ademais'),
  },
  address: {
    reader: list('você|Você|vocês|teu|tua|teus|tuas'),
    polite: [],
    writer: list('eu|Eu|me|Me|meu|minha|meus|minhas|nós|Nós|noss*'),
  },
  intents: list('pretende|pretendem|espera|esperam|prevê|preveem|planeja|planejam|planeia|promete|prometeu|quer|querem'),
};
