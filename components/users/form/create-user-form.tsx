'use client';
import { useTranslations } from 'use-intl';
import { userAddress } from '#components/users/user-address.ts';
import type { CreateUserInput, CreateUserForm as Form, FormValues } from '#lib/users/user-form.ts';
import { atTakenField } from './attempt.ts';
import type { Answer } from './call-action.ts';
import { filledValues } from './control-values.ts';
import { useCallAction } from './use-call-action.ts';
import { UserForm } from './user-form.tsx';

export interface CreateUserFormProps {
  form: Form;
  createUser: (input: CreateUserInput) => Promise<Answer<{ userId: string; name: string }>>;
  checkForm: (input: { values: FormValues }) => Promise<Answer<Record<string, string>>>;
}

/** 'New user': creates one user and leads to the list, which says so. */
export function CreateUserForm({ form, createUser, checkForm }: CreateUserFormProps) {
  const t = useTranslations('form');
  const callAction = useCallAction();
  return (
    <UserForm
      form={form}
      submitLabel={t('createUser')}
      cancelHref="/users"
      save={async (fields, controls) => {
        const values = filledValues(fields, controls);
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
