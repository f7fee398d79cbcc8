import { say } from '#lib/words.ts';
import { labelOf, membershipsLabelOf } from '../form/field-label.ts';
import type { Settings } from '../policy/settings.ts';
import type { UserField } from '../policy/settings-schema.ts';
import type { UserColumn } from '../user-view.ts';

/** The properties of which the built-in columns are made, as settings hooks name them. */
const columnOfProperty = new Map(
  Object.entries({
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
  }),
);

/** One column with the entry of `userFields` that changes it, and where it stands. */
export interface OrderedColumn {
  column: UserColumn;
  entry?: UserField;
  order: number;
}

export function isOfBuiltInColumn({ property }: UserField): boolean {
  return columnOfProperty.has(property);
}

/** Text of the function that computes what a column shows: the column's own, else the field's. */
export function displayOf(field: UserField): string | undefined {
  const own = typeof field.search === 'object' ? field.search.display : undefined;
  return [own, field.display].find((display) => typeof display === 'string');
}

/** What an entry says of its column's place, width and order. */
export function changesOf(entry: UserField | undefined): { order?: number; width?: string } {
  if (typeof entry?.search !== 'object') return {};
  const { listOrder: order, listSize } = entry.search;
  const width = widthOf(listSize);
  return { order, ...(width !== undefined && { width }) };
}

/** A number counts pixels; what is no plain length is left out. */
function widthOf(listSize: string | number | undefined): string | undefined {
  if (typeof listSize === 'number') return `${listSize}px`;
  return listSize && /^\d{1,4}(\.\d{1,3})?(%|px|em|rem|ch)$/.test(listSize) ? listSize : undefined;
}

/** The columns that a list has by itself, as the entries of the same property leave them. */
export class BuiltInColumns {
  readonly #settings: Settings;
  readonly #entries: ReadonlyMap<string, UserField>;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#entries = new Map(
      settings.userFields.flatMap((entry): [string, UserField][] => {
        const key = columnOfProperty.get(entry.property);
        return key === undefined ? [] : [[key, entry]];
      }),
    );
  }

  entryOf(key: string): UserField | undefined {
    return this.#entries.get(key);
  }

  shows(key: string): boolean {
    const entry = this.#entries.get(key);
    if (entry?.disable === true || entry?.search === false) return false;
    return typeof entry?.search !== 'object' || entry.search.display !== false;
  }

  /** In order; the name is always among them, because it opens the user. */
  columns(): OrderedColumn[] {
    const plain: (UserColumn & { property: string })[] = [
      { key: 'user', kind: 'user', label: say('Name'), sortBy: 'name', property: 'name' },
      { key: 'email', kind: 'email', label: say('E-mail address'), sortBy: 'email', property: 'email' },
      {
        key: 'memberships',
        kind: 'memberships',
        label: membershipsLabelOf(this.#settings),
        sortBy: null,
        property: 'memberships',
      },
      {
        key: 'last-login',
        kind: 'last-login',
        label: say('Last login'),
        sortBy: 'last_login',
        property: 'last_login',
      },
      {
        key: 'logins',
        kind: 'logins',
        label: say('Logins'),
        sortBy: 'logins_count',
        property: 'logins_count',
      },
      {
        key: 'connection',
        kind: 'connection',
        label: say('Connection'),
        sortBy: null,
        property: 'connection',
      },
      { key: 'status', kind: 'status', label: say('Status'), sortBy: null, property: 'blocked' },
    ];
    return plain
      .filter(({ key }) => key === 'user' || this.shows(key))
      .filter(({ key }) => key !== 'email' || typeof this.#entries.get(key)?.search === 'object')
      .map(({ property, ...column }, at) => this.#changed(column, property, at));
  }

  #changed(column: UserColumn, property: string, at: number): OrderedColumn {
    const entry = this.#entries.get(column.key);
    const label = labelOf(
      { property: entry?.property ?? property, label: entry?.label ?? column.label },
      this.#settings,
    );
    const { order = at, width } = changesOf(entry);
    const isComputed = entry !== undefined && displayOf(entry) !== undefined;
    const isText = column.kind === 'user' || column.kind === 'email';
    return {
      column: {
        ...column,
        label,
        sortBy: sortOf(column, entry),
        ...(isComputed && !isText && { kind: 'field' }),
        ...(width !== undefined && { width }),
      },
      entry,
      order,
    };
  }
}

/** `sort` may take a built-in column's order away, and `sortProperty` name another. */
function sortOf({ sortBy }: UserColumn, entry: UserField | undefined): string | null {
  if (typeof entry?.search === 'object' && entry.search.sort === false) return null;
  return sortBy === null ? null : (entry?.sortProperty ?? sortBy);
}
