import { FilterLinks } from '#components/ui/filter-links.tsx';
import { TableCell, TableRow } from '#components/ui/table.tsx';
import { userDevicesAddress } from '#components/users/user-address.ts';
import type { UserDevices as Devices, DeviceView } from '#lib/users/sign-ins/list-devices.ts';
import { getTranslations } from '#messages/server.ts';
import { browserName } from './browser-name.ts';
import { ConfirmedChange } from './confirmed-change.tsx';
import { RevokeAccessButton } from './revoke-access-button.tsx';
import type { NamedUser, SignInCalls } from './sign-in-calls.ts';
import { SignInList } from './sign-in-list.tsx';

/** The devices that hold a user's tokens, each to be signed out; the tenant keeps them in two lists. */
export async function UserDevices({
  user,
  devices: { group, devices, revoke },
  calls,
}: {
  user: NamedUser;
  devices: Devices;
  calls: SignInCalls;
}) {
  const t = await getTranslations('signIns');
  const { userId, name } = user;
  const isSteady = group === 'steady';
  return (
    <SignInList
      title={t('devices.title')}
      description={revoke.permitted ? t('devices.description') : revoke.reason}
      actions={revoke.permitted ? <RevokeAccessButton user={user} call={calls.revokeAccess} /> : null}
      filter={
        <FilterLinks
          label={t('devices.groups')}
          description={isSteady ? t('devices.steadyMeans') : t('devices.rotatingMeans')}
          links={[
            { href: userDevicesAddress(userId, 'steady'), label: t('devices.steady') },
            { href: userDevicesAddress(userId, 'rotating'), label: t('devices.rotating') },
          ]}
          currentHref={userDevicesAddress(userId, group)}
        />
      }
      empty={
        devices.length === 0
          ? {
              title: t('devices.noneTitle'),
              text: t(isSteady ? 'devices.noSteady' : 'devices.noRotating', { name }),
            }
          : undefined
      }
      label={t('devices.listOf', { name })}
      columns={[t('devices.device'), t('devices.application'), t('devices.holds')]}
      actionsColumn={t('actions')}
    >
      {devices.map((device) => (
        <TableRow key={device.id}>
          <TableCell isRowHeader phone="lead" className="min-w-48 font-medium wrap-anywhere">
            <bdi>{device.name ? browserName(device.name, t) : t('devices.namelessLead')}</bdi>
          </TableCell>
          <TableCell phone="detail" className="max-w-60 wrap-anywhere text-muted">
            {device.clientId ?? '–'}
          </TableCell>
          <TableCell className="text-muted whitespace-nowrap">
            {device.type === 'public_key' ? t('devices.publicKey') : t('devices.refreshToken')}
          </TableCell>
          <TableCell phone="end" align="end">
            {revoke.permitted ? <RevokeDevice user={user} device={device} call={calls.revokeDevice} /> : null}
          </TableCell>
        </TableRow>
      ))}
    </SignInList>
  );
}

async function RevokeDevice({
  user: { userId, name },
  device,
  call,
}: {
  user: NamedUser;
  device: DeviceView;
  call: SignInCalls['revokeDevice'];
}) {
  const t = await getTranslations('signIns');
  const named = { name, device: device.name ? browserName(device.name, t) : t('devices.nameless') };
  return (
    <ConfirmedChange
      label={t('devices.signOut')}
      accessibleLabel={t('devices.signOutOn', named)}
      variant="ghost"
      title={t('devices.signOutTitle', named)}
      consequence={t('devices.signOutMeans', named)}
      confirmLabel={t('devices.signOut')}
      done={t('devices.signedOut', named)}
      call={call}
      input={{ userId, deviceId: device.id, type: device.type }}
    />
  );
}
