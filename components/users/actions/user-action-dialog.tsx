'use client';
import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Select } from '#components/ui/select.tsx';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import { isRestorable } from '#lib/users/restore/is-restorable.ts';
import type { NamedUser, useUserAction } from './use-user-action.ts';

/** The question before something is done to a user, in words that name them. */
export function UserActionDialog({
  user: { userId, name, email },
  current,
  triggerRef,
}: {
  user: NamedUser;
  current: ReturnType<typeof useUserAction>;
  /** The button of the menu. */
  triggerRef: RefObject<HTMLElement | null>;
}) {
  const t = useTranslations('userActions');
  const { shown } = current;
  const words = shown === 'delete' && isRestorable(userId) ? 'deleteRestorable' : shown;
  const clients = current.choice?.clients ?? [];
  return (
    <AlertDialog
      isOpen={current.isOpen}
      title={t(`title.${shown}`, { name })}
      confirmLabel={t(`confirm.${shown}`)}
      isDanger={shown === 'delete'}
      isPending={current.isPending}
      isConfirmDisabled={current.isOpening}
      returnFocusRef={triggerRef}
      onCancel={current.cancel}
      onConfirm={() => void current.confirm()}
    >
      <div className="flex flex-col gap-4">
        <p className="wrap-anywhere">{t(`consequence.${words}`, { name, recipient: email ?? name })}</p>
        {clients.length > 1 ? (
          <Select
            label={current.choice?.label ?? ''}
            description={t('mailSpeaksFor')}
            options={clients.map(({ clientId, name: label }) => ({ value: clientId, label }))}
            value={current.clientId}
            onChange={(event) => current.setClientId(event.target.value)}
            disabled={current.isPending}
          />
        ) : null}
        {current.problem ? <ProblemBanner problem={current.problem} takesFocus /> : null}
      </div>
    </AlertDialog>
  );
}
