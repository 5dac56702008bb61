import { z } from 'zod';
import type { Asker } from '../../../src/bot/request.ts';
import { call, type Client } from '../send.ts';

interface Person extends Asker {
  /** IANA name of the zone in the person's profile; null when it is not known. */
  zone: string | null;
}

/** Rights change seldom, and one lookup must not cost every request. */
const FRESH_MS = 5 * 60_000;
const REMEMBERED = 5000;

const Profile = z.object({
  user: z.object({
    tz: z.string().optional(),
    is_admin: z.boolean().optional(),
    is_owner: z.boolean().optional(),
    is_primary_owner: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
  }),
});

/** Who people are, from users.info. Somebody who cannot be looked up decides nothing for others. */
export function createPeople(now: () => Date) {
  const known = new Map<string, { person: Person; at: number }>();
  return async (client: Client, id: string, signal: AbortSignal): Promise<Person> => {
    const at = now().getTime();
    const fresh = known.get(id);
    if (fresh !== undefined && at - fresh.at < FRESH_MS) return fresh.person;
    const person = await lookUp(client, id, signal);
    if (known.size >= REMEMBERED) known.clear();
    known.set(id, { person, at });
    return person;
  };
}

export type People = ReturnType<typeof createPeople>;

async function lookUp(client: Client, user: string, signal: AbortSignal): Promise<Person> {
  const parsed = Profile.safeParse(await call(client, 'users.info', { user }, signal).catch(() => null));
  if (!parsed.success) return { isManager: false, roles: [], zone: null };
  const { tz, is_admin: admin, is_owner: owner, is_primary_owner: primary, is_stranger: stranger } = parsed.data.user;
  return { isManager: (admin ?? owner ?? primary ?? false) && stranger !== true, roles: [], zone: tz ?? null };
}
