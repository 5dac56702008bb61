import type { Article } from '../model/article.ts';
import { judge, whyRefused, type Judged, type Told } from './claims.ts';
import { mendPrompt, type Mended } from './questions.ts';

/** One more question to the model, in the time that is left; null where there is none, or it does not do. */
export type Mend = (prompt: ReturnType<typeof mendPrompt>) => Promise<Mended | null>;

/** Refused claims, each written once more; what holds now stands in its place's order behind what held at once. */
export async function mendedClaims(mend: Mend, article: Article, claims: readonly Judged[]): Promise<Judged[]> {
  const refused = claims.filter(({ point, claim }) => point === null && claim.text.trim() !== '' && claim.sentences.length > 0);
  if (refused.length === 0) return [...claims];
  const again = await mend(mendPrompt(article, refused));
  const better = new Map<Judged, Judged>();
  for (const { number, text, sentences } of again?.claims ?? []) {
    const before = refused[number - 1];
    const now = before === undefined ? null : judge(article, { text, sentences }, before.place);
    if (before !== undefined && now !== null && now.point !== null) better.set(before, now);
  }
  // What was shown while the model wrote comes first: it is not pushed out by what held later.
  return [...claims.filter((one) => !better.has(one)), ...better.values()];
}

/** The answer, once more where the lock refused it. */
export async function mendedAnswer(mend: Mend, article: Article, question: string, told: Told): Promise<Told> {
  const why = whyRefused(article, told);
  if (why === null || told.text.trim() === '' || told.sentences.length === 0) return told;
  const [again] = (await mend(mendPrompt(article, [{ claim: told, why }], question)))?.claims ?? [];
  if (again === undefined) return told;
  const better = { answered: true, text: again.text, sentences: again.sentences };
  return whyRefused(article, better) === null ? better : told;
}
