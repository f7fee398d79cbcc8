import { test } from './test.ts';
import { expectRefusalsWithoutProxy } from './without-proxy.ts';

test('without proxy.ts every page and action still refuses whoever is not signed in or may not', async ({
  as,
  stack,
  makeUser,
}) => {
  await expectRefusalsWithoutProxy({ as, stack, makeUser });
});
