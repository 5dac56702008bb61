import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../src/brief/lock.ts';
import '../../src/work/grammars.ts';
import { textArticle } from '../articles.ts';

const SENTENCES = [
  'Port inspector Marta Silva of the Harbour Authority said that the two ferries would probably be repaired by June.',
  'She does not expect the ferry company to pay the whole bill of £3.4m.',
  'Several fishermen accused the company of hiding the damage from the inspectors.',
  'The company denied this, and its director, Owen May, called the report careless.',
  'Norway and Denmark have offered to lend the island a vessel, but the council refused the offer without a vote.',
  'Ferry fares rose from 12 crowns in 2019 to 15 crowns, while freight rates fell to 80 crowns a pallet.',
  'A 17-year-old deckhand was badly hurt when a cable snapped, and a passenger aged 60 broke an arm.',
  'The International Transport Fund may pay up to £900,000 of the annual costs, according to the island council.',
  'The council will open a second quay in spring because the old one is too narrow.',
  'Many islanders support the new quay, although few of them use the ferry every day.',
  'Silva defeated Owen May in a vote on safety rules last year.',
  'Neither the council nor the company was willing to name the shipyard.',
  'A ferry uses more than 5 megawatt-hours a day.',
];
const article = textArticle(SENTENCES.join(' '));
const kinds = (claim: string, ...ids: number[]) =>
  faultsOf(
    claim,
    ids.map((id) => ({ sentenceIds: [id] })),
    article,
  ).map(({ kind }) => kind);

describe('the lock lets a good writer say it otherwise', () => {
  it.each([
    [
      'a title and an office moved',
      'Marta Silva, an inspector at the Harbour Authority, said the ferries would probably be repaired by June.',
      [0],
    ],
    ['a tag of speech moved', 'The two ferries will probably be repaired by June, said port inspector Marta Silva.', [0]],
    ['a hedge exchanged for one of its class', 'Marta Silva said the two ferries were likely to be repaired by June.', [0]],
    ['whom a pronoun means', 'Marta Silva does not expect the ferry company to pay the whole £3.4m bill.', [0, 1]],
    ['the hedge of another clause left out', 'Marta Silva inspects ferries for the Harbour Authority.', [0]],
    ['"according to" for said', 'According to Marta Silva, repairs to the two ferries will probably be done by June.', [0]],
    ['the passive', 'The company was accused by several fishermen of hiding the damage from the inspectors.', [2]],
    ['a denial by another word', 'The council rejected the offer of Norway and Denmark.', [4]],
    ['the people for the country', 'A Norwegian and Danish offer to lend a vessel was refused by the council without a vote.', [4]],
    ['a surname that is also a hedge', 'Director Owen May called the report careless.', [3]],
    ['two numbers with the year left out', 'Ferry fares rose from 12 to 15 crowns.', [5]],
    ['an age said otherwise', 'A deckhand aged 17 was badly hurt when a cable snapped.', [6]],
    ['a body by its letters', 'The ITF may pay as much as £900,000 a year of the costs, the island council said.', [7]],
    ['a rate with another preposition', 'Freight rates fell to 80 crowns per pallet.', [5]],
    ['a cause with another word', 'A second quay will open in spring since the old one is too narrow.', [8]],
    ['a capital that is no name', 'Despite support for the new quay, few islanders use the ferry every day.', [9]],
    ['neither … nor as not', 'The council and the company were not willing to name the shipyard.', [11]],
    ['a small number that the article has', 'The two ferries will probably be repaired by June, Marta Silva said.', [0]],
    ['a unit by its letters', 'A ferry needs more than 5 MWh a day.', [12]],
    ['sums written otherwise', 'The whole bill is £3.4 million.', [1]],
    ['two sentences in one', 'Several fishermen accused the company of hiding the damage, which the company denied.', [2, 3]],
  ] as const)('%s', (_kind, claim, ids) => {
    expect(kinds(claim, ...ids)).toEqual([]);
  });
});

