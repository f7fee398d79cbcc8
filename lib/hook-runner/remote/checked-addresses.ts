import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { addressKind } from './address-kind.ts';
import { CallProblem } from './call-problem.ts';

export interface CheckedAddress {
  address: string;
  family: number;
}

/** Finds a name's addresses; the usual one asks the system. */
export type Resolve = (name: string) => Promise<CheckedAddress[]>;

const askSystem: Resolve = (name) => lookup(name, { all: true, verbatim: true });

/**
 * The addresses to which a call to a listed origin may go, all of them checked; the connection goes to one of
 * these and the name is not looked up again. An operator who lists an address or `localhost` means just that.
 * A listed name may also stand for an address of a private network, as a company's own services have them, but
 * never for this machine or its link: whoever rules that name's DNS would reach what listens here.
 */
export async function checkedAddresses(url: URL, resolve: Resolve = askSystem): Promise<CheckedAddress[]> {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(name);
  if (family !== 0) return [{ address: name, family }];
  const found = await resolve(name).catch(() => []);
  if (found.length === 0) {
    throw new CallProblem('ENOTFOUND', `${url.origin} was not called: the name '${name}' cannot be found`);
  }
  const isLocalhost = /(?:^|\.)localhost\.?$/i.test(name);
  for (const { address } of found) {
    const kind = addressKind(address);
    if (isLocalhost && kind !== 'local') {
      throw new CallProblem('EADDRESS', `${url.origin} was not called: '${name}' is not this machine here`);
    }
    if (isLocalhost || kind !== 'local') continue;
    throw new CallProblem(
      'EADDRESS',
      `${url.origin} was not called: '${name}' leads to ${address}, an address of this machine, its link or no ` +
        'service at all. The operator can list the address itself in HOOK_ORIGINS',
    );
  }
  return found;
}
