'use server';
import { managerAction } from '#lib/action.ts';
import { deleteView } from '#lib/users/views/delete-view.ts';
import { renameView } from '#lib/users/views/rename-view.ts';
import { saveView } from '#lib/users/views/save-view.ts';
import {
  renameViewInput,
  saveViewInput,
  shareViewInput,
  updateViewInput,
  viewInput,
} from '#lib/users/views/schema-saved-views.ts';
import { shareView } from '#lib/users/views/share-view.ts';
import { updateView } from '#lib/users/views/update-view.ts';

export const saveViewAction = managerAction(saveViewInput, saveView);

export const renameViewAction = managerAction(renameViewInput, renameView);

export const updateViewAction = managerAction(updateViewInput, updateView);

export const shareViewAction = managerAction(shareViewInput, shareView);

export const deleteViewAction = managerAction(viewInput, deleteView);
