'use client';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Menu } from '#components/ui/menu.tsx';
import { type UserActionCalls, useUserAction } from '#components/users/actions/use-user-action.ts';
import { isUserAction, rowActionSections } from '#components/users/actions/user-action.ts';
import { useFocusKept } from '#components/users/sign-ins/use-focus-kept.ts';
import { editUserAddress, userAddress } from '#components/users/user-address.ts';
import type { UserRow } from '#lib/users/user-view.ts';

const UserActionDialog = lazy(async () => {
  const { UserActionDialog: dialog } = await import('#components/users/actions/user-action-dialog.tsx');
  return { default: dialog };
});

/**
 * What can be done to the user of one row, as far as the row tells. Whether this manager may is asked when it is
 * tried: the server decides, and says why not in the question itself.
 */
export function UserRowMenu({
  user,
  canChange,
  calls,
}: {
  user: Pick<UserRow, 'userId' | 'name' | 'email' | 'status'>;
  canChange: boolean;
  calls: UserActionCalls;
}) {
  const t = useTranslations('list');
  const tActions = useTranslations('userActions');
  const triggerRef = useRef<HTMLButtonElement>(null);
  const expectToGo = useFocusKept(triggerRef);
  const current = useUserAction(user, calls);
  const [isAsked, setIsAsked] = useState(false);
  const { userId, name, email, status } = user;
  const edit = { id: 'edit', label: t('edit'), href: editUserAddress(userId) };
  const items = [
    { id: 'open', label: t('open'), href: userAddress(userId) },
    ...(canChange ? [edit] : []),
    ...(email ? [{ id: 'copy-email', label: t('copyEmail') }] : []),
  ];
  return (
    <>
      <Menu
        label={t('actionsFor', { name })}
        variant="ghost"
        size="small"
        triggerRef={triggerRef}
        sections={[{ id: 'user', items }, ...(canChange ? rowActionSections(status, tActions) : [])]}
        onAction={(id) => {
          if (id === 'copy-email' && email) void navigator.clipboard.writeText(email);
          if (!isUserAction(id)) return;
          setIsAsked(true);
          expectToGo();
          void current.ask(id);
        }}
      />
      {isAsked ? (
        <Suspense>
          <UserActionDialog user={user} current={current} triggerRef={triggerRef} />
        </Suspense>
      ) : null}
    </>
  );
}
