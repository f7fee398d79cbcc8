'use client';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import type { BulkAction } from '#lib/users/bulk/bulk-view.ts';
import { lastAction } from './bulk-action.ts';
import type { useBulk } from './use-bulk.ts';

/** What can be pressed at each point; the focus starts on what does no harm. */
export function BulkButtons({
  action,
  bulk: { phase, ready, failed, untried, isStopping, stop },
  isConfirmDisabled,
  onBegin,
  onClose,
}: {
  action: BulkAction;
  bulk: ReturnType<typeof useBulk>;
  isConfirmDisabled: boolean;
  onBegin: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('bulk');
  const tUi = useTranslations('ui');
  const left = failed.length + untried.length;
  switch (phase) {
    case 'running':
      return (
        <Button key="stop" autoFocus onClick={stop} isPending={isStopping}>
          {t('stop')}
        </Button>
      );
    case 'ended':
      return (
        <>
          {left > 0 ? (
            <Button key="again" onClick={onBegin}>
              {untried.length > 0 ? t('goOn', { count: left }) : t('again')}
            </Button>
          ) : null}
          <Button key="close" variant="primary" autoFocus onClick={onClose}>
            {t('close')}
          </Button>
        </>
      );
    default:
      return (
        <>
          <Button key="cancel" autoFocus onClick={onClose}>
            {phase === 'asking' && ready.length === 0 ? t('close') : tUi('cancel')}
          </Button>
          {ready.length > 0 ? (
            <Button
              key="confirm"
              variant={action === lastAction ? 'danger' : 'primary'}
              onClick={onBegin}
              disabled={isConfirmDisabled}
            >
              {t(`confirm.${action}`, { count: ready.length })}
            </Button>
          ) : null}
        </>
      );
  }
}
