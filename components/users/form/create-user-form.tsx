'use client';
import { useTranslations } from 'use-intl';
import { userAddress } from '#components/users/user-address.ts';
import type { CreateUserForm as Form, FormValues } from '#lib/users/form/user-form.ts';
import { atTakenField } from './attempt.ts';
import type { Answer } from './call-action.ts';
import { filledValues } from './control-values.ts';
import { invitationKey } from './invitation-choice.tsx';
import { type Invited, invitationToast } from './invitation-toast.ts';
import { useCallAction } from './use-call-action.ts';
import { UserForm } from './user-form.tsx';

type Input = { values: FormValues };

export interface CreateUserFormProps {
  form: Form;
  createUser: (input: Input) => Promise<Answer<{ userId: string; name: string }>>;
  inviteUser: (input: Input) => Promise<Answer<Invited>>;
  checkForm: (input: Input) => Promise<Answer<Record<string, string>>>;
}

/** 'New user': creates one user, with a password or an invitation, and leads to the list, which says so. */
export function CreateUserForm({ form, createUser, inviteUser, checkForm }: CreateUserFormProps) {
  const t = useTranslations('form');
  const callAction = useCallAction();
  return (
    <UserForm
      form={form}
      submitLabel={t('createUser')}
      cancelHref="/users"
      save={async (fields, controls) => {
        const values = filledValues(fields, controls);
        if (controls[invitationKey] === true) {
          const answer = await callAction(inviteUser, { values });
          if (!answer.ok) return { kind: 'failed', problem: atTakenField(answer.problem, values, t) };
          return { kind: 'saved', nextHref: '/users', toast: invitationToast(answer.value, t) };
        }
        const answer = await callAction(createUser, { values });
        if (!answer.ok) return { kind: 'failed', problem: atTakenField(answer.problem, values, t) };
        const { userId, name } = answer.value;
        return {
          kind: 'saved',
          nextHref: '/users',
          toast: {
            tone: 'success',
            message: t('wasCreated', { name }),
            link: { href: userAddress(userId), label: t('open', { name }) },
          },
        };
      }}
      check={async (fields, controls) => {
        const answer = await callAction(checkForm, { values: filledValues(fields, controls) });
        return answer.ok ? answer.value : {};
      }}
    />
  );
}
