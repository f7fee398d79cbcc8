import { StatusDot, type StatusTone } from '#components/ui/status-dot.tsx';
import type { RecordView } from '#lib/users/record-view.ts';

/** What an attempt came to: only what somebody may want to look into has a colour. */
export const outcomeTone: Record<RecordView['outcome'], StatusTone> = {
  done: 'success',
  refused: 'warning',
  failed: 'danger',
  partly: 'warning',
  unknown: 'warning',
  open: 'neutral',
};

/** An outcome as a word with a dot. */
export function OutcomeDot({ outcome, children }: { outcome: RecordView['outcome']; children: string }) {
  return <StatusDot tone={outcomeTone[outcome]}>{children}</StatusDot>;
}
