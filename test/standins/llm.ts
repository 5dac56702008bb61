import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, startOrigin } from './origin.ts';

/** What the model says to a prompt: an object, or a way to misbehave. */
export type Said =
  | Record<string, unknown>
  | 'cut json'
  | 'prose'
  | 'another form'
  | 'a page'
  | 'hang up'
  | 'ten megabytes'
  | 'endless'
  | 'silence'
  | 400
  | 401
  | 404
  | 413
  | 429
  | 500;

/** What a model writes that misbehaves. */
const WRITTEN: ReadonlyMap<Said, string> = new Map([
  ['cut json', '{"gist": '],
  ['prose', 'I am sorry, I would rather talk about something else.'],
  ['another form', '{"summary": "It went well."}'],
  ['ten megabytes', 'x'.repeat(10_000_000)],
]);

interface Prompt {
  instructions: string;
  prompt: string;
}

/** An OpenAI-compatible and an Anthropic-compatible server on loopback, with one model behind both. */
export async function startModel() {
  const prompts: Prompt[] = [];
  const endless = new Set<NodeJS.Timeout>();
  let model: (prompt: Prompt) => Said = () => ({});
  let hold: Promise<void> = Promise.resolve();
  const origin = await startOrigin((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await bodyOf(request)) as Body;
    const isAnthropic = request.url?.endsWith('/messages') === true;
    const prompt = isAnthropic ? anthropicPrompt(body) : openaiPrompt(body);
    prompts.push(prompt);
    const said = model(prompt);
    if (said === 'silence') return;
    if (said === 'hang up') {
      request.socket.destroy();
      return;
    }
    if (said === 'a page') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Welcome</title>');
      return;
    }
    if (typeof said === 'number') {
      response
        .writeHead(said, { 'content-type': 'application/json' })
        .end(JSON.stringify({ type: 'error', error: { type: 'error', message: `status ${said}` } }));
      return;
    }
    if (body.stream === true && typeof said === 'object') {
      await streamed(response, isAnthropic ? anthropicEvents(body, said) : openaiEvents(wordsOf(said)), () => hold);
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    if (said === 'endless') {
      response.write('{"id":"');
      const timer = setInterval(() => response.write('x'.repeat(100_000)), 5);
      endless.add(timer);
      response.on('close', () => clearInterval(timer));
      return;
    }
    const text = WRITTEN.get(said) ?? wordsOf(said);
    response.end(JSON.stringify(isAnthropic ? anthropicAnswer(body, text, said) : openaiAnswer(text)));
  }

  return {
    host: origin.host,
    url: `${origin.url}/v1`,
    prompts,
    says(next: (prompt: Prompt) => Said) {
      model = next;
    },
    /** Streams stop before their last piece until the promise is kept. */
    holdsUntil(next: Promise<void>) {
      hold = next;
    },
    async close() {
      for (const timer of endless) clearInterval(timer);
      await origin.close();
    },
  };
}

interface Body {
  system?: string | { text: string }[];
  messages: { role: string; content: string | { text?: string }[] }[];
  tools?: { name: string }[];
  stream?: boolean;
}

/** Server-sent events, the last piece of the answer held back. */
async function streamed(response: ServerResponse, events: readonly string[], hold: () => Promise<void>): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const held = events.findIndex((event) => event.includes(LAST_PIECE));
  response.write(events.slice(0, held).join(''));
  await hold();
  response.end(events.slice(held).join('').replace(LAST_PIECE, ''));
}

const LAST_PIECE = '\u2400';

/** Words as they are, anything else as JSON. */
function wordsOf(said: Said): string {
  return typeof said === 'object' && typeof said['words'] === 'string' ? said['words'] : JSON.stringify(said);
}

/** An object in pieces of a few characters, as a model writes it; the last one marked. */
function piecesOf(text: string): string[] {
  return [...(text.slice(0, -2).match(/[\s\S]{1,7}/g) ?? []), `${LAST_PIECE}${text.slice(-2)}`];
}

/** https://platform.openai.com/docs/api-reference/chat/streaming */
function openaiEvents(said: string): string[] {
  const chunk = (choices: unknown[], usage: unknown = null) =>
    `data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', created: 1_790_000_000, model: 'small', choices, usage })}\n\n`;
  return [
    ...piecesOf(said).map((content) => chunk([{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }])),
    chunk([{ index: 0, delta: {}, finish_reason: 'stop' }]),
    chunk([], { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1000 }),
    'data: [DONE]\n\n',
  ];
}

/** https://docs.claude.com/en/docs/build-with-claude/streaming */
function anthropicEvents({ tools }: Body, said: Record<string, unknown>): string[] {
  const event = (type: string, more: Record<string, unknown>) => `event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`;
  const tool = tools?.[0];
  const block = tool === undefined ? { type: 'text', text: '' } : { type: 'tool_use', id: 't1', name: tool.name, input: {} };
  const delta = (piece: string) =>
    tool === undefined ? { type: 'text_delta', text: piece } : { type: 'input_json_delta', partial_json: piece };
  const message = { id: 'm1', type: 'message', role: 'assistant', model: 'small', content: [], stop_reason: null, stop_sequence: null };
  return [
    event('message_start', { message: { ...message, usage: { input_tokens: 900, output_tokens: 1 } } }),
    event('content_block_start', { index: 0, content_block: block }),
    ...piecesOf(JSON.stringify(said)).map((piece) => event('content_block_delta', { index: 0, delta: delta(piece) })),
    event('content_block_stop', { index: 0 }),
    event('message_delta', {
      delta: { stop_reason: tool === undefined ? 'end_turn' : 'tool_use', stop_sequence: null },
      usage: { output_tokens: 100 },
    }),
    event('message_stop', {}),
  ];
}

function textOf(content: string | { text?: string }[]): string {
  return typeof content === 'string' ? content : content.map(({ text = '' }) => text).join('\n');
}

function openaiPrompt({ messages }: Body): Prompt {
  const of = (role: string) =>
    messages
      .filter((message) => message.role === role)
      .map(({ content }) => textOf(content))
      .join('\n');
  return { instructions: of('system'), prompt: of('user') };
}

function anthropicPrompt({ system = '', messages }: Body): Prompt {
  return { instructions: textOf(system), prompt: messages.map(({ content }) => textOf(content)).join('\n') };
}

/** https://platform.openai.com/docs/api-reference/chat/object */
function openaiAnswer(text: string) {
  return {
    id: 'c1',
    object: 'chat.completion',
    created: 1_790_000_000,
    model: 'small',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: text } }],
    usage: { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1000 },
  };
}

/** https://docs.claude.com/en/api/messages */
function anthropicAnswer({ tools }: Body, text: string, said: Said) {
  const tool = tools?.[0];
  const content =
    tool === undefined || typeof said !== 'object' ? { type: 'text', text } : { type: 'tool_use', id: 't1', name: tool.name, input: said };
  return {
    id: 'm1',
    type: 'message',
    role: 'assistant',
    model: 'small',
    content: [content],
    stop_reason: content.type === 'tool_use' ? 'tool_use' : 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 900, output_tokens: 100 },
  };
}
