import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebAdapter } from '../../adapters/web/index.ts';
import { previewDiscord } from '../../adapters/web/preview/discord.ts';
import { previewSlack } from '../../adapters/web/preview/slack.ts';
import { renderDiscord } from '../../adapters/discord/render.ts';
import { renderSlack } from '../../adapters/slack/render.ts';
import { createBot } from '../../src/bot/bot.ts';
import { builtInBriefer, cardPng } from '../../src/compose.ts';
import { deliveriesOverview, feedsOverview } from '../../src/bot/overview.ts';
import { newFeed } from '../../src/feed/refresh.ts';
import { createLogger } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { textArticle } from '../articles.ts';
import { chromiumPath, lacking } from '../parts.ts';
import { startBot } from '../rig.ts';

const executablePath = chromiumPath();
const bot = await startBot();
const unready: string[] = [];
const web = createWebAdapter(
  { host: '127.0.0.1', token: null, port: 0, mayMove: true, publicHost: 'briefs.example.org' },
  {
    log: createLogger('silent'),
    now: () => new Date(),
    showings: {
      slack: (view) => ({ payload: renderSlack(view).payload, html: previewSlack(renderSlack(view).payload) }),
      discord: (view) => ({ payload: renderDiscord(view).payload, html: previewDiscord(renderDiscord(view).payload) }),
    },
    ping: () => bot.store.ping(),
    article: (id) => bot.store.article(id),
    card: (article) => cardPng(builtInBriefer, article),
    unready: () => unready,
    metrics: createMetrics(),
    ledger: () => deliveriesOverview(bot.store),
    feeds: () => feedsOverview(bot.store),
  },
);
await web.start((request, signal) => createBot({ ...bot.context, publicUrl: web.url() })(request, signal));

afterAll(async () => {
  await web.stop();
  await bot.close();
});

