import { describe, expect, test } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { isJsonObject, type Json } from '#lib/json.ts';
import { omar } from '#lib/testing/own-hooks.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { ivan, recorded, update, userId, withTrail } from '#lib/testing/recorded-world.ts';
import { createUser } from './create-user.ts';
import { checkCreateForm } from './form/form-check-create.ts';
import type { FormValues } from './form/user-form.ts';
import { inviteUser } from './invite-user.ts';
import { recordUnreadable } from './recorded.ts';

withTrail();

const refusal = new AppError('invalid-input', 'No such form.');

/** Arrays within each other, the input itself and its `values` counted as the first two levels. */
function ofLevels(levels: number): Json {
  return JSON.parse(`${'['.repeat(levels - 2)}1${']'.repeat(levels - 2)}`);
}

async function payloadOf(input: unknown): Promise<unknown> {
  await recordUnreadable(ivan(), inviteUser, input, refusal);
  const { record } = await recorded();
  expect(record).toMatchObject({ outcome: 'refused', reason: { sentence: 'No such form.' } });
  return record?.payload;
}

/** The same object twice in each one above it: written out it would be more than any memory holds. */
function everDoubled(times: number): Json {
  let value: Json = { text: 'x' };
  for (let n = 0; n < times; n += 1) value = { one: value, other: value };
  return value;
}

describe('the record of an input', () => {
  test('keeps a hundred levels and says of more that there were more', async () => {
    const kept = await payloadOf({ userId, values: { name: ofLevels(100) } });
    expect(kept).toEqual({ values: { name: ofLevels(100) } });
    const omitted = { omitted: 'what is nested deeper than 100 levels' };
    for (const levels of [101, 3_000, 9_000]) {
      expect(await payloadOf({ values: { name: ofLevels(levels) } })).toEqual(omitted);
    }
    const endless: Record<string, unknown> = { userId };
    endless.values = endless;
    expect(await payloadOf(endless)).toEqual(omitted);
  });

  test('keeps 20,000 characters and says of more that there were more', async () => {
    const long = (characters: number) => ({ values: 'x'.repeat(characters - '{"values":""}'.length) });
    expect(await payloadOf(long(20_000))).toEqual(long(20_000));
    expect(await payloadOf(long(20_001))).toEqual({ omitted: '20001 characters' });
    expect(await payloadOf(long(200_000))).toEqual({ omitted: 'more than 20000 characters' });
    expect(await payloadOf({ values: everDoubled(3) })).toEqual({ values: everDoubled(3) });
    expect(await payloadOf({ values: everDoubled(60) })).toEqual({ omitted: 'more than 20000 characters' });
  });
});

test.each([50, 3_000, 9_000])(
  'a value nested %i deep is refused in a sentence, and recorded',
  async (levels) => {
    const name = ofLevels(levels) as FormValues[string];
    const told = { code: 'invalid-input', message: 'name must be text. Nothing was changed.' };
    for (const attempt of [() => createUser(ivan(), { values: { ...omar, name } }), () => update({ name })]) {
      expect(await problemOf(attempt())).toMatchObject(told);
      const { record } = await recorded();
      expect(record).toMatchObject({ outcome: 'refused', reason: { sentence: told.message } });
      expect(isJsonObject(record?.payload) && 'omitted' in record.payload).toBe(levels > 100);
    }
    const doubled = everDoubled(60) as unknown as FormValues[string];
    expect(await problemOf(createUser(ivan(), { values: { ...omar, name: doubled } }))).toMatchObject(told);
    expect(await checkCreateForm(ivan(), { values: { ...omar, name } })).toEqual({
      name: 'name must be text.',
    });
  },
);
