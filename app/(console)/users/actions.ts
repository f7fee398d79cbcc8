'use server';
import { managerAction } from '#lib/action.ts';
import { createUser } from '#lib/users/create-user.ts';
import { createUserInput, updateUserInput } from '#lib/users/schema.ts';
import { updateUser } from '#lib/users/update-user.ts';

export const createUserAction = managerAction(createUserInput, createUser);

export const updateUserAction = managerAction(updateUserInput, updateUser);
