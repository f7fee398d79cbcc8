import type { Action } from '#lib/auth0/proofs.ts';
import type { JsonObject } from '#lib/json.ts';
import type { PartPermission } from './form/user-form.ts';
import type { UserStatus } from './user-status.ts';

export type ColumnKind =
  | 'user'
  /** Where the settings hook gives the e-mail address a column of its own; else it stands under the name. */
  | 'email'
  | 'memberships'
  | 'last-login'
  | 'logins'
  | 'connection'
  | 'status'
  /** A field of the settings hook; its value stands in the row's `cells` under the column's key. */
  | 'field';

export interface UserColumn {
  /** Unique; for a declared field its property. */
  key: string;
  label: string;
  kind: ColumnKind;
  /** What to send as `sort.by`; `null` where the tenant cannot sort by it. */
  sortBy: string | null;
  /** A length of CSS, where the settings hook gives one. */
  width?: string;
}

/** One line of the list. Nothing of the user reaches the browser that no column shows. */
export interface UserRow {
  userId: string;
  /** The name, else the e-mail address, the username, the id. */
  name: string;
  email: string | null;
  picture: string | null;
  memberships: string[];
  /** ISO 8601, or `null` for somebody who never signed in. */
  lastLogin: string | null;
  loginsCount: number;
  connection: string | null;
  /** `null` where the list has no such column. */
  status: UserStatus | null;
  /** What each column of kind 'field' shows, by the column's key; `null` is empty. */
  cells: Record<string, string | null>;
  /** Created a moment ago and shown before the tenant's search index has it. */
  isNew: boolean;
}

export interface UserSort {
  /** A column's `sortBy`, or `created_at`. */
  by: string;
  descending: boolean;
}

export const pageSizes = [10, 25, 50, 100] as const;

export type PageSize = (typeof pageSizes)[number];

/** What the list is narrowed to beside the search; every one that is there must apply. */
export interface UserFilters {
  status?: UserStatus;
  /** The name of one membership. */
  membership?: string;
  /** The name of a connection. */
  connection?: string;
}

/** What there is to choose from for each filter; empty where a filter would tell nothing apart. */
export interface UserFilterChoices {
  statuses: readonly UserStatus[];
  memberships: string[];
  connections: string[];
}

/** Whom to find. */
export interface UserSearchInput extends UserFilters {
  /** As typed; blank for everybody. */
  search: string;
  /** The property of a 'Search by' entry; absent: name, e-mail and username, or a query. */
  searchBy?: string;
}

export interface UserListInput extends UserSearchInput {
  sort: UserSort;
  /** From 1. */
  page: number;
  perPage: PageSize;
}

export interface UserList {
  columns: UserColumn[];
  rows: UserRow[];
  /** How many users there are that the manager may see; `null` where only a part of it could be counted. */
  total: number | null;
  /** There are more than the tenant lets anybody page through. */
  totalIsCapped: boolean;
  /** Whether there is a page after this one. */
  hasNextPage: boolean;
  page: number;
  perPage: PageSize;
  sort: UserSort;
  /** What the list is narrowed to: 'Finance'; `null` where it is not. */
  scopeLabel: string | null;
  /** The word for a membership: 'Department'. */
  membershipsLabel: string;
  /** `dict.title`: what the tenant calls this console. */
  title: string | null;
  /** The entries of 'Search by', beside the plain search. */
  searchableBy: { property: string; label: string }[];
  /** The filters that were asked for and count. */
  filters: UserFilters;
  filterChoices: UserFilterChoices;
  /** Whether the settings and the role let this manager create users at all. */
  canCreateUser: boolean;
}

export interface UserIdentityView {
  connection: string;
  provider: string;
  userId: string;
  isSocial: boolean;
}

/** What a user's page tells of every user, as settings hooks name it. */
export type PageFact =
  | 'username'
  | 'phone_number'
  | 'memberships'
  | 'last_login'
  | 'logins_count'
  | 'email_verified'
  | 'multifactor'
  | 'connection'
  | 'created_at'
  | 'updated_at';

/** One user as this manager may see them, for the user's page. */
export interface UserView {
  userId: string;
  /** The name, else the e-mail address, the username, the id. */
  displayName: string;
  email: string | null;
  /** `null` where the tenant does not say. */
  emailVerified: boolean | null;
  username: string | null;
  phoneNumber: string | null;
  picture: string | null;
  status: UserStatus;
  blocked: boolean;
  memberships: string[];
  membershipsLabel: string;
  /** The settings hook's fields that are shown, in its order, as text. */
  fields: { property: string; label: string; value: string }[];
  /** What the settings hook takes off the page, or tells among `fields` instead. */
  offPage: PageFact[];
  identities: UserIdentityView[];
  /** Names of the second factors that are set up. */
  multifactor: string[];
  /** ISO 8601, or `null`. */
  createdAt: string | null;
  updatedAt: string | null;
  lastLogin: string | null;
  loginsCount: number;
  /** The whole profile as this manager may see it; `null` when the settings suppress it. */
  raw: JsonObject | null;
  /** Whether this is the manager's own profile. */
  isSelf: boolean;
  /** For every action whether this manager may do it, and if not, why not. */
  permitted: Record<Action, PartPermission>;
}
