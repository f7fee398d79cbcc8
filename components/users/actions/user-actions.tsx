'use client';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Menu, type MenuSection } from '#components/ui/menu.tsx';
import { type NamedUser, type UserActionCalls, useUserAction } from './use-user-action.ts';
import { isUserAction } from './user-action.ts';
import { UserActionDialog } from './user-action-dialog.tsx';

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
  const t = useTranslations('userActions');
  const triggerRef = useRef<HTMLButtonElement>(null);
  const current = useUserAction(user, calls, '/users');
  if (sections.length === 0) return null;
  return (
    <>
      <Menu
        label={t('actionsFor', { name: user.name })}
        sections={sections}
        triggerRef={triggerRef}
        onAction={(id) => {
          if (isUserAction(id)) void current.ask(id);
        }}
      >
        {t('actions')}
      </Menu>
      <UserActionDialog user={user} current={current} triggerRef={triggerRef} />
    </>
  );
}
