import { AppError } from '#lib/errors.ts';
import { examineFolder } from '#lib/hook-versions/hooks-in-force.ts';
import { leavesOf } from '#lib/lucene/query.ts';
import type { Manager } from '#lib/users/manager.ts';
import { scopeOf } from '#lib/users/permit/scope.ts';
import { isTestable } from '#lib/users/permit/scope-reach.ts';
import { type Policy, policyFor } from '#lib/users/policy/policy.ts';
import { checkFunctions } from './check-functions.ts';
import { patienceMs } from './check-hooks.ts';
import { type Finding, right, wrong } from './finding.ts';

/**
 * What the settings and filter hooks answer for real managers, judged as the server would judge it.
 * @param connections the names of the tenant's database connections
 */
export async function checkPolicy(
  managers: readonly Manager[],
  connections: readonly string[],
): Promise<Finding[]> {
  if (managers.length === 0) {
    return [
      {
        ok: true,
        about: 'managers',
        says: 'No profile names a role of this console, so that the settings and filter hooks were asked for nobody.',
        todo: 'Give a manager a role, for instance app_metadata.roles: ["Delegated Admin - Administrator"].',
      },
    ];
  }
  await examineFolder();
  const findings: Finding[] = [];
  for (const manager of managers) findings.push(...(await checkFor(manager, connections)));
  const told = withoutRepeats(findings);
  const names = managers.map(nameOf).join(', ');
  return told.some(({ ok }) => !ok)
    ? told
    : [right('the policy', `The settings and filter hooks were asked for ${names}.`), ...told];
}

async function checkFor(manager: Manager, connections: readonly string[]): Promise<Finding[]> {
  const who = nameOf(manager);
  let policy: Policy;
  try {
    policy = await policyFor(manager);
  } catch (error) {
    return [failureOf('settings', who, error, 'until then that manager sees no page')];
  }
  const unknown = (policy.settings.connections ?? []).filter((name) => !connections.includes(name));
  return [
    ...unknown.map((name) => noConnection(name, connections)),
    ...(await checkFunctions(policy.settings, patienceMs)),
    ...(await checkFilter(manager, policy)),
  ];
}

function noConnection(name: string, connections: readonly string[]): Finding {
  return wrong(
    'the settings hook',
    `The settings hook names the connection “${name}”, which is no database connection of the tenant.`,
    `Name one of: ${connections.join(', ') || 'none, the tenant has no database connection'}.`,
  );
}

async function checkFilter(manager: Manager, policy: Policy): Promise<Finding[]> {
  const about = 'the filter hook';
  try {
    const scope = await scopeOf(manager, policy);
    if (scope.kind !== 'matching' || isTestable(scope)) return [];
    const fields = [
      ...new Set([...leavesOf(scope.query)].map(({ field }) => field ?? 'a word without a field')),
    ];
    const says = `The filter hook’s answer for ${nameOf(manager)} asks for what only the tenant can compare (among: ${fields.join(', ')}).`;
    if (!policy.hooks.access) {
      return [
        wrong(
          about,
          `${says} Without an access hook nobody can vouch for a user who is created or changed, so that is refused.`,
          'Filter by what stands in a profile, or write an access hook.',
        ),
      ];
    }
    const costs =
      'Each user opened costs a call more, and of a user who is created or changed the access hook alone decides.';
    return [
      {
        ok: true,
        about,
        says: `${says} ${costs}`,
        todo: 'Filter by what stands in a profile where that is possible.',
      },
    ];
  } catch (error) {
    return [failureOf('filter', nameOf(manager), error, 'until then that manager sees no users')];
  }
}

function nameOf({ user }: Manager): string {
  return user.email ?? user.username ?? user.user_id;
}

/** A refusal is what the hook is for; everything else is a fault of it. */
function failureOf(hook: 'settings' | 'filter', who: string, error: unknown, until: string): Finding {
  const about = `the ${hook} hook`;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof AppError && error.code === 'refused-by-hook') {
    return right(about, `The ${hook} hook refuses ${who}, in its own words: ${message}`);
  }
  const fault = message.replace(/( Nothing was changed\.)? Tell an administrator\.$/, '');
  return wrong(about, `For ${who}: ${fault}`, `Mend the ${hook} hook; ${until}.`);
}

/** The same sentence is told once, for the first manager whom it was found for. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ about, says }) => {
    const key = `${about} ${says.replace(/^For [^:]+: |for \S+ asks/, '')}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
