import { describe, expect, test } from 'vitest';
import { extractPage } from '../../../src/extract/html/page.ts';
import { isPlea } from '../../../src/extract/html/pleas.ts';

const isAsked = (text: string): boolean => isPlea(text, text.split(/\s+/u).length, 'The Mill Gazette');

describe('what a site asks of its readers', () => {
  test.each([
    'Sign up for our newsletter and get the week in one letter.',
    'Follow us on Instagram for pictures from the street.',
    'To read the full story, please subscribe. A week costs three crowns.',
    'Already a subscriber? Log in to go on reading.',
    'Join The Mill Gazette on WhatsApp.',
    'Submit your letter to the editor with your full name.',
    'The Mill Gazette is not responsible for the opinions of its guests.',
    'Some links are affiliate links: we may earn a commission when you buy something.',
    'Abonniere unseren Newsletter und lies jeden Montag mehr.',
    'Abonnez-vous à notre newsletter du dimanche.',
    '¿Tiene una historia? Únete a nuestro canal de WhatsApp.',
    'Iscriviti alla nostra newsletter settimanale.',
    'Siga nosso canal no WhatsApp e receba as notícias da rua.',
  ])('is known: %s', (text) => expect(isAsked(text)).toBe(true));

  test.each([
    'The bakery opened a channel on YouTube, and our street has been watching it since.',
    'Follow the river to the old mill, then turn left at our church.',
    '“Follow us on Instagram,” the baker told everybody in the queue.',
    'Sign up for an account on YouTube, then choose the name of the channel.',
    'The magazine lost a third of its members after the newsletter was sold.',
    'Support for the bakery grew when our members read about it on Facebook.',
    'Besuchern gefällt unser Magazin, sagte der Bäcker auf dem Markt.',
  ])('is told from what an article says: %s', (text) => expect(isAsked(text)).toBe(false));

  const article = [
    'The bakery on the corner of Mill Street has changed hands for the first time in forty years.',
    'Its new owners, two sisters from the coast, want to keep the ovens and the long wooden counter.',
    'Neighbours had feared that the shop would become a garage, as three others in the street did.',
  ];
  const textOf = (texts: readonly string[]): string[] =>
    extractPage(
      `<html><body><article><h1>The bakery</h1>${texts.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
      null,
    ).blocks.map(({ text }) => text);

  test('is left out between paragraphs, and what stands among it at the end with it', () => {
    const end = [
      'To read the full story, please subscribe for three crowns a week.',
      'New readers also get a linen bag that was sewn in the street, as long as there are any.',
      'If you are already a subscriber, log in and go on reading.',
    ];
    expect(textOf([...article.slice(0, 2), 'Follow us on Instagram for pictures from the street.', ...article.slice(2), ...end])).toEqual(
      article,
    );
  });

  test('does not take the paragraph before it away', () => {
    expect(textOf([...article, 'Sign up for our newsletter and get the week in one letter.'])).toEqual(article);
  });
});
