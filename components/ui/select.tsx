'use client';
import clsx from 'clsx';
import { type ComponentProps, useId } from 'react';
import { controlAttributes, Field, type FieldBase } from './field.tsx';
import { ChevronDownIcon } from './icons.tsx';

export type SelectOption = {
  value: string;
  label: string;
  isDisabled?: boolean;
  /** Neighbours of the same group stand together under its name. */
  group?: string;
};

export type SelectProps = FieldBase &
  Omit<ComponentProps<'select'>, 'children' | 'required' | 'multiple' | 'size'> & {
    options: readonly SelectOption[];
    /** The first entry, with an empty value. */
    placeholder?: string;
  };

/** One of a few values, on the platform's own select: nothing to load, and phones show their own picker. */
export function Select({
  label,
  description,
  error,
  isOptional,
  options,
  placeholder,
  className,
  id: givenId,
  ...select
}: SelectProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const base = { label, description, error, isOptional };
  return (
    <Field {...base} id={id} className={className}>
      <span className="relative flex min-w-0 items-center">
        <select
          {...select}
          {...controlAttributes(id, base)}
          className="control w-full min-w-0 appearance-none truncate pr-8 pl-3"
        >
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          <SelectOptions options={options} />
        </select>
        <ChevronDownIcon className="pointer-events-none absolute right-2.5 text-muted" />
      </span>
    </Field>
  );
}

function SelectOptions({ options }: { options: readonly SelectOption[] }) {
  return neighbours(options).map(({ group, members }) => {
    const entries = members.map((option) => (
      <option key={option.value} value={option.value} disabled={option.isDisabled}>
        {option.label}
      </option>
    ));
    return group === undefined ? (
      entries
    ) : (
      <optgroup key={`group ${group}`} label={group}>
        {entries}
      </optgroup>
    );
  });
}

function neighbours(options: readonly SelectOption[]) {
  const runs: { group: string | undefined; members: SelectOption[] }[] = [];
  for (const option of options) {
    const last = runs.at(-1);
    if (last && last.group === option.group) last.members.push(option);
    else runs.push({ group: option.group, members: [option] });
  }
  return runs;
}

export type InlineSelectProps = Omit<ComponentProps<'select'>, 'children' | 'multiple' | 'size'> & {
  /** Stands before the control, in muted text. */
  label: string;
  isLabelHidden?: boolean;
  options: readonly SelectOption[];
};

/** A small select with its label beside it, for filters and page sizes. */
export function InlineSelect({
  label,
  isLabelHidden = false,
  options,
  className,
  ...select
}: InlineSelectProps) {
  const id = useId();
  return (
    <span className={clsx('inline-flex items-center gap-2 text-13', className)}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'text-muted'}>
        {label}
      </label>
      <span className="relative inline-flex items-center">
        <select {...select} id={id} className="control tabular appearance-none pr-7 pl-2 text-13!">
          <SelectOptions options={options} />
        </select>
        <ChevronDownIcon className="pointer-events-none absolute right-2 text-muted" />
      </span>
    </span>
  );
}
