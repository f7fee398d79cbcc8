import { StatusDot, type StatusTone } from '#components/ui/status-dot.tsx';
import type { UserStatus } from '#lib/users/user-status.ts';

const shown: Record<UserStatus, { tone: StatusTone; label: string }> = {
  active: { tone: 'success', label: 'Active' },
  blocked: { tone: 'danger', label: 'Blocked' },
  unverified: { tone: 'warning', label: 'Unverified' },
  'never-signed-in': { tone: 'neutral', label: 'Never signed in' },
};

/** Whether a user can sign in and has done so, in a word. */
export function UserStatusDot({ status }: { status: UserStatus }) {
  const { tone, label } = shown[status];
  return <StatusDot tone={tone}>{label}</StatusDot>;
}
