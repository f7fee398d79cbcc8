'use client';
import clsx from 'clsx';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BulkAction } from '#lib/users/bulk/bulk-view.ts';
import type { BulkCalls, BulkUser } from './bulk-action.ts';
import { BulkBar } from './bulk-bar.tsx';
import { SelectionContext } from './selection-context.ts';
import { openerIn, placeToGoOn, useSelectedUsers } from './use-selected-users.ts';

const BulkDialog = lazy(async () => {
  const { BulkDialog: dialog } = await import('./bulk-dialog.tsx');
  return { default: dialog };
});

/**
 * The filters and the list below them, whose users can be selected; the bar of what can be done to them takes the
 * place of the filters and stays in view.
 */
export function SelectableUsers({
  users,
  managerId,
  calls,
  filters,
  children,
}: {
  /** Those of the page, in its order. */
  users: readonly BulkUser[];
  /** Whose records the audit trail is asked for afterwards. */
  managerId: string;
  calls: BulkCalls;
  filters: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('bulk');
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement>(null);
  // Asked for once the dialog is gone: by then it is known whether the bar has gone with it.
  const [focusAfter] = useState(() => ({
    get current() {
      return opener.current?.isConnected ? opener.current : placeToGoOn(root);
    },
  }));
  const { selection, select } = useSelectedUsers(users, root);
  const { isSelecting } = selection;
  const count = selection.users.length;
  // Nothing is said before there has been anything to say.
  const [wasSelecting, setWasSelecting] = useState(false);
  if (isSelecting && !wasSelecting) setWasSelecting(true);
  const [asked, setAsked] = useState<{ action: BulkAction; users: readonly BulkUser[] }>();
  return (
    <SelectionContext value={selection}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape ends the selection from anywhere in it. */}
      <div
        ref={root}
        data-selecting={isSelecting || undefined}
        className="group/list data-selecting:[--table-head-top:3rem]"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented || !isSelecting) return;
          // A menu or a dialog that belongs to the list has an Escape of its own.
          if (event.target instanceof Node && root.current?.contains(event.target)) selection.clear();
        }}
      >
        <p role="status" className="sr-only">
          {wasSelecting ? (count > 0 ? t('selected', { count }) : t('noneSelected')) : null}
        </p>
        <div
          className={clsx(
            'grid',
            isSelecting && 'sticky top-0 z-15 -mx-1 -my-2 bg-canvas px-1 py-2 max-md:top-14',
          )}
        >
          <div className={clsx('col-start-1 row-start-1 min-w-0', isSelecting && 'invisible phone:hidden')}>
            {filters}
          </div>
          {isSelecting ? (
            <div className="col-start-1 row-start-1 min-w-0">
              <BulkBar
                onAsk={(action) => {
                  opener.current = openerIn(root);
                  setAsked({ action, users: selection.users });
                }}
              />
            </div>
          ) : null}
        </div>
        {children}
      </div>
      {asked ? (
        <Suspense>
          <BulkDialog
            {...asked}
            calls={calls}
            managerId={managerId}
            returnFocusRef={focusAfter}
            onClose={(leftIds) => {
              setAsked(undefined);
              if (leftIds) select(leftIds);
            }}
          />
        </Suspense>
      ) : null}
    </SelectionContext>
  );
}
