'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EyeIcon, EyeOffIcon } from './icons.tsx';
import { TextField, type TextFieldProps } from './text-field.tsx';

export type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'prefix' | 'suffix' | 'labelEnd'> & {
  /** Shows a button that asks for a new password; the caller sets it, the field then shows it. */
  onGenerate?: () => void;
};

/** A password that can be shown, and generated where `onGenerate` is given. */
export function PasswordField({ onGenerate, ...field }: PasswordFieldProps) {
  const t = useTranslations('ui');
  const [isShown, setIsShown] = useState(false);
  return (
    <TextField
      autoComplete="new-password"
      autoCapitalize="none"
      spellCheck={false}
      {...field}
      type={isShown ? 'text' : 'password'}
      labelEnd={
        onGenerate ? (
          <button
            type="button"
            className="-my-3 rounded-control py-3 text-13 font-medium text-accent-text hover:underline touch:min-h-11"
            onClick={() => {
              onGenerate();
              setIsShown(true);
            }}
          >
            {t('generate')}
          </button>
        ) : null
      }
      suffix={
        <button
          type="button"
          aria-label={t(isShown ? 'hidePassword' : 'showPassword')}
          className="grid size-6 place-items-center rounded-[4px] text-muted hover:text-ink touch:size-11"
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? <EyeOffIcon /> : <EyeIcon />}
        </button>
      }
    />
  );
}
