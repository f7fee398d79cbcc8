'use client';
import clsx from 'clsx';
import { useId, useState } from 'react';
import {
  ComboBox as AriaComboBox,
  Button,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  useFilter,
} from 'react-aria-components/ComboBox';
import { useTranslations } from 'use-intl';
import { type ComboBoxOption, shownOptionsMax } from './combo-box-option.ts';
import { descriptionIdOf, type FieldBase, FieldMessage, OptionalMark } from './field.tsx';
import { CheckIcon, ChevronDownIcon } from './icons.tsx';
import { popoverClass, popoverItemClass } from './popover-style.ts';

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
  const t = useTranslations('ui');
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
      <Label className="text-14 font-medium">
        {label}
        <OptionalMark isOptional={isOptional} />
      </Label>
      <div className="relative flex items-center">
        <Input id={id} placeholder={placeholder} className="control w-full min-w-0 pr-9 pl-3" />
        <Button className="absolute right-1 grid size-6 place-items-center text-muted hover:text-ink touch:right-0 touch:size-11">
          <ChevronDownIcon />
        </Button>
      </div>
      <FieldMessage id={descriptionIdOf(id)} description={description} error={error} />
      <Popover offset={4} className={popoverClass}>
        <ListBox<ComboBoxOption>
          className="outline-none"
          renderEmptyState={() => <p className="px-2 py-1.5 text-13 text-muted">{t('nothingFits')}</p>}
        >
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className={clsx('group', popoverItemClass)}
            >
              <span className="min-w-0 wrap-anywhere">{option.label}</span>
              <CheckIcon className="ml-auto hidden group-data-selected:block" />
            </ListBoxItem>
          )}
        </ListBox>
        {fitting.length > shown.length ? (
          <p className="px-2 pt-1 pb-0.5 text-12 text-muted">
            {t('moreToNarrow', { count: fitting.length - shown.length })}
          </p>
        ) : null}
      </Popover>
    </AriaComboBox>
  );
}
