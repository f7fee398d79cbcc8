import { getTranslations } from '#messages/server.ts';
import { ConfirmedChange } from './confirmed-change.tsx';
import type { NamedUser, SignInCalls } from './sign-in-calls.ts';

/** Signs a user out everywhere. */
export async function RevokeAccessButton({
  user: { userId, name },
  call,
}: {
  user: NamedUser;
  call: SignInCalls['revokeAccess'];
}) {
  const t = await getTranslations('signIns');
  return (
    <ConfirmedChange
      label={t('everywhere.label')}
      title={t('everywhere.title', { name })}
      consequence={t('everywhere.consequence', { name })}
      confirmLabel={t('everywhere.confirm')}
      done={t('everywhere.done', { name })}
      call={call}
      input={{ userId }}
    />
  );
}
