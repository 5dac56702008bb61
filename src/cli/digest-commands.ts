import { change, described, logged } from '../bot/schedule.ts';
import { scheduleFrom, subscriptionFrom } from '../bot/schedule-words.ts';
import { nearestWord } from '../bot/suggest.ts';
import { BrevierError } from '../errors.ts';
import { channelKey } from '../model/target.ts';
import type { BotContext } from '../bot/context.ts';
import type { Subscription } from '../model/subscription.ts';
import type { Cli, Command, ExitCode } from './command.ts';
import { asRequest, operate, OPERATOR, targetOption } from './operate.ts';
import { formatFrom, parsed } from './options.ts';
import { withProgress } from './progress.ts';

const VERBS = ['schedule', 'list', 'preview', 'now', 'pause', 'resume', 'remove', 'log'] as const;
const LOGGED = 30;
const OPTIONS = {
  target: { type: 'string' },
  json: { type: 'boolean', default: false },
  as: { type: 'string' },
  cron: { type: 'string' },
  at: { type: 'string' },
  zone: { type: 'string' },
  feed: { type: 'string', multiple: true },
  budget: { type: 'string' },
  stories: { type: 'string' },
  'per-site': { type: 'string' },
  only: { type: 'string' },
  mute: { type: 'string' },
  quiet: { type: 'string' },
  off: { type: 'string' },
  layout: { type: 'string' },
  'when-quiet': { type: 'string' },
} as const;
type Values = ReturnType<typeof parsed<typeof OPTIONS>>['values'];

/** `brevier digest schedule|list|preview|now|pause|resume|remove|log --target <channel>` */
export const digest: Command = async (cli, words) => {
  const { values, positionals } = parsed(words, OPTIONS);
  const [first = 'list', id = ''] = positionals;
  const verb = VERBS.find((known) => known === first);
  if (verb === undefined) {
    const near = nearestWord(first, VERBS);
    throw new BrevierError(
      'command/usage',
      `There is no “digest ${first}”.${near === null ? '' : ` Did you mean ${near}?`} Try: brevier help`,
    );
  }
  return await operate(cli, async ({ context }) => await done(cli, context, { verb, id, values }));
};

async function done(
  cli: Cli,
  context: BotContext,
  { verb, id, values }: { verb: (typeof VERBS)[number]; id: string; values: Values },
): Promise<ExitCode> {
  const { store, desk, clock } = context;
  const print = (plain: unknown, told: readonly string[]) => {
    cli.stdout.write(values.json ? `${JSON.stringify(plain, null, 2)}\n` : told.map((line) => `${line}\n`).join(''));
  };
  if ((verb === 'list' || verb === 'log') && values.target === undefined) return await everywhere(context, verb, print);
  const target = targetOption(values.target);
  const channel = channelKey(target);
  switch (verb) {
    case 'schedule': {
      const subscription = subscriptionFrom(scheduleFrom(scheduleWords(values), null), target, OPERATOR, clock.now());
      for (const url of values.feed ?? [])
        await withProgress(cli, `Reading ${url}`, desk.addFeed({ url, target, user: OPERATOR }, cli.signal));
      await store.saveSubscription(subscription);
      print(subscription, [`${channel}: ${described(subscription, clock.now())}`]);
      return 0;
    }
    case 'preview': {
      const [subscription] = await store.subscriptions(channel);
      const view = await withProgress(cli, 'Reading the feeds', desk.preview(target, subscription ?? null, cli.signal));
      const format = formatFrom(values.as);
      cli.stdout.write(values.json || format === 'json' ? `${JSON.stringify(view, null, 2)}\n` : cli.show(view, format));
      return 0;
    }
    case 'now': {
      const [subscription] = await store.subscriptions(channel);
      const digestId = await desk.now(target, subscription ?? null);
      print({ digest: digestId }, [
        `The digest for ${channel} is due. The running bot posts it within a minute; brevier digest log says when.`,
      ]);
      return 0;
    }
    case 'pause':
    case 'resume':
    case 'remove': {
      const view = await change(context, asRequest(target), verb, id);
      print({ done: view.title }, [view.title]);
      return 0;
    }
    case 'list': {
      const subscriptions = await store.subscriptions(channel);
      print(subscriptions, subscriptions.length === 0 ? [`No digest is scheduled in ${channel}.`] : lines(subscriptions, clock.now()));
      return 0;
    }
    case 'log':
      await printLog(context, channel, print);
      return 0;
    default:
      return verb satisfies never;
  }
}

type Print = (plain: unknown, lines: readonly string[]) => void;

async function everywhere(context: BotContext, verb: 'list' | 'log', print: Print): Promise<ExitCode> {
  if (verb === 'log') {
    await printLog(context, null, print);
    return 0;
  }
  const subscriptions = await context.store.subscriptions(null);
  print(subscriptions, subscriptions.length === 0 ? ['No digest is scheduled.'] : lines(subscriptions, context.clock.now()));
  return 0;
}

async function printLog({ store }: BotContext, channel: string | null, print: Print): Promise<void> {
  const digests = await store.digests(channel, LOGGED);
  const subscriptions = await store.subscriptions(channel);
  const rows: string[] = [];
  const plain: unknown[] = [];
  for (const one of digests) {
    const deliveries = await store.deliveries(one.id);
    const zone = subscriptions.find(({ id }) => id === one.subscriptionId)?.zone ?? 'UTC';
    rows.push(`${one.channel}  ${logged(one, deliveries, zone)}`);
    plain.push({ ...one, deliveries: deliveries.map(({ view: _view, ...delivery }) => delivery) });
  }
  print(plain, rows.length === 0 ? ['No digest has been due yet.'] : rows);
}

function lines(subscriptions: readonly Subscription[], now: Date): string[] {
  return subscriptions.map((subscription) => `${channelKey(subscription.target)}: ${described(subscription, now)}`);
}

/** The options as the words that a chat would have typed, so that both are read and refused alike. */
function scheduleWords(values: Values): string {
  const time = values.cron ?? values.at;
  if (time === undefined || values.zone === undefined)
    throw new BrevierError(
      'command/usage',
      'Say when and where: brevier digest schedule --target <channel> --at "weekdays at 8" --zone Europe/Berlin [--feed <url>]. --cron takes a cron expression.',
    );
  const clauses: [string, string | undefined][] = [
    ['budget', values.budget],
    ['stories', values.stories],
    ['per site', values['per-site']],
    ['only', values.only],
    ['mute', values.mute],
    ['quiet', values.quiet],
    ['off', values.off],
    ['as', values.layout],
    ['when quiet', values['when-quiet']],
  ];
  return [`${time} in ${values.zone}`, ...clauses.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]))].join('; ');
}
