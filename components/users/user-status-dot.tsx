'use client';
import { useTranslations } from 'use-intl';
import { StatusDot, type StatusTone } from '#components/ui/status-dot.tsx';
import type { UserStatus } from '#lib/users/user-status.ts';

const tones: Record<UserStatus, StatusTone> = {
  active: 'success',
  blocked: 'danger',
  unverified: 'warning',
  'never-signed-in': 'neutral',
};

/** Whether a user can sign in and has done so, in a word. */
export function UserStatusDot({ status }: { status: UserStatus }) {
  const t = useTranslations('list');
  return <StatusDot tone={tones[status]}>{t(`status.${status}`)}</StatusDot>;
}
