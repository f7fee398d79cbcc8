'use client';
import { useTranslations } from 'use-intl';
import { useUndoLink } from '#components/audit/use-undo-link.ts';
import { LinkButton } from '#components/ui/link-button.tsx';
import { userOrganizationsAddress } from '#components/users/user-address.ts';
import type { PartPermission } from '#lib/users/form/user-form.ts';
import type { JoinableOrganizations, UserOrganizations } from '#lib/users/roles/user-roles-view.ts';
import { HeldSection } from './held-section.tsx';
import type { RoleCalls } from './role-calls.ts';
import { useChange } from './use-change.ts';
import { useChoices } from './use-choices.ts';

/** The organizations that a user is a member of, and the ways to change them. */
export function OrganizationsSection({
  user,
  shown,
  change,
  calls,
}: {
  user: { userId: string; name: string };
  shown: UserOrganizations;
  change: PartPermission;
  calls: Pick<RoleCalls, 'joinable' | 'changeOrganizations'>;
}) {
  const t = useTranslations('organizations');
  const { userId, name } = user;
  const offered = useChoices(calls.joinable, (part: JoinableOrganizations) => ({
    choices: part.organizations,
    next: part.next === null ? null : { userId, from: part.next },
  }));
  const undoLink = useUndoLink();
  const giving = useChange(calls.changeOrganizations, (done, recordId) => ({
    tone: 'success',
    message: t('given', done),
    link: undoLink(recordId),
  }));
  return (
    <HeldSection
      kind="organizations"
      user={user}
      held={shown.organizations}
      change={change}
      empty={t(shown.page > 1 ? 'noneBeyond' : 'none', { name })}
      offered={{ ...offered, start: () => offered.start({ userId }) }}
      giving={giving}
      onGive={async ([organizationId]) =>
        organizationId !== undefined && giving.send({ userId, change: 'add', organizationId })
      }
      taking={{
        call: calls.changeOrganizations,
        inputOf: ({ id }) => ({ userId, change: 'remove' as const, organizationId: id }),
        done: (value, recordId) => ({
          tone: 'success',
          message: t('taken', value),
          link: undoLink(recordId),
        }),
      }}
    >
      <Pages userId={userId} shown={shown} />
    </HeldSection>
  );
}

function Pages({ userId, shown }: { userId: string; shown: UserOrganizations }) {
  const t = useTranslations('organizations');
  const { page, perPage, total, organizations } = shown;
  if (total <= perPage && page === 1) return null;
  const first = (page - 1) * perPage + 1;
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center justify-end gap-3 py-3">
      {organizations.length > 0 ? (
        <span className="tabular text-13 text-muted">
          {t('range', { first, last: first + organizations.length - 1, total })}
        </span>
      ) : null}
      {page > 1 ? (
        <LinkButton size="small" prefetch={false} href={userOrganizationsAddress(userId, page - 1)}>
          {t('previous')}
        </LinkButton>
      ) : null}
      {page * perPage < total ? (
        <LinkButton size="small" prefetch={false} href={userOrganizationsAddress(userId, page + 1)}>
          {t('next')}
        </LinkButton>
      ) : null}
    </nav>
  );
}
