import { describe, expect, it } from 'vitest';
import { tellsOpposite } from '../../src/brief/answer/differs.ts';
import { search } from '../../src/brief/answer/matching.ts';
import { readQuestion } from '../../src/brief/answer/question.ts';
import { reachOf } from '../../src/brief/answer/reach.ts';
import { passagesOf, type Passage } from '../../src/brief/passages.ts';
import { wordsOf } from '../../src/brief/words.ts';
import { senseOf } from '../../src/language/sense.ts';
import { likenessBetween } from '../../src/language/vectors.ts';
import { viewAnswer } from '../../src/view/answer-view.ts';
import { textArticle } from '../articles.ts';

const passageOf = (text: string) => passagesOf(textArticle(text))[0] as Passage;
const sense = (text: string, language = 'en') => senseOf(wordsOf(text, language), language);
const near = (a: string, b: string) => likenessBetween(sense(a), sense(b));

describe('senseOf', () => {
  it('brings a question near a sentence that answers it in other words', () => {
    const question = 'How many people died?';
    expect(near(question, 'The death toll rose to forty.')).toBeGreaterThan(near(question, 'The band released its third album.') + 0.2);
    expect(near('Who is ill?', 'Her husband has been in hospital for weeks.')).toBeGreaterThan(
      near('Who is ill?', 'The bank raised its rates.'),
    );
  });

  it('is nothing where no word is known and in other languages', () => {
    expect(sense('qqqq __proto__ constructorr')).toBeNull();
    expect(sense('Der Film war gut', 'de')).toBeNull();
  });
});

describe('reachOf', () => {
  const reach = (question: string, text: string) => {
    const passages = [passageOf(text)];
    return reachOf(search(readQuestion(question, 'en'), passages, new Set(), 'en'), passages[0] as Passage);
  };

  it('is greater the nearer what is asked for stands to the words of the question', () => {
    const question = 'How many ferries did the port lose?';
    expect(reach(question, 'The port lost 12 ferries.')).toBeGreaterThan(
      reach(question, 'The port lost ferries, said a spokesman who has worked at the quay next to the town hall for 12 years.'),
    );
  });

  it('is 0 where nothing of the kind is told', () => {
    expect(reach('When did the port lose its ferries?', 'The port lost its ferries.')).toBe(0);
  });
});

describe('a nearest passage that tells the opposite', () => {
  it.each([
    ['When will the plant reopen?', 'The island would shut its last plant in 2028.'],
    ['When will flights resume?', 'The airline will stop flights on 27 March.'],

    ['How many seats did the party lose?', 'The party won twelve seats on Sunday.'],
    ['Who bought the ship?', 'The company sold the ship to a Danish firm.'],
  ])('is known by its verb: %s', (question, text) => {
    expect(tellsOpposite(question, passageOf(text), 'en')).toBe(true);
  });

  it('is none where it denies its verb, or tells what is asked as well', () => {
    expect(tellsOpposite('Who bought the ship?', passageOf('The company did not sell the ship.'), 'en')).toBe(false);
    expect(tellsOpposite('Who bought the ship?', passageOf('The company bought the ship and sold the boat.'), 'en')).toBe(false);
  });

  it('is none where the opposite is told of something else', () => {
    const told = passageOf(
      'The utility cut the power of some towns as the region faced extreme fire weather that has lasted since October.',
    );
    expect(tellsOpposite('How many people died in the fires?', told, 'en')).toBe(false);
  });

  it('is introduced so in a refusal', () => {
    const article = textArticle('The party won twelve seats on Sunday.');
    const refusal = { status: 'not-in-article' as const, question: 'How many seats did the party lose?', nearest: { sentenceIds: [0] } };
    const told = (differs: { differs?: 'opposite' | 'time' }) =>
      JSON.stringify(viewAnswer(article, { ...refusal, ...differs }, { publicUrl: null, buttons: [] }).blocks);
    expect(told({})).toContain('Nearest passage: ');
    expect(told({ differs: 'opposite' })).toContain('It tells the opposite: ');
    expect(told({ differs: 'time' })).toContain('It tells what is to come: ');
  });
});
