'use client';
import { useTranslations } from 'use-intl';
import { Menu } from '#components/ui/menu.tsx';
import { editUserAddress, userAddress } from '#components/users/user-address.ts';

/** What can be done to the user of one row. The server decides again when it is done. */
export function UserRowMenu({
  userId,
  name,
  email,
  canChange,
}: {
  userId: string;
  name: string;
  email: string | null;
  canChange: boolean;
}) {
  const t = useTranslations('list');
  const edit = { id: 'edit', label: t('edit'), href: editUserAddress(userId) };
  const items = [
    { id: 'open', label: t('open'), href: userAddress(userId) },
    ...(canChange ? [edit] : []),
    ...(email ? [{ id: 'copy-email', label: t('copyEmail') }] : []),
  ];
  return (
    <Menu
      label={t('actionsFor', { name })}
      variant="ghost"
      size="small"
      sections={[{ id: 'user', items }]}
      onAction={(id) => {
        if (id === 'copy-email' && email) void navigator.clipboard.writeText(email);
      }}
    />
  );
}
