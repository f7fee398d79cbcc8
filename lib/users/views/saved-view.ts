/** A list of users that was kept under a name: only its address, so that it shows nobody more than they may see. */
export interface SavedView {
  viewId: string;
  name: string;
  /** The address of the list, on its first page: `/users?status=blocked`. */
  address: string;
  /** Whether it is everybody's; else it is the manager's own. */
  isShared: boolean;
}

export const viewNameCharactersMax = 80;
