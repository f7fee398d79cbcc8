import type { Endpoint } from './endpoint.ts';

/** Every operation of the Management API that the tenant knows. */
export const allEndpoints: readonly Endpoint[] = [];
