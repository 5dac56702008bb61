import { afterAll, describe, expect, it } from 'vitest';
import type { Request } from '../../src/bot/request.ts';
import type { Target } from '../../src/model/target.ts';
import { startBot } from '../rig.ts';

const bot = await startBot();
afterAll(() => bot.close());

const signal = new AbortController().signal;
let events = 0;

interface Person {
  name: string;
  isManager?: boolean;
  roles?: string[];
}

const ANN: Person = { name: 'ann' };
const BOSS: Person = { name: 'boss', isManager: true };

async function ask(who: Person, act: Request['act'], channel = 'C1') {
  events += 1;
  const target: Target = { platform: 'slack', team: 'T1', channel, thread: null };
  const asker = () => Promise.resolve({ isManager: who.isManager ?? false, roles: who.roles ?? [] });
  return await bot.handler({ eventId: `policy-${events}`, target, user: `slack:T1/${who.name}`, asker, act }, signal);
}

async function say(who: Person, text: string, channel?: string): Promise<string> {
  const [, name = '', words = ''] = /^(\w+) ?(.*)$/s.exec(text) ?? [];
  return JSON.stringify((await ask(who, { type: 'command', name, text: words }, channel))?.view);
}

describe('the rules of a channel', () => {
  it('let everybody do everything at first, and answer privately', async () => {
    const shown = await say(ANN, 'brief settings');
    expect(shown).toContain('answers private');
    expect(shown).toContain('brief everyone, share everyone, schedule everyone');
  });

  it('are changed by managers only', async () => {
    expect(await say(ANN, 'brief settings answers public')).toContain('Only managers may change the rules');
    expect(await say(BOSS, 'brief settings answers public')).toContain('Noted for this channel');
    expect((await ask(ANN, { type: 'command', name: 'brief', text: bot.url }))?.visibility).toBe('public');
    expect((await ask(ANN, { type: 'command', name: 'brief', text: bot.url }, 'C2'))?.visibility).toBe('private');
  });

  it('hold in every channel of the workspace that has none of its own', async () => {
    await say(BOSS, 'brief settings workspace schedule managers', 'C3');
    expect(await say(ANN, 'digest schedule weekdays at 8 in Europe/Berlin', 'C4')).toContain('only managers may change feeds and digests');
    expect(await say(ANN, 'digest feeds add https://example.org/feed', 'C4')).toContain('only managers may');
    expect(await say(ANN, 'digest list', 'C4')).toContain('No digest is scheduled here');
    await say(BOSS, 'brief settings schedule everyone', 'C4');
    expect(await say(ANN, 'digest schedule weekdays at 8 in Europe/Berlin', 'C4')).toContain('A digest on weekdays');
    await say(BOSS, 'brief settings workspace reset', 'C3');
    expect(await say(ANN, 'digest schedule weekdays at 8 in Europe/Berlin', 'C5')).toContain('A digest on weekdays');
  });

  it('count the members of a named role as managers', async () => {
    await say(BOSS, 'brief settings role <@&77>', 'C6');
    await say(BOSS, 'brief settings brief managers', 'C6');
    expect(await say(ANN, `brief ${bot.url}`, 'C6')).toContain('only managers may have articles briefed');
    expect(await say({ name: 'eva', roles: ['77'] }, `brief ${bot.url}`, 'C6')).toContain('1,200');
  });

  it('offer to keep a brief where it may not be shared', async () => {
    await say(BOSS, 'brief settings share managers', 'C7');
    const anns = await say(ANN, `brief ${bot.url}`, 'C7');
    expect(anns).toContain('"action":"keep"');
    expect(anns).not.toContain('"action":"share"');
    expect(await say(BOSS, `brief ${bot.url}`, 'C7')).toContain('"action":"share"');
    const ref = /"action":"keep".*?"ref":"([0-9a-f]+)"/.exec(anns)?.[1] ?? '';
    expect((await ask(ANN, { type: 'action', action: 'share', ref, text: null }, 'C7'))?.visibility).toBe('private');
    expect((await ask(ANN, { type: 'action', action: 'keep', ref, text: null }, 'C7'))?.visibility).toBe('direct');
  });

  it('choose the language of the words around what articles say', async () => {
    expect(await say(BOSS, 'brief settings language de', 'C8')).toContain('language de');
    const brief = await say(ANN, `brief ${bot.url}`, 'C8');
    for (const words of ['Lesezeit', 'nichts hat diesen Server verlassen', 'Hilfreich']) expect(brief).toContain(words);
    expect(brief).toContain('more than 1,200');
    expect(brief).not.toMatch(/min read|checked|not attributed|Helpful/u);
    expect(await say(ANN, `ask ${bot.url} What does the coffee taste of?`, 'C8')).toContain('Das steht nicht im Artikel.');
    expect(await say(ANN, `digest now ${bot.url}`, 'C8')).toContain('1 Meldung');
    expect(await say(ANN, `brief ${bot.url}`, 'C9')).toContain('nothing left this server');
  });

  it.each([
    ['settings anwsers public', 'Did you mean answers?'],
    ['settings answers loud', 'answers takes private or public'],
    ['settings person zero', 'a number a day from 1 to 10000, or none'],
  ])('say what is wrong with “/brief %s”', async (words, sentence) => {
    expect(await say(BOSS, `brief ${words}`)).toContain(sentence);
  });
});

