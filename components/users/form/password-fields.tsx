'use client';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { PasswordChecklist } from '#components/ui/password-checklist.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { generatePassword } from '#lib/users/form/generate-password.ts';
import { checkPassword, type PasswordRule } from '#lib/users/form/password-policy.ts';
import type { FormField } from '#lib/users/form/user-form.ts';
import { checkNewPassword, checkRepeatedPassword, checkValue } from './check-value.ts';
import { type ControlValues, controlKey } from './control-values.ts';
import type { ShownField } from './form-layout.ts';

/** What a policy without personal data compares a password with. */
const personalProperties = ['email', 'username', 'name', 'given_name', 'family_name', 'nickname'];

export interface PasswordFieldsProps {
  field: ShownField;
  /** Absent where the settings hook took it away. */
  repeatField?: FormField;
  rules: readonly PasswordRule[];
  help?: string;
}

/** A new password and its repetition, with the connection's policy as a checklist that ticks as one types. */
export function PasswordFields({ field, repeatField, rules, help }: PasswordFieldsProps) {
  const t = useTranslations('form');
  const { getValues, setValue, trigger, clearErrors } = useFormContext<ControlValues>();
  const passwordKey = controlKey('password');
  const repeatKey = controlKey('repeatPassword');
  const personal = useWatch<ControlValues>({ name: personalProperties.map(controlKey) });
  const context = personal.map((value) => (typeof value === 'string' ? value : undefined));

  const password = useController<ControlValues>({
    name: passwordKey,
    rules: {
      validate: (value) =>
        checkValue(field, value, t) ?? checkNewPassword(rules, asText(value), context, t) ?? true,
    },
  });
  const text = asText(password.field.value);
  const results = checkPassword(rules, text, context);
  const isMet = (ruleId: string) => results.some((result) => result.ruleId === ruleId && result.ok);
  const isUsed = text !== '' || field.required;
  const checklist = rules.length > 0 && (
    <PasswordChecklist
      label={t('passwordNeeds')}
      isPristine={text === ''}
      rules={rules
        .map(({ id, label, test }) => ({ id, label, test, isMet: text !== '' && isMet(id) }))
        // Hardly anybody comes near the upper bound, and nobody else has to think about it.
        .filter(({ id, test }) => test !== 'max-bytes' || !isMet(id))}
    />
  );
  const error = password.fieldState.error?.message;

  function generate() {
    const generated = generatePassword(rules, context);
    if (generated === undefined) return;
    setValue(passwordKey, generated, { shouldDirty: true });
    if (repeatField) setValue(repeatKey, generated, { shouldDirty: true });
    clearErrors([passwordKey, repeatKey]);
  }

  return (
    <>
      <div className="flex flex-col gap-1">
        <PasswordField
          id={passwordKey}
          label={field.label}
          isOptional={!field.required}
          description={error || field.disabled ? help : checklist || help}
          error={error}
          disabled={field.disabled}
          value={text}
          onChange={(event) => {
            password.field.onChange(event);
            if (getValues(repeatKey) !== '' && hasError(repeatKey)) void trigger(repeatKey);
          }}
          onBlur={password.field.onBlur}
          ref={password.field.ref}
          onGenerate={field.disabled || rules.length === 0 ? undefined : generate}
        />
        {error && !field.disabled ? checklist : null}
      </div>
      {repeatField ? (
        <RepeatPassword field={{ ...repeatField, required: isUsed, disabled: field.disabled }} />
      ) : null}
    </>
  );

  function hasError(key: string): boolean {
    return Boolean(password.formState.errors[key]);
  }
}

function RepeatPassword({ field }: { field: FormField }) {
  const t = useTranslations('form');
  const { getValues, trigger } = useFormContext<ControlValues>();
  const key = controlKey('repeatPassword');
  const repeated = useController<ControlValues>({
    name: key,
    rules: {
      validate: (value, values) =>
        checkRepeatedPassword(asText(values[controlKey('password')]), asText(value), t) ?? true,
    },
  });
  return (
    <PasswordField
      id={key}
      label={field.label}
      isOptional={!field.required}
      error={repeated.fieldState.error?.message}
      disabled={field.disabled}
      value={asText(repeated.field.value)}
      onChange={(event) => {
        repeated.field.onChange(event);
        // Not when the field is left: a sentence that appears then moves the button that is being pressed.
        const isAsLong = event.target.value.length >= asText(getValues(controlKey('password'))).length;
        if (isAsLong || repeated.fieldState.error) void trigger(key);
      }}
      onBlur={repeated.field.onBlur}
      ref={repeated.field.ref}
    />
  );
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
