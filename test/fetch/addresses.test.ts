import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { guardedAddresses } from '../../src/fetch/guard.ts';
import { isInsideName, isMetadata, isPublic, isSiteName } from '../../src/fetch/addresses.ts';

const hex = (value: number) => value.toString(16);
const pairOf = (v4: string) => {
  const [a = 0, b = 0, c = 0, d = 0] = v4.split('.').map(Number);
  return [a * 256 + b, c * 256 + d].map(hex);
};
/** Every way in which an IPv6 address can carry an IPv4 one. */
const CARRIERS: Readonly<Record<string, (v4: string) => string>> = {
  mapped: (v4) => `::ffff:${v4}`,
  'mapped in hexadecimal': (v4) => `::ffff:${pairOf(v4).join(':')}`,
  compatible: (v4) => `::${pairOf(v4).join(':')}`,
  translated: (v4) => `::ffff:0:${pairOf(v4).join(':')}`,
  NAT64: (v4) => `64:ff9b::${pairOf(v4).join(':')}`,
  'local NAT64': (v4) => `64:ff9b:1::${pairOf(v4).join(':')}`,
  '6to4': (v4) => `2002:${pairOf(v4).join(':')}::1`,
  Teredo: (v4) => `2001:0:${pairOf(v4).join(':')}:0:1:2:3`,
  ISATAP: (v4) => `2606:4700::5efe:${pairOf(v4).join(':')}`,
  'ISATAP with a global address': (v4) => `2606:4700::200:5efe:${pairOf(v4).join(':')}`,
};
const PRIVATE = ['127.0.0.1', '10.0.0.1', '172.16.0.1', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '168.63.129.16'];

describe('an address is public', () => {
  it.each(['1.1.1.1', '93.184.216.34', '172.15.0.1', '172.32.0.1', '2606:4700::1', '2a00:1450:4001::1', '::ffff:1.1.1.1'])(
    '%s',
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );
});

describe('an address is not public', () => {
  it.each([
    '192.0.0.192',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '192.80.8.124',
    '::',
    '::1',
    '2::1',
    '3::1',
    '20::1',
    '3f::1',
    '2ff::1',
    '100::1',
    '100:0:0:1::1',
    '2001:db8::1',
    '2001:2::1',
    '2001:20::1',
    '3ffe::1',
    '3fff::1',
    '4000::1',
    '5f00::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '',
    'localhost',
  ])('%s', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each(Object.keys(CARRIERS))('when it is %s and carries a private one', (name) => {
    for (const v4 of PRIVATE) expect(isPublic(CARRIERS[name]?.(v4) ?? '')).toBe(false);
  });

  it('when any carrier but the mapped form is used at all, whatever it carries', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.constantFrom(...Object.keys(CARRIERS).filter((name) => !name.startsWith('mapped'))), (v4, name) => {
        const address = CARRIERS[name]?.(v4) ?? '';
        // The compatible form with a small number is just an IPv6 address, and never one of 2000::/3 either.
        expect(isPublic(address)).toBe(false);
      }),
    );
  });
});

it('judges an IPv4 address and its mapped forms alike', () => {
  fc.assert(
    fc.property(fc.ipV4(), (v4) => {
      expect(isPublic(`::ffff:${v4}`)).toBe(isPublic(v4));
      expect(isPublic(`::ffff:${pairOf(v4).join(':')}`)).toBe(isPublic(v4));
    }),
  );
});

it('lets no IPv6 address through that is not one of 2000::/3', () => {
  fc.assert(
    fc.property(fc.ipV6(), (v6) => {
      const first = (ipaddr.parse(v6) as ipaddr.IPv6).parts[0] ?? 0;
      if (isPublic(v6) && ipaddr.process(v6).kind() === 'ipv6') expect(first >> 13).toBe(1);
    }),
    { numRuns: 2000 },
  );
});

it('reads any text as an address without failing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect([true, false]).toContain(isPublic(text));
      expect([true, false]).toContain(isMetadata(text));
      expect([true, false]).toContain(isInsideName(text));
    }),
  );
});

it('knows every spelling that a URL may give to an address', () => {
  const spellings = [
    '0x7f.0.0.1',
    '0177.1',
    '2130706433',
    '127.1',
    '127.0.0.1.',
    '①②⑦.0.0.1',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:ffff:127.0.0.1]',
  ];
  for (const host of spellings) {
    const { hostname } = new URL(`http://${host}/`);
    expect(isPublic(hostname.replace(/^\[|\]$/g, ''))).toBe(false);
  }
});

describe('a name', () => {
  it.each([
    'a..',
    'a..b',
    '.a.org',
    'site.test',
    'www.site.TEST.',
    'x.invalid',
    'x.example',
    `${'a'.repeat(64)}.org`,
    'a.'.repeat(127) + 'org',
  ])('that is none is refused before a resolver is asked: %s', async (host) => {
    expect(isSiteName(host)).toBe(false);
    const resolve = () => Promise.reject(new Error('the resolver was asked'));
    const url = { protocol: 'https:', username: '', password: '', hostname: host, port: '' } as URL;
    await expect(guardedAddresses(url, new Set(), resolve, new AbortController().signal)).rejects.toMatchObject({
      code: 'source/unreachable',
      cause: undefined,
    });
  });

  it.each(['example.org', 'www.example.com.', 'test.org', 'xn--bcher-kva.de', 'a.b-c.co.uk', 'contest', 'invalid.net'])(
    'of a site is one: %s',
    (host) => {
      expect(isSiteName(host)).toBe(true);
    },
  );
});
