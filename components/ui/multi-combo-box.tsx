'use client';
import clsx from 'clsx';
import { useId, useState } from 'react';
import { ComboBox as AriaComboBox, Button, useFilter } from 'react-aria-components/ComboBox';
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup';
import { useTranslations } from 'use-intl';
import { type ComboBoxOption, shownOptionsMax } from './combo-box-option.ts';
import { ComboBoxInput, ComboBoxList } from './combo-box-parts.tsx';
import { descriptionIdOf, type FieldBase, FieldMessage } from './field.tsx';
import { CrossIcon, PlusIcon } from './icons.tsx';

export type MultiComboBoxProps = FieldBase & {
  id?: string;
  name?: string;
  options: readonly ComboBoxOption[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  onBlur?: () => void;
  placeholder?: string;
  isDisabled?: boolean;
  /** A text that no option has can be added; it is its own value. */
  allowsNew?: boolean;
  className?: string;
};

/** Several values out of many, found by typing and shown as tags that can be removed. */
export function MultiComboBox({
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
  allowsNew = false,
  className,
}: MultiComboBoxProps) {
  const t = useTranslations('ui');
  const ownId = useId();
  const id = givenId ?? ownId;
  const [typed, setTyped] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const text = typed.trim();
  const fitting = text ? options.filter((option) => contains(option.label, text)) : options;
  const isNew =
    allowsNew && text !== '' && !value.includes(text) && !options.some((option) => option.label === text);
  const shown = fitting.slice(0, shownOptionsMax);
  const items = isNew ? [...shown, { value: text, label: text }] : shown;
  const labelOf = (chosen: string) => options.find((option) => option.value === chosen)?.label ?? chosen;
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1', className)}>
      <AriaComboBox<ComboBoxOption, 'multiple'>
        selectionMode="multiple"
        items={items}
        value={value}
        onChange={(keys) => {
          onChange(keys.map(String));
          setTyped('');
        }}
        inputValue={typed}
        onInputChange={setTyped}
        onBlur={onBlur}
        name={name}
        menuTrigger="focus"
        allowsEmptyCollection
        isDisabled={isDisabled}
        isInvalid={Boolean(error)}
        isRequired={!isOptional}
        validationBehavior="aria"
        aria-describedby={error || description ? descriptionIdOf(id) : undefined}
        className="flex min-w-0 flex-col gap-1"
      >
        <ComboBoxInput id={id} label={label} isOptional={isOptional} placeholder={placeholder} />
        <ComboBoxList hiddenCount={fitting.length - shownOptionsMax}>
          {(option) =>
            isNew && option.value === text ? (
              <>
                <PlusIcon className="text-muted" />
                <span className="min-w-0 wrap-anywhere">{t('add', { name: text })}</span>
              </>
            ) : (
              <span className="min-w-0 wrap-anywhere">{option.label}</span>
            )
          }
        </ComboBoxList>
      </AriaComboBox>
      <FieldMessage id={descriptionIdOf(id)} description={description} error={error} />
      {value.length > 0 ? (
        <TagGroup
          aria-label={label}
          className="mt-1"
          onRemove={isDisabled ? undefined : (keys) => onChange(value.filter((chosen) => !keys.has(chosen)))}
        >
          <TagList className="flex flex-wrap gap-1.5">
            {value.map((chosen) => (
              <Tag
                key={chosen}
                id={chosen}
                textValue={labelOf(chosen)}
                className="inline-flex h-6 max-w-full items-center rounded-control border border-hairline bg-neutral-2 pl-2 text-13 touch:h-11"
              >
                <span className="truncate">{labelOf(chosen)}</span>
                <Button
                  slot="remove"
                  className="ml-0.5 grid size-6 shrink-0 place-items-center rounded-control text-muted hover:bg-neutral-4 hover:text-ink touch:size-11"
                >
                  <CrossIcon className="size-3.5" />
                </Button>
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      ) : null}
    </div>
  );
}
