import type { Answer } from '../model/answer.ts';
import type { Article } from '../model/article.ts';
import { metaLine, spaced, spentWords } from './brief-view.ts';
import { createCiter, sentenceText, type Citer } from './cite.ts';
import type { Button, Inline, View, ViewBlock } from './view.ts';

export interface AnswerViewOptions {
  publicUrl: string | null;
  buttons: readonly Button[];
  /** The story's place in the digest that was asked about. */
  place?: { number: number; of: number } | null;
}

/** The sentence with the answer in bold and its source, or the refusal with the nearest passage. */
export function viewAnswer(article: Article, answer: Answer, options: AnswerViewOptions): View {
  const citer = createCiter(article, options.publicUrl);
  const body = answer.status === 'answered' ? answered(article, answer, citer) : refused(article, answer, citer);
  const about = metaLine(article, null);
  const { place = null } = options;
  const story = place === null ? null : `Story ${place.number} of ${place.of}`;
  const name = [story, article.title, about === '' ? null : about].filter((part) => part !== null).join(' · ');
  const blocks: (ViewBlock | null)[] = [
    { type: 'meta', inlines: [{ type: 'text', text: answer.question }] },
    ...body,
    name === ''
      ? null
      : {
          type: 'meta',
          inlines: [article.canonicalUrl === null ? { type: 'text', text: name } : { type: 'link', text: name, url: article.canonicalUrl }],
        },
    engineLine(answer),
    options.buttons.length === 0 ? null : { type: 'actions', buttons: [...options.buttons] },
  ];
  return {
    title: answer.status === 'answered' ? answer.text : 'The article does not say.',
    blocks: blocks.filter((block) => block !== null),
  };
}

/** Which engine, where it is not the built-in one by itself. */
function engineLine({ model, sentTo, note, spent }: Answer): ViewBlock | null {
  const by = note ?? (model === undefined ? null : `written by ${model}, checked`);
  if (by === null) return null;
  const words = [by, ...(sentTo === undefined ? [] : [`the text went to ${sentTo}`]), ...spentWords(spent)].join(' · ');
  return { type: 'meta', inlines: [{ type: 'text', text: words }] };
}

function answered(article: Article, answer: Extract<Answer, { status: 'answered' }>, citer: Citer): ViewBlock[] {
  const cites = citer.cite(answer.citations);
  return [{ type: 'paragraph', inlines: [...highlighted(article, answer), ...spaced(cites)] }];
}

/** The answer's words, the highlighted stretch strong where it stands verbatim in the text shown. */
function highlighted(article: Article, answer: Extract<Answer, { status: 'answered' }>): Inline[] {
  // A list item's semicolon belongs to its list.
  const text = answer.text.replace(/[;,]$/u, '');
  const { highlight } = answer;
  const words = highlight === null ? '' : article.text.slice(highlight.start, highlight.end);
  // The sentence with the answer stands last; one before it only says whom it is about.
  const at = words === '' ? -1 : text.lastIndexOf(words);
  if (at < 0) return [{ type: 'text', text }];
  const parts: Inline[] = [
    { type: 'text', text: text.slice(0, at) },
    { type: 'text', text: words, strong: true },
    { type: 'text', text: text.slice(at + words.length) },
  ];
  return parts.filter((part) => part.type !== 'text' || part.text !== '');
}

function refused(article: Article, answer: Extract<Answer, { status: 'not-in-article' }>, citer: Citer): ViewBlock[] {
  const blocks: ViewBlock[] = [{ type: 'paragraph', inlines: [{ type: 'text', text: 'The article does not say.', strong: true }] }];
  if (answer.nearest === null) {
    blocks.push({ type: 'meta', inlines: [{ type: 'text', text: 'Ask about something that the article mentions.' }] });
    return blocks;
  }
  // The passages are themselves the sentences, so quoting them again below would say them twice.
  answer.nearest.sentenceIds.forEach((id, at) => {
    const cites = citer.cite([{ sentenceIds: [id] }]);
    const lead = at === 0 ? 'Nearest passage: ' : 'Also near: ';
    blocks.push({
      type: 'paragraph',
      inlines: [{ type: 'text', text: lead }, { type: 'text', text: sentenceText(article, id) }, ...spaced(cites)],
    });
  });
  return blocks;
}
