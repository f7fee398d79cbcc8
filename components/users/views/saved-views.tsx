'use client';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Menu, type MenuSection } from '#components/ui/menu.tsx';
import { useToast } from '#components/ui/toast-context.ts';
import { useCallAction } from '#components/users/form/use-call-action.ts';
import type { SavedView } from '#lib/users/views/saved-view.ts';
import { useOpenView } from './use-open-view.ts';
import type { ViewCalls } from './view-calls.ts';

const SaveViewDialog = lazy(() => import('./save-view-dialog.tsx'));
const ManageViewsDialog = lazy(() => import('./manage-views-dialog.tsx'));

export interface SavedViewsProps {
  views: readonly SavedView[];
  /** Why there are no views to show. */
  failure?: string;
  /** Whether this manager shares views, and changes shared ones. */
  mayShare: boolean;
  calls: ViewCalls;
  /** The address of the list that is shown, on its first page. */
  shown: string;
}

/** The views of the list: each is a link, and what is shown and is none of them can be saved as one. */
export function SavedViews({ views, failure, mayShare, calls, shown }: SavedViewsProps) {
  const t = useTranslations('views');
  const callAction = useCallAction();
  const router = useRouter();
  const toast = useToast();
  const menuRef = useRef<HTMLButtonElement>(null);
  const [dialog, setDialog] = useState<'save' | 'manage'>();
  const { open, changed, canSave } = useOpenView(views, shown);
  const closing = { returnFocusRef: menuRef, onClose: () => setDialog(undefined) };

  // What was saved is open a moment later, and its button gone: who works by keyboard goes on beside it.
  const hasJustSaved = useRef(false);
  useEffect(() => {
    if (canSave || !hasJustSaved.current) return;
    hasJustSaved.current = false;
    if (document.activeElement === document.body) menuRef.current?.focus();
  }, [canSave]);

  async function update({ viewId, name }: SavedView) {
    const answer = await callAction(calls.update, { viewId, address: shown });
    if (!answer.ok) {
      toast.show({ tone: 'danger', message: answer.problem.message, errorId: answer.problem.id });
      return;
    }
    toast.show({ tone: 'success', message: t('updated', { name }) });
    router.refresh();
  }

  const mayChange = ({ isShared }: SavedView) => mayShare || !isShared;
  const links = (isShared: boolean) =>
    views
      .filter((view) => view.isShared === isShared)
      .map(({ viewId, name, address }) => ({ id: viewId, label: name, href: address }));
  const sections: MenuSection[] = [
    ...(failure
      ? [{ id: 'failure', items: [{ id: 'failure', label: t('title'), disabledReason: failure }] }]
      : []),
    { id: 'own', label: t('own'), items: links(false) },
    { id: 'shared', label: t('shared'), items: links(true) },
    {
      id: 'actions',
      items: [
        ...(changed && mayChange(changed)
          ? [{ id: 'update', label: t('update', { name: changed.name }) }]
          : []),
        ...(views.some(mayChange) ? [{ id: 'manage', label: t('manage') }] : []),
      ],
    },
  ].filter(({ items }) => items.length > 0);
  const words = open
    ? t('open', { name: open.name })
    : changed
      ? t('changed', { name: changed.name })
      : t('title');
  return (
    <>
      {sections.length > 0 ? (
        <Menu
          label={t('title')}
          sections={sections}
          triggerRef={menuRef}
          onAction={(id) => {
            if (id === 'update' && changed) void update(changed);
            if (id === 'manage') setDialog('manage');
          }}
        >
          <span className="max-w-56 truncate phone:max-w-36">{words}</span>
        </Menu>
      ) : null}
      {canSave && !failure ? (
        <Button variant="ghost" onClick={() => setDialog('save')}>
          {t('save')}
        </Button>
      ) : null}
      <Suspense>
        {dialog === 'save' ? (
          <SaveViewDialog
            address={shown}
            save={calls.save}
            onSaved={() => {
              hasJustSaved.current = true;
            }}
            {...closing}
          />
        ) : null}
        {dialog === 'manage' ? (
          <ManageViewsDialog views={views.filter(mayChange)} mayShare={mayShare} calls={calls} {...closing} />
        ) : null}
      </Suspense>
    </>
  );
}
