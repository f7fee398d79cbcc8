'use client';
import { useTranslations } from 'use-intl';
import { undoAddress } from './audit-address.ts';

/** The link that a message of success ends with where what was done can be undone. */
export function useUndoLink() {
  const t = useTranslations('undo');
  return (recordId: string | undefined) =>
    recordId === undefined ? undefined : { href: undoAddress(recordId), label: t('undo') };
}
