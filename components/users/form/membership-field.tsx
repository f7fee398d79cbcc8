'use client';
import { useController } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { ComboBox } from '#components/ui/combo-box.tsx';
import { MultiComboBox } from '#components/ui/multi-combo-box.tsx';
import { Select } from '#components/ui/select.tsx';
import type { MembershipPicker } from '#lib/users/form/user-form.ts';
import { checkValue } from './check-value.ts';
import { type ControlValues, controlKey } from './control-values.ts';
import type { ShownField } from './form-layout.ts';

/** With more choices than this, typing is quicker than looking. */
const choicesToLookThroughMax = 12;

export interface MembershipFieldProps {
  field: ShownField;
  picker: MembershipPicker;
  help?: string;
}

/** One choice is shown as text and goes without saying; several are picked. */
export function MembershipField({ field, picker, help }: MembershipFieldProps) {
  const t = useTranslations('form');
  const key = controlKey(field.property);
  const controller = useController<ControlValues>({
    name: key,
    rules: { validate: (value) => checkValue(field, value, t) ?? true },
  });
  const { onChange, onBlur, ref } = controller.field;
  const value = Array.isArray(controller.field.value) ? controller.field.value : [];
  if (isSettled(picker)) return <SettledMembership label={field.label} names={picker.preset} help={help} />;

  const names = [...new Set([...picker.choices, ...picker.preset, ...value])];
  const options = names.map((name) => ({ value: name, label: name }));
  const shared = {
    id: key,
    label: field.label,
    description: help,
    error: controller.fieldState.error?.message,
    isOptional: !field.required,
    placeholder: field.placeholder,
  };
  if (picker.multiple || picker.createMemberships) {
    return (
      <MultiComboBox
        {...shared}
        options={options}
        value={value}
        onChange={(picked) => onChange(picker.multiple ? picked : picked.slice(-1))}
        onBlur={onBlur}
        isDisabled={field.disabled}
        allowsNew={picker.createMemberships}
        placeholder={field.placeholder ?? (picker.createMemberships ? t('chooseOrType') : undefined)}
      />
    );
  }
  if (field.searchable && options.length > choicesToLookThroughMax) {
    return (
      <ComboBox
        {...shared}
        options={options}
        value={value[0] ?? null}
        onChange={(chosen) => onChange(chosen === null ? [] : [chosen])}
        onBlur={onBlur}
        isDisabled={field.disabled}
      />
    );
  }
  return (
    <Select
      {...shared}
      options={options}
      placeholder={field.placeholder ?? t(field.required ? 'choose' : 'none')}
      value={value[0] ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? [] : [event.target.value])}
      onBlur={onBlur}
      ref={ref}
      disabled={field.disabled}
    />
  );
}

/** There is nothing to pick: the one choice stands, and no new names are taken. */
export function isSettled({ choices, preset, createMemberships }: MembershipPicker): boolean {
  const [only] = preset;
  return !createMemberships && preset.length === 1 && choices.every((name) => name === only);
}

function SettledMembership({ label, names, help }: { label: string; names: string[]; help?: string }) {
  return (
    <dl className="flex flex-col gap-1">
      <dt className="text-14 font-medium">{label}</dt>
      <dd className="text-14 wrap-anywhere">{names.join(', ')}</dd>
      {help ? <dd className="text-13 text-muted">{help}</dd> : null}
    </dl>
  );
}
