import { dependentsOf, headOf, lowerAt, type Reading } from '../../language/reading/reading.ts';
import type { Evidence } from './evidence.ts';
import type { Fault } from './fault.ts';

/** Words for how many or how often, each class with what of the source may stand behind it. */
const CLASSES: readonly { said: RegExp; proof: RegExp }[] = [
  {
    said: /^(?:definitely|certainly|undoubtedly|proven|deliberately|sicher|certainement|sicuramente)$/u,
    proof:
      /^(?:definite(?:ly)?|certain(?:ly)?|surely?|undoubtedly|clear(?:ly)?|prove[nsd]?|proof|confirm(?:s|ed)?|deliberate(?:ly)?|intentional(?:ly)?|sicher|certainement|sicuramente)$/u,
  },
  {
    said: /^(?:all|every|everyone|everybody|everything|always|entire|entirely|whole|completely|alle[rsnm]?|jede[rsnm]?|immer|tous|toutes|toujours|todos|todas|siempre|sempre|tutti|tutte|iedereen|altijd)$/u,
    proof:
      /^(?:all|every|everyone|everybody|everything|each|any|always|entire|entirely|whole|100|both|throughout|complete(?:ly)?|full(?:y)?|total(?:ly)?|definitely|certainly|never|no|none|nobody|nothing|universally?|wherever|whatever|alle[rsnm]?|jede[rsnm]?|beide|immer|tous|toutes|tout|toujours|chaque|todos|todas|todo|toda|cada|siempre|sempre|tutti|tutte|ogni|iedereen|elke|altijd)$/u,
  },
  {
    said: /^(?:most|mostly|majority|meisten|mehrheit|plupart|majorité|mayoría|maioria|maggior|maggioranza|meeste|meerderheid)$/u,
    proof:
      /^(?:most|mostly|majority|largely|mainly|primarily|predominantly|chiefly|overwhelming(?:ly)?|all|more|half|percent|%|meisten|meist|mehrheit|überwiegend|plupart|majorité|surtout|mayoría|más|maioria|mais|maggior|maggioranza|più|meeste|meerderheid|best|top|highest|largest|biggest|leading|principally|generally|usually|focus(?:es|ed)?|concentrat(?:es|ed))$/u,
  },
  {
    said: /^(?:few|fewer|rarely|seldom|wenige[rn]?|selten|peu|pocos|pocas|poucos|poucas|pochi|poche|weinig)$/u,
    proof:
      /^(?:few|fewer|rarely|rare|seldom|hardly|barely|handful|no|not|n['’]t|never|none|little|small|less|only|lack|lacks|lacked|lacking|several|couple|two|three|four|wenige[rn]?|selten|kaum|kein\p{L}*|nicht|peu|pocos|pocas|poucos|poucas|pochi|poche|weinig)$/u,
  },
  {
    said: /^(?:many|numerous|often|frequently|viele[rn]?|zahlreiche|oft|beaucoup|nombreux|souvent|muchos|muchas|muitos|muitas|molti|molte|spesso|veel|vaak)$/u,
    proof: /^(?!(?:few|some|one|a|no|not|never|n['’]t|einige|wenige)$).*/u,
  },
];
/** "at all", "all three", "all but", "most recently": no count of anything. */
const NO_COUNT = /^(?:around|round|over|along|but|recently|recent|likely|notably|importantly)$/u;

/** "several" told as all, "many" as most. */
export function quantifierFaults({ claim, sources }: Evidence): Fault[] {
  const given = sources.flatMap((source) => source.words.map((_, at) => lowerAt(source, at)));
  return claim.words.flatMap(({ text }, at) => {
    const lower = lowerAt(claim, at);
    const kind = CLASSES.find(({ said }) => said.test(lower));
    if (
      kind === undefined ||
      given.includes(lower) ||
      isListed(claim, at, lower) ||
      isNoCount(lower, lowerAt(claim, at - 1), lowerAt(claim, at + 1))
    )
      return [];
    return given.some((word) => kind.proof.test(word)) ? [] : [{ kind: 'quantity' as const, words: text }];
  });
}

/** "A, B and C are all in talks": all of those that are named. */
function isListed(claim: Reading, at: number, lower: string): boolean {
  const subject = lower === 'all' ? dependentsOf(claim, headOf(claim, at), 'nsubj').find((one) => one < at) : undefined;
  return subject !== undefined && dependentsOf(claim, subject, 'conj').length > 0;
}

function isNoCount(lower: string, before: string, behind: string): boolean {
  if (lower === 'most')
    return NO_COUNT.test(behind) || before === 'the' || before === 'at' || /(?:ed|ing|ous|ful|ive|al|ant|ent|ic|ble)$/u.test(behind);
  if (lower === 'all')
    return NO_COUNT.test(behind) || before === 'at' || before === 'in' || before === 'of' || before === 'above' || before === 'for';
  return lower === 'few' && before === 'a';
}
