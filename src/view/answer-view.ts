import type { Answer } from '../model/answer.ts';
import type { Article } from '../model/article.ts';
import { namedAlone } from '../brief/alone.ts';
import { fill } from '../brief/fill.ts';
import { passagesOf } from '../brief/passages.ts';
import { undated } from '../brief/wording.ts';
import { day, metaLine, spaced, spentWords } from './brief-view.ts';
import { createCiter, sentenceText, type Citer } from './cite.ts';
import { en } from './labels/en.ts';
import type { Labels } from './labels/labels.ts';
import type { Button, Inline, View, ViewBlock } from './view.ts';

export interface AnswerViewOptions {
  publicUrl: string | null;
  buttons: readonly Button[];
  /** The story's place in the digest that was asked about. */
  place?: { number: number; of: number } | null;
  labels?: Labels;
}

/** The sentence with the answer in bold and its source, or the refusal with the nearest passage. */
export function viewAnswer(article: Article, answer: Answer, options: AnswerViewOptions): View {
  const { labels = en } = options;
  const citer = createCiter(article, options.publicUrl);
  const body = answer.status === 'answered' ? answered(article, answer, citer, labels) : refused(article, answer, citer, labels);
  const about = metaLine(article, null, labels);
  const { place = null } = options;
  const story = place === null ? null : fill(labels.story, place);
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
    engineLine(answer, labels),
    options.buttons.length === 0 ? null : { type: 'actions', buttons: [...options.buttons] },
  ];
  return {
    title: answer.status === 'answered' ? answer.text : refusalIn(article, answer, labels),
    blocks: blocks.filter((block) => block !== null),
  };
}

/** Which engine, where it is not the built-in one by itself. */
function engineLine(answer: Answer, labels: Labels): ViewBlock | null {
  const { model, sentTo, note, spent } = answer;
  const isHeld = answer.status === 'answered' || answer.refused === undefined;
  const own = model === undefined ? null : fill(labels.writtenBy, { model });
  const by = note ?? (own === null || !isHeld ? own : `${own} · ${fill(labels.checked, { n: 1 })}`);
  if (by === null) return null;
  const words = [by, ...(sentTo === undefined ? [] : [fill(labels.sent, { host: sentTo })]), ...spentWords(spent, labels)].join(' · ');
  return { type: 'meta', inlines: [{ type: 'text', text: words }] };
}

function answered(article: Article, answer: Extract<Answer, { status: 'answered' }>, citer: Citer, labels: Labels): ViewBlock[] {
  const cites = citer.cite(answer.citations);
  const verdict: Inline[] = answer.verdict === undefined ? [] : [{ type: 'text', text: labels.verdict[answer.verdict], strong: true }];
  return [{ type: 'paragraph', inlines: [...verdict, ...highlighted(article, answer), ...spaced(cites)] }];
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

/** Of a refused answer it is not known whether the article says it; who wrote it, and when, its page says. */
function refusalIn(
  article: Article,
  { refused: own, unsure, page }: Extract<Answer, { status: 'not-in-article' }>,
  labels: Labels,
): string {
  const told = page === undefined ? null : article[page];
  if (page !== undefined && told !== null) return fill(labels.pageSays[page], { told: page === 'publishedAt' ? day(told, labels) : told });
  if (own !== undefined) return labels.notHeld;
  return unsure === true ? labels.notClear : labels.notSaid;
}

function refused(article: Article, answer: Extract<Answer, { status: 'not-in-article' }>, citer: Citer, labels: Labels): ViewBlock[] {
  const blocks: ViewBlock[] = [{ type: 'paragraph', inlines: [{ type: 'text', text: refusalIn(article, answer, labels), strong: true }] }];
  if (answer.page !== undefined) return blocks;
  if (answer.nearest === null) {
    blocks.push({ type: 'meta', inlines: [{ type: 'text', text: labels.askElse }] });
    return blocks;
  }
  // The passages are themselves the sentences, so quoting them again below would say them twice.
  answer.nearest.sentenceIds.forEach((id, at) => {
    const passage = passagesOf(article)[id];
    const named = passage === undefined ? null : namedAlone(article, passagesOf(article), passage);
    const { text, ids } = named ?? { text: undated(sentenceText(article, id)), ids: [id] };
    const cites = citer.cite([{ sentenceIds: ids }]);
    const lead = at > 0 ? labels.alsoNear : answer.differs === undefined ? labels.nearest : labels.nearestTells[answer.differs];
    blocks.push({
      type: 'paragraph',
      inlines: [{ type: 'text', text: lead }, { type: 'text', text }, ...spaced(cites)],
    });
  });
  return blocks;
}
