'use server';
import { managerAction } from '#lib/action.ts';
import {
  blockOneOfMany,
  deleteOneOfMany,
  removeMultifactorOfOneOfMany,
  revokeOneOfMany,
  unblockOneOfMany,
  verifyOneOfMany,
} from '#lib/users/bulk/bulk-verbs.ts';
import { previewBulk } from '#lib/users/bulk/preview-bulk.ts';
import { bulkPreviewInput } from '#lib/users/bulk/schema-bulk.ts';
import { userInput } from '#lib/users/schema.ts';

export const previewBulkAction = managerAction(bulkPreviewInput, previewBulk);

export const blockOneOfManyAction = managerAction(userInput, blockOneOfMany);

export const unblockOneOfManyAction = managerAction(userInput, unblockOneOfMany);

export const verifyOneOfManyAction = managerAction(userInput, verifyOneOfMany);

export const revokeOneOfManyAction = managerAction(userInput, revokeOneOfMany);

export const removeMultifactorOfOneOfManyAction = managerAction(userInput, removeMultifactorOfOneOfMany);

export const deleteOneOfManyAction = managerAction(userInput, deleteOneOfMany);
