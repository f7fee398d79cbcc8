'use client';
import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '#components/ui/dialog.tsx';
import { useChange } from '#components/users/roles/use-change.ts';
import type { ViewCalls } from './view-calls.ts';
import { ViewNameForm } from './view-name-form.tsx';

/** Asks for the name under which the list that is shown is to be kept. */
export default function SaveViewDialog({
  address,
  save,
  onSaved,
  onClose,
  returnFocusRef,
}: {
  address: string;
  save: ViewCalls['save'];
  onSaved: () => void;
  onClose: () => void;
  returnFocusRef: RefObject<HTMLElement | null>;
}) {
  const t = useTranslations('views');
  const saving = useChange(save, () => ({ tone: 'success', message: t('saved') }));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isBusy={saving.isPending}
      title={t('save')}
      maxWidthPx={420}
      returnFocusRef={returnFocusRef}
    >
      <ViewNameForm
        description={t('saveMeans')}
        confirmLabel={t('save')}
        change={saving}
        onCancel={onClose}
        onConfirm={async (name) => {
          if (!(await saving.send({ name, address }))) return;
          onSaved();
          onClose();
        }}
      />
    </Dialog>
  );
}
