/** Signs by currency, longest first where one begins with another. `$` alone is the US dollar unless the text says otherwise. */
export const CURRENCY_SIGNS: readonly (readonly [sign: string, code: string])[] = [
  ['US$', 'USD'], ['U.S.$', 'USD'], ['U.S$', 'USD'], ['USD$', 'USD'], ['A$', 'AUD'], ['AU$', 'AUD'], ['AUD$', 'AUD'], ['C$', 'CAD'], ['CA$', 'CAD'], ['CAD$', 'CAD'],
  ['CDN$', 'CAD'], ['Can$', 'CAD'], ['NZ$', 'NZD'], ['HK$', 'HKD'], ['HKD$', 'HKD'], ['S$', 'SGD'], ['NT$', 'TWD'], ['R$', 'BRL'], ['Mex$', 'MXN'], ['MX$', 'MXN'], ['MXN$', 'MXN'],
  ['$', 'USD'], ['＄', 'USD'], ['€', 'EUR'], ['£', 'GBP'], ['￡', 'GBP'], ['¥', 'JPY'], ['￥', 'JPY'], ['₹', 'INR'], ['₽', 'RUB'], ['₩', 'KRW'], ['₺', 'TRY'],
  ['₪', 'ILS'], ['₫', 'VND'], ['₴', 'UAH'], ['₦', 'NGN'], ['₱', 'PHP'], ['฿', 'THB'], ['₡', 'CRC'], ['₿', 'BTC'], ['¢', 'cent'], ['Rs', 'INR'], ['Rs.', 'INR'],
  ['RMB', 'CNY'], ['Fr.', 'CHF'], ['SFr.', 'CHF'], ['zł', 'PLN'], ['Kč', 'CZK'], ['Ft', 'HUF'], ['DM', 'DEM'], ['Esc', 'PTE'],
];

