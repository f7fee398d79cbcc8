import clsx from 'clsx';
import { useId } from 'react';

/** A small input with its label beside it, for filters. */
export function InlineInput({
  label,
  type = 'text',
  value,
  placeholder,
  className,
  onChange,
}: {
  label: string;
  type?: 'text' | 'date';
  value: string;
  placeholder?: string;
  className?: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <span className={clsx('inline-flex items-center gap-2 text-13', className)}>
      <label htmlFor={id} className="text-muted">
        {label}
      </label>
      <input
        id={id}
        type={type}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => onChange(event.currentTarget.value)}
        className={clsx('control px-2 text-13!', type === 'text' && 'w-32 phone:w-44')}
      />
    </span>
  );
}
