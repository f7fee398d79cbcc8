'use client';
import { useController } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { ComboBox } from '#components/ui/combo-box.tsx';
import { DateField } from '#components/ui/date-field.tsx';
import { MultiComboBox } from '#components/ui/multi-combo-box.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormField as Field, FieldOption } from '#lib/users/form/user-form.ts';
import { checkValue } from './check-value.ts';
import { type ControlValue, type ControlValues, controlKey } from './control-values.ts';
import type { ShownField } from './form-layout.ts';

export interface FormFieldProps {
  field: ShownField;
  /** Below the control where there is no error: why it is disabled, or what changed meanwhile. */
  help?: string;
}

/** One field of the settings hook, or a built-in one, with the control that its type and component ask for. */
export function FormField({ field, help }: FormFieldProps) {
  const t = useTranslations('form');
  const key = controlKey(field.property);
  const controller = useController<ControlValues>({
    name: key,
    rules: { validate: (value) => checkValue(field, value, t) ?? true },
  });
  const { value, onChange, onBlur, ref } = controller.field;
  const shared = {
    id: key,
    label: field.label,
    description: help,
    error: controller.fieldState.error?.message,
    isOptional: !field.required,
  };
  if (field.type === 'checkbox') {
    return (
      <Checkbox
        id={key}
        label={field.label}
        description={help}
        error={shared.error}
        checked={value === true}
        disabled={field.disabled}
        onChange={(event) => onChange(event.target.checked)}
        onBlur={onBlur}
        ref={ref}
      />
    );
  }
  const options = withPresent(field.options, value);
  if (field.multiple) {
    return (
      <MultiComboBox
        {...shared}
        options={options}
        value={Array.isArray(value) ? value : []}
        onChange={onChange}
        onBlur={onBlur}
        placeholder={field.placeholder ?? t(options.length > 0 ? 'choose' : 'typeName')}
        isDisabled={field.disabled}
        allowsNew={field.options.length === 0}
      />
    );
  }
  const text = typeof value === 'string' ? value : '';
  if (options.length > 0 && field.searchable) {
    return (
      <ComboBox
        {...shared}
        options={options}
        value={text === '' ? null : text}
        onChange={(chosen) => onChange(chosen ?? '')}
        onBlur={onBlur}
        placeholder={field.placeholder ?? t('choose')}
        isDisabled={field.disabled}
      />
    );
  }
  const input = { value: text, onChange, onBlur, ref, disabled: field.disabled, name: key };
  if (options.length > 0 || field.type === 'select') {
    const placeholder = field.placeholder ?? t(field.required ? 'choose' : 'none');
    return <Select {...shared} {...input} options={options} placeholder={placeholder} />;
  }
  const typed = { ...input, placeholder: field.placeholder };
  switch (field.type) {
    case 'textarea':
      return <TextArea {...shared} {...typed} />;
    case 'date':
      return <DateField {...shared} {...input} />;
    case 'password':
      return <PasswordField {...shared} {...typed} />;
    default:
      return <TextField {...shared} {...typed} {...inputAttributes(field)} dir="auto" />;
  }
}

/** The present value stays choosable, also where the settings no longer list it. */
function withPresent(options: readonly FieldOption[], value: ControlValue | undefined): FieldOption[] {
  const present = Array.isArray(value) ? value : typeof value === 'string' && value !== '' ? [value] : [];
  const unlisted = present.filter((name) => !options.some((option) => option.value === name));
  return options.length === 0 ? [] : [...options, ...unlisted.map((name) => ({ value: name, label: name }))];
}

/** Keyboards and help that fit what is typed. Numbers are typed as text: browsers drop what they cannot read. */
function inputAttributes({ type, property }: Field) {
  const isName = property === 'username' || type === 'email' || type === 'url';
  const plain = isName ? ({ autoCapitalize: 'none', spellCheck: false } as const) : {};
  if (type === 'number') return { type: 'text', inputMode: 'decimal' } as const;
  if (type === 'email') return { ...plain, type: 'text', inputMode: 'email' } as const;
  if (type === 'url') return { ...plain, type: 'text', inputMode: 'url' } as const;
  if (type === 'tel') return { type: 'tel' } as const;
  return { ...plain, type: 'text' } as const;
}