/** ISO 4217 codes in use, and the few retired ones that articles still quote. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
  CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF
  IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK
  MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
  SBD SCR SDG SEK SGD SHP SLE SOS SRD STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND
  VUV WST XAF XCD XOF XPF YER ZAR ZMW BTC ETH USDT DEM FRF ITL ESP NLG PTE FIM ATS`.split(/\s+/),
);

/** Names by currency, all languages, lower case. Names shared by several currencies mean the best known one. */
export const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  USD: 'dollar|dollars|dollari|dollaro|dólar|dólares|dolar|dolares|dolares|dollaren|us dollar|us dollars|u.s. dollar|u.s. dollars|united states dollar|united states dollars|american dollars|american dollar|us-dollar|us-dollars|us-dollarn|amerikanische dollar|amerikanischen dollar|dollar américain|dollars américains|dollar etats-unis|dollar états-unis|dollars des états-unis|dollars us|dollar us|dólar estadounidense|dólares estadounidenses|dolares estadounidenses|dólar estadunidense|dólares estadunidenses|dólares americanos|dólar americano|dólares de los estados unidos|dólar de estados unidos|dollari americani|dollaro americano|dollari statunitensi|dollaro statunitense|dollari usa|dollari degli stati uniti|amerikaanse dollar|amerikaanse dollars|bucks|usd',
  EUR: 'euro|euros|eur|eurocent',
  GBP: 'pounds sterling|pound sterling|british pound|british pounds|sterling|pfund sterling|britische pfund|livre sterling|livres sterling|livres sterlings|libra esterlina|libras esterlinas|sterlina|sterline|lira sterlina|lire sterline|pond sterling|britse pond|quid|pound|pounds',
  JPY: 'yen|yens|japanese yen|iene|ienes|yen japonais|yen japonés|yenes|yenes japoneses|japanische yen|yen giapponesi|yen giapponese|japanse yen',
  CNY: 'yuan|yuans|renminbi|rmb|chinese yuan|kuai|yuan chinois|yuanes|yuan chino|yuan chinês|yuan cinesi|yuan cinese|chinese yuans|chinesische yuan|yuan renminbi',
  CAD: 'canadian dollar|canadian dollars|kanadische dollar|kanadischer dollar|kanadischen dollar|dollar canadien|dollars canadiens|dólar canadiense|dólares canadienses|dólar canadense|dólares canadenses|dollari canadesi|dollaro canadese|canadese dollar',
  AUD: 'australian dollar|australian dollars|australische dollar|australischer dollar|australischen dollar|dollar australien|dollars australiens|dólar australiano|dólares australianos|dollari australiani|dollaro australiano|aussie dollars|australische dollars',
  NZD: 'new zealand dollar|new zealand dollars',
  HKD: 'hong kong dollar|hong kong dollars|dollar de hong kong|dollars de hong kong|dólar de hong kong|dólares de hong kong|dollari di hong kong|dollaro di hong kong|hongkong-dollar',
  SGD: 'singapore dollar|singapore dollars',
  TWD: 'taiwan dollar|taiwan dollars|new taiwan dollars',
  CHF: 'swiss franc|swiss francs|franken|schweizer franken|franc suisse|francs suisses|franco suizo|francos suizos|franco suíço|francos suíços|franchi svizzeri|franco svizzero|zwitserse frank|zwitserse franken|frankens',
  FRF: 'french franc|french francs|franc|francs|franco|francos|franchi|french franc|francs français|franco francés|francos franceses|franchi francesi|franse frank',
  BEF: 'belgian francs|belgian franc|francs belges',
  DEM: 'deutsche mark|deutschmark|deutschmarks|d-mark|german marks|marchi tedeschi|deutschemark',
  ITL: 'italian lira|italian lire|lire|lire italiane|liras italianas',
  ESP: 'peseta|pesetas|pesete',
  PTE: 'escudo|escudos',
  NLG: 'dutch guilder|dutch guilders|netherlands guilder|guilder|guilders|gulden|guldens|florin|florins|florins néerlandais|florin néerlandais|florins hollandais|florín|florines|florín holandés|florines holandeses|florim|florins holandeses|florim holandês|fiorino|fiorini|fiorini olandesi|nederlandse gulden',
  FIM: 'finnish markka|finnish markkas|markka|finse mark|finnish marks|marco finlandês|marcos finlandeses|finse markka|marcos finlandeses',
  RUB: 'rouble|roubles|ruble|rubles|rubel|rublos|rublo|rubli|roebel|roebels|russian rubles',
  INR: 'rupee|rupees|indian rupee|indian rupees|rupie|rupien|roupie|roupies|roupie indienne|roupies indiennes|rupia|rupias|rupia indiana|rupias indias|indische rupien|roepie|roepies',
  TRY: 'turkish lira|turkish liras|lira|liras|türkische lira|livre turque|livres turques|liras turcas|lira turca|lire turche|turkse lira',
  SEK: 'swedish krona|swedish kronor|kronor|krona|schwedische kronen|couronnes suédoises|coronas suecas|coroas suecas|corone svedesi|zweedse kroon|zweedse kronen',
  NOK: 'norwegian krone|norwegian kroner|norwegische kronen|couronnes norvégiennes|noorse kroon|noorse kronen',
  DKK: 'danish krone|danish kroner|dänische kronen|kroner|couronnes danoises|deense kroon|deense kronen',
  PLN: 'zloty|zlotys|złoty|złotych|polish zloty',
  CZK: 'czech koruna|czech crowns|koruna|tschechische kronen',
  HUF: 'forint|forints',
  BRL: 'brazilian real|brazilian reais|reais|reales brasileños',
  MXN: 'mexican peso|mexican pesos|peso|pesos|pesos mexicanos|peso mexicano',
  ARS: 'argentine peso|argentine pesos|pesos argentinos',
  CLP: 'chilean peso|chilean pesos|pesos chilenos',
  COP: 'colombian peso|colombian pesos|pesos colombianos',
  CRC: 'costa rican colón|costa rican colones|costa rican colon|colones|colón costarricense',
  KRW: 'won|korean won|south korean won|wons',
  ILS: 'shekel|shekels|new shekel|schekel',
  ZAR: 'south african rand|rand',
  SAR: 'saudi riyal|saudi riyals|riyal|riyals',
  AED: 'dirham|dirhams|uae dirhams',
  EGP: 'egyptian pound|egyptian pounds',
  KWD: 'kuwaiti dinar|kuwaiti dinars',
  IQD: 'iraqi dinar|iraqi dinars',
  RSD: 'dinar|dinars|dinare',
  KHR: 'cambodian riel|cambodian riels|riel|riels|kambodschanische riel|kambodschanischer riel',
  THB: 'baht|thai baht|bahts',
  IDR: 'indonesian rupiah|rupiah|rupiahs',
  VND: 'vietnamese dong|dong',
  PHP: 'philippine peso|philippine pesos',
  MYR: 'ringgit|malaysian ringgit',
  UAH: 'hryvnia|hryvnias|hrywnja',
  NGN: 'naira|nigerian naira',
  PKR: 'pakistani rupees|pakistani rupee',
  KES: 'kenyan shillings|kenyan shilling',
  BTC: 'bitcoin|bitcoins|btc',
  ETH: 'ether|ethereum',
  cent: 'cent|cents|euro cent|euro cents|eurocents|centesimo|centesimi|céntimo|céntimos|centimo|centimos|cêntimo|cêntimos|centavo|centavos|centime|centimes|centen|dollarcent|us cents|us cent',
  penny: 'penny|pennies|pence|penique|peniques|péni|penny sterling|pfennig|penni|pence sterling|kopecks|kopeks|pêni|pénis',
  tientje: 'tientje|tientjes',
  kwartje: 'kwartje|kwartjes',
};
