import { StatusDot } from '#components/ui/status-dot.tsx';
import type { HookRow } from '#lib/users/hook-view.ts';

/** Whether a hook is there and can be run. */
export function HookState({ state }: Pick<HookRow, 'state'>) {
  if (state === 'absent') return <StatusDot tone="neutral">Not there</StatusDot>;
  return state === 'usable' ? (
    <StatusDot tone="success">Can be read</StatusDot>
  ) : (
    <StatusDot tone="danger">Cannot be read</StatusDot>
  );
}