describe('a number may be said in another way', () => {
  const pass = (claim: string, source: string) => faultsOf(claim, [{ sentenceIds: [0] }], textArticle(source));
  it.each([
    ['Just over a third of the crews have been paid.', 'Only 36% of the crews have been paid.'],
    ['At least nine tenths of the harbour was flooded.', 'At least 90% of the harbour was flooded.'],
    ['The trio were picked after three injuries.', 'Three players were picked after three injuries.'],
    ['She has fallen to 64th in the world.', 'She has slipped to 64 in the world.'],
    ['Fewer than half of the league’s 19 teams make money.', 'Only 9 out of 19 teams of the league make money.'],
    ['The 47-year-old from Dover drew comics.', 'Lee, 47, of Dover, drew comics.'],
    ['The bread might one day make her ill.', 'She feared that the bread could make her ill in the future.'],
    ['The port took in more seals than from 2004 to 2012 together.', 'The port took in more seals than in 2004-12 combined.'],
    ['The repairs will cost the port at least £3.4m.', 'The repairs will cost the port £3.4m to £4.1m.'],
    ['Cabins are likely to cost as much as $900.', 'Cabins are expected to cost between $350 and $900 each.'],
    ['Almost 12 million people watched the launch.', 'The audience of the launch peaked at 11.9m.'],
    ['The yard was paid in advance for two tugs.', 'The yard was paid in advance for its third and fourth tugs.'],
    ['The crew won the cup three times.', 'The crew won the cup in 1998, 2001 and 2004.'],
    ['Two captains, Anna Berg and Ole Lind, left the port.', 'The captains Anna Berg and Ole Lind left the port.'],
    ['Berg and Lind quarrelled, and the two left the port.', 'Berg and Lind quarrelled and left the port.'],
    [
      'Berg sailed round the island at 19, two years after her first race.',
      'Berg had her first race aged 17, and was 19 when she sailed round the island.',
    ],
    ['Eleven of the 19 teams make money.', '11 of the 19 teams make money.'],
    ['11 of the 19 teams make money.', 'Eleven of the 19 teams in the table make money.'],
    ['Lind refused to write a second book.', 'Lind refused to write another book.'],
    ['She won the boat in October.', 'she won the boat last october at a fair .'],
    ['Today’s cranes are stronger, the port says.', 'The cranes have become stronger, the port says.'],
    ['In 19 years with the crew she won 15 cups.', 'During 19 seasons with the crew she won 15 cups.'],
    ['She has three personal medals now.', 'It was her third personal medal.'],
    ['The crew reached the last four of the cup.', 'The crew were semi-finalists of the cup.'],
    ['Over two decades after her death the song is sung.', 'More than 20 years after her death the song is sung.'],
    ['The port took away 500 boats in the first six months of 2014.', 'The port took away 500 boats in the first half of 2014.'],
    ['Only sailors who are at least 13 may ask.', 'You must be a sailor age 13 or older to ask.'],
    ['Launched only on February 27, the boat is a success.', 'The boat is a success, although it was only launched on February 27.'],
    ['The film came in sixth in the charts.', 'The film entered the charts at number six.'],
    ['One in ten crews had never heard of it.', 'Only 10% of the crews had never heard of it.'],
    ['One crew in a hundred had never heard of it.', 'Only 1% of the crews had never heard of it.'],
    ['One in a hundred crews had never heard of it.', 'Only 1% of the crews had never heard of it.'],
    ['Sailors under 35 like the new rules.', 'Sailors aged 18 to 34 like the new rules.'],
    ['Lind sat in the council for four years.', 'Lind sat in the council between 1977 and 1981.'],
    ['Lind sat in the council for 47 years without a break.', 'Lind sat in the council for 47 continuous years.'],
    ['The age of captains will fall from a minimum of 21.', 'The minimum age of 21 for captains will be reduced.'],
    ['Lind may not sail for twelve months.', 'Lind may not sail for a year.'],
    ['The repairs took a year and a half.', 'The repairs took 18 months.'],
    ['Crews have a day and a half to leave.', 'Crews must leave within 36 hours.'],
    ['The crew trained for half a year.', 'The crew trained for six months.'],
    ['The bridge has stood for half a century.', 'The bridge has stood for 50 years.'],
    ['The ferry left almost half an hour late.', 'The ferry left 26 minutes late.'],
    ['Growth is the lowest in a quarter of a century.', 'Growth is the lowest in 25 years.'],
    ['Lind half-jokingly asked for a boat.', 'Lind asked for a boat, not quite in earnest.'],
    ['The council wants to cut the fee in half.', 'The council wants the fee halved.'],
    ['The quay was built before the Second World War.', 'The quay was built before World War II.'],
    ['Ten Hoopen left the island.', 'The painter Anna ten Hoopen left the island.'],
    ['Lind and three other captains left.', 'Four captains left, among them Lind.'],
    ['Only sailors over 12 may ask.', 'You must be a sailor age 13 or older to ask.'],
    ['Lind reached 50 caps on Tuesday.', 'Lind won his 50th cap on Tuesday.'],
    ['The crew asked for a weekly wage of £900.', 'The crew asked for wages of £900-per-week.'],
    ['Many doubt that the 88-year-old can sail.', 'Many asked questions about 88-year-old Berg and whether she can sail.'],
  ])('%s', (claim, source) => {
    expect(pass(claim, source).filter(({ kind }) => ['number', 'unit', 'qualifier', 'date'].includes(kind))).toEqual([]);
  });
  it.each([
    ['People watched six hours of television a week.', 'People watched television for six hours a day.', 'unit'],
    ['The jet stopped miles from the water.', 'The jet stopped mere feet from the water.', 'unit'],
    ['The island will spend several hundred million dollars.', 'The island will spend several hundred million pounds.', 'unit'],
    ['Her records have brought in $30 million.', 'She has sold more than 30 million records.', 'unit'],
    ['Her records have brought in $30m.', 'She has sold more than 30 million records.', 'unit'],
    ['The crew got one extra month to mend the ship.', 'The crew was given an extra year to mend the ship.', 'unit'],
    ['Lind will get a month of health insurance.', 'Lind will get a year of health insurance.', 'unit'],
    ['The rope was cut just a month before the race.', 'The rope was cut just a week before the race.', 'unit'],
    ['The worms reach the length of an inch.', 'The worms can grow up to a foot long.', 'unit'],
    ['She scores 9 goals a month.', 'She scores 9 goals a season.', 'unit'],
    ['Just over a third of the crews have been paid.', 'Only 46% of the crews have been paid.', 'number'],
    ['The repairs will cost the port at least £4.1m.', 'The repairs will cost the port £3.4m to £4.1m.', 'number'],
    ['Cabins are likely to cost as much as $350.', 'Cabins are expected to cost between $350 and $900 each.', 'number'],
    ['The crew won the cup four times.', 'The crew won the cup in 1998, 2001 and 2004.', 'number'],
    [
      'Berg sailed round the island three years after her first race.',
      'Berg had her first race aged 17, and was 19 when she sailed round the island.',
      'number',
    ],
    ['Two captains left the port.', 'The captain Anna Berg left the port.', 'number'],
    ['Lind scored four goals for the crew.', 'Lind scored three goals in the semi-final of the cup for the crew.', 'number'],
    ['Three ferries sank in the storm.', 'The ferry sank in the storm, as others did in 1998, 2001 and 2004.', 'number'],
    ['Two ferries sank, said Anna Berg and Ole Lind.', 'A ferry sank, said Anna Berg. Nobody but Ole Lind agreed.', 'number'],
    ['The mast is for 1.4 million sailors.', 'The mast is 1.4m tall and made for sailors.', 'number'],
    ['She came first in three races.', 'She came third in her first race.', 'number'],
    ['The boat was launched on February 2.', 'The boat was launched on February 27.', 'date'],
    ['The film came in fifth in the charts.', 'The film entered the charts at number six.', 'number'],
    ['One in ten crews had never heard of it.', 'Only 1% of the crews had never heard of it.', 'number'],
    ['One crew in a hundred had never heard of it.', 'Only 5% of the crews had never heard of it.', 'number'],
    ['Half of the crews had never heard of it.', 'Only 40% of the crews had never heard of it.', 'number'],
    ['A third of the crews had never heard of it.', 'Only 40% of the crews had never heard of it.', 'number'],
    ['The repairs took a year and a half.', 'The repairs took 20 months.', 'number'],
    ['Two Norvik crews drowned.', 'Three crews drowned. Two Norvik crews were saved, and Norvik mourns.', 'number'],
    ['The bridge has stood for half a century.', 'The bridge has stood for 60 years.', 'number'],
    ['The quay was built before the First World War.', 'The quay was built before World War II.', 'number'],
    ['Only sailors over 12 may ask.', 'You must be a sailor age 16 or older to ask.', 'number'],
    ['Lind reached 50 caps on Tuesday.', 'Lind won his 51st cap on Tuesday.', 'number'],
    ['Sailors under 40 like the new rules.', 'Sailors aged 18 to 34 like the new rules.', 'number'],
    ['Lind sat in the council for five years.', 'Lind sat in the council between 1977 and 1981.', 'number'],
  ])('but not %s', (claim, source, kind) => {
    expect(pass(claim, source).map((fault) => fault.kind)).toContain(kind);
  });
});

