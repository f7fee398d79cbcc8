'use client';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ComboBox } from '#components/ui/combo-box.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import type { JoinableOrganizations, OrganizationView } from '#lib/users/user-roles-view.ts';
import { ChoicesState } from './choices-state.tsx';
import type { RoleCalls } from './role-calls.ts';
import { useChange } from './use-change.ts';
import { useChoices } from './use-choices.ts';

/** Picks an organization of the tenant and adds a user to it. */
export function AddOrganizationDialog({
  user: { userId, name },
  held,
  calls,
  isOpen,
  onClose,
}: {
  user: { userId: string; name: string };
  held: readonly OrganizationView[];
  calls: Pick<RoleCalls, 'joinable' | 'changeOrganizations'>;
  isOpen: boolean;
  onClose: () => void;
}) {
  const [picked, setPicked] = useState<string | null>(null);
  const offered = useChoices(calls.joinable, (part: JoinableOrganizations) => ({
    choices: part.organizations,
    next: part.next === null ? null : { userId, from: part.next },
  }));
  const change = useChange(calls.changeOrganizations, (done) => ({
    tone: 'success',
    message: `${done.name} was added to ${done.organization}`,
  }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what there is to choose is read as it opens.
  useEffect(() => {
    if (!isOpen) return;
    setPicked(null);
    change.forget();
    offered.start({ userId });
  }, [isOpen]);

  const heldIds = new Set(held.map(({ id }) => id));
  const choices = (offered.choices ?? []).filter(({ id }) => !heldIds.has(id));

  async function add() {
    if (picked === null) return;
    if (await change.send({ userId, change: 'add', organizationId: picked })) onClose();
  }

  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      isBusy={change.isPending}
      title={`Add ${name} to an organization`}
      actions={
        <>
          <Button onClick={onClose} disabled={change.isPending}>
            Cancel
          </Button>
          <Button
            variant="primary"
            isPending={change.isPending}
            disabled={picked === null}
            onClick={() => void add()}
          >
            Add user
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{name} can sign in as a member of the organization.</p>
        <ChoicesState
          {...offered}
          moreLabel="Load more organizations"
          onRetry={() => offered.start({ userId })}
          onMore={offered.more}
        >
          {choices.length > 0 ? (
            <ComboBox
              label="Organization"
              options={choices.map(({ id, name: label }) => ({ value: id, label }))}
              value={picked}
              onChange={setPicked}
              isDisabled={change.isPending}
            />
          ) : (
            <p className="text-muted">There is no organization that {name} is not a member of.</p>
          )}
        </ChoicesState>
        {change.problem ? <ProblemBanner problem={change.problem} takesFocus /> : null}
      </div>
    </Dialog>
  );
}
