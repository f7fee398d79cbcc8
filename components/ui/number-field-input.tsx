'use client';
import clsx from 'clsx';
import { useId } from 'react';
import {
  NumberField as AriaNumberField,
  Button,
  Group,
  Input,
  Label,
} from 'react-aria-components/NumberField';
import { descriptionIdOf, FieldMessage, OptionalMark } from './field.tsx';
import { ChevronDownIcon, ChevronUpIcon } from './icons.tsx';
import type { NumberFieldProps } from './number-field.tsx';

const stepClass =
  'grid h-[calc((var(--control-height)-2px)/2)] w-6 place-items-center text-muted hover:text-ink data-disabled:opacity-40 touch:h-full touch:w-11';

/** The loaded part of NumberField. */
export default function NumberFieldInput({
  label,
  description,
  error,
  isOptional,
  id: givenId,
  value,
  onChange,
  min,
  max,
  className,
  ...rest
}: NumberFieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <AriaNumberField
      {...rest}
      id={id}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      minValue={min}
      maxValue={max}
      isInvalid={Boolean(error)}
      isRequired={!isOptional}
      validationBehavior="aria"
      aria-describedby={error || description ? descriptionIdOf(id) : undefined}
      className={clsx('flex min-w-0 flex-col gap-1', className)}
    >
      <Label className="text-14 font-medium">
        {label}
        <OptionalMark isOptional={isOptional} />
      </Label>
      <Group className="relative flex items-center">
        <Input className="control tabular w-full min-w-0 pr-8 pl-3 touch:pr-24" />
        <span className="absolute right-px flex flex-col touch:h-full touch:flex-row-reverse">
          <Button slot="increment" className={stepClass}>
            <ChevronUpIcon className="size-3" />
          </Button>
          <Button slot="decrement" className={stepClass}>
            <ChevronDownIcon className="size-3" />
          </Button>
        </span>
      </Group>
      <FieldMessage id={descriptionIdOf(id)} description={description} error={error} />
    </AriaNumberField>
  );
}
