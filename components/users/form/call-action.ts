import { unstable_isUnrecognizedActionError as isOfAnotherVersion } from 'next/navigation';
import type { Problem } from '#lib/errors.ts';
import type { Translate } from '#messages/catalogue.ts';

/** `recordId`: of the record of what was done, where there is one. */
export type Answer<Value> = { ok: true; value: Value; recordId?: string } | { ok: false; problem: Problem };

/** The server reads no more than 1 MB; what is near that is told without sending it. */
const sentBytesMax = 1_000_000;

/**
 * Calls a server action. A broken line, a server that is being replaced or a request that the server does
 * not read are answers too, so that the form stays as it is.
 */
export async function callAction<Input, Value>(
  action: (input: Input) => Promise<Answer<Value>>,
  input: Input,
  t: Translate<'problem'>,
): Promise<Answer<Value>> {
  if (new TextEncoder().encode(JSON.stringify(input)).length > sentBytesMax) {
    return failed('invalid-input', t('tooMuchText'));
  }
  try {
    return await action(input);
  } catch (error) {
    if (isOfAnotherVersion(error)) {
      return failed('invalid-input', t('consoleRenewed'));
    }
    return failed('unexpected', t('noAnswer'));
  }
}

function failed(code: Problem['code'], message: string): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, message } };
}
