'use client';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { MultiComboBox } from '#components/ui/multi-combo-box.tsx';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import type { AssignableRoles, RoleView } from '#lib/users/user-roles-view.ts';
import { ChoicesState } from './choices-state.tsx';
import type { RoleCalls } from './role-calls.ts';
import { useChange } from './use-change.ts';
import { useChoices } from './use-choices.ts';

/** Picks roles of the tenant that a user does not have yet, and assigns them. */
export function AssignRolesDialog({
  user: { userId, name },
  held,
  calls,
  isOpen,
  onClose,
}: {
  user: { userId: string; name: string };
  held: readonly RoleView[];
  calls: Pick<RoleCalls, 'assignable' | 'changeRoles'>;
  isOpen: boolean;
  onClose: () => void;
}) {
  const [picked, setPicked] = useState<string[]>([]);
  const offered = useChoices(calls.assignable, (part: AssignableRoles) => ({
    choices: part.roles,
    next: part.nextPage === null ? null : { userId, page: part.nextPage },
  }));
  const change = useChange(calls.changeRoles, (done) => ({
    tone: 'success',
    message: `${done.name} was given ${done.roles.join(', ')}`,
  }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what there is to choose is read as it opens.
  useEffect(() => {
    if (!isOpen) return;
    setPicked([]);
    change.forget();
    offered.start({ userId, page: 1 });
  }, [isOpen]);

  const heldIds = new Set(held.map(({ id }) => id));
  const choices = (offered.choices ?? []).filter(({ id }) => !heldIds.has(id));
  const withheld = offered.parts.reduce((sum, { withheldCount }) => sum + withheldCount, 0);

  async function assign() {
    if (await change.send({ userId, change: 'assign', roleIds: picked })) onClose();
  }

  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      isBusy={change.isPending}
      title={`Assign roles to ${name}`}
      actions={
        <>
          <Button onClick={onClose} disabled={change.isPending}>
            Cancel
          </Button>
          <Button
            variant="primary"
            isPending={change.isPending}
            disabled={picked.length === 0}
            onClick={() => void assign()}
          >
            Assign roles
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p>From the next sign-in on {name} can do what these roles allow in your applications.</p>
        <ChoicesState
          {...offered}
          moreLabel="Load more roles"
          onRetry={() => offered.start({ userId, page: 1 })}
          onMore={offered.more}
        >
          {choices.length > 0 ? (
            <MultiComboBox
              label="Roles"
              options={choices.map(({ id, name: role }) => ({ value: id, label: role }))}
              value={picked}
              onChange={setPicked}
              isDisabled={change.isPending}
              description={withheldInWords(withheld)}
            />
          ) : (
            <p className="text-muted">
              There is no role that you could assign to {name}. {withheldInWords(withheld)}
            </p>
          )}
        </ChoicesState>
        {change.problem ? <ProblemBanner problem={change.problem} takesFocus /> : null}
      </div>
    </Dialog>
  );
}

function withheldInWords(count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1
    ? 'One role is not offered: it gives rights in this console that you lack.'
    : `${count} roles are not offered: they give rights in this console that you lack.`;
}
