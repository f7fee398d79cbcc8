'use client';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { WarningIcon } from './icons.tsx';

/** What every field has. Required is the norm; `isOptional` marks the others. */
export type FieldBase = {
  label: string;
  description?: ReactNode;
  /** Stands in place of the description. */
  error?: string;
  isOptional?: boolean;
};

export type FieldProps = FieldBase & {
  id: string;
  /** At the right end of the label's line, for example a small button. */
  labelEnd?: ReactNode;
  className?: string;
  children: ReactNode;
};

export function descriptionIdOf(id: string): string {
  return `${id}-description`;
}

/** The attributes that tie a control to its label, description and error. */
export function controlAttributes(id: string, { description, error, isOptional }: FieldBase) {
  return {
    id,
    'aria-describedby': error || description ? descriptionIdOf(id) : undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': isOptional ? undefined : true,
  } as const;
}

/** Label above, control, then description or error. */
export function Field({
  id,
  label,
  description,
  error,
  isOptional,
  labelEnd,
  className,
  children,
}: FieldProps) {
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1', className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-14 font-medium">
          {label}
          <OptionalMark isOptional={isOptional} />
        </label>
        {labelEnd}
      </div>
      {children}
      <FieldMessage id={descriptionIdOf(id)} description={description} error={error} />
    </div>
  );
}

export function OptionalMark({ isOptional }: { isOptional?: boolean }) {
  const t = useTranslations('ui');
  return isOptional ? <span className="font-regular text-muted"> {t('optional')}</span> : null;
}

/** The line below a control: the error where there is one, else the description. */
export function FieldMessage({
  id,
  description,
  error,
}: { id: string } & Pick<FieldBase, 'description' | 'error'>) {
  if (error) {
    return (
      <p id={id} className="flex gap-1.5 text-13 text-danger-text">
        <WarningIcon className="mt-[1.5px]" />
        <span className="min-w-0 wrap-anywhere">{error}</span>
      </p>
    );
  }
  if (!description) return null;
  return (
    <div id={id} className="text-13 text-muted">
      {description}
    </div>
  );
}
