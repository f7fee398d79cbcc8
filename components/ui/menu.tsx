'use client';
import { lazy, type ReactNode, type RefObject, Suspense, useRef, useState } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-style.ts';
import { IconButton } from './icon-button.tsx';
import { ChevronDownIcon, DotsIcon } from './icons.tsx';

const loadMenuPopover = () => import('./menu-popover.tsx');
const MenuPopover = lazy(loadMenuPopover);

export type MenuItem = {
  id: string;
  label: string;
  icon?: ReactNode;
  /** A page to go to; else `onAction` of the menu is called with the id. */
  href?: string;
  /** Red; stands in the last section. */
  isDanger?: boolean;
  /** The item stays visible, cannot be chosen, and says why. */
  disabledReason?: string;
};

export type MenuSection = { id: string; label?: string; items: readonly MenuItem[] };

export type MenuProps = {
  /** Names the menu and, without `children`, the button with the three dots. */
  label: string;
  sections: readonly MenuSection[];
  onAction?: (id: string) => void;
  /** The words on the button; three dots where none are given. */
  children?: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** The button, for whoever has to give the focus back to it. */
  triggerRef?: RefObject<HTMLButtonElement | null>;
};

/** With Enter and the space bar too the first entry takes the focus, not the menu as a whole. */
const openingKeys = new Set(['ArrowDown', 'ArrowUp', 'Enter', ' ']);

/** A button with a menu. The menu's code is loaded when the pointer or the focus comes near it. */
export function Menu({
  label,
  sections,
  onAction,
  children,
  variant = 'secondary',
  size = 'regular',
  triggerRef: givenRef,
}: MenuProps) {
  const ownRef = useRef<HTMLButtonElement>(null);
  const triggerRef = givenRef ?? ownRef;
  const [isOpen, setIsOpen] = useState(false);
  const trigger = {
    ref: triggerRef,
    'aria-haspopup': 'menu',
    'aria-expanded': isOpen,
    onClick: () => setIsOpen(true),
    onPointerOver: () => void loadMenuPopover(),
    onFocusCapture: () => void loadMenuPopover(),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (!openingKeys.has(event.key)) return;
      event.preventDefault();
      setIsOpen(true);
    },
  } as const;
  return (
    <>
      {children ? (
        <button {...trigger} type="button" className={buttonClass(variant, size)}>
          {children}
          <ChevronDownIcon className="-mr-1" />
        </button>
      ) : (
        <IconButton {...trigger} label={label} icon={<DotsIcon />} size="small" />
      )}
      {isOpen ? (
        <Suspense>
          <MenuPopover
            label={label}
            sections={sections}
            onAction={onAction}
            triggerRef={triggerRef}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
