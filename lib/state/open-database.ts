import type { Dialect } from 'kysely';

/** A database that was reached, in a folder or on a server. */
export interface OpenDatabase {
  dialect: Dialect;
  /** Whether other servers may write there at the same time. */
  isShared: boolean;
  /** To be called once its connections are closed. */
  afterClose(): void;
}
