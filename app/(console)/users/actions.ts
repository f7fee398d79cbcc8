'use server';
import { managerAction } from '#lib/action.ts';
import { createUser } from '#lib/users/create-user.ts';
import { checkCreateForm } from '#lib/users/form-check-create.ts';
import { checkEditForm } from '#lib/users/form-check-edit.ts';
import { checkEditFormInput, createUserInput, updateUserInput } from '#lib/users/schema.ts';
import { updateUser } from '#lib/users/update-user.ts';

export const createUserAction = managerAction(createUserInput, createUser);

export const updateUserAction = managerAction(updateUserInput, updateUser);

export const checkCreateFormAction = managerAction(createUserInput, checkCreateForm);

export const checkEditFormAction = managerAction(checkEditFormInput, checkEditForm);
