import type { SeenExtent } from './permit.ts';

/** The parts of a user's page, each with an address of its own, in the order in which they are offered. */
export const userTabNames = [
  'overview',
  'devices',
  'sessions',
  'multifactor',
  'log',
  'roles',
  'organizations',
  'history',
  'raw',
] as const;

export type UserTab = (typeof userTabNames)[number];

/** Each asks the tenant for a part of its own, in one call. */
const tabsWithCall: ReadonlySet<unknown> = new Set<UserTab>([
  'devices',
  'sessions',
  'multifactor',
  'log',
  'organizations',
  'history',
]);

/**
 * How far a user is read beside a tab, so that no page of a user takes more than two calls. The roles tab shows
 * what is read for the user's rights.
 * @param tab as the address says it
 */
export function extentBeside(tab: unknown): SeenExtent {
  return tabsWithCall.has(tab) ? 'profile' : 'with-tenant-roles';
}
