import type { UsersClient } from 'auth0/users';
import { beginAttempt } from '#lib/audit/attempt.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { createUser } from '#lib/users/create-user.ts';
import { editUserForm } from '#lib/users/form/form.ts';
import type { FormValues } from '#lib/users/form/user-form.ts';
import { recorded } from '#lib/users/recorded.ts';
import { updateUser } from '#lib/users/update-user.ts';
import { type BenchTenant, startBenchTenant } from './bench-tenant.ts';
import { type Figure, written } from './figure.ts';
import { inTurns, median } from './samples.ts';

/** What the console may add to creating a user, against the SDK's call alone. */
const createAtMostTimes = 1.5;

const turns = { rounds: 100, warmUps: 10 };

/** Creating and updating as Kelly, with the project's own hooks, against the same calls of the SDK alone. */
export async function measureWrites(): Promise<Figure[]> {
  const tenant = await startBenchTenant(240);
  try {
    return [await measureCreate(tenant), ...(await measureUpdate(tenant))];
  } finally {
    await tenant.stop();
    await closeHookPool();
  }
}

type CreateRequest = Parameters<UsersClient['create']>[0];

const connection = 'Username-Password-Authentication';
const person = { given_name: 'Bea', family_name: 'Measured' };
const title = 'Controller';

/** Both ways hash a password of the same kind in the tenant, which is most of either. */
async function measureCreate({ users, kelly }: BenchTenant): Promise<Figure> {
  const throughVerb = (round: number) => {
    const password = `Correct-Horse-a${round}`;
    const values: FormValues = {
      ...person,
      email: `through-verb-${round}@example.com`,
      password,
      repeatPassword: password,
      memberships: ['Finance'],
      'user_metadata.title': title,
    };
    return createUser(kelly(), { values });
  };
  const bare = (round: number) => {
    const request: CreateRequest = {
      ...person,
      name: 'Bea Measured',
      email: `bare-call-${round}@example.com`,
      password: `Correct-Horse-b${round}`,
      connection,
      user_metadata: { title },
      app_metadata: { department: 'Finance' },
    };
    return users.create(request);
  };
  const [verbMs = [], bareMs = []] = await inTurns([throughVerb, bare], turns);
  return {
    what: 'create through verb, hook and guard, against the bare call',
    value: median(verbMs) / median(bareMs),
    unit: '×',
    atMost: createAtMostTimes,
    beside: `p50 ${written(median(verbMs))} ms against ${written(median(bareMs))} ms`,
  };
}

/** Writes down that a save begins and that it ended, and saves nothing. */
const recordsAlone = recorded('update:user', (_manager, _input: { userId: string; values: FormValues }) =>
  beginAttempt(),
);

/** A save reads the user before it changes them, so it is also held against the two bare calls together. */
async function measureUpdate({ users, kelly }: BenchTenant): Promise<Figure[]> {
  const property = 'user_metadata.title';
  const [forVerb, forBare] = await Promise.all(
    ['edited-by-verb', 'edited-bare'].map((name) =>
      createUser(kelly(), {
        values: {
          ...person,
          email: `${name}@example.com`,
          password: 'Correct-Horse-c1',
          repeatPassword: 'Correct-Horse-c1',
          memberships: ['Finance'],
          [property]: title,
        },
      }),
    ),
  );
  if (!forVerb || !forBare) throw new Error('Nobody to update.');
  const { loaded } = await editUserForm(kelly(), forVerb.userId);
  let shown = title;
  const throughVerb = async (round: number) => {
    const next = `${title} ${round}`;
    const { changed } = await updateUser(kelly(), {
      userId: forVerb.userId,
      loaded: { ...loaded, [property]: shown },
      values: { [property]: next },
    });
    if (!changed) throw new Error('An update that changes nothing measures nothing.');
    shown = next;
  };
  const patch = (round: number) =>
    users.update(forBare.userId, { user_metadata: { title: `${title} ${round}` } });
  const readAndPatch = async (round: number) => {
    await users.get(forBare.userId);
    await users.update(forBare.userId, { user_metadata: { title: `${title} again ${round}` } });
  };
  const records = (round: number) =>
    recordsAlone(kelly(), { userId: forVerb.userId, values: { [property]: `${title} ${round}` } });
  const [verbMs = [], patchMs = [], bothMs = [], recordsMs = []] = await inTurns(
    [throughVerb, patch, readAndPatch, records],
    turns,
  );
  const times = `p50 ${written(median(verbMs))} ms against`;
  return [
    {
      what: 'update through verb, hook and guard, against the bare call',
      value: median(verbMs) / median(patchMs),
      unit: '×',
      beside: `${times} ${written(median(patchMs))} ms`,
    },
    {
      what: '… against the bare read and update',
      value: median(verbMs) / median(bothMs),
      unit: '×',
      beside: `${times} ${written(median(bothMs))} ms`,
    },
    {
      what: '… of which its records take',
      value: median(recordsMs) / median(verbMs),
      unit: '×',
      beside: `p50 ${written(median(recordsMs))} ms`,
    },
  ];
}
