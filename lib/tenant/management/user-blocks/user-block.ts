import type { Tenant } from '../endpoint.ts';

/** A brute-force block: sign-in with this identifier is refused until it is lifted. */
export type UserBlock = {
  /** What was typed at sign-in, lower-case: an e-mail address, a username or a phone number. */
  identifier: string;
  ip: string;
  connection: string;
};

/** A user's blocks, in the collection `user-blocks` by the user's id. The login page writes them. */
export type UserBlocks = { id: string; user_id: string; blocked_for: UserBlock[] };

export function blocksCollection(tenant: Pick<Tenant, 'store'>) {
  return tenant.store.collection<UserBlocks>('user-blocks');
}

/** Everybody's blocks that this identifier brought about. */
export function blocksOfIdentifier(tenant: Pick<Tenant, 'store'>, identifier: string): UserBlocks[] {
  const wanted = identifier.trim().toLowerCase();
  return Array.from(blocksCollection(tenant).values()).filter(({ blocked_for }) =>
    blocked_for.some((block) => block.identifier === wanted),
  );
}

export function toAnswer({ identifier, ip, connection }: UserBlock): UserBlock {
  return { identifier, ip, connection };
}
