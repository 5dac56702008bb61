import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { feedLine, importFeeds } from '../bot/feeds.ts';
import { nearestWord } from '../bot/suggest.ts';
import { BrevierError } from '../errors.ts';
import { readOpml, writeOpml } from '../feed/opml.ts';
import { channelKey } from '../model/target.ts';
import type { ChannelFeed } from '../ports.ts';
import type { Cli, Command } from './command.ts';
import { asRequest, operate, OPERATOR, targetOption } from './operate.ts';
import { parsed } from './options.ts';
import { withProgress } from './progress.ts';

const VERBS = ['add', 'list', 'remove', 'resume', 'import', 'export'] as const;

/** `brevier feeds add|list|remove|resume|import|export … --target <channel>` */
export const feeds: Command = async (cli, words) => {
  const { values, positionals } = parsed(words, { target: { type: 'string' }, json: { type: 'boolean', default: false } });
  const [first = 'list', ...rest] = positionals;
  const verb = VERBS.find((known) => known === first);
  if (verb === undefined) {
    const near = nearestWord(first, VERBS);
    throw new BrevierError(
      'command/usage',
      `There is no “feeds ${first}”.${near === null ? '' : ` Did you mean ${near}?`} Try: brevier help`,
    );
  }
  const target = targetOption(values.target);
  const channel = channelKey(target);
  const print = (plain: unknown, lines: readonly string[]) =>
    cli.stdout.write(values.json ? `${JSON.stringify(plain, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
  return await operate(cli, async ({ context, desk }) => {
    const { store } = context;
    switch (verb) {
      case 'add': {
        if (rest.length === 0) throw new BrevierError('command/usage', 'Say which one: brevier feeds add <url> --target <channel>');
        for (const url of rest) {
          const { feed, isNew } = await withProgress(cli, `Reading ${url}`, desk.addFeed({ url, target, user: OPERATOR }, cli.signal));
          print({ ...feed, isNew }, [`${isNew ? 'Added' : 'Was there already:'} ${feed.title ?? feed.url} (${feed.url})`]);
        }
        return 0;
      }
      case 'list': {
        const known = await store.feedsOf(channel);
        print(known, known.length === 0 ? [`No feed in ${channel}.`] : known.map(feedLine));
        return 0;
      }
      case 'remove':
      case 'resume': {
        const feed = found(await store.feedsOf(channel), rest[0]);
        if (verb === 'remove') {
          await store.removeFeed(channel, feed.id);
          print({ removed: feed.url }, [`${feed.url} is no longer read in ${channel}.`]);
          return 0;
        }
        const { addedBy: _addedBy, ...plain } = feed;
        const next = await desk.resumeFeed(plain, cli.signal);
        print(next, [next.problem === null ? `${next.url} is read again.` : `${next.url} still cannot be read. ${next.problem}`]);
        return next.problem === null ? 0 : 1;
      }
      case 'import': {
        const outlines = readOpml((await bytesFrom(cli, rest[0])).toString('utf8'));
        const work = importFeeds({ desk }, outlines, { ...asRequest(target) }, cli.signal);
        const report = await withProgress(cli, `Reading ${outlines.length} feeds`, work);
        print(report, [`${report.added} feeds added, ${report.known} were there already.`, ...report.problems]);
        return report.problems.length === 0 ? 0 : 1;
      }
      case 'export':
        cli.stdout.write(writeOpml(await store.feedsOf(channel), `Feeds of ${channel}`));
        return 0;
      default:
        return verb satisfies never;
    }
  });
};

async function bytesFrom(cli: Cli, path: string | undefined): Promise<Buffer> {
  if (path === undefined)
    throw new BrevierError('command/usage', 'Say which file: brevier feeds import <file.opml | -> --target <channel>');
  if (path === '-') return await buffer(cli.stdin);
  try {
    return await readFile(path);
  } catch (cause) {
    throw new BrevierError('source/unreadable', `The file ${path} cannot be read.`, { cause });
  }
}

/** @throws BrevierError `feed/unknown` */
function found(known: readonly ChannelFeed[], words: string | undefined): ChannelFeed {
  const feed = known.find(({ url, id }) => url === words || (words !== undefined && words.length >= 8 && id.startsWith(words)));
  if (feed === undefined)
    throw new BrevierError('feed/unknown', `There is no such feed: ${words ?? 'name its address'}. brevier feeds list shows them.`);
  return feed;
}
