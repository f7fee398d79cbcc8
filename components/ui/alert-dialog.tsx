'use client';
import type { ReactNode, RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export type AlertDialogProps = {
  isOpen: boolean;
  onCancel: () => void;
  onConfirm: () => void;
  /** Names the thing: 'Delete Renée Müller?' */
  title: string;
  /** The consequence. */
  children: ReactNode;
  /** The verb: 'Delete user'. */
  confirmLabel: string;
  cancelLabel?: string;
  isDanger?: boolean;
  isPending?: boolean;
  /** For example while a number that must be typed does not match yet. */
  isConfirmDisabled?: boolean;
  /** Takes the focus on closing where what had it before is gone, as the entry of a menu is. */
  returnFocusRef?: RefObject<HTMLElement | null>;
};

/** A confirmation that names the thing and the consequence; Escape cancels, the focus starts on Cancel. */
export function AlertDialog({
  isOpen,
  onCancel,
  onConfirm,
  title,
  children,
  confirmLabel,
  cancelLabel,
  isDanger = false,
  isPending = false,
  isConfirmDisabled = false,
  returnFocusRef,
}: AlertDialogProps) {
  const t = useTranslations('ui');
  return (
    <Dialog
      role="alertdialog"
      isOpen={isOpen}
      onClose={onCancel}
      isBusy={isPending}
      title={title}
      returnFocusRef={returnFocusRef}
      actions={
        <>
          <Button autoFocus onClick={onCancel} disabled={isPending}>
            {cancelLabel ?? t('cancel')}
          </Button>
          <Button
            variant={isDanger ? 'danger' : 'primary'}
            onClick={onConfirm}
            isPending={isPending}
            disabled={isConfirmDisabled}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
