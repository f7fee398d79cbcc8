'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { routeOf } from '#components/ui/route.ts';

/** Where the person was going when the form stopped them: an address, or so many steps back in the history. */
type Destination = { href: string } | { steps: number };

interface HistoryEntry {
  state: unknown;
  href: string;
}

/**
 * Asks before a form with unsaved changes is left: by a link, by the back button (an entry of the same page
 * is put on top of the history while there are changes) and by closing the tab, where the browser asks.
 */
export function useLeaveGuard(hasChanges: boolean, homeHref: string) {
  const t = useTranslations('form');
  const router = useRouter();
  const [destination, setDestination] = useState<Destination | null>(null);
  const ownEntry = useRef<HistoryEntry | null>(null);
  const isReleased = useRef(false);

  useEffect(() => {
    if (!hasChanges || isReleased.current) return;
    if (!ownEntry.current) {
      ownEntry.current = { state: history.state, href: location.href };
      history.pushState(history.state, '', location.href);
    }
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (!isReleased.current) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const href = isReleased.current ? undefined : leavingHref(event);
      if (href === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setDestination({ href });
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    window.addEventListener('click', onClick, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', onBeforeUnload);
      window.removeEventListener('click', onClick, { capture: true });
    };
  }, [hasChanges]);

  useEffect(() => {
    const onPopState = (event: PopStateEvent) => {
      const entry = ownEntry.current;
      if (isReleased.current || !entry) return;
      const isOnOwnPage = location.href === entry.href;
      if (!hasChanges) {
        // The entry that was put on top is all that was left so far; what the person wants lies before it.
        ownEntry.current = null;
        if (isOnOwnPage) history.back();
        return;
      }
      event.stopImmediatePropagation();
      history.pushState(entry.state, '', entry.href);
      setDestination({ steps: isOnOwnPage ? 2 : 1 });
    };
    window.addEventListener('popstate', onPopState, { capture: true });
    return () => window.removeEventListener('popstate', onPopState, { capture: true });
  }, [hasChanges]);

  /** Goes to an address without asking. */
  function leave(href: string) {
    isReleased.current = true;
    if (href.startsWith('/auth/')) location.assign(href);
    else if (ownEntry.current) router.replace(routeOf(href));
    else router.push(routeOf(href));
  }

  function follow(chosen: Destination) {
    setDestination(null);
    if ('href' in chosen) return leave(chosen.href);
    isReleased.current = true;
    // In a tab that was opened with the form there is nothing before it.
    if (history.length <= chosen.steps) router.replace(routeOf(homeHref));
    else history.go(-chosen.steps);
  }

  const dialog = (
    <AlertDialog
      isOpen={destination !== null}
      title={t('leaveTitle')}
      confirmLabel={t('leave')}
      cancelLabel={t('stay')}
      isDanger
      onCancel={() => setDestination(null)}
      onConfirm={() => destination && follow(destination)}
    >
      {t('leaveConsequence')}
    </AlertDialog>
  );
  return { dialog, leave };
}

/** The address on this site to which a click leads away from this page, if it is such a click. */
function leavingHref(event: MouseEvent): string | undefined {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const anchor = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!isPlain || !(anchor instanceof HTMLAnchorElement)) return undefined;
  if (anchor.target !== '' && anchor.target !== '_self') return undefined;
  const url = new URL(anchor.href);
  if (url.origin !== location.origin || anchor.hasAttribute('download')) return undefined;
  const isThisPage = url.pathname === location.pathname && url.search === location.search;
  return isThisPage ? undefined : `${url.pathname}${url.search}${url.hash}`;
}
