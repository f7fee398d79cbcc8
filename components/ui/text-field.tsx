'use client';
import clsx from 'clsx';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { controlAttributes, Field, type FieldBase } from './field.tsx';

export type TextFieldProps = FieldBase &
  Omit<ComponentProps<'input'>, 'prefix' | 'children' | 'required'> & {
    /** Text or an icon inside the control, before what is typed. */
    prefix?: ReactNode;
    /** Text, an icon or a button inside the control, after what is typed. */
    suffix?: ReactNode;
    labelEnd?: ReactNode;
  };

/** One line of text. Takes every attribute of <input>, so `{...register('name')}` fits. */
export function TextField({
  label,
  description,
  error,
  isOptional,
  prefix,
  suffix,
  labelEnd,
  className,
  id: givenId,
  ...input
}: TextFieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const base = { label, description, error, isOptional };
  return (
    <Field {...base} id={id} labelEnd={labelEnd} className={className}>
      <div className="relative flex min-w-0 items-center">
        {prefix ? (
          <span className="pointer-events-none absolute left-3 text-14 text-muted">{prefix}</span>
        ) : null}
        <input
          autoComplete="off"
          {...input}
          {...controlAttributes(id, base)}
          className={clsx('control w-full min-w-0 px-3', prefix && 'pl-8', suffix && 'pr-10')}
        />
        {suffix ? (
          <span className="absolute right-1 flex items-center text-14 text-muted">{suffix}</span>
        ) : null}
      </div>
    </Field>
  );
}
