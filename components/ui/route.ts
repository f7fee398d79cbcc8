import type { Route } from 'next';

/** An address of this application that is put together at run time, for the router's typed functions. */
export function routeOf(href: string): Route {
  return href as Route;
}
