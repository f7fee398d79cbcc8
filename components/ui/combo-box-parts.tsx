'use client';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Button, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox';
import { useTranslations } from 'use-intl';
import type { ComboBoxOption } from './combo-box-option.ts';
import { type FieldBase, OptionalMark } from './field.tsx';
import { CheckIcon, ChevronDownIcon } from './icons.tsx';
import { popoverClass, popoverItemClass } from './popover-style.ts';

/** The label of a combo box, what one types into, and the button that opens the list. */
export function ComboBoxInput({
  id,
  label,
  isOptional,
  placeholder,
}: Pick<FieldBase, 'label' | 'isOptional'> & { id: string; placeholder?: string }) {
  return (
    <>
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
    </>
  );
}

/** The list of a combo box, with how many options there are beyond those that are shown. */
export function ComboBoxList({
  hiddenCount,
  children,
}: {
  hiddenCount: number;
  /** What stands for an option. */
  children: (option: ComboBoxOption) => ReactNode;
}) {
  const t = useTranslations('ui');
  return (
    <Popover offset={4} className={popoverClass}>
      <ListBox<ComboBoxOption>
        className="outline-none"
        renderEmptyState={() => <p className="px-2 py-1.5 text-13 text-muted">{t('nothingFits')}</p>}
      >
        {(option) => (
          <ListBoxItem id={option.value} textValue={option.label} className={clsx('group', popoverItemClass)}>
            {children(option)}
            <CheckIcon className="ml-auto hidden group-data-selected:block" />
          </ListBoxItem>
        )}
      </ListBox>
      {hiddenCount > 0 ? (
        <p className="px-2 pt-1 pb-0.5 text-12 text-muted">{t('moreToNarrow', { count: hiddenCount })}</p>
      ) : null}
    </Popover>
  );
}
