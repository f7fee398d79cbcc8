import { StatusDot, type StatusTone } from '#components/ui/status-dot.tsx';
import type { HookRow } from '#lib/users/hooks/hook-view.ts';
import { getTranslations } from '#messages/server.ts';

const tones: Record<HookRow['state'], StatusTone> = {
  absent: 'neutral',
  usable: 'success',
  unusable: 'danger',
};

/** Whether a hook is there and can be run. */
export async function HookState({ state }: Pick<HookRow, 'state'>) {
  const t = await getTranslations('hooks');
  return <StatusDot tone={tones[state]}>{t(`states.${state}`)}</StatusDot>;
}
