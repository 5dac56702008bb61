import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../src/brief/quotes.ts';
import { textArticle } from '../articles.ts';

const quotesOf = (...sentences: string[]) => findQuotes(textArticle(sentences.join(' ')), new Set());

describe('who says a quotation', () => {
  it('is nobody of whom something is only reported', () => {
    const [quote] = quotesOf(
      'Marsh pointed out that only 2% of thefts that are reported are false: "So the idea that he made it all up flies in the face of the numbers."',
    );
    expect(quote?.speaker).not.toBe('thefts');
  });

  it('is told with his office where another sentence has it, and cites that one too', () => {
    const [quote] = quotesOf(
      'Ole Lind, head of the harbour board, met the crews on Monday.',
      'The crews left again at noon.',
      '"We will pay for every ship that was lost," Lind said.',
    );
    expect(quote).toMatchObject({ speaker: 'Ole Lind, head of the harbour board', citation: { sentenceIds: [2, 0] } });
  });

  it('is told with what he does', () => {
    const [quote] = quotesOf(
      '"We have been one late tanker away from a dark island," said Mara Berg, who chairs the energy committee of the island.',
    );
    expect(quote?.speaker).toBe('Mara Berg, who chairs the energy committee of the island');
  });

  it.each([
    [
      'According to a survey by Ada Mae Berg of the University of Norvik, half of the papers closed.',
      'Berg',
      'Ada Mae Berg of the University of Norvik',
    ],
    [
      'Joshua Berg, a professor at the University of Norvik, explained the smoke.',
      'Berg',
      'Joshua Berg, a professor at the University of Norvik',
    ],
  ])('is found by his surname alone: %s', (sentence, name, speaker) => {
    const quotes = quotesOf(sentence, 'The crews left again at noon.', `"We will pay for every ship that was lost," ${name} said.`);
    expect(quotes.at(-1)?.speaker).toBe(speaker);
  });

  it('is told with an office of two words, and by a name with a small word in it', () => {
    const quotes = quotesOf(
      "Rodrigo de Berg, the harbour board's managing director, said the loan would help.",
      '"I believe that the new plan will help the crews to sail again," Mr de Berg said.',
    );
    expect(quotes.at(-1)?.speaker).toBe("Rodrigo de Berg, the harbour board's managing director");
    const [other] = quotesOf('"I believe that the plan will help the crews," said Ole Lind, managing director of the harbour board.');
    expect(other?.speaker).toBe('Ole Lind, managing director of the harbour board');
  });

  it('is one and the same where his first name is cut short somewhere', () => {
    const [quote] = quotesOf(
      '"We will pay for every ship that was lost," Berg said.',
      'Joshua Berg, a professor at the University of Norvik, explained the smoke.',
      'He thanked Josh Berg and the crews.',
    );
    expect(quote?.speaker).toBe('Joshua Berg, a professor at the University of Norvik');
  });

  it('is he who spoke, and not whom he spoke of', () => {
    const quotes = quotesOf(
      'Ole Berg said that voters had lost their trust.',
      'But he said Mr Lind had lost the trust of the country.',
      '"There is a fundamental lack of trust in Karl Lind as mayor and in his council," he said.',
    );
    expect(quotes.at(-1)?.speaker).toBe('Ole Berg');
  });

  it('has no deed for a name', () => {
    const [quote] = quotesOf(
      'Ole saw the old quay.',
      '"I will pack up and leave now if that is the case," Ole replied.',
      'Haunted Ole on the drive home.',
    );
    expect(quote?.speaker).not.toContain('Haunted');
  });

  it('is whose statement it is, and not who noted it', () => {
    const [quote] = quotesOf(
      'The harbour director said in a report that the town had earned more, and it noted a judge\'s statement that "none of this could have been done without the clerk."',
    );
    expect(quote?.speaker).toBe('a judge');
  });

  it('is nobody where only his country is told', () => {
    const [quote] = quotesOf('Ole Lind lost to Ada Berg. "A lot more players are capable of it now," said the American.');
    expect(quote?.speaker ?? null).not.toBe('the American');
  });

  it('is nobody where a statement speaks that is not said to be anybody’s', () => {
    const [quote] = quotesOf('"The cause of the crash is not known and will be looked into," the statement said.');
    expect(quote?.speaker ?? null).toBeNull();
  });

  it('stays a surname that two people have', () => {
    const [quote] = quotesOf(
      'Ole Lind, head of the harbour board, met Ada Lind on Monday.',
      '"We will pay for every ship that was lost," Lind said.',
    );
    expect(quote?.speaker).toBe('Lind');
  });
});

describe('who speaks in other languages', () => {
  const speakerIn = (language: string, ...sentences: string[]) =>
    findQuotes({ ...textArticle(sentences.join(' ')), language }, new Set()).at(-1)?.speaker;
  it('has his name where it stands behind his office', () => {
    expect(speakerIn('de', '„Wohnen gehörte auch in diesem Jahr zu den Sorgen“, sagt unsere Sprecherin Ruth Berg.')).toBe(
      'Sprecherin Ruth Berg',
    );
    expect(speakerIn('es', '“El precio del gas va a subir otra vez en mayo”, dijo el titular del puerto, Alberto Lind.')).toBe(
      'el titular del puerto, Alberto Lind',
    );
  });
});

describe('a quotation that the next sentence takes back', () => {
  it('is not told', () => {
    expect(
      quotesOf(
        '"There are certain things that one can forgive," Lind said.',
        '"But if I had been weak in this there was no future for me."',
      ),
    ).toEqual([]);
  });
});

describe('whoever has an office', () => {
  it.each([
    [
      '"We have had rain until the day before the regatta many times," said Norvik communications director Ole Lind.',
      'Norvik communications director Ole Lind',
    ],
    ['"We are sure that he will sail on Monday," said Norvik coach Ole Lind.', 'Norvik coach Ole Lind'],
    ['Norvik spokesman Ole Lind said on Monday: "We are sure that he will sail."', 'Norvik spokesman Ole Lind'],
    [
      '"It is fun to think about what lies under the ice," Norvik scientist and study co-author Ole Lind said in a statement.',
      'Norvik scientist and study co-author Ole Lind',
    ],
    ['"We have never sailed a better race than this one," le Dahl tells the Bay Ledger.', 'le Dahl'],
    ['As Norvik chief Ole Lind said, "If a captain leaves his ship it is another thing."', 'Norvik chief Ole Lind'],
    [
      '"The ferry was found on the beach," Norr County Attorney\'s Office spokesman Ole Lind said.',
      "Norr County Attorney's Office spokesman Ole Lind",
    ],
    [
      '"We open the new house soon," said Ole Lind, Group President, Asia Pacific, Norr Hotels.',
      'Ole Lind, Group President, Asia Pacific, Norr Hotels',
    ],
  ])('is who speaks, and not his town or office: %s', (sentence, speaker) => {
    expect(quotesOf(sentence)[0]?.speaker).toBe(speaker);
  });
});

describe('an office of several', () => {
  it('introduces none of them', () => {
    const quotes = quotesOf(
      'Judges Simon Cowley and Ada Lind praised the show on Monday.',
      'Lexi and Haoyu went down to the old quay.',
      '"I think that the team have done an amazing job," Cowley said.',
      '"You just have to ignore all of them," Haoyu said.',
    );
    expect(quotes.map(({ speaker }) => speaker)).toEqual(['Cowley', 'Haoyu']);
  });
});
