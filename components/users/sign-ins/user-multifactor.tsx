import { TableCell, TableRow } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type {
  AuthenticationMethodView,
  UserMultifactor as Multifactor,
} from '#lib/users/sign-ins/list-multifactor.ts';
import { getTranslations } from '#messages/server.ts';
import { ConfirmedChange } from './confirmed-change.tsx';
import { MaybeTime } from './maybe-time.tsx';
import type { NamedUser, SignInCalls } from './sign-in-calls.ts';
import { SignInList } from './sign-in-list.tsx';

/** A user's second factors and passkeys; one or all of them can be removed. */
export async function UserMultifactor({
  user,
  multifactor: { methods, remove },
  calls,
}: {
  user: NamedUser;
  multifactor: Multifactor;
  calls: SignInCalls;
}) {
  const t = await getTranslations('signIns');
  const { userId, name } = user;
  const refusal = remove.permitted || methods.length === 0 ? undefined : remove.reason;
  return (
    <SignInList
      title={t('multifactor.title')}
      description={remove.permitted ? t('multifactor.description') : refusal}
      actions={
        remove.permitted && methods.length > 1 ? (
          <ConfirmedChange
            label={t('multifactor.removeAll')}
            title={t('multifactor.removeAllTitle', { name })}
            consequence={t('multifactor.removeAllMeans', { name })}
            confirmLabel={t('multifactor.removeAll')}
            done={t('multifactor.removedAll', { name })}
            call={calls.removeMultifactor}
            input={{ userId }}
          />
        ) : null
      }
      empty={
        methods.length === 0
          ? { title: t('multifactor.noneTitle'), text: t('multifactor.none', { name }) }
          : undefined
      }
      label={t('multifactor.listOf', { name })}
      columns={[
        t('multifactor.kind'),
        t('multifactor.detail'),
        t('multifactor.setUp'),
        t('multifactor.lastUsed'),
      ]}
      actionsColumn={t('actions')}
    >
      {methods.map((method) => (
        <TableRow key={method.id}>
          <TableCell isRowHeader phone="lead" className="min-w-48 font-medium wrap-anywhere">
            {method.kind}{' '}
            {method.isConfirmed ? null : <Tag className="ml-1">{t('multifactor.unfinished')}</Tag>}
          </TableCell>
          <TableCell phone="detail" className="max-w-60 wrap-anywhere text-muted">
            <bdi>{method.detail ?? '–'}</bdi>
          </TableCell>
          <TableCell className="text-muted">
            <MaybeTime value={method.createdAt} />
          </TableCell>
          <TableCell className="text-muted">
            <MaybeTime value={method.lastUsedAt} />
          </TableCell>
          <TableCell phone="end" align="end">
            {remove.permitted ? (
              <RemoveMethod user={user} method={method} call={calls.removeMultifactor} />
            ) : null}
          </TableCell>
        </TableRow>
      ))}
    </SignInList>
  );
}

async function RemoveMethod({
  user: { userId, name },
  method,
  call,
}: {
  user: NamedUser;
  method: AuthenticationMethodView;
  call: SignInCalls['removeMultifactor'];
}) {
  const t = await getTranslations('signIns');
  const factor = method.detail ? `${method.kind} (${method.detail})` : method.kind;
  return (
    <ConfirmedChange
      label={t('multifactor.remove')}
      accessibleLabel={t('multifactor.removeOne', { factor })}
      variant="ghost"
      title={t('multifactor.removeOneTitle', { name })}
      consequence={t('multifactor.removeOneMeans', { factor, name })}
      confirmLabel={t('multifactor.removeFactor')}
      done={t('multifactor.removedOne', { name })}
      call={call}
      input={{ userId, methodId: method.id }}
    />
  );
}
