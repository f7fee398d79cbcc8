'use client';
import clsx from 'clsx';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { descriptionIdOf, FieldMessage } from './field.tsx';

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'children' | 'size'> & {
  label: string;
  /** The label names the box and is not shown, as in a table's first column. */
  isLabelHidden?: boolean;
  description?: ReactNode;
  error?: string;
  /** Some, but not all, of what the box stands for. */
  isIndeterminate?: boolean;
};

/** A box to tick. Takes every attribute of <input>, so `{...register('name')}` fits. */
export function Checkbox({
  label,
  isLabelHidden = false,
  description,
  error,
  isIndeterminate = false,
  className,
  id: givenId,
  ref,
  ...input
}: CheckboxProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <div className={className}>
      <label
        className={clsx(
          'inline-flex items-start gap-2 touch:min-h-11 touch:items-center',
          isLabelHidden && 'touch:min-w-11 touch:justify-center',
        )}
      >
        <span className="relative mt-0.5 grid size-4 shrink-0 place-items-center touch:mt-0">
          <input
            {...input}
            id={id}
            type="checkbox"
            ref={(element) => {
              if (element) element.indeterminate = isIndeterminate;
              if (typeof ref === 'function') return ref(element);
              if (ref) ref.current = element;
            }}
            aria-describedby={error || description ? descriptionIdOf(id) : undefined}
            aria-invalid={error ? true : undefined}
            className={clsx(
              'peer absolute inset-0 size-4 appearance-none rounded-[4px] border border-control bg-canvas',
              'checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent',
              'aria-invalid:border-danger disabled:opacity-50',
              'before:absolute before:-inset-1.5',
            )}
          />
          <svg
            aria-hidden="true"
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
            className="pointer-events-none relative hidden size-3.5 text-on-accent peer-checked:block peer-indeterminate:block"
          >
            <path d={isIndeterminate ? 'M4 8h8' : 'm3.5 8.5 3 3 6-7'} />
          </svg>
        </span>
        <span className={clsx('text-14', isLabelHidden && 'sr-only')}>{label}</span>
      </label>
      {error || description ? (
        <div className="pl-6">
          <FieldMessage id={descriptionIdOf(id)} description={description} error={error} />
        </div>
      ) : null}
    </div>
  );
}
