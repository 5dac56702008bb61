import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../src/brief/passages.ts';
import { isUnfit } from '../../src/brief/unfit.ts';
import { textArticle } from '../articles.ts';

function unfit(sentence: string): boolean {
  return passagesOf(textArticle(sentence)).some((passage) => isUnfit(passage, false, 'en'));
}

describe('of a guide, which speaks to its reader', () => {
  const unfitIn = (sentence: string, language = 'en') =>
    passagesOf(textArticle(sentence)).some((passage) => isUnfit(passage, false, language, true));

  it('no sentence about the US is taken for one about us', () => {
    expect(unfitIn('You can buy the boat in the US for 40 dollars.')).toBe(false);
    expect(unfitIn('You can buy the boat from us for 40 dollars.')).toBe(true);
  });
  it('what calls to download or to sign up is told by nobody', () => {
    expect(unfitIn('You can download the timetable of the ferries here.')).toBe(true);
    expect(unfitIn('You can sign up for the ferry on Monday.')).toBe(true);
    expect(unfitIn('The harbour board hopes to sign up 40 sailors this year.')).toBe(false);
  });
  it('nothing is told in another language than the article', () => {
    expect(unfitIn('All adventures are mysteries connecting the past with clouds of dreams, our hard work and visions.', 'de')).toBe(true);
    expect(unfitIn('Das Schiff liegt seit dem Morgen am alten Hafen der Stadt und wird dort verkauft.', 'de')).toBe(false);
  });
});

describe('what no colleague would forward', () => {
  it.each([
    'This is a preview of subscription content, log in to check access.',
    'The crane seems to be aiming for 60. pic.twitter.com/4p7SXk7JPW',
    'So will Ole Lind, the former mayor.',
    'Nor did the council.',
    '"Oh yeah, we do," Lind, known as the captain, said.',
    'Lind wrote in her 24 March reply.',
    'Another one for the "captains behaving badly" file.',
    'The council did not share any other details of the sale.',
    'Ole Lind ( left ) opens the quay with his wife.',
    'The master cups the fish with his fingers The fish stays very still.',
    '# quayside is where the boats are, Lind put on a wall.',
    '-- Add to that the fears of the officers on the quay.',
    'Council president Ole Lind, who is demanding a clean-up.',
    'Correspondent Ole Lind explains who the sailors are.',
    'For a list of other ferries of the coast see Ferries of Norvik.',
    'Posted on Tuesday 15 October 2019 at 09:11 by Ole Lind.',
    'Other notations in common use are , although in mechanics it means the conjugate only.',
    'Please consider supporting the work of the harbour trust.',
    '(Berg on Tuesday announced that he had become the largest owner of the ferry.',
    'Why the new quay is promising.',
    'Fish stew [1 cup of cream, 2 tbsp. of butter, 4 oz. of cod and 1 onion are all it takes.',
    'In this aerial photo the ferry lies at the new quay of Norvik.',
    'No, the debut of the former mayor has turned brutal.',
    'Built by: Ole Lind Price: 40 euros More info: the harbour office in Norvik is open all day.',
    'New sailors get 10 euros when they open an account using QUAY10.',
    'posted on April 21, 2015, at 11:29 a.m.',
    'Here’s the most recent count of ferries from the harbour board.',
    'The Last Ferry – Complete Collection (45 discs) http://example.org/quay',
    'If the board finds a ferry that costs less than the one it has, or',
    '(31-2-0, 23 knock-outs) will soon be king of the quay, they say.',
    'A layer of snow on the quay does not only cost money.',
  ])('%s', (sentence) => {
    expect(unfit(sentence)).toBe(true);
  });
  it.each([
    'So far the council has paid nothing.',
    'A layer of snow does not only cost money, but also closes the quay.',
    'No mayor of Norvik has ever been so popular.',
    'Norvik beat Lindby 2-1 with BMW engines and using LED lamps.',
    'Norvik won their first game in Serie A on Saturday.',
    'The star of the drama The Quay was there.',
    '"The quay is full of crates," Lind said.',
    '"We need 40 more," Lind said.',
    'Lind said that the quay would close.',
    'The 31-year-old Islander, who had been sailing with a torn hand since Monday, stormed to a 6-4 6-2 win.',
    'Mr Lind - who has been on leave for more than a month - pleaded not guilty to the charges.',
    'The council did not share the profit with its ferry company.',
    '157,000 new jobs were added last month.',
    'Premiership side Norvik United face a trip to the leaders of the island league in the third round.',
    'The actor left before the end of Shall We Dance? and went home.',
    'The film "Norvik: The Last Ferry" drew 4,000 people to the quay.',
    'Rising oil prices and the sinking dollar hit shares on Monday after stern words from Ole Lind.',
    'The discovery of the boat beneath a car park in Norvik in 2012 sparked excitement around the world.',
  ])('but %s', (sentence) => {
    expect(unfit(sentence)).toBe(false);
  });
});

describe('whom a sentence of another language speaks to', () => {
  const unfitIn = (sentence: string, language: string, isGuide = false) =>
    passagesOf(textArticle(sentence)).some((passage) => isUnfit(passage, false, language, isGuide));
  it.each([
    ['de', 'Wir haben mit dem Hafenmeister über den neuen Kai gesprochen.'],
    ['de', 'Mit diesem Heft können Sie den Kai von Norvik besser kennenlernen.'],
    ['fr', 'Retrouvez tous nos articles sur le port de Norvik.'],
    ['nl', 'Hier vind je alle boten van de haven van Norvik.'],
  ])('%s: %s', (language, sentence) => {
    expect(unfitIn(sentence, language)).toBe(true);
  });
  it.each([
    ['de', 'Sie verkauften den alten Kai im Mai an die Stadt Norvik.'],
    ['de', 'Der Hafenmeister sagte: „Wir bauen im Mai einen neuen Kai.“'],
    ['fr', 'La ville a vendu le vieux port de Norvik à la banque.'],
  ])('%s is told: %s', (language, sentence) => {
    expect(unfitIn(sentence, language)).toBe(false);
  });
  it('is no matter in a guide that speaks to its reader throughout', () => {
    expect(unfitIn('Mit diesem Schlüssel öffnen Sie jedes Tor des Hafens.', 'de', true)).toBe(false);
  });
});
