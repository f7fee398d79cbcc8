'use client';
import { useLocale } from 'react-aria-components/I18nProvider';
import { dayText } from './day-text.ts';
import { TextField, type TextFieldProps } from './text-field.tsx';

export type DateFieldProps = Omit<
  TextFieldProps,
  'type' | 'prefix' | 'suffix' | 'placeholder' | 'labelEnd' | 'value'
> & { value: string };

/**
 * A calendar day. Its value is text, `YYYY-MM-DD` or empty; the platform shows it in its own language and
 * order and brings its own picker, on phones too. Beside the label the day stands in the console's language.
 */
export function DateField(props: DateFieldProps) {
  const { locale } = useLocale();
  const { value } = props;
  const isDay = !Number.isNaN(Date.parse(value));
  const inWords = isDay ? <span className="text-13 text-muted">{dayText(value, locale, 'long')}</span> : null;
  return <TextField {...props} type="date" labelEnd={inWords} />;
}
