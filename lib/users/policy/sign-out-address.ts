import { env } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import type { Manager } from '../manager.ts';
import { policyFor } from './policy.ts';

/**
 * Where sign-out is to lead, as the settings hook says in `dict.logoutUrl`: an https address, or a path of this
 * console. Anything else counts as not said, and the operator is told.
 */
export async function signOutAddress(manager: Manager): Promise<string | undefined> {
  const { logoutUrl } = (await policyFor(manager)).settings.dict;
  if (logoutUrl === undefined) return undefined;
  const address = addressIn(logoutUrl);
  if (address === undefined) {
    log(
      'warn',
      'The settings hook’s dict.logoutUrl is neither an https address nor a path; it is not used.',
      {
        hook: 'settings',
      },
    );
  }
  return address;
}

function addressIn(text: string): string | undefined {
  const own = new URL(env().APP_BASE_URL);
  const isPath = /^\/(?![/\\])/.test(text);
  if (!isPath && !/^https?:\/\//i.test(text)) return undefined;
  if (!URL.canParse(text, own)) return undefined;
  const address = new URL(text, own);
  if (isPath || address.origin === own.origin)
    return address.origin === own.origin ? address.href : undefined;
  return address.protocol === 'https:' ? address.href : undefined;
}
