import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../src/serve.ts';
import { chromiumPath } from '../test/parts.ts';
import { startNewsroom } from '../test/standins/newsroom.ts';

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
const newsroom = await startNewsroom();
const hoursAgo = (count: number) => new Date(Date.now() - count * 3_600_000).toISOString();
newsroom.publish(
  'Harbour Gazette',
  'Ferry to Esbjerg sails again from April',
  [
    'The ferry line between Harwich and Esbjerg will sail again from April, twelve years after the last passenger left the quay.',
    'The line expects 300,000 travellers in its first season, said its director, Ida Sørensen.',
    'Two ships with room for 900 passengers each are being rebuilt in Gdansk, and the harbour is getting a second ramp for lorries.',
  ],
  hoursAgo(5),
);
newsroom.publish(
  'Harbour Gazette',
  'Battery plant in Kiruna hires 1,200',
  [
    'Northwind opened its new battery plant in Kiruna on Monday and hired 1,200 people from the region for the first shift.',
    'The plant is expected to cost $86 million, which the company would borrow from a group of four banks in Stockholm.',
    'Anna Berg, who runs the site, said that the first cells would leave the hall before the end of the winter season.',
  ],
  hoursAgo(2),
);
const environment = { BREVIER_DATA: data, BREVIER_WEB_PORT: '0', BREVIER_LOG: 'silent', BREVIER_ALLOW_PRIVATE: newsroom.host };
const serving = serve(environment, terminal, stopping.signal);
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
await ask('/ask When was the hospital founded?');
await page.waitForTimeout(500);
await picture('ask');
await page.locator('.cite a').last().click();
await page.waitForURL(/#s\d+$/);
await picture('reader');

await page.goto(url);
await page.waitForSelector('html[data-ready] .message');
await ask(`/digest feeds add ${newsroom.url}/Harbour%20Gazette/feed.xml`);
await ask('/digest schedule weekdays at 8 in Europe/Berlin; budget 5 minutes');
await ask('/digest preview');
await page.getByText('Slack', { exact: true }).click();
await page
  .locator('.message.brevier')
  .last()
  .evaluate((node) => node.scrollIntoView());
await picture('digest');

await browser.close();
stopping.abort();
await serving;
await newsroom.close();
rmSync(data, { recursive: true, force: true });
