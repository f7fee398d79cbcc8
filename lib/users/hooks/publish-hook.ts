import { z } from 'zod';
import { beginAttempt } from '#lib/audit/attempt.ts';
import { noteChange } from '#lib/audit/note.ts';
import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { checkHookText } from '#lib/hook-runner/check-hook.ts';
import { hookNames } from '#lib/hook-runner/hook.ts';
import { wordsOf } from '#lib/hook-runner/hook-failure.ts';
import { rereadHooks } from '#lib/hook-versions/hooks-in-force.ts';
import type { JsonObject } from '#lib/json.ts';
import type { HookVersion } from '#lib/state/hook-version.ts';
import { hookVersionsOf } from '#lib/state/hook-versions.ts';
import { words } from '#lib/words.ts';
import { displayNameOf } from '../display-name.ts';
import { type Manager, requireScope } from '../manager.ts';
import { recorded } from '../recorded.ts';

/** The form of what `publishHook` takes. */
export const publishHookInput = z.strictObject({
  hook: z.enum(hookNames),
  /** The number of the version that is to count. */
  number: z.int().min(1),
  /** The number of the version that counted when the manager decided. */
  instead: z.int().min(1),
});

/**
 * Lets a former version of a hook count again, on every server within a second.
 * @throws AppError 'not-allowed', 'no-role'; 'not-found' for a version that there is not; 'changed-meanwhile' when
 * another one counts than the manager saw; 'invalid-input' for a text that cannot be used
 */
export const publishHook = recorded('publish:hook', publishVersion);

async function publishVersion(
  manager: Manager,
  { hook, number, instead }: z.output<typeof publishHookInput>,
): Promise<{ number: number }> {
  requireScope(manager, 'manage:config');
  const store = hookVersionsOf(env().tenantOrigin);
  const versions = await store.list(hook);
  const [wanted, former] = [number, instead].map((one) => versions.find((version) => version.number === one));
  if (!wanted) throw new AppError('not-found', words('There is no such version of this hook.'));
  const failure = wanted.text === undefined ? undefined : await checkHookText(hook, wanted.text);
  if (failure) {
    throw new AppError(
      'invalid-input',
      words('This version cannot be used: {why} Nothing was changed.', { why: wordsOf(failure) }),
    );
  }
  noteChange(former ? sideOf(former) : null, sideOf(wanted));
  await beginAttempt();
  const outcome = await store.publish(hook, { number, instead }, displayNameOf(manager.user));
  if (outcome !== 'published') {
    throw new AppError(
      'changed-meanwhile',
      words(
        'Another version of this hook has come into force meanwhile. Nothing was changed; load the page again.',
      ),
    );
  }
  await rereadHooks();
  return { number };
}

function sideOf({ hook, number, hash, text }: HookVersion): JsonObject {
  return { hook, version: number, sha256: hash, text: text ?? null };
}
