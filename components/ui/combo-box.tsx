'use client';
import clsx from 'clsx';
import { useId, useState } from 'react';
import { ComboBox as AriaComboBox, useFilter } from 'react-aria-components/ComboBox';
import { type ComboBoxOption, shownOptionsMax } from './combo-box-option.ts';
import { ComboBoxInput, ComboBoxList } from './combo-box-parts.tsx';
import { descriptionIdOf, type FieldBase, FieldMessage } from './field.tsx';

export type ComboBoxProps = FieldBase & {
  id?: string;
  name?: string;
  options: readonly ComboBoxOption[];
  value: string | null;
  onChange: (value: string | null) => void;
  onBlur?: () => void;
  placeholder?: string;
  isDisabled?: boolean;
  className?: string;
};

/** One value out of many, found by typing. */
export function ComboBox({
  label,
  description,
  error,
  isOptional,
  id: givenId,
  name,
  options,
  value,
  onChange,
  onBlur,
  placeholder,
  isDisabled,
  className,
}: ComboBoxProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const chosen = options.find((option) => option.value === value);
  const chosenLabel = chosen?.label ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const { contains } = useFilter({ sensitivity: 'base' });
  const isNarrowed = typed !== null && typed !== chosenLabel;
  const fitting = isNarrowed ? options.filter((option) => contains(option.label, typed)) : options;
  // The list gives up a choice that it cannot find among its entries, so the chosen one is always among them.
  const shown = fitting.slice(0, shownOptionsMax);
  if (chosen && !isNarrowed && !shown.includes(chosen)) shown.unshift(chosen);
  const describedBy = error || description ? descriptionIdOf(id) : undefined;
  return (
    <AriaComboBox
      items={shown}
      value={value}
      onChange={(key) => {
        setTyped(null);
        onChange(key === null ? null : String(key));
      }}
      inputValue={typed ?? chosenLabel}
      onInputChange={(text) => setTyped(text === chosenLabel ? null : text)}
      onBlur={onBlur}
      name={name}
      menuTrigger="focus"
      allowsEmptyCollection
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      isRequired={!isOptional}
      validationBehavior="aria"
      aria-describedby={describedBy}
      className={clsx('flex min-w-0 flex-col gap-1', className)}
    >
      <ComboBoxInput id={id} label={label} isOptional={isOptional} placeholder={placeholder} />
      <FieldMessage id={descriptionIdOf(id)} description={description} error={error} />
      <ComboBoxList hiddenCount={fitting.length - shown.length}>
        {(option) => <span className="min-w-0 wrap-anywhere">{option.label}</span>}
      </ComboBoxList>
    </AriaComboBox>
  );
}
