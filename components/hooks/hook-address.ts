import type { HookName } from '#lib/hook-runner/hook.ts';

export function hookAddress(name: HookName): `/hooks/${HookName}` {
  return `/hooks/${name}`;
}
