'use client';
import { createContext, use } from 'react';
import type { BulkUser } from './bulk-action.ts';

export interface Selection {
  /** Those of the page who are selected, in its order. */
  users: readonly BulkUser[];
  isSelected(userId: string): boolean;
  isEverybody: boolean;
  /** The boxes are to be seen also where they stand back, and the bar in place of the filters. */
  isSelecting: boolean;
  /** @param isRange all from the one ticked before to this one */
  tick(userId: string, isOn: boolean, isRange: boolean): void;
  tickEverybody(isOn: boolean): void;
  begin(): void;
  clear(): void;
}

export const SelectionContext = createContext<Selection | null>(null);

export function useSelection(): Selection {
  const selection = use(SelectionContext);
  if (!selection) throw new Error('useSelection needs a SelectableUsers above it');
  return selection;
}
