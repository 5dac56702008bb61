import { z } from 'zod';
import type { Environment } from '../../src/config.ts';
import { askPlatform, faulty, fine, type Finding } from '../finding.ts';
import type { Parsed } from '../parsed.ts';

/** One workspace by its token, over Socket Mode or signed HTTP; or any workspace that installs the app, over HTTP with OAuth. */
export interface SlackConfig {
  apiUrl: string;
  mode:
    | { type: 'socket'; botToken: string; appToken: string }
    | { type: 'http'; botToken: string; signingSecret: string; port: number }
    | {
        type: 'oauth';
        clientId: string;
        clientSecret: string;
        signingSecret: string;
        port: number;
        /** What installations are sealed under, and the state of an installation is signed with. */
        secret: string;
        redirectUri: string | undefined;
      };
}

const Variables = z.object({
  SLACK_API_URL: z.url().endsWith('/api/', 'must end in /api/').default('https://slack.com/api/'),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must be a bot token, which begins with xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'must be an app-level token, which begins with xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(8, 'must be the Signing Secret of the app’s Basic Information page').optional(),
  SLACK_CLIENT_ID: z.string().min(1).optional(),
  SLACK_CLIENT_SECRET: z.string().min(8, 'must be the Client Secret of the app’s Basic Information page').optional(),
  BREVIER_SECRET: z.string().min(32, 'must have at least 32 characters, for example the output of: openssl rand -base64 32').optional(),
  BREVIER_PUBLIC_URL: z.url().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
});

/** Absent without a bot token and without a client id; faulty with the fields named. */
export function slackConfig(env: Environment): Parsed<SlackConfig> {
  if (!env['SLACK_BOT_TOKEN'] && !env['SLACK_CLIENT_ID']) {
    const stray = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_CLIENT_SECRET'].filter((name) => env[name]);
    return stray.length === 0
      ? { status: 'absent' }
      : { status: 'faulty', faults: [`${stray.join(', ')} is set, but SLACK_BOT_TOKEN is not. Copy it from OAuth & Permissions.`] };
  }
  const parsed = Variables.safeParse(env);
  if (!parsed.success) {
    return { status: 'faulty', faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  }
  const { SLACK_API_URL: apiUrl, SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, ...rest } = parsed.data;
  const { SLACK_SIGNING_SECRET: signingSecret, PORT: port } = rest;
  if (botToken === undefined) return oauthConfig(apiUrl, rest);
  if (appToken !== undefined) return { status: 'ready', config: { apiUrl, mode: { type: 'socket', botToken, appToken } } };
  if (signingSecret !== undefined) return { status: 'ready', config: { apiUrl, mode: { type: 'http', botToken, signingSecret, port } } };
  return { status: 'faulty', faults: ['Set SLACK_APP_TOKEN (Socket Mode, the easy way) or SLACK_SIGNING_SECRET (HTTP).'] };
}

function oauthConfig(
  apiUrl: string,
  values: Omit<z.infer<typeof Variables>, 'SLACK_API_URL' | 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'>,
): Parsed<SlackConfig> {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_SIGNING_SECRET: signingSecret } = values;
  const { BREVIER_SECRET: secret, BREVIER_PUBLIC_URL: publicUrl, PORT: port } = values;
  const named = { SLACK_CLIENT_SECRET: clientSecret, SLACK_SIGNING_SECRET: signingSecret, BREVIER_SECRET: secret };
  const missing = Object.entries(named).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (clientId === undefined || clientSecret === undefined || signingSecret === undefined || secret === undefined) {
    return { status: 'faulty', faults: [`SLACK_CLIENT_ID is set for installing by OAuth, but not ${missing.join(', ')}.`] };
  }
  const redirectUri = publicUrl === undefined ? undefined : `${publicUrl.replace(/\/+$/, '')}/slack/oauth_redirect`;
  return { status: 'ready', config: { apiUrl, mode: { type: 'oauth', clientId, clientSecret, signingSecret, port, secret, redirectUri } } };
}

/** The bot scopes of manifest.json, each of which the README explains. */
export const SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'chat:write',
  'commands',
  'files:write',
  'groups:history',
  'im:history',
  'mpim:history',
  'users:read',
];

/** Does Slack take the tokens, and were all permissions granted? */
export async function checkSlack(config: SlackConfig, signal: AbortSignal): Promise<Finding[]> {
  if (config.mode.type === 'oauth') {
    return [fine(`Slack workspaces install the app at port ${config.mode.port}, path /slack/install`)];
  }
  const { botToken } = config.mode;
  const auth = await askPlatform(`${config.apiUrl}auth.test`, { method: 'POST', authorization: `Bearer ${botToken}` }, signal);
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
  if (mode.type !== 'socket') return fine(`Slack events are expected by HTTP on port ${mode.port}, path /slack/events`);
  const opened = await askPlatform(`${apiUrl}apps.connections.open`, { method: 'POST', authorization: `Bearer ${mode.appToken}` }, signal);
  return opened?.body['ok'] === true
    ? fine('Slack opens a Socket Mode connection')
    : faulty(
        `Slack refuses SLACK_APP_TOKEN (${String(opened?.body['error'] ?? 'no answer')})`,
        'Make an app-level token with connections:write on Basic Information, and switch Socket Mode on.',
      );
}
