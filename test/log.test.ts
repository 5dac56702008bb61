import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../src/log.ts';
import { redacted, secretsIn } from '../src/redact.ts';

const DISCORD = `MTE5${'A'.repeat(22)}.GabcDe.${'x'.repeat(38)}`;
const SECRETS = [
  'xoxb-123456789-abcdefghij',
  'xapp-1-A111-222-abcdef',
  'xoxe.xoxp-1-abcdefghij',
  'sk-ant-api03-abcdefghijklmnop',
  'sk-abcdefghijklmnopqrst',
  DISCORD,
];

function lines(write: (log: ReturnType<typeof createLogger>) => void, secrets: readonly string[] = []): string {
  let out = '';
  write(createLogger('info', { secrets, destination: { write: (line) => (out += line) } }));
  return out;
}

describe('a log line holds no secret', () => {
  it.each(SECRETS)('%s, wherever it stands', (secret) => {
    const said = lines((log) => {
      log.error({ err: new Error(`refused ${secret}`), deep: { er: { still: [secret] } } }, `with ${secret}`);
      log.info({ url: `https://api.example.org/x?token=${secret}` });
    });
    expect(said).not.toContain(secret);
    expect(
      said
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toHaveLength(2);
  });

  it.each([
    ['postgres://brevier:hunter22@db.example/brevier', 'hunter22'],
    ['Authorization: Bearer abc.def.ghi-jkl', 'abc.def'],
    ['authorization: "Bot abcdefgh1234"', 'abcdefgh1234'],
    ['Basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
    ['https://hooks.slack.com/commands/T1/2/abcDEF', 'abcDEF'],
    ['https://hooks.slack.com/actions/T1/2/abcDEF', 'abcDEF'],
    [`https://discord.com/api/webhooks/123/${'t'.repeat(60)}/messages`, 'tttt'],
    ['?api_key=value1234&x=1', 'value1234'],
    ['cookie: brevier=0123abcd', '0123abcd'],
    ['x-api-key: 0123abcd', '0123abcd'],
  ])('%s', (text, secret) => {
    expect(redacted(text)).not.toContain(secret);
    expect(lines((log) => log.error({ err: new Error(text) }))).not.toContain(secret);
  });

  it('no value of a setting that is secret, whatever it looks like', () => {
    const env = { BREVIER_WEB_TOKEN: 'pass "word" of mine', SLACK_SIGNING_SECRET: 'cafe0123', BREVIER_LOG: 'info', EMPTY_TOKEN: '' };
    const said = lines((log) => log.error({ a: env.BREVIER_WEB_TOKEN }, `signed with ${env.SLACK_SIGNING_SECRET}`), secretsIn(env));
    expect(said).not.toMatch(/of mine|cafe0123/);
    expect(JSON.parse(said)).toMatchObject({ a: '[redacted]', msg: 'signed with [redacted]' });
    expect(secretsIn(env)).not.toContain('info');
  });

  it('and stays a line of JSON that says the rest', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(() => JSON.parse(lines((log) => log.info({ words }, words))) as unknown).not.toThrow();
      }),
    );
    expect(redacted('The bot token of the basic plan: read https://example.org/a?b=c, "sk" and xoxo.')).toBe(
      'The bot token of the basic plan: read https://example.org/a?b=c, "sk" and xoxo.',
    );
  });
});
