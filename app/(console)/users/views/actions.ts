'use server';
import { managerAction } from '#lib/action.ts';
import { deleteView } from '#lib/users/delete-view.ts';
import { renameView } from '#lib/users/rename-view.ts';
import { saveView } from '#lib/users/save-view.ts';
import {
  renameViewInput,
  saveViewInput,
  shareViewInput,
  updateViewInput,
  viewInput,
} from '#lib/users/schema-saved-views.ts';
import { shareView } from '#lib/users/share-view.ts';
import { updateView } from '#lib/users/update-view.ts';

export const saveViewAction = managerAction(saveViewInput, saveView);

export const renameViewAction = managerAction(renameViewInput, renameView);

export const updateViewAction = managerAction(updateViewInput, updateView);

export const shareViewAction = managerAction(shareViewInput, shareView);

export const deleteViewAction = managerAction(viewInput, deleteView);
