'use client';
import { useState } from 'react';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import { userRolesAddress } from '#components/users/user-address.ts';
import type { OrganizationView, UserOrganizations } from '#lib/users/user-roles-view.ts';
import { AddOrganizationDialog } from './add-organization-dialog.tsx';
import { GroupsItem, GroupsList } from './groups-list.tsx';
import type { RoleCalls } from './role-calls.ts';
import { useChange } from './use-change.ts';

/** The organizations that a user is a member of, and the ways to change them. */
export function OrganizationsSection({
  user,
  shown,
  canChange,
  calls,
}: {
  user: { userId: string; name: string };
  shown: UserOrganizations;
  canChange: boolean;
  calls: Pick<RoleCalls, 'joinable' | 'changeOrganizations'>;
}) {
  const { userId, name } = user;
  const { organizations } = shown;
  const [isAdding, setIsAdding] = useState(false);
  const [isRemoving, setIsRemoving] = useState(false);
  // What was asked last is still to be read while its dialog closes.
  const [asked, setAsked] = useState<OrganizationView | null>(null);
  const removal = useChange(calls.changeOrganizations, (done) => ({
    tone: 'success',
    message: `${done.name} was removed from ${done.organization}`,
  }));

  function ask(organization: OrganizationView) {
    removal.forget();
    setAsked(organization);
    setIsRemoving(true);
  }

  async function remove() {
    if (!asked) return;
    if (await removal.send({ userId, change: 'remove', organizationId: asked.id })) setIsRemoving(false);
  }

  return (
    <>
      <SectionHeading
        actions={
          canChange ? (
            <Button size="small" onClick={() => setIsAdding(true)}>
              Add to organization
            </Button>
          ) : null
        }
      >
        Organizations
      </SectionHeading>
      {organizations.length > 0 ? (
        <GroupsList label={`Organizations of ${name}`}>
          {organizations.map((organization) => (
            <GroupsItem
              key={organization.id}
              name={organization.name}
              action={
                canChange ? (
                  <Button
                    size="small"
                    variant="ghost"
                    className="-mr-2 touch:-mr-4"
                    aria-label={`Remove from ${organization.name}`}
                    onClick={() => ask(organization)}
                  >
                    Remove
                  </Button>
                ) : null
              }
            />
          ))}
        </GroupsList>
      ) : (
        <EmptyState title="No organizations" headingLevel={3}>
          {name} is a member of no organization{shown.page > 1 ? ' beyond those before' : ''}.
        </EmptyState>
      )}
      <Pages userId={userId} shown={shown} />
      <AddOrganizationDialog
        user={user}
        held={organizations}
        calls={calls}
        isOpen={isAdding}
        onClose={() => setIsAdding(false)}
      />
      <AlertDialog
        isOpen={isRemoving}
        onCancel={() => setIsRemoving(false)}
        onConfirm={() => void remove()}
        title={`Remove ${name} from ${asked?.name ?? 'this organization'}?`}
        confirmLabel="Remove user"
        isDanger
        isPending={removal.isPending}
      >
        <div className="flex flex-col gap-4">
          <p>{name} can no longer sign in as a member of it, and stays a user of the tenant.</p>
          {removal.problem ? <ProblemBanner problem={removal.problem} takesFocus /> : null}
        </div>
      </AlertDialog>
    </>
  );
}

function Pages({ userId, shown }: { userId: string; shown: UserOrganizations }) {
  const { page, perPage, total, organizations } = shown;
  if (total <= perPage && page === 1) return null;
  const first = (page - 1) * perPage + 1;
  return (
    <nav aria-label="Pages of organizations" className="flex flex-wrap items-center justify-end gap-3 py-3">
      {organizations.length > 0 ? (
        <span className="tabular text-13 text-muted">
          {first}–{first + organizations.length - 1} of {total}
        </span>
      ) : null}
      {page > 1 ? (
        <LinkButton size="small" prefetch={false} href={userRolesAddress(userId, page - 1)}>
          Previous
        </LinkButton>
      ) : null}
      {page * perPage < total ? (
        <LinkButton size="small" prefetch={false} href={userRolesAddress(userId, page + 1)}>
          Next
        </LinkButton>
      ) : null}
    </nav>
  );
}
