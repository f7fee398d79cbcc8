'use client';
import { useRef } from 'react';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Menu, type MenuSection } from '#components/ui/menu.tsx';
import { Select } from '#components/ui/select.tsx';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import { actionWords, type NamedUser } from './action-words.ts';
import { type UserActionCalls, useUserAction } from './use-user-action.ts';
import { isUserAction } from './user-action.ts';

/** The menu of what can be done to a user, and the question before it is done. */
export function UserActions({
  user,
  sections,
  calls,
}: {
  user: NamedUser;
  sections: readonly MenuSection[];
  calls: UserActionCalls;
}) {
  const triggerRef = useRef<HTMLButtonElement>(null);
  const current = useUserAction(user, calls);
  if (sections.length === 0) return null;
  const { title, consequence, confirmLabel } = actionWords(current.shown, user);
  const clients = current.choice?.clients ?? [];
  return (
    <>
      <Menu
        label={`Actions for ${user.name}`}
        sections={sections}
        triggerRef={triggerRef}
        onAction={(id) => {
          if (isUserAction(id)) void current.ask(id);
        }}
      >
        Actions
      </Menu>
      <AlertDialog
        isOpen={current.isOpen}
        title={title}
        confirmLabel={confirmLabel}
        isDanger={current.shown === 'delete'}
        isPending={current.isPending}
        isConfirmDisabled={current.isOpening}
        returnFocusRef={triggerRef}
        onCancel={current.cancel}
        onConfirm={() => void current.confirm()}
      >
        <div className="flex flex-col gap-4">
          <p className="wrap-anywhere">{consequence}</p>
          {clients.length > 1 ? (
            <Select
              label={current.choice?.label ?? ''}
              description="The mail speaks for it and leads there afterwards."
              options={clients.map(({ clientId, name }) => ({ value: clientId, label: name }))}
              value={current.clientId}
              onChange={(event) => current.setClientId(event.target.value)}
              disabled={current.isPending}
            />
          ) : null}
          {current.problem ? <ProblemBanner problem={current.problem} takesFocus /> : null}
        </div>
      </AlertDialog>
    </>
  );
}
