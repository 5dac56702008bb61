import { stemOf } from './stem.ts';

/** Classes of English words in the news of which one side is the opposite of the other, where the dictionary lists neither or one pair only. */
const PAIRS: readonly (readonly [string, string])[] = [
  [
    'rise rose risen climb climbed grow grew grown increase jump soar surge gain advance expand swell rebound',
    'fall fell fallen drop decline dwindle shrink shrank decrease plunge slump tumble sink sank slide slid retreat contract',
  ],
  ['big bigger biggest large larger largest huge massive enormous', 'small smaller smallest tiny little minor'],
  ['high higher highest', 'low lower lowest'],
  ['more most', 'less fewer least fewest'],
  ['long longer longest', 'short shorter shortest brief'],
  ['early earlier earliest', 'late later latest'],
  ['fast faster fastest quick quicker rapid', 'slow slower slowest'],
  ['young younger youngest', 'old older oldest'],
  ['strong stronger strongest powerful', 'weak weaker weakest feeble'],
  ['good better best', 'bad worse worst poor'],
  ['support back endorse favor favour advocate', 'oppose reject resist avoid shun'],
  ['praise laud applaud hail commend', 'criticise criticize condemn blame attack denounce slam'],
  ['profit surplus', 'loss deficit'],
  ['ally friend partner', 'enemy foe rival opponent'],
  ['accept agree consent approve', 'refuse reject decline deny veto'],
  ['allow permit legalise legalize', 'ban forbid prohibit outlaw bar'],
  ['begin began begun start open launch resume', 'end stop close finish halt cease suspend cancel'],
  ['improve recover ease', 'worsen deteriorate'],
  ['succeed success triumph', 'fail failure'],
  ['safe secure', 'dangerous risky unsafe perilous'],
  ['optimism optimistic hopeful confident', 'pessimism pessimistic gloomy worried anxious'],
  ['outrage fury anger', 'indifference apathy calm'],
  ['confirm prove corroborate', 'contradict refute disprove deny'],
  ['widespread common frequent', 'rare scarce uncommon'],
  ['cheap cheaper cheapest', 'expensive costly dear'],
  ['arrest detain jail imprison', 'free release acquit'],
  ['admit concede acknowledge', 'deny dispute'],
  ['reveal disclose publish', 'hide conceal withhold'],
  ['arrive enter join', 'leave left exit quit depart'],
  ['appoint hire', 'dismiss fire sack oust'],
  ['build create construct', 'demolish destroy dismantle'],
  ['raise lift boost', 'lower cut reduce slash'],
  ['protect defend shield', 'attack threaten endanger'],
  ['unite unity', 'divide split'],
  ['include', 'exclude omit'],
  ['settle resolve', 'unresolved open'],
  ['north northern', 'south southern'],
  ['east eastern', 'west western'],
  ['majority', 'minority'],
  ['victory win', 'defeat loss'],
  ['import', 'export'],
  ['husband', 'wife'],
  ['son', 'daughter'],
  ['brother', 'sister'],
  ['father', 'mother'],
  ['boy', 'girl'],
  ['male', 'female'],
  ['morning', 'evening'],
  ['hot warm warmer', 'cold cool cooler'],
  ['heavy heavier', 'light lighter'],
  ['easy easier simple', 'hard harder difficult tough'],
  ['legal lawful', 'illegal unlawful'],
  ['alive survive', 'dead die'],
  ['friendly', 'hostile'],
  ['temporary', 'permanent lasting'],
  ['voluntary optional', 'compulsory mandatory'],
];

const sides = new Map<string, Set<string>>();

/** Stems that stand for the opposite of a stem. */
export function oppositesIn(stem: string): ReadonlySet<string> {
  if (sides.size === 0) {
    for (const [one, other] of PAIRS) {
      const [own, theirs] = [one, other].map((words) => words.split(' ').map((word) => stemOf(word, 'en'))) as [string[], string[]];
      for (const word of own) sides.set(word, (sides.get(word) ?? new Set()).union(new Set(theirs)));
      for (const word of theirs) sides.set(word, (sides.get(word) ?? new Set()).union(new Set(own)));
    }
  }
  return sides.get(stem) ?? NONE;
}
const NONE: ReadonlySet<string> = new Set();
