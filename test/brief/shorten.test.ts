import { describe, expect, it } from 'vitest';
import { shortened } from '../../src/brief/shorten.ts';
import '../../src/work/grammars.ts';

const short = (text: string, limit = 110) => shortened(text, limit, 'en');

describe('a sentence that is too long', () => {
  it.each([
    [
      'As farmers along the coast mourn the loss of their sheep, the council has stopped all ferries to the outer islands.',
      'The council has stopped all ferries to the outer islands.',
    ],
    [
      'The council has stopped all ferries to the outer islands of the county, spotted by those who had come early to the quay.',
      'The council has stopped all ferries to the outer islands of the county.',
    ],
    [
      'The mayor, backed by the fishermen of the old harbour, raised the flag over the new council house on Monday night.',
      'The mayor raised the flag over the new council house on Monday night.',
    ],
    [
      'The court has lifted a law that let the police arrest people for what they write on social networks and other platforms.',
      'The court has lifted a law that let the police arrest people for what they write on social networks.',
    ],
    [
      'The talks went on all night between the union and the port, but nothing was settled as the lawyers tried to reach a deal.',
      'The talks went on all night between the union and the port, but nothing was settled.',
    ],
  ])('loses what is least missed: %s', (long, expected) => expect(short(long)).toBe(expected));

  it.each([
    'The bomb went off near a police car in the capital of the southern province on Tuesday, killing seven people and hurting 23 others.',
    'No ferry has ever been lost by any of the three companies that sail these waters in the long winters of the northern coast.',
    'The Finnish skipper was fourth, a minute behind the leader and well ahead of Ole Lind and Ada Berg, finishing fifth and sixth respectively.',
    'Norr, a line of ferries on the northern coast, announced a new plan for tickets with Dahl, a maker of gates, to integrate Norr Pass for small boats with Dahl Gate ticket machines.',
    'The ferry, if the council and both of the unions agree to the new rota by Friday, will sail again from the old harbour.',
  ])('keeps the dead, denials and conditions: %s', (long) => expect(short(long)).toBe(long));

  it('keeps a doubt', () => {
    const long = 'The storm, allegedly the worst that anybody in the town can remember, has sunk a ferry in the harbour of Norvik.';
    expect(short(long)).toContain('allegedly');
  });
});

describe('what a sentence cannot be told without', () => {
  it.each([
    [
      'whose town it is',
      'Ole Lind, a spokesman for the Norvik Department of Health and Mental Hygiene, told the island paper that his town will follow the guidelines of the ministry for those who come back from the war.',
      150,
      'Norvik',
    ],
    [
      'what limits the first clause',
      'In all, the police spoke to 70 people on the island, and just two believed that the boat had been stolen at night.',
      100,
      'just two',
    ],
    [
      'a list that goes on behind its first comma',
      'After teaming up with a former knight (Cora) who blocked herself off from the Order, a loveable and high-strung ship captain (Gray), and an incredibly adorable little robot (B1), the four go on an adventure that would see them use Gray’s ship to travel to different islands chasing, well, nothing.',
      240,
      'After teaming',
    ],
    [
      'a second number',
      'The average crew of the boats in the old harbour was 63 sailors last year, and there were 24 women among them on every boat.',
      90,
      '24 women',
    ],
  ])('stays: %s', (_case, text, limit, kept) => {
    expect(shortened(text, limit, 'en')).toContain(kept);
  });
});
