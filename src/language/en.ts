import type { Language } from './language.ts';

const list = (words: string): readonly string[] => words.split('|');
const spaced = (words: string): readonly string[] => words.split(/\s+/);

export const en: Language = {
  code: 'en',
  stopwords: spaced(
    `a about above after again against all also although am an and any are aren't as at be because been before being
    below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each
    even ever every few for from further had hadn't has hasn't have haven't having he he'd he'll he's her here here's
    hers herself him himself his how i i'd i'll i'm i've if in into is isn't it it's its itself just let let's me more
    most much must my myself no nor not now of off on once only or other ought our ours ourselves out over own per
    same shall she she's should so some such than that that's the their theirs them themselves then there there's
    these they they're this those though through to too under until up upon us very was wasn't we we're we've were
    weren't what what's when where which while who whom whose why will with within without won't would wouldn't yet
    you you'd you'll you're you've your yours yourself yourselves may might`,
  ),
  abbreviations: spaced(
    `mr. mrs. ms. dr. prof. rev. hon. rt. gov. sen. rep. gen. col. lt. capt. sgt. maj. cmdr. adm. pres. st. sr. jr. messrs.
    mme. mlle. inc. ltd. co. corp. llc. plc. bros. dept. univ. assn. no. nos. vol. pp. p. fig. figs. eq. sec. ch. ed.
    eds. est. approx. vs. v. etc. e.g. i.e. cf. al. ca. c. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov.
    dec. mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. a.m. p.m. u.s. u.k. u.n. e.u. d.c. l.a. n.y. ph.d. m.d.
    b.a. m.a. ave. blvd. rd. hwy. mt. ft. in. lb. lbs. oz. mi. min. max. hrs. hr. ariz. calif. colo. conn. fla. ga.
    ill. ind. kan. ky. la. mass. md. mich. minn. miss. mo. mont. neb. nev. okla. ore. pa. tenn. tex. va. vt. wash.
    wis. wyo. ala. ark. del.`,
  ),
  hedges: list(
    `would|could|might|may|should|reportedly|allegedly|supposedly|apparently|potentially|possibly|probably|perhaps|likely|expected|is expected to|are expected to|is estimated|are estimated|was estimated|were estimated|estimated to|is said to|are said to|rumored|rumoured|purportedly|planned|plans to|plan to|planning to|aims to|aim to|aiming to|hopes to|hope to|hoping to|seeks to|seeking to|intends to|promising to|forecast|forecasts|projected|predicted|predicts|suggests|suggest|according to reports|said to be|set to|believed to|thought to|scheduled to|targets|targeting|proposed|promised to|promises to|pledged to|pledges to|vowed to|vows to|expects|expect|expecting|will need|a reported|estimates say|estimates suggest|if approved`,
  ),
  sayingVerbs: list(
    `says|said|say|according to|told|tells|announced|announces|claimed|claims|stated|states|reported|reports|added|adds|wrote|writes|explained|explains|noted|notes|estimates|argued|argues|insisted|insists|warned|warns|declared|confirmed|confirms|revealed|reveals|disclosed|commented|predicted|predicts|expects|replied|tweeted|posted|asked|admitted|acknowledged|denied|pointed out|described|called|saying|suggested|concluded|testified|recalled|found that|has found|have found|showed that|shows that|believes|reckons|reckoned|calculated that|figures show|put the cost|put the costs|put the number|put the figure|put the total|put the price|put the value|put the loss|put the losses|put the toll|put the damage|put its cost|put its costs|put its number|put its figure|put its total|put its price|put its value|put its loss|put its losses|put its toll|put its damage|puts the cost|puts the costs|puts the number|puts the figure|puts the total|puts the price|puts the value|puts the loss|puts the losses|puts the toll|puts the damage|puts its cost|puts its costs|puts its number|puts its figure|puts its total|puts its price|puts its value|puts its loss|puts its losses|puts its toll|puts its damage|promised|pledged|vowed|estimate|estimated|alleged|alleges`,
  ),
  danglingOpeners: list(
    `however|this|that|these|those|he|she|it|they|his|her|its|their|but|and|or|so|yet|such|also|moreover|furthermore|meanwhile|nevertheless|nonetheless|therefore|thus|hence|instead|otherwise|still|then|besides|additionally|likewise|similarly|consequently|accordingly|indeed|here|there|we|i|you|in addition|as a|for example|for instance|in fact|on the|as such|after that|because of|at the same|the latter|the former|both|another|others|which|who|later|afterwards|earlier|now|since then|better yet|in turn|that said|what is more|elsewhere|not only|even so|the same|the new version|the pair|the two|the trio|the duo`,
  ),
  negations: list(
    `not|no|never|none|nobody|nothing|neither|nor|without|cannot|can't|don't|doesn't|didn't|won't|wouldn't|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|shouldn't|couldn't|hardly|barely|denied|denies`,
  ),
  questionWords: {
    who: list('who|whom|whose'),
    what: list('what|which'),
    when: list('when|what year|what date|what day|what month|which year|what time'),
    where: list('where|in which country|in what city|what country|what city|which city|which country|what place'),
    why: list('why|for what reason|what is the reason|what caused'),
    how: list('how'),
    howMany: list('how many|what number of|how often|how old|how tall|how high|how far|how fast|how big|how large|how deep|how wide|how heavy'),
    howMuch: list('how much|what amount|what share of|how powerful'),
  },
  numbers: {
    decimal: '.',
    groups: [','],
    words: {
      zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11,
      twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
      twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
      // Spelled alone in many texts; no ordinary word shares the spelling.
      nil: 0,
    },
    scales: {
      hundred: 100, hundreds: 100, dozen: 12, dozens: 12, doz: 12, thousand: 1e3, thousands: 1e3, k: 1e3, lakh: 1e5, lakhs: 1e5, lac: 1e5,
      million: 1e6, millions: 1e6, mn: 1e6, mln: 1e6, mio: 1e6, crore: 1e7, crores: 1e7, billion: 1e9, billions: 1e9, bn: 1e9, bln: 1e9,
      trillion: 1e12, trillions: 1e12, tn: 1e12, trn: 1e12, quadrillion: 1e15, quintillion: 1e18,
    },
    ordinals: {
      first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, nineth: 9, tenth: 10,
      eleventh: 11, twelfth: 12, thirteenth: 13, fourteenth: 14, fifteenth: 15, sixteenth: 16, seventeenth: 17,
      eighteenth: 18, nineteenth: 19, twentieth: 20, thirtieth: 30, fortieth: 40, fiftieth: 50, sixtieth: 60,
      seventieth: 70, eightieth: 80, ninetieth: 90, hundredth: 100, thousandth: 1e3, millionth: 1e6, billionth: 1e9,
      trillionth: 1e12,
    },
    fractions: {
      half: 1 / 2, halves: 1 / 2, thirds: 1 / 3, third: 1 / 3, quarter: 1 / 4, quarters: 1 / 4, fourths: 1 / 4, fourth: 1 / 4, fifths: 1 / 5, fifth: 1 / 5,
      sixth: 1 / 6, sixths: 1 / 6, seventh: 1 / 7, sevenths: 1 / 7, eighth: 1 / 8, eighths: 1 / 8, ninth: 1 / 9, ninths: 1 / 9, tenth: 1 / 10, tenths: 1 / 10,
      eleventh: 1 / 11, elevenths: 1 / 11, twelfth: 1 / 12, twelfths: 1 / 12, fifteenth: 1 / 15, fifteenths: 1 / 15, sixteenth: 1 / 16, sixteenths: 1 / 16,
      twentieth: 1 / 20, twentieths: 1 / 20, thirtieth: 1 / 30, thirtieths: 1 / 30, fiftieth: 1 / 50, fiftieths: 1 / 50, hundredth: 1 / 100, hundredths: 1 / 100, thousandth: 1e-3, thousandths: 1e-3,
      millionth: 1e-6, millionths: 1e-6, billionth: 1e-9, billionths: 1e-9, trillionth: 1e-12, trillionths: 1e-12,
    },
    multiples: {
      twice: 2, thrice: 3, twofold: 2, threefold: 3, fourfold: 4, fivefold: 5, sixfold: 6, sevenfold: 7, eightfold: 8,
      ninefold: 9, tenfold: 10, hundredfold: 100, thousandfold: 1000,
    },
    joiners: ['and', '&'],
    compound: false,
    alone: ['half'],
    articles: ['a', 'an'],
    minus: ['minus', 'negative'],
    point: ['point'],
    outOf: ['in', 'in every', 'out of', 'out of every', 'of every', 'over'],
    range: { from: ['from'], to: ['to', 'through', 'until', 'or'], between: ['between'], and: ['and'] },
    qualifiers: {
      about: list('about|around|roughly|approximately|approx|nearly|almost|some|circa|close to|an estimated|estimated|in the region of|in the order of|on the order of|somewhere around|or so|more or less|just about|virtually|practically'),
      'more-than': list('just over|more than|over|above|exceeding|exceeds|exceeded|exceed|greater than|larger than|higher than|bigger than|in excess of|upwards of|upward of|well over|well above|beyond|longer than|older than|better than|plus|will top|to top|topping|topped|surpassing|surpassed|surpasses|to exceed|to surpass'),
      'at-least': list('at least|no lower than|no smaller than|no younger than|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum|or more|and above|and over|or older|and older|or higher|or greater|minimum of|as young as|as low as|as few as|as little as'),
      'less-than': list('just under|less than|fewer than|under|below|smaller than|lower than|shy of|short of|younger than|shorter than'),
      'at-most': list('at most|no more than|no higher than|no larger than|no older than|not more than|a maximum of|maximum of|or less|or fewer|or under|or below|or lower'),
      'up-to': list('up to|as many as|as much as|as high as|as long as|as far as|as old as|as tall as'),
    },
  },
  calendar: {
    months: spaced('january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'),
    weekdays: spaced('monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun'),
  },
  changes: {
    up: spaced('rose rise rises rising risen grew grow grows growing grown increased increase increases increasing climbed climb climbs climbing jumped jump jumps surged surge surges soared soar gained gain gains widened raised raise raises up expanded swelled doubled tripled advanced improved lifted boosted boost'),
    down: spaced('fell fall falls falling fallen dropped drop drops dropping declined decline declines declining decreased decrease decreases decreasing shrank shrink shrinks slid slipped slumped tumbled plunged plummeted sank reduced reduce reduces cut cuts lowered down narrowed eased halved slashed trimmed'),
  },
  contests: spaced('win wins won winning beat beats beaten beating defeat defeats defeated loss losses lost champion champions final semi-final playoff lose loses draw draws drew drawn victory lead leads led score scores scored scoreline match half-time held tie tied thrashed thrashing rout routed vote votes voted qualifier shootout goalless trailed trailing upset'),
  sums: spaced('price prices cost costs fee fees revenue revenues sales income profit loss payment payments rent salary savings balance amount spending budget turnover'),
  back: {
    persons: list('he|she|it|they|him|her|them|his|hers|its|their|theirs'),
    these: list('this|that|these|those|such|both|latter|former|same'),
    links: list('however|also|too|instead|meanwhile|therefore|thus|then|there|here|so|but|yet|still|moreover|furthermore|besides|otherwise|nevertheless|nonetheless|afterwards|later|earlier|previously|likewise|similarly|plus|again|indeed|especially|particularly'),
  },
  address: {
    reader: list('you|your|yours|yourself|You|Your|Yours'),
    polite: [],
    writer: list('I|me|my|mine|we|us|our|ours|My|We|Our'),
  },
  intents: list('sees|plans to|plan to|planned to|planning to|pledged to|pledges to|promised to|promises to|aims to|aim to|expects to|expect to|expects|is expecting|are expecting|expected to see|is hoping to|are hoping to|is promising to|hopes to|intends to|vowed to|forecasts|forecast that|predicts|seeks to|wants to|proposes|proposed to'),
};
