import type { Endpoint } from '../endpoint.ts';
import { deleteBlocksByIdentifier, getBlocksByIdentifier } from './blocks-by-identifier.ts';
import { deleteBlocksByUser, getBlocksByUser } from './blocks-by-user.ts';

export const userBlockEndpoints: Endpoint[] = [
  getBlocksByIdentifier,
  deleteBlocksByIdentifier,
  getBlocksByUser,
  deleteBlocksByUser,
];
