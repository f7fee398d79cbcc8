'use client';
import { lazy, type ReactNode, type RefObject, Suspense, useState } from 'react';

const DialogModal = lazy(() => import('./dialog-modal.tsx'));

export type DialogProps = {
  isOpen: boolean;
  /** Called by Escape, by the close button and by a press outside. */
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode;
  /** In px, 480 unless given. */
  maxWidthPx?: number;
  role?: 'dialog' | 'alertdialog';
  /** While something is under way the dialog stays: Escape and presses outside do nothing. */
  isBusy?: boolean;
  /** Takes the focus on closing where what had it before is gone, as the entry of a menu is. */
  returnFocusRef?: RefObject<HTMLElement | null>;
};

/** A question or a small task over the page. Its code is loaded when it first opens. */
export function Dialog(props: DialogProps) {
  const [wasOpened, setWasOpened] = useState(props.isOpen);
  if (props.isOpen && !wasOpened) setWasOpened(true);
  if (!wasOpened) return null;
  return (
    <Suspense>
      <DialogModal {...props} />
    </Suspense>
  );
}
