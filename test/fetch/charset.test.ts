import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes, xmlCharset } from '../../src/fetch/charset.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

describe('the charset of a page', () => {
  it.each([
    [
      'its byte order mark stands over the header',
      bytes([0xef, 0xbb, 0xbf], Buffer.from('Grüße').toString('latin1')),
      'iso-8859-1',
      'Grüße',
    ],
    ['UTF-16 by its mark, either way round', bytes([0xfe, 0xff, 0, 0x47, 0, 0xfc]), null, 'Gü'],
    ['the header', bytes('Gr\xfc\xdfe'), 'iso-8859-1', 'Grüße'],
    ['the header in Japanese', bytes([0x93, 0xfa, 0x96, 0x7b]), 'shift_jis', '日本'],
    ['the meta element', bytes('<meta charset=windows-1251>', [0xcf, 0xf0, 0xe8]), null, '<meta charset=windows-1251>При'],
    ['the XML declaration', bytes('<?xml version="1.0" encoding="koi8-r"?>', [0xd0]), null, '<?xml version="1.0" encoding="koi8-r"?>п'],
    ['UTF-8 where the bytes are', Buffer.from('日本'), null, '日本'],
    ['windows-1252 where they are not', bytes('\x93Gr\xfc\xdfe\x94'), null, '“Grüße”'],
    [
      'Shift_JIS where nobody says so',
      bytes([0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xc5, 0x82, 0xb7, 0x81, 0x42]),
      null,
      'これは日本語です。',
    ],
    [
      'EUC-JP where nobody says so',
      bytes([0xa4, 0xb3, 0xa4, 0xec, 0xa4, 0xcf, 0xc6, 0xfc, 0xcb, 0xdc, 0xb8, 0xec, 0xa4, 0xc7, 0xa4, 0xb9]),
      null,
      'これは日本語です',
    ],
    ['UTF-8 where the header says Latin-1 and the bytes say UTF-8', Buffer.from('Grüße, façade'), 'iso-8859-1', 'Grüße, façade'],
    [
      'UTF-8 where a saved page still says GBK',
      Buffer.from('<meta charset=gb2312>渡轮在港口沉没了，没有人受伤'),
      null,
      '<meta charset=gb2312>渡轮在港口沉没了，没有人受伤',
    ],
    ['UTF-8 where the page says Latin-1', Buffer.from('<meta charset=iso-8859-1>Grüße'), null, '<meta charset=iso-8859-1>Grüße'],
    [
      'UTF-8 where a feed says Latin-1',
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><t>Grüße</t>'),
      null,
      '<?xml version="1.0" encoding="ISO-8859-1"?><t>Grüße</t>',
    ],
    ['Latin-1 where one letter is no UTF-8', bytes(Buffer.from('Grüße').toString('latin1'), ' na\xefve'), 'iso-8859-1', 'GrÃ¼ÃŸe naïve'],
    [
      'French where nobody says so',
      bytes('\xc0 c\xf4t\xe9 de l\x92\xe9t\xe9, \xe7a co\xfbte 5 \x80'),
      null,
      'À côté de l’été, ça coûte 5 €',
    ],
    ['a header that nobody knows is passed over', Buffer.from('Grüße'), 'x-nonsense', 'Grüße'],
    ['a meta element cannot make ASCII UTF-16', bytes('<meta charset="utf-16">abc'), null, '<meta charset="utf-16">abc'],
  ])('%s', (_name, input, header, text) => {
    expect(decodeBytes(input, header)).toBe(text);
  });

  it('is found for any bytes, any header and any declaration, and what comes out is text', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.option(fc.string()), fc.string(), (body, header, declared) => {
        const text = decodeBytes(Buffer.concat([Buffer.from(`<meta charset="${declared}">`), body]), header);
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('the charset that an XML declaration names', () => {
  const declared = (charset: string, ...rest: (string | number[])[]) => bytes(`<?xml version="1.0" encoding="${charset}"?>`, ...rest);
  it.each([
    ['stands where the bytes are valid in it', declared('utf-8', [0xc3, 0xbc]), 'utf-8'],
    ['stands where no other fits', declared('koi8-r', [0xd0]), 'koi8-r'],
    ['falls where the bytes are not', declared('utf-8', [0xfc]), null],
    ['falls where the bytes are UTF-8 all the same', declared('iso-8859-1', [0xc3, 0xbc]), null],
    ['falls where nobody knows it', declared('x-nonsense'), null],
    ['is nothing where there is none', bytes('<rss>'), null],
  ])('%s', (_name, input, charset) => {
    expect(xmlCharset(input)).toBe(charset);
  });
});
