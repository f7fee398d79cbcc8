'use client';
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
  const edit = { id: 'edit', label: 'Edit', href: editUserAddress(userId) };
  const items = [
    { id: 'open', label: 'Open', href: userAddress(userId) },
    ...(canChange ? [edit] : []),
    ...(email ? [{ id: 'copy-email', label: 'Copy e-mail' }] : []),
  ];
  return (
    <Menu
      label={`Actions for ${name}`}
      variant="ghost"
      size="small"
      sections={[{ id: 'user', items }]}
      onAction={(id) => {
        if (id === 'copy-email' && email) void navigator.clipboard.writeText(email);
      }}
    />
  );
}
