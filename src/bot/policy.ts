import { BrevierError } from '../errors.ts';
import { Policy } from '../model/policy.ts';
import { channelKey, workspaceKey, type Target } from '../model/target.ts';
import type { Store } from '../ports.ts';
import type { Labels } from '../view/labels/labels.ts';
import { labelsFor } from '../view/labels/tables.ts';
import type { ReadContext } from './context.ts';
import type { Asking } from './request.ts';

type Deed = 'brief' | 'share' | 'schedule';

const DEEDS: Readonly<Record<Deed, string>> = {
  brief: 'have articles briefed',
  share: 'share answers',
  schedule: 'change feeds and digests',
};

/** Within one request the rules are looked up once. */
const known = new WeakMap<Asking, Promise<Policy>>();

/** The rules for a request. */
export async function rulesFor(store: Pick<Store, 'policyChanges'>, request: Asking): Promise<Policy> {
  const earlier = known.get(request);
  if (earlier !== undefined) return await earlier;
  const policy = policyFor(store, request.target);
  known.set(request, policy);
  return await policy;
}

/** The rules that hold in a channel: its own, then the workspace's, then the default. */
export async function policyFor(store: Pick<Store, 'policyChanges'>, target: Target): Promise<Policy> {
  const [wide, own] = await store.policyChanges([workspaceKey(target), channelKey(target)]);
  return Policy.parse({ ...wide, ...own });
}

/**
 * Lets a deed pass, and counts it where it is limited.
 * @throws BrevierError `policy/denied`, `policy/limit`
 */
export async function allow(context: Pick<ReadContext, 'store' | 'clock'>, request: Asking, deed: Deed): Promise<Policy> {
  const policy = await rulesFor(context.store, request);
  if (policy[deed] === 'managers' && !(await isManager(request, policy))) {
    throw new BrevierError(
      'policy/denied',
      `Here only managers may ${DEEDS[deed]}. Ask one of them, or use Brevier in your direct messages. /brief settings shows the rules.`,
    );
  }
  if (deed === 'brief') await count(context, request, policy);
  return policy;
}

/** The words of briefs and answers here. */
export async function labelsHere(store: Pick<Store, 'policyChanges'>, request: Asking): Promise<Labels> {
  return labelsFor((await rulesFor(store, request)).language);
}

/** May this person decide for everybody here? */
export async function isManager(request: Asking, { managerRole }: Pick<Policy, 'managerRole'>): Promise<boolean> {
  if (request.asker === undefined) return true;
  const asker = await request.asker();
  return asker.isManager || (managerRole !== null && asker.roles.includes(managerRole));
}

async function count({ store, clock }: Pick<ReadContext, 'store' | 'clock'>, request: Asking, policy: Policy): Promise<void> {
  const day = clock.now().toISOString().slice(0, 10);
  const limits = [
    { scope: request.user, most: policy.personDaily, whose: 'You have had' },
    { scope: channelKey(request.target), most: policy.channelDaily, whose: 'This channel has had' },
  ];
  const used = await store.countUse(
    limits.filter(({ most }) => most !== null).map(({ scope }) => scope),
    day,
  );
  for (const { scope, most, whose } of limits) {
    if (most !== null && (used.get(scope) ?? 0) > most) {
      throw new BrevierError(
        'policy/limit',
        `${whose} the ${most} briefs and questions of today. The count begins again at 00:00 UTC; a manager can change it with /brief settings.`,
      );
    }
  }
}
