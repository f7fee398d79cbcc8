'use client';
import { type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { CrossIcon, MenuBarsIcon } from '#components/ui/icons.tsx';
import { Navigation, type NavigationItem } from './navigation.tsx';
import { ProductMark } from './product-mark.tsx';

const squareClass =
  'grid size-11 place-items-center rounded-control text-muted hover:bg-neutral-4 hover:text-ink';

export type PhoneBarProps = {
  tenantTitle: string;
  items: readonly NavigationItem[];
  /** What the tenant calls the menu. */
  menuName?: string;
  /** The foot of the sheet. */
  foot: ReactNode;
};

/** The bar at the top of narrow windows; its button opens the rail as a sheet. */
export function PhoneBar({ tenantTitle, items, menuName, foot }: PhoneBarProps) {
  const t = useTranslations('frame');
  const sheet = useRef<HTMLDialogElement>(null);
  const close = () => sheet.current?.close();
  return (
    <>
      <header className="sticky top-0 z-20 flex h-14 items-center gap-1 border-b border-hairline bg-canvas px-1.5 md:hidden">
        <button
          type="button"
          aria-label={t('openMenu')}
          aria-haspopup="dialog"
          className={squareClass}
          onClick={() => sheet.current?.showModal()}
        >
          <MenuBarsIcon />
        </button>
        <ProductMark />
        <span className="ml-2 truncate text-13 text-muted">{tenantTitle}</span>
      </header>
      <dialog
        ref={sheet}
        aria-label={menuName ?? t('menu')}
        className="m-0 h-dvh max-h-none w-70 max-w-[85vw] bg-rail text-ink shadow-float open:flex open:animate-slide"
        onClick={(event) => event.target === event.currentTarget && close()}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      >
        <div className="flex min-h-full w-full flex-col overflow-y-auto p-3">
          <div className="mb-3 flex items-center justify-between pl-2">
            <ProductMark />
            <button type="button" aria-label={t('closeMenu')} className={squareClass} onClick={close}>
              <CrossIcon />
            </button>
          </div>
          <Navigation items={items} name={menuName} onNavigate={close} />
          <div className="mt-auto pt-4">{foot}</div>
        </div>
      </dialog>
    </>
  );
}
