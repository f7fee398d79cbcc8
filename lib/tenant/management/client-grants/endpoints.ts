import type { Endpoint } from '../endpoint.ts';
import { createGrant, deleteGrant, patchGrant } from './change-grants.ts';
import { getGrant, listGrants } from './read-grants.ts';

/** Which client may ask for which scopes of which API. */
export const clientGrantEndpoints: Endpoint[] = [listGrants, createGrant, getGrant, patchGrant, deleteGrant];
