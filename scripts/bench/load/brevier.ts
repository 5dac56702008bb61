// Brevier as users start it, in a process of its own, for the load benches. Says `ready` when its chats are connected.
import { serve } from '../../../src/serve.ts';

const stopping = new AbortController();
process.once('SIGTERM', () => stopping.abort());
const terminal = { write: (words: string) => void (words.includes('is connected') && process.send?.('ready')), colour: false, width: 80 };
await serve(process.env, terminal, stopping.signal);
process.exit(0);
