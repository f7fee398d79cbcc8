import { EmptyState } from '#components/ui/empty-state.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import { ColumnHeader, Table, TableBody, TableCell, TableHead, TableRow } from '#components/ui/table.tsx';
import type { UserDevices as Devices, DeviceView } from '#lib/users/list-devices.ts';
import { browserName } from './browser-name.ts';
import { ConfirmedChange } from './confirmed-change.tsx';
import { RevokeAccessButton } from './revoke-access-button.tsx';
import type { NamedUser, SignInCalls } from './sign-in-calls.ts';

/** The devices that hold a user's tokens, each to be signed out. */
export function UserDevices({
  user,
  devices: { devices, revoke },
  calls,
}: {
  user: NamedUser;
  devices: Devices;
  calls: SignInCalls;
}) {
  return (
    <section className="max-w-240">
      <SectionHeading
        description={
          revoke.permitted
            ? 'Applications on these devices stay signed in without asking for the password again.'
            : revoke.reason
        }
        actions={
          revoke.permitted && devices.length > 1 ? (
            <RevokeAccessButton user={user} call={calls.revokeAccess} />
          ) : null
        }
      >
        Devices
      </SectionHeading>
      {devices.length === 0 ? (
        <EmptyState title="No devices" headingLevel={3}>
          No application keeps {user.name} signed in on any device.
        </EmptyState>
      ) : (
        <Table label={`Devices of ${user.name}`}>
          <TableHead>
            <ColumnHeader>Device</ColumnHeader>
            <ColumnHeader>Application</ColumnHeader>
            <ColumnHeader>Holds</ColumnHeader>
            <ColumnHeader isHidden>Actions</ColumnHeader>
          </TableHead>
          <TableBody>
            {devices.map((device) => (
              <TableRow key={device.id}>
                <TableCell isRowHeader isFlexible phone="lead" className="font-medium">
                  <bdi>{nameOf(device)}</bdi>
                </TableCell>
                <TableCell isTruncated phone="detail" className="max-w-60 text-muted">
                  {device.clientId ?? '–'}
                </TableCell>
                <TableCell className="text-muted whitespace-nowrap">
                  {device.type === 'public_key' ? 'A public key' : 'A refresh token'}
                </TableCell>
                <TableCell phone="end" align="end">
                  {revoke.permitted ? (
                    <RevokeDevice user={user} device={device} call={calls.revokeDevice} />
                  ) : null}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}

function RevokeDevice({
  user: { userId, name },
  device,
  call,
}: {
  user: NamedUser;
  device: DeviceView;
  call: SignInCalls['revokeDevice'];
}) {
  const deviceName = nameOf(device);
  return (
    <ConfirmedChange
      label="Sign out"
      accessibleLabel={`Sign out ${deviceName}`}
      variant="ghost"
      title={`Sign ${name} out on ${deviceName}?`}
      consequence={`The application there asks ${name} to sign in again. Other devices and sessions stay as they are.`}
      confirmLabel="Sign out"
      done={`${name} was signed out on ${deviceName}`}
      call={call}
      input={{ userId, deviceId: device.id, type: device.type }}
    />
  );
}

function nameOf({ name }: DeviceView): string {
  return name ? browserName(name) : 'a device without a name';
}
