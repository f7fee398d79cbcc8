import {
  deleteViewAction,
  renameViewAction,
  saveViewAction,
  shareViewAction,
  updateViewAction,
} from './actions.ts';

/** What the views of the list call. */
export const viewCalls = {
  save: saveViewAction,
  rename: renameViewAction,
  update: updateViewAction,
  share: shareViewAction,
  delete: deleteViewAction,
};