describe('a name may be said in another way', () => {
  it.each([
    ['USC called the report troubling.', 'The University of Southern California called the report troubling.'],
    ['Travel warnings by Britain hurt the island.', 'Travel warnings by the United Kingdom hurt the island.'],
    ['Senator Tom Lind wrote the letter.', 'The letter was written by Sen. Tom Lind.'],
    ['Congresswoman Anna Berg wrote the letter.', 'The letter was written by Rep. Anna Berg.'],
    ['The UN called the report troubling.', 'The U.N. called the report troubling.'],
    ['Sceptics warned that prices would fall.', 'Others, who had doubts, warned that prices would fall.'],
  ])('%s', (claim, source) => {
    expect(faultsOf(claim, [{ sentenceIds: [0] }], textArticle(source)).filter(({ kind }) => kind === 'name')).toEqual([]);
  });
});

describe('the lock stops a lie, also where it is well written', () => {
  it.each([
    ['words in another mouth', 'Owen May said that the two ferries would probably be repaired by June.', [0, 3], 'speaker'],
    ['a plan told as done', 'The council opened a second quay in spring.', [8], 'hedge'],
    [
      'what may be told as what will be',
      'The International Transport Fund will pay up to £900,000 of the annual costs, according to the island council.',
      [7],
      'hedge',
    ],
    ['a denial dropped', 'Marta Silva expects the ferry company to pay the whole bill of £3.4m.', [0, 1], 'negation'],
    ['an opposite', 'The company admitted this, and its director, Owen May, called the report careful.', [3], 'negation'],
    ['with for without', 'The council refused the offer with a vote.', [4], 'negation'],
    ['a wrong number', 'The whole bill is £4.3m.', [1], 'number'],
    ['another currency', 'The whole bill is €3.4m.', [1], 'unit'],
    ['two numbers exchanged', 'Ferry fares rose to 80 crowns, while freight rates fell to 15 crowns.', [5], 'number'],
    ['ages exchanged', 'A 60-year-old deckhand was badly hurt, and a passenger aged 17 broke an arm.', [6], 'number'],
    ['several told as all', 'All fishermen accused the company of hiding the damage.', [2], 'quantity'],
    ['many told as most', 'Most islanders support the new quay.', [9], 'quantity'],
    ['doer and done-to exchanged', 'Owen May defeated Marta Silva in a vote on safety rules last year.', [10], 'relation'],
    ['a cause that is not there', 'The council will open a second quay because tourists asked for sunshine.', [8], 'cause'],
    [
      'a name that is not there',
      'Port inspector Marta Lindqvist said that the two ferries would probably be repaired by June.',
      [0],
      'name',
    ],
    ['a name put together of two', 'Owen Silva called the report careless.', [3], 'name'],
    ['a quotation invented', 'Owen May called the report “a pack of lies”.', [3], 'quote'],
    [
      'a qualifier dropped',
      'The International Transport Fund may pay £900,000 of the annual costs, according to the island council.',
      [7],
      'qualifier',
    ],
    ['an accusation told as a fact', 'The company hid the damage from the inspectors.', [2], 'hedge'],
  ] as const)('%s', (_kind, claim, ids, kind) => {
    expect(kinds(claim, ...ids)).toContain(kind);
  });
});

