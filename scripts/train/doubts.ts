import { toldBy, type Doubts, type Logits } from '../../src/brief/answer/trust.ts';
import { scoreOf } from '../../src/trees.ts';
import { boost, type Plan, type Row } from './boost.ts';
import { fitLogit } from './fit.ts';
import type { Item } from './item.ts';

/** A question whose best sentence is known, found by a model that has not seen its text. */
interface Found extends Pick<Item, 'set' | 'kind'> {
  fold: number;
  /** Does what leads answer it? */
  isRight: boolean;
  features: readonly number[];
}

/** What each judgement says of a question that it has not learnt from. */
export interface Held extends Pick<Item, 'set' | 'kind'> {
  logits: Logits;
}

const PLANS: Record<'foreign' | 'tempting' | 'right' | 'told', Plan> = {
  foreign: { trees: 100, depth: 3, rate: 0.08, leaf: 25, loss: 'logistic' },
  tempting: { trees: 100, depth: 4, rate: 0.08, leaf: 25, loss: 'logistic' },
  right: { trees: 120, depth: 4, rate: 0.06, leaf: 25, loss: 'logistic' },
  told: { trees: 600, depth: 4, rate: 0.03, leaf: 20, loss: 'logistic', drawn: { features: 0.1, rows: 0.7 } },
};
/** How much a question in own words counts beside a public one. */
const OWN = 4;
const RIDGE = 60;
/** How much a public question counts beside one in own words where both are judged alike: there are many times as many. */
const PUBLIC = 0.15;

/** The judgements as learnt from all, as learnt without each fold, and what the latter say of it. */
export function fitDoubts(found: readonly Found[], folds: number): { whole: Doubts; folds: Doubts[]; held: Held[] } {
  const trees = (fold: number) => ({
    foreign: boost(rowsFor(found, fold, 'elsewhere'), PLANS.foreign),
    tempting: boost(rowsFor(found, fold, 'adversarial'), PLANS.tempting),
    right: boost(
      found.filter((one) => one.fold !== fold).map((one) => rowOf(one, one.isRight)),
      PLANS.right,
    ),
  });
  const apart = Array.from({ length: folds }, (_, fold) => trees(fold));
  const judged = found.map((one) => {
    const { foreign, tempting, right } = apart[one.fold] as (typeof apart)[number];
    const logits = [scoreOf(foreign, one.features), scoreOf(tempting, one.features), scoreOf(right, one.features)] as const;
    return { one, logits, features: [...one.features, ...logits] };
  });
  const rows = (fold: number, kinds: readonly Item['kind'][]): Row[] =>
    judged
      .filter(({ one }) => one.fold !== fold && kinds.includes(one.kind))
      .map(({ one, features }) => ({ features, label: one.kind === 'answerable' ? 1 : 0, weight: one.set === 'own' ? 1 : PUBLIC }));
  const last = (fold: number) => ({
    told: boost(rows(fold, ['answerable', 'elsewhere', 'adversarial']), PLANS.told),
    plain: fitLogit(rows(fold, ['answerable', 'elsewhere']), RIDGE),
  });
  const doubts = apart.map((one, fold) => ({ ...one, ...last(fold) }));
  const held = judged.map(({ one: { set, kind, fold }, logits: [foreign, tempting, right], features }) => ({
    set,
    kind,
    logits: { foreign, tempting, right, told: toldBy(doubts[fold] as Doubts, features) },
  }));
  return { whole: { ...trees(-1), ...last(-1) }, folds: doubts, held };
}

/** What is answered, and what of one kind is not. */
function rowsFor(found: readonly Found[], fold: number, kind: Item['kind']): Row[] {
  return found
    .filter((one) => one.fold !== fold && (one.kind === 'answerable' || one.kind === kind))
    .map((one) => rowOf(one, one.kind === 'answerable'));
}

function rowOf({ set, features }: Found, isSo: boolean): Row {
  return { features, label: isSo ? 1 : 0, weight: set === 'own' ? OWN : 1 };
}
