'use client';
import { useTranslations } from 'use-intl';
import { useUndoLink } from '#components/audit/use-undo-link.ts';
import { userAddress } from '#components/users/user-address.ts';
import type { EditUserForm as Form, FormValues, UpdateUserInput } from '#lib/users/form/user-form.ts';
import { atTakenField } from './attempt.ts';
import type { Answer } from './call-action.ts';
import { changedValues } from './control-values.ts';
import { useCallAction } from './use-call-action.ts';
import { UserForm } from './user-form.tsx';

export interface EditUserFormProps {
  form: Form;
  updateUser: (input: UpdateUserInput) => Promise<Answer<{ changed: boolean; name: string }>>;
  checkForm: (input: { userId: string; values: FormValues }) => Promise<Answer<Record<string, string>>>;
}

/** The form of one user: sends what was changed and leads back to the user's page, which says so. */
export function EditUserForm({ form, updateUser, checkForm }: EditUserFormProps) {
  const t = useTranslations('form');
  const callAction = useCallAction();
  const undoLink = useUndoLink();
  const { userId, loaded } = form;
  return (
    <UserForm
      form={form}
      submitLabel={t('saveChanges')}
      cancelHref={userAddress(userId)}
      save={async (fields, controls) => {
        const values = changedValues(fields, controls, loaded);
        if (Object.keys(values).length === 0) return { kind: 'unchanged' };
        const answer = await callAction(updateUser, { userId, loaded, values });
        if (!answer.ok) return { kind: 'failed', problem: atTakenField(answer.problem, values, t) };
        if (!answer.value.changed) return { kind: 'unchanged' };
        return {
          kind: 'saved',
          nextHref: userAddress(userId),
          toast: {
            tone: 'success',
            message: t('wasSaved', { name: answer.value.name }),
            link: undoLink(answer.recordId),
          },
        };
      }}
      check={async (fields, controls) => {
        const answer = await callAction(checkForm, {
          userId,
          values: changedValues(fields, controls, loaded),
        });
        return answer.ok ? answer.value : {};
      }}
    />
  );
}
