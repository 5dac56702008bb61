import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import { viewAnswer } from '../../src/view/answer-view.ts';
import { en } from '../../src/view/labels/en.ts';
import { textArticle } from '../articles.ts';

const article = {
  ...textArticle('The harbour of Norvik will close its old quay in May. Ole Lind wrote the plan for the council.'),
  byline: 'Ada Berg',
  publishedAt: '2026-05-03T08:00:00Z',
  site: 'Harbour News',
};
const told = (question: string, about: typeof article | ReturnType<typeof textArticle> = article) =>
  viewAnswer(about, answerQuestion(about, question), { publicUrl: null, buttons: [], labels: en }).title;

describe('a question about the article itself', () => {
  it.each([
    ['who wrote this article?', 'By Ada Berg, as its page says.'],
    ["Who's the author", 'By Ada Berg, as its page says.'],
    ['Qui a écrit cet article ?', 'By Ada Berg, as its page says.'],
    ['Wer hat diesen Artikel geschrieben?', 'By Ada Berg, as its page says.'],
    ['¿Quién escribió este artículo?', 'By Ada Berg, as its page says.'],
    ['Chi ha scritto questo articolo?', 'By Ada Berg, as its page says.'],
    ['Quem escreveu este artigo?', 'By Ada Berg, as its page says.'],
    ['Wie heeft dit artikel geschreven?', 'By Ada Berg, as its page says.'],
    ['Wann wurde dieser Artikel veröffentlicht?', 'Published on 3 May 2026, as its page says.'],
    ['De quand date cet article ?', 'Published on 3 May 2026, as its page says.'],
    ['¿Cuándo se publicó este artículo?', 'Published on 3 May 2026, as its page says.'],
    ['Quando è stato pubblicato questo articolo?', 'Published on 3 May 2026, as its page says.'],
    ['Quando este artigo foi publicado?', 'Published on 3 May 2026, as its page says.'],
    ['Wanneer is dit artikel gepubliceerd?', 'Published on 3 May 2026, as its page says.'],
    ['when was this published?', 'Published on 3 May 2026, as its page says.'],
    ['how old is this article?', 'Published on 3 May 2026, as its page says.'],
    ['what paper is this from', 'From Harbour News, as its page says.'],
  ])('is answered by its page: %s', (question, expected) => {
    expect(told(question)).toBe(expected);
  });
  it('is no question about what somebody in it wrote', () => {
    expect(told('who wrote the plan for the council?')).toContain('Ole Lind');
  });
  it('is refused where the page does not say either', () => {
    expect(told('who wrote this article?', textArticle('The harbour of Norvik will close its old quay in May.'))).toBe(
      'The article does not say.',
    );
  });
});
