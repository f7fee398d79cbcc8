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
  [
    `create table if not exists steward.audit_entry (
      sequence bigint primary key,
      content text not null,
      previous_hash text not null,
      hash text not null,
      record_id text not null,
      kind text not null,
      server text not null,
      started_at text not null,
      manager_id text not null,
      user_id text,
      action text not null,
      actions text not null,
      outcome text not null,
      departments text not null,
      search_text text not null,
      unique (record_id, kind)
    )`,
    `create index if not exists audit_entry_user on steward.audit_entry (user_id, sequence)`,
    `create index if not exists audit_entry_manager on steward.audit_entry (manager_id, sequence)`,
    `create index if not exists audit_entry_started on steward.audit_entry (started_at)`,
    `create table if not exists steward.audit_head (
      one integer primary key check (one = 1),
      sequence bigint not null,
      hash text not null
    )`,
    `insert into steward.audit_head values (1, 0, repeat('0', 64)) on conflict do nothing`,
    `create table if not exists steward.server_lease (
      server text primary key,
      ends_at timestamp with time zone not null
    )`,
  ],
  [
    `create table if not exists steward.jobs (
      id text primary key,
      kind text not null,
      content text not null,
      status text not null,
      created_at timestamptz not null,
      due_at timestamptz not null,
      lease_owner text,
      lease_until timestamptz not null
    )`,
    'create index if not exists jobs_by_due on steward.jobs (status, due_at)',
    `create table if not exists steward.undone_records (
      record_id text primary key,
      undone_by text not null,
      claimed_at timestamptz not null
    )`,
    `create table if not exists steward.record_streams (
      name text primary key,
      sequence bigint not null,
      lease_owner text,
      lease_until timestamptz not null
    )`,
    `create table if not exists steward.record_stream_waiting (
      stream text not null,
      sequence bigint not null,
      lane text not null,
      attempts integer not null,
      due_at timestamptz not null,
      problem text,
      primary key (stream, sequence)
    )`,
  ],
  [
    `create table if not exists steward.hook_sets (
      tenant text primary key,
      revision integer not null
    )`,
    `create table if not exists steward.hook_versions (
      tenant text not null,
      hook text not null,
      number integer not null,
      hash text not null,
      text text,
      origin text not null,
      came_from text not null,
      came_at text not null,
      primary key (tenant, hook, number),
      unique (tenant, hook, hash)
    )`,
    `create table if not exists steward.hooks_in_force (
      tenant text not null,
      hook text not null,
      number integer not null,
      origin text not null,
      came_from text not null,
      since text not null,
      primary key (tenant, hook)
    )`,
    `create table if not exists steward.hook_folders (
      tenant text not null,
      place text not null,
      hook text not null,
      hash text not null,
      primary key (tenant, place, hook)
    )`,
  ],
  [
    `create table if not exists steward.own_writes (
      tenant text not null,
      user_id text not null,
      version text not null,
      noted_at_ms double precision not null,
      updated_at text not null,
      content text,
      before_content text,
      is_creation boolean not null,
      primary key (tenant, user_id)
    )`,
    `create index if not exists own_writes_of_late on steward.own_writes (tenant, noted_at_ms)`,
    `create table if not exists steward.tenant_budgets (
      tenant text primary key,
      tokens double precision not null,
      counted_at_ms double precision not null,
      granted integer not null
    )`,
    `create table if not exists steward.tenant_pauses (
      tenant text not null,
      calls text not null,
      until_ms double precision not null,
      primary key (tenant, calls)
    )`,
  ],
  [
    `alter table steward.audit_entry add column if not exists tenant text not null default ''`,
    `alter table steward.audit_entry add column if not exists manager_name text not null default ''`,
    `alter table steward.audit_entry add column if not exists user_name text not null default ''`,
    `alter table steward.audit_entry add column if not exists department_names text not null default ''`,
  ],
  [
    `create table if not exists steward.open_attempt (
      record_id text primary key,
      server text not null
    )`,
  ],
  [
    `create table if not exists steward.saved_views (
      id text primary key,
      tenant text not null,
      owner text not null,
      place integer not null,
      name text not null,
      name_key text not null,
      address text not null,
      unique (tenant, owner, place),
      unique (tenant, owner, name_key)
    )`,
  ],
  [
    `create table if not exists steward.ended_sessions (
      session_id text primary key,
      forget_at timestamptz not null
    )`,
  ],
];
