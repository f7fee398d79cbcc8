import {
  createPublicKey,
  generateKeyPair,
  type JsonWebKey,
  type KeyObject,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { Store } from '../store/store.ts';

interface StoredKey {
  jwk: JsonWebKey & { kid: string };
}

interface StoredSecret {
  secret: string;
}

/** The tenant's key: signs ID tokens and access tokens with RS256. */
export interface SigningKey {
  kid: string;
  /** Private key, with `alg` and `use`. */
  jwk: JsonWebKey & { kid: string };
  publicKey: KeyObject;
}

/** The tenant's one signing key, made at its first start and kept in its store. */
export async function signingKey(store: Store): Promise<SigningKey> {
  const keys = store.collection<StoredKey>('signing-keys');
  const stored = keys.get('current') ?? { jwk: await makeKey() };
  keys.set('current', stored);
  const { jwk } = stored;
  return { kid: jwk.kid, jwk, publicKey: createPublicKey({ key: jwk, format: 'jwk' }) };
}

/** A random secret with a name, made at first use and kept in the store: signs cookies and form tokens. */
export function storedSecret(store: Store, name: string): string {
  const secrets = store.collection<StoredSecret>('secrets');
  const stored = secrets.get(name) ?? { secret: randomBytes(32).toString('base64url') };
  secrets.set(name, stored);
  return stored.secret;
}

async function makeKey() {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' };
}
