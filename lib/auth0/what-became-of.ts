import { differingParts, partsNamedIn } from '#lib/audit/diff.ts';
import type { AuditRecord, RecordOutcome } from '#lib/audit/record.ts';
import { secretMark } from '#lib/audit/secrets.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { holds, unseenKeys, userMadeOf } from './doubtful-writes.ts';
import { isMember } from './organizations.ts';
import { readUser } from './read-user.ts';
import { readUserRoles } from './read-user-roles.ts';
import type { User } from './user.ts';

/** What the tenant shows of an attempt whose server ended in between. */
export interface FoundOut {
  outcome: Extract<RecordOutcome, 'done' | 'failed' | 'partly' | 'unknown'>;
  /** The user as the tenant has it now, where that shows the change. */
  user?: User;
  before?: JsonObject;
  after?: JsonObject;
}

const unknown: FoundOut = { outcome: 'unknown' };

/**
 * Reads in the tenant how an attempt ended that was begun and not ended. `unknown` where the tenant does not show
 * it: a mail, a sign-out, a password.
 * @throws AppError what every reading call throws
 */
export async function whatBecameOf(begun: AuditRecord): Promise<FoundOut> {
  const userId = begun.user?.id;
  switch (begun.action) {
    case 'create:user':
      return ofCreation(begun);
    case 'update:user':
    case 'block:user':
    case 'unblock:user':
      return userId === undefined ? unknown : ofUpdate(begun, userId);
    case 'delete:user':
      return userId === undefined ? unknown : ofDeletion(userId);
    case 'change:roles':
      return userId === undefined ? unknown : ofRoles(begun, userId);
    case 'change:organizations':
      return userId === undefined ? unknown : ofOrganization(begun, userId);
    default:
      return unknown;
  }
}

async function ofCreation({ bodies, startedAt }: AuditRecord): Promise<FoundOut> {
  const body = seenPartOf(bodies?.[0] ?? {}, []);
  const { email } = body;
  if (typeof email !== 'string' || email === '') return unknown;
  const made = await userMadeOf(body, email, Date.parse(startedAt));
  return made ? { outcome: 'done', user: made, after: { ...made } } : { outcome: 'failed' };
}

async function ofDeletion(userId: string): Promise<FoundOut> {
  return { outcome: (await readUser(userId)) ? 'failed' : 'done' };
}

/** Each body went through whole or not at all. */
async function ofUpdate({ bodies, before }: AuditRecord, userId: string): Promise<FoundOut> {
  const user = await readUser(userId);
  if (!user || !bodies) return unknown;
  if (before?.updated_at !== undefined && before.updated_at === user.updated_at) return { outcome: 'failed' };
  const seen = bodies.map((body) => seenPartOf(body)).filter((body) => Object.keys(body).length > 0);
  if (seen.length === 0) return unknown;
  const held = seen.filter((body) => holds(user, body));
  const now = { ...user };
  const shown = differingParts(
    before ?? {},
    Object.assign({}, ...seen.map((body) => partsNamedIn(body, now))),
  );
  if (held.length === seen.length) {
    return { outcome: seen.length === bodies.length ? 'done' : 'unknown', user, ...shown };
  }
  if (held.length > 0) return { outcome: 'partly', user, ...shown };
  const isAsBefore = Object.keys(shown.before).length === 0 && Object.keys(shown.after).length === 0;
  return isAsBefore ? { outcome: 'failed' } : unknown;
}

async function ofRoles({ payload }: AuditRecord, userId: string): Promise<FoundOut> {
  const roleIds = Array.isArray(payload?.roleIds) ? payload.roleIds : [];
  if (roleIds.length === 0) return unknown;
  const held = new Set((await readUserRoles(userId)).map(({ id }) => id));
  const isAssigned = payload?.change === 'assign';
  const done = roleIds.filter((id) => held.has(String(id)) === isAssigned);
  return { outcome: outcomeOf(done.length, roleIds.length) };
}

async function ofOrganization({ payload }: AuditRecord, userId: string): Promise<FoundOut> {
  const id = payload?.organizationId;
  if (typeof id !== 'string') return unknown;
  return { outcome: (await isMember(userId, id)) === (payload?.change === 'add') ? 'done' : 'failed' };
}

function outcomeOf(done: number, asked: number): FoundOut['outcome'] {
  if (done === asked) return 'done';
  return done === 0 ? 'failed' : 'partly';
}

/** What of a recorded body a user shows: no secrets, and nothing that the tenant keeps to itself. */
function seenPartOf(body: JsonObject, unseen: Iterable<string> = unseenKeys): JsonObject {
  const hidden = new Set(unseen);
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, Json | undefined][] => {
      if (hidden.has(name) || value === secretMark) return [];
      if (!isJsonObject(value)) return [[name, value]];
      const members = Object.entries(value).filter(([, member]) => member !== secretMark);
      const isHidden = members.length === 0 && Object.keys(value).length > 0;
      return isHidden ? [] : [[name, Object.fromEntries(members)]];
    }),
  );
}
