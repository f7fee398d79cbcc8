'use server';
import { managerAction } from '#lib/action.ts';
import { blockUser } from '#lib/users/block-user.ts';
import { createUser } from '#lib/users/create-user.ts';
import { deleteUser } from '#lib/users/delete-user.ts';
import { checkCreateForm } from '#lib/users/form/form-check-create.ts';
import { checkEditForm } from '#lib/users/form/form-check-edit.ts';
import { inviteUser } from '#lib/users/invite-user.ts';
import { liftBlocks } from '#lib/users/lift-blocks.ts';
import { passwordResetChoice } from '#lib/users/password-reset-clients.ts';
import { changeUserOrganizations } from '#lib/users/roles/change-user-organizations.ts';
import { changeUserRoles } from '#lib/users/roles/change-user-roles.ts';
import { listJoinableOrganizations } from '#lib/users/roles/list-user-organizations.ts';
import { listAssignableRoles } from '#lib/users/roles/list-user-roles.ts';
import {
  assignableRolesInput,
  changeUserOrganizationsInput,
  changeUserRolesInput,
  joinableOrganizationsInput,
} from '#lib/users/roles/schema-roles.ts';
import {
  checkEditFormInput,
  createUserInput,
  passwordResetInput,
  updateUserInput,
  userInput,
} from '#lib/users/schema.ts';
import { sendPasswordReset } from '#lib/users/send-password-reset.ts';
import { sendVerificationEmail } from '#lib/users/send-verification-email.ts';
import { removeMultifactor } from '#lib/users/sign-ins/remove-multifactor.ts';
import { revokeAccess } from '#lib/users/sign-ins/revoke-access.ts';
import { revokeDevice } from '#lib/users/sign-ins/revoke-device.ts';
import { removeMultifactorInput, revokeDeviceInput } from '#lib/users/sign-ins/schema-sign-ins.ts';
import { unblockUser } from '#lib/users/unblock-user.ts';
import { updateUser } from '#lib/users/update-user.ts';

export const createUserAction = managerAction(createUserInput, createUser);

export const inviteUserAction = managerAction(createUserInput, inviteUser);

export const updateUserAction = managerAction(updateUserInput, updateUser);

export const checkCreateFormAction = managerAction(createUserInput, checkCreateForm);

export const checkEditFormAction = managerAction(checkEditFormInput, checkEditForm);

export const blockUserAction = managerAction(userInput, blockUser);

export const unblockUserAction = managerAction(userInput, unblockUser);

export const liftBlocksAction = managerAction(userInput, liftBlocks);

export const deleteUserAction = managerAction(userInput, deleteUser);

export const sendVerificationEmailAction = managerAction(userInput, sendVerificationEmail);

export const passwordResetChoiceAction = managerAction(userInput, passwordResetChoice);

export const sendPasswordResetAction = managerAction(passwordResetInput, sendPasswordReset);

export const listAssignableRolesAction = managerAction(assignableRolesInput, listAssignableRoles);

export const changeUserRolesAction = managerAction(changeUserRolesInput, changeUserRoles);

export const listJoinableOrganizationsAction = managerAction(
  joinableOrganizationsInput,
  listJoinableOrganizations,
);

export const changeUserOrganizationsAction = managerAction(
  changeUserOrganizationsInput,
  changeUserOrganizations,
);

export const revokeDeviceAction = managerAction(revokeDeviceInput, revokeDevice);

export const revokeAccessAction = managerAction(userInput, revokeAccess);

export const removeMultifactorAction = managerAction(removeMultifactorInput, removeMultifactor);
