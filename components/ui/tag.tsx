'use client';
import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { CrossIcon } from './icons.tsx';

export type TagProps = {
  children: string;
  /** Shows a button that removes the value. */
  onRemove?: () => void;
  className?: string;
};

/** A value in a rounded box: a membership, a role, a filter that is on. */
export function Tag({ children, onRemove, className }: TagProps) {
  const t = useTranslations('ui');
  return (
    <span
      className={clsx(
        'inline-flex h-6 max-w-full items-center rounded-control border border-hairline bg-neutral-2 text-13',
        onRemove ? 'pl-2 touch:h-11' : 'px-2',
        className,
      )}
    >
      <span className="truncate">{children}</span>
      {onRemove ? (
        <button
          type="button"
          aria-label={t('remove', { name: children })}
          onClick={onRemove}
          className="ml-0.5 grid size-6 shrink-0 place-items-center rounded-control text-muted hover:bg-neutral-4 hover:text-ink touch:size-11"
        >
          <CrossIcon className="size-3.5" />
        </button>
      ) : null}
    </span>
  );
}
