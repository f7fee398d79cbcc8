import { describe, expect, it } from 'vitest';
import { checkedAddresses } from './checked-addresses.ts';

const found =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

const check = (address: string, ...addresses: string[]) =>
  checkedAddresses(new URL(address), found(...addresses));

describe('a listed name', () => {
  it('may lead to public addresses and to those of a private network', async () => {
    expect(await check('https://api.example.com', '93.184.216.34', '10.1.2.3')).toEqual([
      { address: '93.184.216.34', family: 4 },
      { address: '10.1.2.3', family: 4 },
    ]);
  });

  it.each(['127.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', '0.0.0.0', 'fe80::1'])(
    'may not lead to %s, not even beside a public address',
    async (address) => {
      const problem = check('https://api.example.com', '93.184.216.34', address);
      await expect(problem).rejects.toThrow(
        `https://api.example.com was not called: 'api.example.com' leads to ${address}, an address of this machine`,
      );
    },
  );

  it('that nobody knows is an error', async () => {
    await expect(check('https://api.example.com')).rejects.toThrow(
      "the name 'api.example.com' cannot be found",
    );
  });
});

describe('localhost', () => {
  it.each(['http://localhost:3000', 'http://api.localhost:3000'])('%s is this machine', async (address) => {
    expect(await check(address, '127.0.0.1')).toEqual([{ address: '127.0.0.1', family: 4 }]);
  });

  it('is nothing else', async () => {
    await expect(check('http://localhost:3000', '93.184.216.34')).rejects.toThrow('is not this machine here');
    await expect(check('http://localhost:3000', '10.0.0.1')).rejects.toThrow('is not this machine here');
  });
});

describe('a listed address', () => {
  it.each([
    ['http://127.0.0.1:3000', '127.0.0.1', 4],
    ['https://10.0.0.5', '10.0.0.5', 4],
    ['http://[::1]:3000', '::1', 6],
    ['http://0x7f.1:80', '127.0.0.1', 4],
  ])('%s is itself, and nothing is looked up', async (url, address, family) => {
    const resolve = () => Promise.reject(new Error('it was looked up'));
    expect(await checkedAddresses(new URL(url), resolve)).toEqual([{ address, family }]);
  });
});
