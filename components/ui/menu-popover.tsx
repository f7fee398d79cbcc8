'use client';
import clsx from 'clsx';
import type { RefObject } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  Popover,
} from 'react-aria-components/Menu';
import type { MenuItem, MenuSection } from './menu.tsx';
import { popoverClass, popoverItemClass } from './popover-style.ts';

type MenuPopoverProps = {
  label: string;
  sections: readonly MenuSection[];
  onAction?: (id: string) => void;
  triggerRef: RefObject<HTMLElement | null>;
  onClose: () => void;
};

/** The open part of a Menu. */
export default function MenuPopover({ label, sections, onAction, triggerRef, onClose }: MenuPopoverProps) {
  return (
    <Popover
      isOpen
      aria-label={label}
      trigger="MenuTrigger"
      triggerRef={triggerRef}
      placement="bottom end"
      offset={4}
      onOpenChange={(isOpen) => isOpen || onClose()}
      className={popoverClass}
    >
      <AriaMenu
        aria-label={label}
        autoFocus="first"
        onClose={onClose}
        className="max-w-80 min-w-44 outline-none"
      >
        {sections.map((section, index) => (
          <AriaMenuSection
            key={section.id}
            id={section.id}
            aria-label={section.label ?? label}
            className={clsx(index > 0 && 'mt-1 border-t border-hairline pt-1')}
          >
            {section.label ? (
              <Header className="px-2 pt-1 pb-0.5 text-12 font-medium text-muted">{section.label}</Header>
            ) : null}
            {section.items.map((item) => (
              <Entry key={item.id} item={item} onAction={onAction} />
            ))}
          </AriaMenuSection>
        ))}
      </AriaMenu>
    </Popover>
  );
}

/** A disabled entry can be reached by keyboard, because its reason would be hidden from it otherwise. */
function Entry({ item, onAction }: { item: MenuItem; onAction?: (id: string) => void }) {
  const isDisabled = item.disabledReason !== undefined;
  return (
    <AriaMenuItem
      id={item.id}
      textValue={item.label}
      href={isDisabled ? undefined : item.href}
      shouldCloseOnSelect={!isDisabled}
      onAction={() => isDisabled || onAction?.(item.id)}
      render={(props) =>
        'href' in props ? <a {...props} /> : <div {...props} aria-disabled={isDisabled || undefined} />
      }
      className={clsx(
        popoverItemClass,
        isDisabled ? 'text-muted' : item.isDanger && 'text-danger-text data-focused:bg-danger-surface',
      )}
    >
      {item.icon}
      <span className="flex min-w-0 flex-col">
        <span>{item.label}</span>
        {isDisabled ? <span className="text-12 wrap-anywhere">{item.disabledReason}</span> : null}
      </span>
    </AriaMenuItem>
  );
}
