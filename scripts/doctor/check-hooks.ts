import { checkHookText } from '#lib/hook-runner/check-hook.ts';
import { type HookSource, hookNames } from '#lib/hook-runner/hook.ts';
import { type HookSet, loadHooks } from '#lib/hook-runner/load-hooks.ts';
import { type Finding, right, wrong } from './finding.ts';

/** A machine at work must not make a hook look wrong. */
export const patienceMs = 60_000;

/** Whether the folder of hooks and each hook in it can be read; nothing in a hook is called. */
export async function checkHooks(folder: string): Promise<{ findings: Finding[]; areReadable: boolean }> {
  let hooks: HookSet;
  try {
    hooks = await loadHooks(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const says = `The folder of hooks ${folder} cannot be read (${code}), so the server does not start.`;
    return {
      findings: [wrong('HOOKS_DIR', says, 'Let HOOKS_DIR name the folder of the hooks.')],
      areReadable: false,
    };
  }
  const present = Object.values(hooks);
  const findings = (await Promise.all(present.map(checkHook))).flat();
  const areReadable = findings.length === 0;
  const missing = hookNames.filter((name) => !hooks[name]);
  if (areReadable) {
    const names = present.map(({ name }) => name).join(', ') || 'none';
    findings.push(right('the hooks', `Hooks in ${folder}: ${names}. Each can be read.`));
  }
  if (missing.includes('access') && missing.includes('filter')) {
    findings.push({
      ok: true,
      about: 'the hooks',
      says: 'There is neither an access nor a filter hook, so that only Administrators see users.',
      todo: 'Write one of them (hooks/README.md), or import those of DAE with npm run import-dae.',
    });
  }
  return { findings, areReadable };
}

async function checkHook({ name, text }: HookSource): Promise<Finding[]> {
  const failure = await checkHookText(name, text, patienceMs);
  if (!failure) return [];
  return [
    wrong(
      `the ${name} hook`,
      failure.message,
      `Mend the ${name} hook; until then everything that needs it is refused.`,
    ),
  ];
}
