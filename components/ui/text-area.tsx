'use client';
import clsx from 'clsx';
import { type ComponentProps, useId } from 'react';
import { controlAttributes, Field, type FieldBase } from './field.tsx';

export type TextAreaProps = FieldBase &
  Omit<ComponentProps<'textarea'>, 'children' | 'required'> & {
    /** For code and JSON. */
    isMonospaced?: boolean;
  };

/** Several lines of text; grows with what is typed up to half the window. */
export function TextArea({
  label,
  description,
  error,
  isOptional,
  isMonospaced,
  className,
  id: givenId,
  rows = 3,
  ...area
}: TextAreaProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const base = { label, description, error, isOptional };
  return (
    <Field {...base} id={id} className={className}>
      <textarea
        {...area}
        {...controlAttributes(id, base)}
        rows={rows}
        className={clsx(
          'control field-sizing-content max-h-[50vh] min-h-20 w-full resize-y px-3 py-1.5',
          isMonospaced && 'font-mono text-13',
        )}
      />
    </Field>
  );
}
