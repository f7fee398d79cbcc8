import { describe, expect, test } from 'vitest';
import { parseEmailAddress } from './email-address.ts';

describe('an address is taken, in the form in which it is stored', () => {
  test.each([
    ['nina@example.com', 'nina@example.com'],
    ['  Nina.Oezdemir@Example.COM ', 'nina.oezdemir@example.com'],
    ["o'brien+finance@sub.example.co.uk", "o'brien+finance@sub.example.co.uk"],
    ['ｎｉｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'nina@example.com'],
    ['zoë@müller.example', 'zoë@müller.example'],
    ['用户@例子.测试', '用户@例子.测试'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('%s', (typed, address) => {
    expect(parseEmailAddress(typed)).toEqual({ ok: true, address });
  });
});

describe('an address is refused with a sentence', () => {
  test.each([
    '',
    'nina',
    '@example.com',
    'nina@',
    'nina@@example.com',
    'nina@evil.example@example.com',
    'nina＠evil.example@example.com',
    '"nina@evil.example"@example.com',
    'nina,ivan@example.com',
    'nina;ivan@example.com',
    'nina ivan@example.com',
    'nina@exa mple.com',
    'nina@example.com\r\nBcc: ivan@example.com',
    'nina\u0000@example.com',
    'nina\u200b@example.com',
    '\u202enina@example.com',
    'nina<ivan@example.com>',
    'Nina <nina@example.com>',
    '(nina)@example.com',
    'nina@[127.0.0.1]',
    'nina@localhost',
    '.nina@example.com',
    'nina.@example.com',
    'ni..na@example.com',
    'nina@-example.com',
    'nina@example-.com',
    'nina@example..com',
    'nina@.example.com',
    `${'a'.repeat(65)}@example.com`,
    `nina@${'a.'.repeat(125)}example`,
    `nina@${'a'.repeat(64)}.com`,
  ])('%s', (typed) => {
    expect(parseEmailAddress(typed)).toEqual({ ok: false, sentence: expect.stringMatching(/\.$/) });
  });

  test('also one of megabytes', () => {
    const sentence = 'An e-mail address has at most 254 characters.';
    expect(parseEmailAddress('a@'.repeat(2_000_000))).toEqual({ ok: false, sentence });
  });
});
