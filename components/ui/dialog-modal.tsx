'use client';
import clsx from 'clsx';
import { type RefObject, useEffect } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslations } from 'use-intl';
import type { DialogProps } from './dialog.tsx';
import { IconButton } from './icon-button.tsx';
import { CrossIcon } from './icons.tsx';

/** The loaded part of Dialog: focus stays inside, the page behind is inert, the focus returns on close. */
export default function DialogModal({
  isOpen,
  onClose,
  title,
  children,
  actions,
  maxWidthPx = 480,
  role = 'dialog',
  isBusy = false,
  returnFocusRef,
}: DialogProps) {
  const t = useTranslations('ui');
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable={role === 'dialog' && !isBusy}
      isKeyboardDismissDisabled={isBusy}
      onOpenChange={(willBeOpen) => willBeOpen || isBusy || onClose()}
      className="fixed inset-0 z-40 flex items-center justify-center bg-scrim p-4 data-entering:animate-appear phone:items-end phone:p-0"
    >
      <Modal
        className="flex max-h-[min(720px,100%)] w-full flex-col rounded-panel bg-raised shadow-float data-entering:animate-float phone:max-h-[92dvh] phone:rounded-b-none"
        style={{ maxWidth: maxWidthPx }}
      >
        <AriaDialog role={role} className="flex min-h-0 flex-col outline-none">
          {returnFocusRef ? <ReturnOfFocus to={returnFocusRef} /> : null}
          <div className="flex items-start justify-between gap-4 px-6 pt-5">
            <Heading slot="title" level={2} className="text-16 font-semibold wrap-anywhere">
              {title}
            </Heading>
            {role === 'dialog' ? (
              <IconButton
                label={t('close')}
                icon={<CrossIcon />}
                size="small"
                onClick={onClose}
                className="-mt-1 -mr-2"
              />
            ) : null}
          </div>
          <div className={clsx('min-h-0 overflow-y-auto px-6 pt-2 text-14', actions ? 'pb-4' : 'pb-6')}>
            {children}
          </div>
          {actions ? (
            <div className="flex flex-wrap justify-end gap-2 border-t border-hairline px-6 py-3">
              {actions}
            </div>
          ) : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The focus is lost only when the last of the dialog has gone from the page. */
function ReturnOfFocus({ to }: { to: RefObject<HTMLElement | null> }) {
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) to.current?.focus();
      });
    },
    [to],
  );
  return null;
}
