'use client';
import { useTranslations } from 'use-intl';
import { useUndoLink } from '#components/audit/use-undo-link.ts';
import type { PartPermission } from '#lib/users/form/user-form.ts';
import type { AssignableRoles, UserRoles } from '#lib/users/roles/user-roles-view.ts';
import { HeldSection } from './held-section.tsx';
import type { RoleCalls } from './role-calls.ts';
import { useChange } from './use-change.ts';
import { useChoices } from './use-choices.ts';

/** The roles that the tenant assigns to a user, and the ways to change them. */
export function RolesSection({
  user,
  roles,
  change,
  calls,
}: {
  user: { userId: string; name: string };
  roles: UserRoles['roles'];
  change: PartPermission;
  calls: Pick<RoleCalls, 'assignable' | 'changeRoles'>;
}) {
  const t = useTranslations('roles');
  const { userId, name } = user;
  const offered = useChoices(calls.assignable, (part: AssignableRoles) => ({
    choices: part.roles,
    next: part.nextPage === null ? null : { userId, page: part.nextPage },
  }));
  const withheld = offered.parts.reduce((sum, { withheldCount }) => sum + withheldCount, 0);
  const undoLink = useUndoLink();
  const giving = useChange(calls.changeRoles, (done, recordId) => ({
    tone: 'success',
    message: t('given', { name: done.name, roles: done.roles.join(', ') }),
    link: undoLink(recordId),
  }));
  return (
    <HeldSection
      kind="roles"
      user={user}
      held={roles}
      change={change}
      empty={t('none', { name })}
      offered={{
        ...offered,
        start: () => offered.start({ userId, page: 1 }),
        note: withheld > 0 ? t('withheld', { count: withheld }) : undefined,
      }}
      giving={giving}
      onGive={(roleIds) => giving.send({ userId, change: 'assign', roleIds })}
      taking={{
        call: calls.changeRoles,
        inputOf: ({ id }) => ({ userId, change: 'remove' as const, roleIds: [id] }),
        done: (value, recordId) =>
          value.roles.length > 0
            ? {
                tone: 'success',
                message: t('taken', { name: value.name, roles: value.roles.join(', ') }),
                link: undoLink(recordId),
              }
            : { tone: 'info', message: t('goneBefore', { name: value.name }) },
      }}
    />
  );
}
