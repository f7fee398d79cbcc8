import type { Endpoint } from '../endpoint.ts';
import { createUser } from './create-user.ts';
import { deleteUser } from './delete-user.ts';
import { getUser } from './get-user.ts';
import { listUsers } from './list-users.ts';
import { listUsersByEmail } from './list-users-by-email.ts';
import { patchUser } from './patch-user.ts';

export const usersEndpoints: Endpoint[] = [
  listUsers,
  createUser,
  listUsersByEmail,
  getUser,
  patchUser,
  deleteUser,
];