if (executablePath === null) {
  describe.skip(lacking('Chromium', 'no browser was found; install the chromium package'), () => it('is skipped', () => undefined));
} else {
  describe('the workspace in Chromium', () => {
    let browser: Browser;
    let page: Page;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
      page = await browser.newPage();
      await page.goto(web.url());
      await page.waitForSelector('html[data-ready]');
    });
    afterAll(() => browser.close());
    const say = async (words: string) => {
      await page.getByLabel('Message', { exact: true }).fill(words);
      await page.keyboard.press('Enter');
    };
    const last = () => page.locator('.message.brevier').last();

    it('briefs a link typed after /brief', async () => {
      await say(`/brief ${bot.url}`);
      await last().getByText('Plant to open in May').first().waitFor();
      expect(await last().locator('li strong, p strong').allTextContents()).toContain('more than 1,200');
      expect(await last().locator('h3').first().textContent()).toContain('Only visible to you');
    });

    it('asks through the button and its form, by keyboard alone', async () => {
      await last().getByRole('button', { name: 'Ask' }).focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('Your question').fill('Who runs the site?');
      await page.keyboard.press('Enter');
      await last().locator('strong', { hasText: 'Anna Berg' }).waitFor();
    });

    it('answers /ask and a mention', async () => {
      await say('/ask How much will it cost?');
      await last().locator('strong', { hasText: '$86 million' }).waitFor();
      await say(`@brevier ${bot.url}`);
      await last().getByText('Plant to open in May').first().waitFor();
    });

    it('gives a digest of the day', async () => {
      await say('/digest');
      await last().getByText('Digest: 1 story').waitFor();
    });

    it('says what to do with an unknown command', async () => {
      await say('/breif x');
      await last().getByText('Did you mean /brief?').waitFor();
    });

    it('shows the same message as Slack, as Discord and as payloads', async () => {
      await say(`/brief ${bot.url}`);
      await last().getByText('Plant to open in May').first().waitFor();
      for (const look of ['Slack', 'Discord']) {
        await page.getByText(look, { exact: true }).click();
        await last().locator(`.look.${look.toLowerCase()}`).getByText('Plant to open in May').first().waitFor();
        expect(await last().textContent()).toContain('more than 1,200');
        expect(await last().textContent()).not.toMatch(/\*\*|\\>|&gt;/);
      }
      await page.getByText('Payload', { exact: true }).click();
      const payload = JSON.parse((await last().locator('pre').first().textContent()) ?? '') as { blocks: unknown[] };
      expect(payload.blocks.length).toBeGreaterThan(3);
      await page.getByText('Web', { exact: true }).click();
    });

    it('opens the cited sentence in the reader, marked', async () => {
      await last().locator('.cite a').first().click();
      await page.waitForURL(/\/articles\/[0-9a-f]{64}#s\d+$/);
      const marked = page.locator('.sentence:target');
      expect(await marked.count()).toBe(1);
      expect(await marked.isVisible()).toBe(true);
      expect(await page.evaluate("getComputedStyle(document.querySelector('.sentence:target')).backgroundColor")).not.toBe(
        'rgba(0, 0, 0, 0)',
      );
      await page.goBack();
      await page.waitForSelector('html[data-ready]');
    });

    it('shows what was answered while its connection was away', async () => {
      const tab = await browser.newPage();
      await tab.route('**/api/events', (route) => route.abort());
      await tab.goto(web.url());
      await tab.locator('html[data-ready]').waitFor();
      const sent = await fetch(`${web.url()}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: web.url() },
        body: JSON.stringify({ id: 'while-away', text: '/nonsense' }),
      });
      expect(sent.status).toBe(200);
      await tab.unroute('**/api/events');
      await tab.locator('[data-id="re:web:while-away"]').waitFor({ timeout: 15_000 });
      await tab.close();
    });

    it('keeps the messages over a reload', async () => {
      const before = await page.locator('.message').count();
      await page.reload();
      await page.waitForSelector('html[data-ready]');
      expect(await page.locator('.message').count()).toBe(before);
    });

    it.each([
      ['light', 1280],
      ['dark', 1280],
      ['light', 360],
      ['dark', 360],
    ] as const)('has no accessibility fault and nothing cut off (%s, %i px)', async (colorScheme, width) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(wide).toBeLessThanOrEqual(0);
      expect(await faultsOf(page)).toEqual([]);
    });

    it.each([360, 1280])('has pages for the operator without accessibility faults at %i pixels', async (width) => {
      const feed = newFeed('https://example.org/feed.xml', new Date(0));
      await bot.store.saveFeed({ ...feed, problem: 'The site answered with an error (500).', failures: 2 });
      await bot.store.addFeed({ platform: 'slack', team: 'T1', channel: 'C1', thread: null }, feed.id, 'operator', new Date(0));
      const tab = await browser.newPage({ viewport: { width, height: 800 } });
      for (const [path, words] of [
        ['/feeds', 'failed 2 times'],
        ['/deliveries', 'No digest is scheduled'],
      ] as const) {
        await tab.goto(web.url() + path);
        expect(await tab.textContent('main')).toContain(words);
        expect(await faultsOf(tab)).toEqual([]);
        expect(await tab.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      }
      await tab.close();
    });

    it('has a reader without accessibility faults', async () => {
      const href = await page.locator('.cite a').first().getAttribute('href');
      await page.goto(href ?? '');
      expect(await faultsOf(page)).toEqual([]);
    });
  });
}

describe('the workspace refuses', () => {
  const headers = { 'content-type': 'application/json', origin: web.url() };
  const post = async (path: string, init: RequestInit) => fetch(web.url() + path, { method: 'POST', ...init });
  it('requests of other pages', async () => {
    expect(
      (await post('/api/messages', { body: '{"id":"x","text":"hi"}', headers: { ...headers, origin: 'https://evil.example' } })).status,
    ).toBe(403);
    expect((await post('/api/messages', { body: '{"id":"x","text":"hi"}', headers: { 'content-type': 'text/plain' } })).status).toBe(403);
  });
  it('what is no message', async () => {
    expect((await post('/api/messages', { body: 'no json', headers })).status).toBe(400);
    expect((await post('/api/messages', { body: '{"id":"x"}', headers })).status).toBe(400);
    expect((await post('/api/actions', { body: '{"id":"x","action":"erase","ref":"a","text":null}', headers })).status).toBe(400);
  });
  it('addresses that lead nowhere', async () => {
    for (const path of ['/nothing', '/assets/../index.ts', `/articles/${'0'.repeat(64)}`])
      expect((await fetch(web.url() + path)).status).toBe(404);
  });
  it('readers at the public address everything but the articles', async () => {
    const article = textArticle();
    await bot.store.saveArticle(article, null);
    const status = async (path: string) =>
      new Promise((resolve, reject) => {
        httpRequest(web.url() + path, { headers: { host: 'briefs.example.org' } }, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end();
      });
    expect(await status(`/articles/${article.id}`)).toBe(200);
    expect(await status(`/articles/${article.id}/figures.png`)).toBe(200);
    for (const path of ['/', '/api/messages', '/api/events']) expect(await status(path)).toBe(403);
  });
  it('but tells a health check that it lives', async () => {
    const health = await fetch(`${web.url()}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('is not ready while a chat that is set up is not connected', async () => {
    expect((await fetch(`${web.url()}/readyz`)).status).toBe(200);
    unready.push('slack');
    const answer = await fetch(`${web.url()}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'not connected: slack' }]);
    unready.pop();
  });

  it('gives its figures to Prometheus', async () => {
    const answer = await fetch(`${web.url()}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const words = await answer.text();
    for (const name of ['deliveries', 'answers']) expect(words).toContain(`# TYPE brevier_${name}_total counter`);
  });
});

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** Rules of axe-core that the page breaks, with the first element of each. */
async function faultsOf(page: Page): Promise<string[]> {
  // The content security policy lets no script in, so it is evaluated from outside.
  await page.evaluate(AXE);
  return await page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`);
  });
}
