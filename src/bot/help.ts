import type { View } from '../view/view.ts';
import { viewMessage } from '../view/message-view.ts';

const COMMANDS: readonly [string, string][] = [
  ['/brief <link or text>', 'a short brief: summary, key figures, quotes, each with its sentence'],
  ['/brief short <link>', 'two points; long for eight'],
  ['/brief figures <link or text>', 'only the card of key figures'],
  ['/brief image <link or text>', 'the card of key figures as an image'],
  ['/brief save <link>', 'keeps the article for you; /brief saved lists what you keep'],
  ['/ask <question>', 'about the article last briefed here'],
  ['/ask <link> <question>', 'about that article'],
  ['/digest now', 'what is new in the feeds of this channel; without feeds, everything briefed here in the last 24 hours'],
  ['/digest now <link> <link> …', 'a digest of these articles'],
  ['/digest feeds add <link>', 'this channel reads that feed, or the feed of that site; list, remove, resume, import, export'],
  ['/digest schedule weekdays at 8 in Europe/Berlin', 'a digest of the feeds, by itself; list, pause, resume, remove'],
  ['/digest preview', 'what the next digest would say, only for you'],
  ['/digest log', 'what was delivered, and what was not'],
  ['/brief why <link>', 'why a story stands in a digest, or why not; what a model wrote and was not posted'],
  ['/brief settings', 'the rules of this channel: who may do what, private or public answers, daily limits, language'],
  ['/brief home', 'your digests, their feeds and what you saved'],
  ['help', 'this list'],
];

/** What can be asked, the same words on every platform. `intro` goes first when there is something to explain. */
export function viewHelp(intro: string | null): View {
  const view = viewMessage(intro ?? 'Send me a link or a text, and I sum it up with proof for every line.');
  return {
    title: view.title,
    blocks: [
      ...view.blocks,
      {
        type: 'points',
        items: COMMANDS.map(([command, does]) => [
          { type: 'text', text: command, code: true },
          { type: 'text', text: ` ${does}` },
        ]),
      },
      {
        type: 'meta',
        inlines: [{ type: 'text', text: 'Mention me with a link to brief it. In the thread of a brief, just ask: no mention needed.' }],
      },
    ],
  };
}
