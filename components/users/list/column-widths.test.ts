import { expect, test } from 'vitest';
import type { UserColumn } from '#lib/users/user-view.ts';
import { columnWidths } from './column-widths.ts';

const column = (key: string, width?: string): UserColumn => ({
  key,
  label: key,
  kind: 'field',
  sortBy: null,
  ...(width && { width }),
});

test.each<[string, UserColumn[], Record<string, string>]>([
  ['nowhere, there are none', [column('user'), column('a')], {}],
  [
    'in percent, the name takes the rest',
    [column('user'), column('a', '30%'), column('b', '20%')],
    { user: '50%', a: '30%', b: '20%' },
  ],
  [
    'for some, the others keep a share',
    [column('user'), column('a', '30%'), column('b')],
    { user: '60%', a: '30%' },
  ],
  [
    'for more than there is, the name keeps its least',
    [column('user'), column('a', '95%')],
    { user: '25%', a: '95%' },
  ],
  [
    'in pixels, they count for themselves',
    [column('user'), column('a', '120px')],
    { user: '100%', a: '120px' },
  ],
  ['for the name, it is the name’s', [column('user', '40%'), column('a')], { user: '40%' }],
])('where widths are given %s', (_how, columns, widths) => {
  expect(Object.fromEntries(columnWidths(columns))).toEqual(widths);
});
