import { describe, expect, it } from 'vitest';
import { namesHolder } from '../../src/brief/answer/office-holder.ts';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import { textArticle } from '../articles.ts';
import '../../src/work/grammars.ts';

const named = (question: string, sentence: string) => namesHolder(question, sentence, 'en');

describe('a question for whoever has an office', () => {
  it('is answered where he is named with it, however little else the sentence has of the question', () => {
    const article = textArticle(
      'Patrick Carl pleaded guilty to charges that he threatened the mayor, the court of Norvik said on Monday. He bought a gun in May. Sonya Zogg, the attorney of Carl, told the Bay Ledger that her client meant no harm.',
    );
    const answer = answerQuestion(article, "who's his lawyer?");
    const ids = answer.status === 'answered' ? answer.citations[0]?.sentenceIds : answer.nearest?.sentenceIds;
    expect(ids?.[0]).toBe(2);
  });
});

describe('whoever has an office', () => {
  it.each([
    ["Who is the harbour board's lawyer?", 'The captain and his attorney Ole Lind met the judge on Monday.'],
    ['who is the mayor of Norvik?', 'After the vote on Monday, Norvik Mayor Ada Berg told reporters that she would stay.'],
    ["who's the boss of Norr?", 'Sales were weak, said Ada Berg, chief executive of Norr.'],
    ['Who was the coach of the side of 1985?', 'Take the side of 1985, which won all of it under Ole Lind.'],
    ['Who was the host of the regatta?', 'The pair sailed at the yearly regatta hosted by Ole Lind.'],
    ["who's norway's foreign minister?", 'On Saturday, Norwegian Foreign Minister Ole Lind said he expected the crews.'],
    ["Who was Berg's main opponent?", 'Polls have Berg in a tie with her main challenger, Ole Lind of the Harbour Party.'],
  ])('is named: %s', (question, sentence) => {
    expect(named(question, sentence)).toBe(true);
  });
  it.each([
    ['who is the lawyer of the captain?', 'The captain and his attorney met Judge Ada Berg on Monday.'],
    ['who is the prime minister of Norr?', 'The Prime Minister of Norr announced that the old ferry had been sunk.'],
    ['Who is the foreign minister?', 'The crews will stay at home, Deputy Foreign Minister Ole Lind said.'],
    ['Who is the finance minister?', 'The release of Ole Lind, husband of Prime Minister Ada Berg, has eased the talks.'],
    ['Who is the finance minister?', 'Ole Lind, a former finance minister, wrote the book.'],
    ["who's Norr's coach?", 'Dahl manager Ole Lind claimed that the defeat against Norr was their worst.'],
    ['who is her campaign manager?', 'Although Ada Berg has not said so, it is held to be certain that she is running for mayor.'],
  ])('is not named: %s', (question, sentence) => {
    expect(named(question, sentence)).toBe(false);
  });
  it.each([
    'Who was with the captain that night?',
    'Who is the youngest skipper?',
    "who's ahead in Norvik?",
    'Who sings the song?',
    'Who are the victims?',
  ])('is not what is asked for: %s', (question) => {
    expect(named(question, 'The ferry sank.')).toBeNull();
  });
});
