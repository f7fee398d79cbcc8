import { isJsonObject } from '#lib/json.ts';
import { languageDictionaryOf, type Settings } from './settings.ts';
import type { UserField } from './settings-schema.ts';
import type { UserColumn, UserSort } from './user-view.ts';

/** One declared field as a column of the list. */
export interface FieldColumn {
  property: string;
  /** Text of a function that computes what the column shows. */
  display?: string;
}

/** What the settings make of the list: its columns, and what stands beside them. */
export interface ListFrame {
  columns: UserColumn[];
  fieldColumns: FieldColumn[];
  searchableBy: { property: string; label: string }[];
  /** What the tenant may be asked to sort by. */
  sortable: ReadonlySet<string>;
  showsEmail: boolean;
  showsPicture: boolean;
}

const sortableRoots = ['created_at', 'name', 'email', 'last_login', 'logins_count'];

/** The properties of which the built-in columns are made, as settings hooks name them. */
const columnOfProperty: Record<string, string> = {
  name: 'user',
  email: 'email',
  picture: 'picture',
  memberships: 'memberships',
  last_login: 'last-login',
  last_login_relative: 'last-login',
  logins_count: 'logins',
  connection: 'connection',
  'identities.0.connection': 'connection',
  identities: 'connection',
  blocked: 'status',
};

/** The list's columns: the built-in ones as entries of the same property leave them, then the declared ones. */
export function listFrame(settings: Settings): ListFrame {
  const entries = settings.userFields.filter((field) => field.disable !== true);
  const byColumn = new Map(entries.map((field) => [columnOfProperty[field.property], field]));
  const shows = (key: string) => byColumn.get(key)?.search !== false;
  const builtIn = builtInColumns(settings)
    .filter(({ key }) => key === 'user' || shows(key))
    .map((column, at) => changed(column, byColumn.get(column.key), at));
  const declared = entries.filter((field) => isColumn(field) && !columnOfProperty[field.property]);
  const columns = [...builtIn, ...declared.map((field) => fieldColumn(field, settings))]
    .toSorted((one, other) => one.order - other.order)
    .map(({ column }) => column);
  return {
    columns,
    fieldColumns: declared.map((field) => ({ property: field.property, display: displayOf(field) })),
    searchableBy: entries
      .filter((field) => typeof field.search === 'object' && field.search.filter === true)
      .map((field) => ({ property: field.property, label: labelOf(field, settings) })),
    sortable: new Set([...sortableRoots, ...columns.flatMap(({ sortBy }) => sortBy ?? [])]),
    showsEmail: shows('email'),
    showsPicture: shows('picture'),
  };
}

/** The sort that was asked for where the tenant can sort by it, else by name. */
export function sortIn(frame: ListFrame, asked: UserSort): UserSort {
  return frame.sortable.has(asked.by) ? asked : { by: 'name', descending: false };
}

function builtInColumns(settings: Settings): UserColumn[] {
  return [
    { key: 'user', kind: 'user', label: 'Name', sortBy: 'name' },
    { key: 'memberships', kind: 'memberships', label: membershipsLabelOf(settings), sortBy: null },
    { key: 'last-login', kind: 'last-login', label: 'Last login', sortBy: 'last_login' },
    { key: 'logins', kind: 'logins', label: 'Logins', sortBy: 'logins_count' },
    { key: 'connection', kind: 'connection', label: 'Connection', sortBy: null },
    { key: 'status', kind: 'status', label: 'Status', sortBy: null },
  ];
}

/** The word for a membership on the whole screen. */
export function membershipsLabelOf(settings: Settings): string {
  return settings.dict.memberships ?? 'Memberships';
}

interface OrderedColumn {
  column: UserColumn;
  order: number;
}

function changed(column: UserColumn, field: UserField | undefined, at: number): OrderedColumn {
  const label = field?.label ?? column.label;
  return { column: { ...column, label }, order: listOrderOf(field) ?? at };
}

/** Columns without a `listOrder` follow the built-in ones, in the order in which they are declared. */
function fieldColumn(field: UserField, settings: Settings): OrderedColumn {
  const sorts = typeof field.search === 'object' && field.search.sort === true;
  const sortBy = field.sortProperty ?? field.property;
  const canSort = sorts && !/^(user|app)_metadata(\.|$)/.test(sortBy);
  return {
    column: {
      key: field.property,
      kind: 'field',
      label: labelOf(field, settings),
      sortBy: canSort ? sortBy : null,
    },
    order: listOrderOf(field) ?? Number.MAX_SAFE_INTEGER,
  };
}

function isColumn(field: UserField): boolean {
  return typeof field.search === 'object' ? field.search.display !== false : field.search === true;
}

function listOrderOf(field: UserField | undefined): number | undefined {
  return typeof field?.search === 'object' ? field.search.listOrder : undefined;
}

function displayOf(field: UserField): string | undefined {
  const own = typeof field.search === 'object' ? field.search.display : undefined;
  return [own, field.display].find((display) => typeof display === 'string');
}

/** The label of a field: the dictionary's, else its own, else its property. */
export function labelOf(field: UserField, settings: Settings): string {
  const { labels } = languageDictionaryOf(settings);
  const label = isJsonObject(labels) ? labels[field.property] : undefined;
  return typeof label === 'string' ? label : (field.label ?? field.property);
}