describe('the lock lets numbers and names be said as people say them', () => {
  const told = textArticle(
    'Ogden Mills reported that prices rose 102.6% in the year to March 28th, a fortnight after the fair on sunday. The 1998 gift held 14 kinds of trees. Berg, Lind and Roy are in talks. Their leader claimed responsibility for the fire on 8/9 May. The mill paid 884 million dollars and 849 million more in fees. It won its biggest single day gain. About 10 per cent of the crew left.',
  );
  const faults = (claim: string, ...ids: number[]) => faultsOf(claim, [{ sentenceIds: ids }], told).map(({ kind }) => kind);
  it.each([
    ['a bound close below the number', 'Prices rose by more than 100% in the year to March 28th, Ogden Mills reported.', 0],
    ['a day without its ending', 'Ogden Mills reported that prices rose 102.6% in the year to March 28.', 0],
    ['two weeks for a fortnight', 'Ogden Mills reported the rise two weeks after the Sunday fair.', 0],
    ['a year beside a count', 'Of the fourteen kinds of trees that came in 1998, all were a gift.', 1],
    ['all of those that are named', 'Berg, Lind and Roy are all in talks.', 2],
    ['who claimed responsibility', 'The leader claimed responsibility for the fire, police said.', 3],
    ['the currency of the sums beside it', 'The mill paid 849 million dollars more in fees.', 4],
    ['one day for a single day', 'It was its biggest one-day gain.', 5],
  ])('%s', (_, claim, id) => {
    const found = faults(claim, id).filter((kind) => kind === 'number' || kind === 'unit' || kind === 'date' || kind === 'qualifier');
    expect(found).toEqual([]);
  });
});

