'use client';
import clsx from 'clsx';
import { type ComponentProps, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { CrossIcon, SearchIcon } from './icons.tsx';
import { Kbd } from './kbd.tsx';

export type SearchFieldProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type' | 'ref'> & {
  /** Names the field; it is not shown. */
  label: string;
  value: string;
  onChange: (value: string) => void;
};

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

/** A search within the page. `/` focuses it from anywhere outside a text field, Escape empties it. */
export function SearchField({ label, value, onChange, className, ...input }: SearchFieldProps) {
  const t = useTranslations('ui');
  const ref = useRef<HTMLInputElement>(null);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], dialog[open]'))
        return;
      event.preventDefault();
      ref.current?.focus();
      ref.current?.select();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <div className={clsx('group relative flex min-w-0 items-center', className)}>
      <SearchIcon className="pointer-events-none absolute left-2.5 text-muted" />
      <input
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        {...input}
        ref={ref}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value) {
            event.preventDefault();
            onChange('');
          }
        }}
        className="control w-full min-w-0 appearance-none pr-9 pl-8"
      />
      {value ? (
        <button
          type="button"
          aria-label={t('clearSearch')}
          onClick={() => {
            onChange('');
            ref.current?.focus();
          }}
          className="absolute right-1 grid size-6 place-items-center rounded-[4px] text-muted hover:text-ink touch:right-0 touch:size-11"
        >
          <CrossIcon />
        </button>
      ) : (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute right-1.5 group-focus-within:hidden touch:hidden"
        >
          <Kbd>/</Kbd>
        </span>
      )}
    </div>
  );
}
