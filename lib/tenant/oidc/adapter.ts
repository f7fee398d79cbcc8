import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import type { Collection, Store } from '../store/store.ts';
import { clientMetadata } from './client-metadata.ts';
import type { Clients } from './clients.ts';

/** One artefact of OpenID Connect: a session, a grant, a refresh token, … */
export interface OidcDocument {
  payload: AdapterPayload;
  /** Seconds since 1970; absent when it never expires. */
  expiresAtSeconds?: number;
}

/** Where the artefacts of one kind are kept, by their id. */
export function oidcCollection(store: Store, model: string): Collection<OidcDocument> {
  return store.collection<OidcDocument>(`oidc:${model}`);
}

/** Keeps the provider's artefacts in the tenant's store, so that sessions survive a restart. */
export function storeAdapter(store: Store, clients: Clients): AdapterFactory {
  return (model) =>
    model === 'Client' ? clientAdapter(clients) : collectionAdapter(oidcCollection(store, model));
}

function collectionAdapter(documents: Collection<OidcDocument>): Adapter {
  deleteExpired(documents);
  let written = 0;

  function findBy(matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const document of documents.values()) {
      if (!isExpired(document) && matches(document.payload)) return document.payload;
    }
    return undefined;
  }

  return {
    async upsert(id, payload, expiresInSeconds) {
      written += 1;
      if (written % 500 === 0) deleteExpired(documents);
      const expiry = expiresInSeconds ? { expiresAtSeconds: nowSeconds() + expiresInSeconds } : {};
      documents.set(id, { payload, ...expiry });
    },
    async find(id) {
      const document = documents.get(id);
      return document && !isExpired(document) ? document.payload : undefined;
    },
    async findByUid(uid) {
      return findBy((payload) => payload.uid === uid);
    },
    async findByUserCode(userCode) {
      return findBy((payload) => payload.userCode === userCode);
    },
    async consume(id) {
      const document = documents.get(id);
      if (document)
        documents.set(id, { ...document, payload: { ...document.payload, consumed: nowSeconds() } });
    },
    async destroy(id) {
      documents.delete(id);
    },
    async revokeByGrantId(grantId) {
      deleteWhere(documents, (payload) => payload.grantId === grantId);
    },
  };
}

/** Clients come from the start's options and the Management API; the provider finds them here and writes none. */
function clientAdapter(clients: Clients): Adapter {
  const refuse = () => Promise.reject(new Error('The provider changes no clients; the Management API does.'));
  return {
    async find(id) {
      const client = clients.get(id);
      return client && clientMetadata(client);
    },
    async findByUid() {},
    async findByUserCode() {},
    upsert: refuse,
    consume: refuse,
    destroy: refuse,
    revokeByGrantId: refuse,
  };
}

/** Deletes the documents whose payload matches and answers how many there were. */
export function deleteWhere(
  documents: Collection<OidcDocument>,
  matches: (payload: AdapterPayload, id: string) => boolean,
): number {
  const ids: string[] = [];
  for (const { payload } of documents.values()) {
    if (payload.jti && matches(payload, payload.jti)) ids.push(payload.jti);
  }
  for (const id of ids) documents.delete(id);
  return ids.length;
}

function deleteExpired(documents: Collection<OidcDocument>): void {
  const ids: string[] = [];
  for (const document of documents.values()) {
    if (isExpired(document) && document.payload.jti) ids.push(document.payload.jti);
  }
  for (const id of ids) documents.delete(id);
}

function isExpired(document: OidcDocument): boolean {
  return document.expiresAtSeconds !== undefined && document.expiresAtSeconds <= nowSeconds();
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
