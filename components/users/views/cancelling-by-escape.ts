import type { KeyboardEvent } from 'react';
import type { Change } from '#components/users/roles/use-change.ts';

/** Escape takes back what was begun last: a task within a dialog before the dialog. */
export function cancellingByEscape({ isPending }: Change, onCancel: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isPending) return;
    event.stopPropagation();
    onCancel();
  };
}