describe('a person may be called like a month, and an event be told from its other side', () => {
  const kindsOf = (claim: string, source: string) => faultsOf(claim, [{ sentenceIds: [0] }], textArticle(source)).map(({ kind }) => kind);
  it.each([
    ['Mar Lindqvist warned that a stick might knock into the visitors.', 'A stick may knock into visitors, Mar Lindqvist wrote.'],
    [
      'The song, which Morgen found on a tape, had never been heard.',
      'Nobody had ever heard the song, which Morgen had come across on a tape.',
    ],
    ['Berg received the Order of the Quay.', 'Berg was given the Order of the Quay.'],
  ])('%s', (claim, source) => {
    expect(kindsOf(claim, source)).toEqual([]);
  });
  it('but a month that is not there is a lie, and so is who gave what he was given', () => {
    expect(kindsOf('Berg opened the quay in March.', 'Berg opened the quay in April.')).toContain('date');
    expect(kindsOf('Berg received the Order of the Quay.', 'Berg gave the Order of the Quay.')).toContain('negation');
  });
});

describe('what is joined to something denied is denied as well', () => {
  const kindsOf = (claim: string, source: string) => faultsOf(claim, [{ sentenceIds: [0] }], textArticle(source)).map(({ kind }) => kind);
  it.each([
    ['Lind had neither read the letter nor seen the boat.', 'Lind had not read the letter or seen the boat.'],
    ['Lind had not read the letter or seen the boat.', 'Lind had neither read the letter nor seen the boat.'],
  ])('%s', (claim, source) => {
    expect(kindsOf(claim, source)).toEqual([]);
  });
  it('and what is not, is not', () => {
    expect(kindsOf('Lind had read the letter and seen the boat.', 'Lind had neither read the letter nor seen the boat.')).toContain(
      'negation',
    );
  });
});

describe('whom a claim names as speaking', () => {
  const told = textArticle(
    'Mona Driscoll took the witness stand on Monday. The judge listened. She accused the racing driver of grabbing her by the throat in his motor home. Every month has set a record, according to the National Marine and Atmospheric Bureau.',
  );
  const kindsOf = (claim: string, id: number) => faultsOf(claim, [{ sentenceIds: [id] }], told).map(({ kind }) => kind);
  it('may be a pronoun in its sentence and a name shortly before', () => {
    expect(kindsOf('Driscoll accused the racing driver of grabbing her by the throat in a motor home.', 2)).toEqual([]);
  });
  it('may be the letters of a long name', () => {
    expect(kindsOf('Every month has set a record, according to the NMAB.', 3)).toEqual([]);
  });
  it('is nobody who is not named before', () => {
    expect(kindsOf('Ole Lind alleged that the racing driver seized her by the throat in his motor home.', 2)).not.toEqual([]);
  });
});

