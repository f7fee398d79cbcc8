import type { Endpoint } from '../endpoint.ts';
import { createMethod, replaceMethods } from './create-methods.ts';
import { deleteMethod, deleteMethods, deleteMultifactor } from './delete-methods.ts';
import { patchMethod } from './patch-method.ts';
import { getMethod, listMethods } from './read-methods.ts';

export const authenticationMethodEndpoints: Endpoint[] = [
  listMethods,
  createMethod,
  replaceMethods,
  deleteMethods,
  getMethod,
  patchMethod,
  deleteMethod,
  deleteMultifactor,
];
