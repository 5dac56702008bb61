import type { startSlack } from '../standins/slack.ts';
import { limitFaults, type SlackMessage } from '../../adapters/slack/limits.ts';

/** Limits of views, https://docs.slack.dev/reference/views/ and of the elements in them. Messages have theirs in the adapter. */
const VIEW = {
  blocks: 100,
  title: 24,
  submit: 24,
  metadata: 3000,
  callbackId: 255,
  placeholder: 150,
  label: 2000,
  option: 75,
  options: 100,
};

interface Json {
  [name: string]: unknown;
}

/** Every limit of Slack's that the arguments of a call break, as sentences. */
function payloadFaults(method: string, args: Json): string[] {
  const faults: string[] = [];
  if (Array.isArray(args['blocks']) && typeof args['text'] === 'string') faults.push(...limitFaults(args as unknown as SlackMessage));
  if (method.startsWith('chat.') && method !== 'chat.delete' && typeof args['text'] !== 'string')
    faults.push(`${method} has no fallback text`);
  if (method === 'chat.postMessage' && (args['unfurl_links'] === true || args['unfurl_media'] === true)) faults.push('a link would unfold');
  if (typeof args['view'] === 'object' && args['view'] !== null) faults.push(...viewFaults(args['view'] as Json));
  return faults.map((fault) => `${method}: ${fault}`);
}

function viewFaults(view: Json): string[] {
  const faults: string[] = [];
  const check = (what: string, size: number, most: number) => {
    if (size > most) faults.push(`${what}: ${size} is over ${most}`);
  };
  const blocks = (view['blocks'] ?? []) as Json[];
  check('blocks', blocks.length, VIEW.blocks);
  check('title', textOf(view['title']).length, VIEW.title);
  check('submit', textOf(view['submit']).length, VIEW.submit);
  check('private_metadata', String(view['private_metadata'] ?? '').length, VIEW.metadata);
  check('callback_id', String(view['callback_id'] ?? '').length, VIEW.callbackId);
  if (view['type'] === 'modal' && textOf(view['title']) === '') faults.push('a modal has no title');
  if (view['type'] === 'modal' && blocks.some(({ type }) => type === 'input') && textOf(view['submit']) === '')
    faults.push('a form cannot be sent');
  for (const block of blocks.filter(({ type }) => type === 'input')) {
    check('label', textOf(block['label']).length, VIEW.label);
    const element = block['element'] as Json;
    check('placeholder', textOf(element['placeholder']).length, VIEW.placeholder);
    const options = (element['options'] ?? []) as Json[];
    check('options', options.length, VIEW.options);
    for (const option of options) check('option', textOf(option['text']).length, VIEW.option);
  }
  return faults;
}

function textOf(value: unknown): string {
  return (value as { text?: string } | undefined)?.text ?? '';
}

/** What Slack would have refused of all that was sent to it, as sentences. */
export function sentFaults({ calls, responses }: Pick<Awaited<ReturnType<typeof startSlack>>, 'calls' | 'responses'>): string[] {
  return [
    ...calls.flatMap(({ method, args }) => payloadFaults(method, args)),
    ...responses.flatMap(({ message }) => (message['delete_original'] === true ? [] : payloadFaults('chat.respond', message))),
  ];
}
