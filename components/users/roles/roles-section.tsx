'use client';
import { useState } from 'react';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import type { RoleView, UserRoles } from '#lib/users/user-roles-view.ts';
import { AssignRolesDialog } from './assign-roles-dialog.tsx';
import { GroupsItem, GroupsList } from './groups-list.tsx';
import type { RoleCalls } from './role-calls.ts';
import { useChange } from './use-change.ts';

/** The roles that the tenant assigns to a user, and the ways to change them. */
export function RolesSection({
  user,
  roles,
  canChange,
  calls,
}: {
  user: { userId: string; name: string };
  roles: UserRoles['roles'];
  canChange: boolean;
  calls: Pick<RoleCalls, 'assignable' | 'changeRoles'>;
}) {
  const { userId, name } = user;
  const [isAssigning, setIsAssigning] = useState(false);
  const [isRemoving, setIsRemoving] = useState(false);
  // What was asked last is still to be read while its dialog closes.
  const [asked, setAsked] = useState<RoleView | null>(null);
  const removal = useChange(calls.changeRoles, (done) =>
    done.roles.length > 0
      ? { tone: 'success', message: `${done.roles.join(', ')} was removed from ${done.name}` }
      : { tone: 'info', message: `${done.name} did not have this role any more` },
  );

  function ask(role: RoleView) {
    removal.forget();
    setAsked(role);
    setIsRemoving(true);
  }

  async function remove() {
    if (!asked) return;
    if (await removal.send({ userId, change: 'remove', roleIds: [asked.id] })) setIsRemoving(false);
  }

  return (
    <>
      <SectionHeading
        actions={
          canChange ? (
            <Button size="small" onClick={() => setIsAssigning(true)}>
              Assign roles
            </Button>
          ) : null
        }
      >
        Roles
      </SectionHeading>
      {roles.length > 0 ? (
        <GroupsList label={`Roles of ${name}`}>
          {roles.map((role) => (
            <GroupsItem
              key={role.id}
              name={role.name}
              description={role.description}
              note={canChange ? role.reasonAgainst : null}
              action={
                canChange ? (
                  <Button
                    size="small"
                    variant="ghost"
                    className="-mr-2 touch:-mr-4"
                    aria-label={`Remove ${role.name}`}
                    disabled={role.reasonAgainst !== null}
                    onClick={() => ask(role)}
                  >
                    Remove
                  </Button>
                ) : null
              }
            />
          ))}
        </GroupsList>
      ) : (
        <EmptyState title="No roles" headingLevel={3}>
          The tenant assigns {name} no role.
        </EmptyState>
      )}
      <AssignRolesDialog
        user={user}
        held={roles}
        calls={calls}
        isOpen={isAssigning}
        onClose={() => setIsAssigning(false)}
      />
      <AlertDialog
        isOpen={isRemoving}
        onCancel={() => setIsRemoving(false)}
        onConfirm={() => void remove()}
        title={`Remove ${asked?.name ?? 'role'} from ${name}?`}
        confirmLabel="Remove role"
        isDanger
        isPending={removal.isPending}
      >
        <div className="flex flex-col gap-4">
          <p>From the next sign-in on {name} can no longer do what this role allows. All other roles stay.</p>
          {removal.problem ? <ProblemBanner problem={removal.problem} takesFocus /> : null}
        </div>
      </AlertDialog>
    </>
  );
}
