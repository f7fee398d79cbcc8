/**
 * The steps that make the tables, in their order; each is made once, and none is ever changed after it was
 * released. A statement must do no harm when it is made again: not every database that speaks PostgreSQL's
 * language takes a change of tables back with its transaction.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    `create table if not exists steward.custom_data (
      tenant text primary key,
      version integer not null,
      data text not null
    )`,
  ],
];
