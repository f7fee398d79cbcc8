'use client';
import dynamic from 'next/dynamic';
import type { FieldBase } from './field.tsx';

export type NumberFieldProps = FieldBase & {
  id?: string;
  name?: string;
  /** Null is empty. */
  value: number | null;
  onChange: (value: number | null) => void;
  onBlur?: () => void;
  min?: number;
  max?: number;
  step?: number;
  isDisabled?: boolean;
  formatOptions?: Intl.NumberFormatOptions;
  className?: string;
};

/** A number in the reader's own notation, with arrow keys; its code is loaded only where one is shown. */
export const NumberField = dynamic<NumberFieldProps>(() => import('./number-field-input.tsx'));
