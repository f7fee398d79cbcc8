import { labelOf } from '../form/field-label.ts';
import type { Settings } from '../policy/settings.ts';
import type { UserField } from '../policy/settings-schema.ts';
import type { UserColumn, UserSort } from '../user-view.ts';
import {
  BuiltInColumns,
  changesOf,
  displayOf,
  isOfBuiltInColumn,
  type OrderedColumn,
} from './list-users-built-in.ts';

/** A column whose cells show what stands at a field's property, or what is computed of it. */
export interface FieldColumn {
  key: string;
  field: UserField;
  /** Text of a function that computes what the column shows. */
  display?: string;
}

/** What the settings make of the list: its columns, and what stands beside them. */
export interface ListFrame {
  columns: UserColumn[];
  fieldColumns: FieldColumn[];
  /** Functions that compute what stands for the name and the e-mail address. */
  nameColumn?: FieldColumn;
  emailColumn?: FieldColumn;
  searchableBy: { property: string; label: string }[];
  /** What the tenant may be asked to sort by. */
  sortable: ReadonlySet<string>;
  showsName: boolean;
  showsEmail: boolean;
  showsPicture: boolean;
}

const sortableRoots = ['created_at', 'name', 'email', 'last_login', 'logins_count'];

/** The list's columns: the built-in ones as entries of the same property leave them, then the declared ones. */
export function listFrame(settings: Settings): ListFrame {
  const builtIn = new BuiltInColumns(settings);
  const shown = settings.userFields.filter((field) => field.disable !== true);
  const declared = shown.filter((field) => isColumn(field) && !isOfBuiltInColumn(field));
  const ordered = [
    ...builtIn.columns(),
    ...declared.map((field) => declaredColumn(field, settings)),
  ].toSorted((one, other) => one.order - other.order);
  const columns = ordered.map(({ column }) => column);
  return {
    columns,
    fieldColumns: ordered.flatMap(({ column, entry }) =>
      entry && column.kind === 'field' ? [fieldColumn(column.key, entry)] : [],
    ),
    nameColumn: computed('user', builtIn.entryOf('user')),
    emailColumn: computed('email', builtIn.entryOf('email')),
    searchableBy: shown
      .filter((field) => typeof field.search === 'object' && field.search.filter === true)
      .map((field) => ({ property: field.property, label: labelOf(field, settings) })),
    sortable: new Set([...sortableRoots, ...columns.flatMap(({ sortBy }) => sortBy ?? [])]),
    showsName: builtIn.shows('user'),
    showsEmail: builtIn.shows('email'),
    showsPicture: builtIn.shows('picture'),
  };
}

/** The sort that was asked for where the tenant can sort by it, else by name. */
export function sortIn(frame: ListFrame, asked: UserSort): UserSort {
  return frame.sortable.has(asked.by) ? asked : { by: 'name', descending: false };
}

function fieldColumn(key: string, field: UserField): FieldColumn {
  const display = displayOf(field);
  return { key, field, ...(display !== undefined && { display }) };
}

function computed(key: string, entry: UserField | undefined): FieldColumn | undefined {
  return entry && displayOf(entry) !== undefined ? fieldColumn(key, entry) : undefined;
}

/** Columns without a `listOrder` follow the built-in ones, in the order in which they are declared. */
function declaredColumn(field: UserField, settings: Settings): OrderedColumn {
  const sorts = typeof field.search === 'object' && field.search.sort === true;
  const sortBy = field.sortProperty ?? field.property;
  const canSort = sorts && !/^(user|app)_metadata(\.|$)/.test(sortBy);
  const { order = Number.MAX_SAFE_INTEGER, width } = changesOf(field);
  return {
    column: {
      key: field.property,
      kind: 'field',
      label: labelOf(field, settings),
      sortBy: canSort ? sortBy : null,
      ...(width !== undefined && { width }),
    },
    entry: field,
    order,
  };
}

function isColumn(field: UserField): boolean {
  return typeof field.search === 'object' ? field.search.display !== false : field.search === true;
}
