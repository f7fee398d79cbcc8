'use client';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import type { PasswordRule } from '#lib/users/form/password-policy.ts';
import type { MembershipPicker } from '#lib/users/form/user-form.ts';
import { FormField } from './form-field.tsx';
import type { FormGroup as Group } from './form-layout.ts';
import { InvitationChoice } from './invitation-choice.tsx';
import { MembershipField } from './membership-field.tsx';
import { PasswordFields } from './password-fields.tsx';

export interface FormGroupProps {
  group: Group;
  memberships?: MembershipPicker;
  passwordRules: readonly PasswordRule[];
  /** An invitation can be sent in place of a password. */
  canInvite: boolean;
  /** What to say below a field, by its property. */
  notes: Readonly<Record<string, string>>;
}

/** One heading and its fields. */
export function FormGroup({ group, memberships, passwordRules, canInvite, notes }: FormGroupProps) {
  const t = useTranslations('form');
  const headingId = useId();
  const repeatField = group.fields.find((field) => field.property === 'repeatPassword');
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-4">
      <SectionHeading id={headingId} description={group.reason}>
        {t(`heading.${group.group}`)}
      </SectionHeading>
      {group.fields.map((field) => {
        const reason = field.disabledReason === group.reason ? undefined : field.disabledReason;
        const help = notes[field.property] ?? (field.disabled ? reason : field.note);
        if (field.property === 'repeatPassword') return null;
        if (field.property === 'password') {
          const fields = (
            <PasswordFields
              key={field.property}
              field={field}
              repeatField={repeatField}
              rules={passwordRules}
              help={help ?? (passwordRules.length === 0 ? t('unknownRules') : undefined)}
            />
          );
          if (!canInvite) return fields;
          return (
            <InvitationChoice key={field.property} label={field.label}>
              {fields}
            </InvitationChoice>
          );
        }
        if (field.property === 'memberships' && memberships) {
          return <MembershipField key={field.property} field={field} picker={memberships} help={help} />;
        }
        return <FormField key={field.property} field={field} help={help} />;
      })}
    </section>
  );
}
