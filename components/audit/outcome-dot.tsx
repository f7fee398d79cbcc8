import { StatusDot, type StatusTone } from '#components/ui/status-dot.tsx';
import type { RecordView } from '#lib/users/records/record-view.ts';

const outcomeTone: Record<RecordView['outcome'], StatusTone> = {
  done: 'success',
  refused: 'warning',
  failed: 'danger',
  partly: 'warning',
  unknown: 'warning',
  open: 'neutral',
};

/** An outcome as a word with a dot; in a list what was done as asked stays quiet. */
export function OutcomeDot({
  outcome,
  isQuiet = false,
  children,
}: {
  outcome: RecordView['outcome'];
  isQuiet?: boolean;
  children: string;
}) {
  const tone = isQuiet && outcome === 'done' ? 'neutral' : outcomeTone[outcome];
  return <StatusDot tone={tone}>{children}</StatusDot>;
}
