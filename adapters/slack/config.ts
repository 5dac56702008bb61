import { z } from 'zod';
import type { Environment } from '../../src/config.ts';
import { askPlatform, faulty, fine, type Finding } from '../finding.ts';
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
    return stray.length === 0
      ? { status: 'absent' }
      : { status: 'faulty', faults: [`${stray.join(', ')} is set, but SLACK_BOT_TOKEN is not. Copy it from OAuth & Permissions.`] };
  }
  const parsed = Variables.safeParse(env);
  if (!parsed.success) {
    return { status: 'faulty', faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  }
  const {
    SLACK_API_URL: apiUrl,
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    PORT: port,
  } = parsed.data;
  if (appToken !== undefined) return { status: 'ready', config: { apiUrl, botToken, mode: { type: 'socket', appToken } } };
  if (signingSecret !== undefined) return { status: 'ready', config: { apiUrl, botToken, mode: { type: 'http', signingSecret, port } } };
  return { status: 'faulty', faults: ['Set SLACK_APP_TOKEN (Socket Mode, the easy way) or SLACK_SIGNING_SECRET (HTTP).'] };
}

/** The bot scopes of manifest.json that a brief cannot do without. */
const SCOPES = ['app_mentions:read', 'channels:history', 'chat:write', 'commands', 'groups:history', 'im:history'];

/** Does Slack take the tokens, and were all permissions granted? */
export async function checkSlack(config: SlackConfig, signal: AbortSignal): Promise<Finding[]> {
  const auth = await askPlatform(`${config.apiUrl}auth.test`, { method: 'POST', authorization: `Bearer ${config.botToken}` }, signal);
  if (auth === null || typeof auth.body['ok'] !== 'boolean')
    return [faulty('Slack cannot be reached', `Check the network and SLACK_API_URL (${config.apiUrl}).`)];
  if (!auth.body['ok']) {
    return [
      faulty(
        `Slack refuses SLACK_BOT_TOKEN (${String(auth.body['error'])})`,
        'Install the app again and copy the Bot User OAuth Token from OAuth & Permissions.',
      ),
    ];
  }
  const granted = (auth.headers.get('x-oauth-scopes') ?? '').split(',').map((scope) => scope.trim());
  const missing = SCOPES.filter((scope) => !granted.includes(scope));
  return [
    fine(`Slack knows the bot as ${String(auth.body['user'])} in ${String(auth.body['team'])}`),
    missing.length === 0
      ? fine('Slack has granted every permission')
      : faulty(
          `Slack has not granted ${missing.join(', ')}`,
          'Paste adapters/slack/manifest.json into App Manifest and install the app again.',
        ),
    await checkEvents(config, signal),
  ];
}

async function checkEvents({ apiUrl, mode }: SlackConfig, signal: AbortSignal): Promise<Finding> {
  if (mode.type === 'http') return fine(`Slack events are expected by HTTP on port ${mode.port}, path /slack/events`);
  const opened = await askPlatform(`${apiUrl}apps.connections.open`, { method: 'POST', authorization: `Bearer ${mode.appToken}` }, signal);
  return opened?.body['ok'] === true
    ? fine('Slack opens a Socket Mode connection')
    : faulty(
        `Slack refuses SLACK_APP_TOKEN (${String(opened?.body['error'] ?? 'no answer')})`,
        'Make an app-level token with connections:write on Basic Information, and switch Socket Mode on.',
      );
}
