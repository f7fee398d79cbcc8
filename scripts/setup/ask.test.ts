import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { ask, askHidden } from './ask.ts';

/** Asks, types the answer key by key, and tells what stood on the terminal at the end. */
async function type(how: typeof ask, keys: string) {
  const input = new PassThrough();
  const output = new PassThrough();
  const shown = text(output);
  const answer = how({ input, output }, 'Token: ');
  for (const key of keys) input.write(key);
  const typed = await answer;
  output.end();
  return { typed, shown: await shown };
}

test('a secret is taken as typed, and nothing of it is shown', async () => {
  const { typed, shown } = await type(askHidden, 'aaa.bbb.ccc\r');
  expect(typed).toBe('aaa.bbb.ccc');
  expect(shown).toBe('Token: \n');
});

test('another answer is shown as it is typed', async () => {
  const { typed, shown } = await type(ask, 'yes\r');
  expect(typed).toBe('yes');
  expect(shown).toContain('yes');
});

test('an end without an answer is none', async () => {
  expect((await type(askHidden, 'aa\u0003')).typed).toBeUndefined();
});
