import clsx from 'clsx';

export type TagProps = {
  children: string;
  className?: string;
};

/** A value in a rounded box: a membership, a role. */
export function Tag({ children, className }: TagProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-6 max-w-full items-center rounded-control border border-hairline bg-neutral-2 px-2 text-13',
        className,
      )}
    >
      <span className="truncate">{children}</span>
    </span>
  );
}
