import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { type ManagementApi, SetupError } from './tenant-api.ts';

/** What the set-up makes two of: one client signs people in, the other talks to the Management API. */
export type ClientPurpose = 'sign-in' | 'management';

/** A client as far as the set-up looks at it. */
export interface FoundClient {
  clientId: string;
  name: string;
  secret: string;
  /** Made by the set-up for this console, so that its grant may also be narrowed. */
  isOurs: boolean;
  callbacks: string[];
  logoutAddresses: string[];
  grantTypes: string[];
}

/** What the env file says of a client. */
export interface KnownClient {
  clientId: string | undefined;
  secret: string | undefined;
}

/** How a client is marked, so that a later run knows it again: names are not unique in a tenant. */
export function marksOf(purpose: ClientPurpose, baseUrl: string): Record<string, string> {
  return { steward: purpose, steward_base_url: baseUrl };
}

/**
 * The client for a purpose: the one that the env file names, or the one that an earlier run for this address made.
 * @throws SetupError when its secret can be neither read nor found in the env file
 */
export async function findClient(
  api: ManagementApi,
  clients: readonly JsonObject[],
  purpose: ClientPurpose,
  { known, baseUrl }: { known: KnownClient; baseUrl: string },
): Promise<FoundClient | undefined> {
  const marks = marksOf(purpose, baseUrl);
  const isMarked = ({ client_metadata: metadata }: JsonObject) =>
    isJsonObject(metadata) && Object.entries(marks).every(([key, value]) => metadata[key] === value);
  const listed = clients.find(({ client_id: id }) => id === known.clientId) ?? clients.find(isMarked);
  if (!listed) return undefined;
  const client = await api.call('GET', `/clients/${encodeURIComponent(String(listed.client_id))}`);
  if (!isJsonObject(client)) return undefined;
  const clientId = String(client.client_id);
  const name = String(client.name ?? clientId);
  const knownSecret = known.clientId === clientId ? known.secret : undefined;
  const secret = typeof client.client_secret === 'string' ? client.client_secret : knownSecret;
  if (!secret) {
    throw new SetupError(
      `The secret of the client “${name}” (${clientId}) cannot be read with this token. Nothing was changed. ` +
        'Use a token with the scope read:client_keys, or put the secret into the env file.',
    );
  }
  return {
    clientId,
    name,
    secret,
    isOurs: isMarked(client),
    callbacks: texts(client.callbacks),
    logoutAddresses: texts(client.allowed_logout_urls),
    grantTypes: texts(client.grant_types),
  };
}

/** The texts in an array; of anything else, none. */
export function texts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
