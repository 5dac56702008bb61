import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../src/main.ts';
import { chromiumPath } from '../test/parts.ts';

/** Takes the pictures of the README: the running workspace in Chromium. `npm run screenshots` */
const out = fileURLToPath(new URL('../docs/images/', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'brevier-pictures-'));
const executablePath = chromiumPath();
if (executablePath === null) throw new Error('Chromium is needed: install the chromium package, or set CHROMIUM to its path.');
mkdirSync(out, { recursive: true });

const stopping = new AbortController();
let url = '';
const terminal = {
  colour: false,
  width: 80,
  write(words: string) {
    url = /http:\/\/127\.0\.0\.1:\d+/.exec(words)?.[0] ?? url;
  },
};
const serving = serve({ BREVIER_DATA: data, BREVIER_WEB_PORT: '0', BREVIER_LOG: 'silent' }, terminal, stopping.signal);
while (url === '') await new Promise((resolve) => setTimeout(resolve, 50));

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1000, height: 860 }, deviceScaleFactor: 1.5 });
await page.goto(url);
await page.waitForSelector('html[data-ready] .message');
const ask = async (words: string) => {
  const count = await page.locator('.message.brevier').count();
  await page.getByLabel('Message', { exact: true }).fill(words);
  await page.keyboard.press('Enter');
  await page.locator('.message.brevier').nth(count).waitFor();
};
const picture = async (name: string) => page.screenshot({ path: join(out, `${name}.png`) });

const first = page.locator('.message.brevier').first();
await first.evaluate((node) => node.scrollIntoView());
await picture('web');
await page.getByText('Slack', { exact: true }).click();
await first.evaluate((node) => node.scrollIntoView());
await picture('slack');
await page.getByText('Discord', { exact: true }).click();
await page.emulateMedia({ colorScheme: 'dark' });
await first.evaluate((node) => node.scrollIntoView());
await picture('discord');
await page.emulateMedia({ colorScheme: 'light' });
await page.getByText('Web', { exact: true }).click();
await ask('/ask Who led the study?');
await ask('/ask Who paid for the study?');
await page.waitForTimeout(500);
await picture('ask');
await page.locator('.cite a').last().click();
await page.waitForURL(/#s\d+$/);
await picture('reader');

await browser.close();
stopping.abort();
await serving;
rmSync(data, { recursive: true, force: true });
