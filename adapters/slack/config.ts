import { z } from 'zod';
import type { Environment } from '../../src/config.ts';
import type { Parsed } from '../parsed.ts';

/** Socket Mode when there is an app token, signed HTTP on `PORT` otherwise. */
export interface SlackConfig {
  apiUrl: string;
  botToken: string;
  mode: { type: 'socket'; appToken: string } | { type: 'http'; signingSecret: string; port: number };
}

const Variables = z.object({
  SLACK_API_URL: z.url().endsWith('/api/', 'must end in /api/').default('https://slack.com/api/'),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must be a bot token, which begins with xoxb-'),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'must be an app-level token, which begins with xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(8, 'must be the Signing Secret of the app’s Basic Information page').optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
});

/** Absent without a bot token; faulty with the fields named. */
export function slackConfig(env: Environment): Parsed<SlackConfig> {
  if (!env['SLACK_BOT_TOKEN']) {
    const stray = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'].filter((name) => env[name]);
    return stray.length === 0 ? { status: 'absent' } : { status: 'faulty', faults: [`${stray.join(', ')} is set, but SLACK_BOT_TOKEN is not. Copy it from OAuth & Permissions.`] };
  }
  const parsed = Variables.safeParse(env);
  if (!parsed.success) {
    return { status: 'faulty', faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  }
  const { SLACK_API_URL: apiUrl, SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret, PORT: port } = parsed.data;
  if (appToken !== undefined) return { status: 'ready', config: { apiUrl, botToken, mode: { type: 'socket', appToken } } };
  if (signingSecret !== undefined) return { status: 'ready', config: { apiUrl, botToken, mode: { type: 'http', signingSecret, port } } };
  return { status: 'faulty', faults: ['Set SLACK_APP_TOKEN (Socket Mode, the easy way) or SLACK_SIGNING_SECRET (HTTP).'] };
}
