import type { Brief } from '../model/brief.ts';
import type { Briefer } from '../ports.ts';

/** About 10 kB each. A link that a team talks about is asked for again and again within minutes. */
const REMEMBERED = 500;

/** The same briefer, which works out a brief once: the same article and options always give the same one. */
export function remembering(briefer: Briefer, most = REMEMBERED): Briefer {
  const known = new Map<string, Promise<Brief>>();
  return {
    answer: (article, question, context) => briefer.answer(article, question, context),
    brief(article, options) {
      const key = `${article.id} ${JSON.stringify(options)}`;
      const earlier = known.get(key);
      if (earlier !== undefined) return earlier;
      const brief = briefer.brief(article, options);
      known.set(key, brief);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
      brief.catch(() => known.delete(key));
      return brief;
    },
  };
}