describe('daily limits', () => {
  it('stop a person and say until when, and leave others alone', async () => {
    await say(BOSS, 'brief settings person 2', 'C8');
    const tom: Person = { name: 'tom' };
    expect(await say(tom, `brief ${bot.url}`, 'C8')).toContain('1,200');
    expect(await say(tom, 'ask Who runs the site?', 'C8')).toContain('Anna Berg');
    const third = await say(tom, 'ask Who runs the site?', 'C8');
    expect(third).toContain('the 2 briefs and questions of today');
    expect(third).toContain('00:00 UTC');
    expect(await say({ name: 'eve' }, `brief ${bot.url}`, 'C8')).toContain('1,200');
  });

  it('stop a channel', async () => {
    await say(BOSS, 'brief settings channel 1', 'C9');
    await say({ name: 'u1' }, `brief ${bot.url}`, 'C9');
    expect(await say({ name: 'u2' }, `brief ${bot.url}`, 'C9')).toContain('This channel has had the 1');
  });
});

describe('saved articles', () => {
  it('are listed with their links and can be removed by number', async () => {
    const kim: Person = { name: 'kim' };
    expect(await say(kim, 'brief saved')).toContain('You have saved nothing yet');
    await say(kim, `brief save ${bot.url}`);
    const listed = await say(kim, 'brief saved');
    expect(listed).toContain('1 article saved');
    expect(listed).toContain('Plant to open in May');
    expect(await say(kim, 'brief unsave 1')).toContain('no longer saved');
    expect(await say(kim, 'brief unsave 1')).toContain('Say which one');
  });
});

describe('the home page', () => {
  it('shows a person their digests, and a manager all of them', async () => {
    await say({ name: 'zoe' }, 'digest schedule mondays at 9 in UTC', 'C10');
    const home = async (who: Person) => JSON.stringify((await ask(who, { type: 'home' }, `D${who.name}`))?.view);
    expect(await home({ name: 'zoe' })).toContain('on Mondays at 09:00');
    expect(await home({ name: 'max' })).toContain('No digest yet');
    expect(await home(BOSS)).toContain('on Mondays at 09:00');
  });

  it('lets whoever set up a digest pause it, and nobody of another workspace', async () => {
    const [digest] = await bot.store.subscriptions('slack:T1/C10');
    const act: Request['act'] = { type: 'action', action: 'pause', ref: digest?.id ?? '', text: null };
    const elsewhere: Target = { platform: 'slack', team: 'T2', channel: 'C10', thread: null };
    const foreign = await bot.handler({ eventId: 'foreign', target: elsewhere, user: 'slack:T2/x', act }, signal);
    expect(JSON.stringify(foreign?.view)).toContain('no longer there');
    expect(JSON.stringify((await ask({ name: 'zoe' }, act, 'Dzoe'))?.view)).toContain('Paused');
  });
});

it('notes whether a brief helped, the last word of a person', async () => {
  const shown = await say(ANN, `brief ${bot.url}`, 'C11');
  const ref = /"action":"helpful".*?"ref":"([0-9a-f]+)"/.exec(shown)?.[1] ?? '';
  for (const action of ['helpful', 'unhelpful'] as const) {
    expect(JSON.stringify((await ask(ANN, { type: 'action', action, ref, text: null }, 'C11'))?.view)).toMatch(/Glad|Noted/);
  }
  const rows = [];
  for await (const { table, row } of bot.store.rows()) if (table === 'opinion') rows.push(row);
  expect(rows).toMatchObject([{ channel: 'slack:T1/C11', helpful: 0 }]);
});
