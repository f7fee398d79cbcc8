import { SectionHeading } from '#components/ui/section-heading.tsx';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import { TryAgain } from '#components/users/problem/try-again.tsx';
import type { Problem } from '#lib/errors.ts';
import type { PartPermission } from '#lib/users/user-form.ts';
import type { UserOrganizations, UserRoles } from '#lib/users/user-roles-view.ts';
import { OrganizationsSection } from './organizations-section.tsx';
import type { RoleCalls } from './role-calls.ts';
import { RolesSection } from './roles-section.tsx';

type Read<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** What the tenant itself gives to a user; where one half cannot be had, the other is shown all the same. */
export function UserRolesAndOrganizations({
  user,
  roles,
  organizations,
  change,
  calls,
}: {
  user: { userId: string; name: string };
  roles: Read<UserRoles>;
  organizations: Read<UserOrganizations>;
  change: PartPermission;
  calls: RoleCalls;
}) {
  const common = { user, calls, canChange: change.permitted };
  return (
    <div className="flex flex-col gap-6">
      {change.permitted ? null : <p className="text-13 text-muted">{change.reason}</p>}
      <div className="grid max-w-300 gap-x-12 gap-y-8 lg:grid-cols-2">
        <section className="min-w-0">
          {roles.ok ? (
            <RolesSection {...common} roles={roles.value.roles} />
          ) : (
            <Failed title="Roles" problem={roles.problem} />
          )}
        </section>
        <section className="min-w-0">
          {organizations.ok ? (
            <OrganizationsSection {...common} shown={organizations.value} />
          ) : (
            <Failed title="Organizations" problem={organizations.problem} />
          )}
        </section>
      </div>
    </div>
  );
}

function Failed({ title, problem }: { title: string; problem: Problem }) {
  return (
    <div className="flex flex-col gap-4">
      <SectionHeading>{title}</SectionHeading>
      <ProblemBanner problem={problem} actions={<TryAgain />} />
    </div>
  );
}