describe('numbers, names and speakers may be told in other forms', () => {
  const told = (source: string, claim: string) => {
    const own = textArticle(source);
    return faultsOf(
      claim,
      own.sentences.map(({ id }) => ({ sentenceIds: [id] })),
      own,
    ).map(({ kind, words }) => `${kind} ${words}`);
  };
  it.each([
    [
      'a clock for hours and minutes',
      'Two hours 23 minutes was not one of her best times, said Lind.',
      'Her 2:23 was not one of her best times, said Lind.',
    ],
    ['tenths of a second', 'Berg came home 0.2 seconds ahead of Lind on Monday.', 'On Monday Berg beat Lind by two tenths of a second.'],
    [
      'hits for times',
      'Bombers hit the ship 16 times, but it was the torpedoes that doomed it.',
      'The torpedoes doomed the ship, and not the 16 hits of the bombers.',
    ],
    [
      'a rank for a place in the world',
      'Berg, who has slipped to eight in the world, sails on Monday.',
      'Berg, down to eighth in the world, sails on Monday.',
    ],
    [
      'three that are listed',
      'Scientists at Northwind Laboratory, Elmhaven University and the Norvik Institute say they may know why.',
      'Scientists of three houses think that they may know why.',
    ],
    [
      'the end of a scale',
      'The storm reached G4 on a scale from 1 to 5 on Monday night.',
      'On a scale that ends at five the storm reached G4 on Monday night.',
    ],
    ['a day in small letters', 'The vote of the harbour board is scheduled for may 19 .', 'The harbour board votes on May 19.'],
    [
      'a capital for those who govern there',
      'The board could agree to the Afghan government’s wish for a slower sale.',
      'Kabul’s wish for a slower sale could be granted by the board.',
    ],
    [
      'a house by its letters behind its writer',
      'Ada Berg of The Norvik Post told of the sale of the quay on Monday.',
      'Ada Berg of the NP told of the sale of the quay on Monday.',
    ],
    [
      'mountains by another ending',
      'The ferries go to Italy and the Himalayan Mountains on Monday.',
      'On Monday the ferries go to Italy and the Himalayas.',
    ],
    [
      'a body by its letters as the speaker',
      'House prices fell on Monday as rates took their toll, the Royal Institute of Norvik Surveyors found.',
      'House prices fell again on Monday with rising rates, according to RINS.',
    ],
    [
      'the countryman as whom he is named',
      'Norvik’s Edu has told of the row. "I saw people pushing and shouting," the Brazilian said.',
      'Edu said that he saw people push and shout.',
    ],
    [
      'who reports what somebody suggested',
      'ABC reported that Hanks suggested himself for the role, after Jepsen said it would be fun.',
      'According to ABC, Hanks put himself forward for the role.',
    ],
    [
      'a verb that stands there denied and told',
      'I had never seen a whale before, and when I saw the whale I stopped.',
      'He had never seen a whale before and stopped.',
    ],
  ])('%s', (_, source, claim) => {
    expect(told(source, claim)).toEqual([]);
  });
  it.each([
    ['another clock', 'Two hours 23 minutes was not one of her best times, said Lind.', 'Her 2:33 was not among her best, said Lind.'],
    ['other tenths', 'Berg came home 0.2 seconds ahead of Lind on Monday.', 'On Monday Berg beat Lind by three tenths of a second.'],
    [
      'another end of a scale',
      'The storm reached G4 on a scale from 1 to 5 on Monday night.',
      'On a scale that ends at six the storm reached G4 on Monday night.',
    ],
    ['another day in small letters', 'The vote of the harbour board is scheduled for may 19 .', 'The harbour board votes on May 18.'],
    [
      'another capital',
      'The board could agree to the Afghan government’s wish for a slower sale.',
      'Tehran’s wish for a slower sale could be granted by the board.',
    ],
  ])('but not %s', (_, source, claim) => {
    expect(told(source, claim)).not.toEqual([]);
  });
  it('30 days may be called a month, whatever is made of the rest', () => {
    const source = 'I get the boat back after 30 days, Lind told the paper.';
    expect(told(source, 'Lind told the paper that he gets the boat back after a month.')).not.toContain('unit month');
    expect(told(source, 'Lind told the paper that he gets the boat back after a week.')).toContain('unit week');
  });
});
