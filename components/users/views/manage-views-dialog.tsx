'use client';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '#components/ui/dialog.tsx';
import type { SavedView } from '#lib/users/views/saved-view.ts';
import { ManagedView } from './managed-view.tsx';
import type { ViewCalls } from './view-calls.ts';

/** The views that this manager may change, each with what can be done to it. */
export default function ManageViewsDialog({
  views,
  mayShare,
  calls,
  onClose,
  returnFocusRef,
}: {
  views: readonly SavedView[];
  mayShare: boolean;
  calls: ViewCalls;
  onClose: () => void;
  returnFocusRef: RefObject<HTMLElement | null>;
}) {
  const t = useTranslations('views');
  const listRef = useRef<HTMLUListElement>(null);
  const count = views.length;
  const formerCount = useRef(count);
  // The focus would go with the row of a view that was deleted.
  useEffect(() => {
    if (count < formerCount.current) listRef.current?.focus();
    formerCount.current = count;
  }, [count]);
  return (
    <Dialog isOpen onClose={onClose} title={t('manage')} returnFocusRef={returnFocusRef}>
      {count === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ul
        ref={listRef}
        tabIndex={-1}
        aria-label={t('title')}
        className="divide-y divide-hairline outline-none"
      >
        {views.map((view) => (
          <li key={view.viewId} className="py-2">
            <ManagedView view={view} mayShare={mayShare} calls={calls} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
