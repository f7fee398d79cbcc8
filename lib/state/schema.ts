/** The tables of Steward's own data, in the schema `steward`. */
export interface StateTables {
  /** One row: how many of the migrations have been made. */
  schema_version: { one: number; version: number };
  /** What a tenant's hooks keep with `ctx.write()`: JSON text, because jsonb would change some of it. */
  custom_data: { tenant: string; version: number; data: string };
}

/** The database schema that holds the tables, so that a server may hold other things beside them. */
export const schemaName = 'steward';
