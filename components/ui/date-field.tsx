'use client';
import { TextField, type TextFieldProps } from './text-field.tsx';

export type DateFieldProps = Omit<TextFieldProps, 'type' | 'prefix' | 'suffix' | 'placeholder'>;

/**
 * A calendar day. Its value is text, `YYYY-MM-DD` or empty; the platform shows it in the reader's own
 * order and brings its own picker, on phones too.
 */
export function DateField(props: DateFieldProps) {
  return <TextField {...props} type="date" />;
}
