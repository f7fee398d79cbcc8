import { describe, expect, test } from 'vitest';
import { recordById } from '#lib/state/records.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { tenantRoles } from '#lib/testing/seed-groups.ts';
import { kelly, lastRecord, read, userId, withUndo, world } from '#lib/testing/undo-world.ts';
import { blockUser } from '../block-user.ts';
import { getUser } from '../get-user.ts';
import { changeUserOrganizations } from '../roles/change-user-organizations.ts';
import { changeUserRoles } from '../roles/change-user-roles.ts';
import { sendVerificationEmail } from '../send-verification-email.ts';
import { unblockUser } from '../unblock-user.ts';
import { previewUndo, undoRecord } from './undo-record.ts';

withUndo();

const olga = () => signedIn(world.people.olga);

describe('undoing what was done to a user', () => {
  test('blocking and unblocking, as long as it still stands', async () => {
    await blockUser(kelly(), { userId });
    const asked = { recordId: await lastRecord('block:user') };
    expect(await previewUndo(kelly(), asked)).toMatchObject({
      action: 'unblock:user',
      differences: [{ now: true, after: false }],
    });
    await undoRecord(kelly(), asked);
    expect((await read()).blocked).toBe(false);
    expect((await recordById(await lastRecord('unblock:user')))?.record.undoes).toBe(asked.recordId);
    await blockUser(kelly(), { userId });
    await unblockUser(kelly(), { userId });
    const again = { recordId: await lastRecord('block:user') };
    expect((await problemOf(undoRecord(kelly(), again))).message).toContain('not blocked any more');
    await undoRecord(kelly(), { recordId: await lastRecord('unblock:user') });
    expect((await read()).blocked).toBe(true);
  });

  test('roles and organizations, given and taken away', async () => {
    const ivan = () => signedIn(world.people.ivan);
    const roleIds = [tenantRoles.recruiter];
    const names = async () =>
      ((await world.tenant.api('GET', '/users/auth0%7Cnina/roles')) as { name: string }[]).map(
        ({ name }) => name,
      );
    await changeUserRoles(ivan(), { userId, change: 'assign', roleIds });
    const given = { recordId: await lastRecord('change:roles') };
    expect((await previewUndo(ivan(), given)).differences).toEqual([
      { label: 'Recruiter', now: true, after: false },
    ]);
    await undoRecord(ivan(), given);
    expect(await names()).toEqual([]);
    await undoRecord(ivan(), { recordId: await lastRecord('change:roles') });
    expect(await names()).toEqual(['Recruiter']);
    await changeUserRoles(ivan(), { userId, change: 'remove', roleIds });
    expect((await problemOf(undoRecord(ivan(), given))).message).toContain(
      'does not have Recruiter any more',
    );
    await changeUserOrganizations(ivan(), { userId, change: 'add', organizationId: 'org_acme' });
    await undoRecord(ivan(), { recordId: await lastRecord('change:organizations') });
    const left = await world.tenant.api('GET', '/users/auth0%7Cnina/organizations');
    expect(left).toEqual([]);
  });

  test('has no way back from a mail, a look, or what was refused, and says why', async () => {
    await sendVerificationEmail(olga(), { userId });
    const mail = { recordId: await lastRecord('send:verification-email') };
    expect((await problemOf(previewUndo(olga(), mail))).message).toBe(
      'A mail that was sent cannot be taken back.',
    );
    await getUser(olga(), userId);
    const look = { recordId: await lastRecord('view:user') };
    expect((await problemOf(undoRecord(olga(), look))).message).toContain('looking at something');
    await problemOf(blockUser(signedIn(world.people.noor), { userId }));
    const refused = { recordId: await lastRecord('block:user') };
    expect((await problemOf(undoRecord(olga(), refused))).message).toContain(
      'Nothing is known to have been changed',
    );
  });
});
