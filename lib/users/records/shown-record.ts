import type { AuditRecord } from '#lib/audit/record.ts';
import type { Action } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { displayNameOf } from '../display-name.ts';
import { withoutOthers } from '../log/log-veil.ts';
import type { Manager } from '../manager.ts';
import { type AccessQuestion, askAccess, reasonOfSilence } from '../permit/permit-access.ts';
import type { RecordReach, SeenRecord, SightOfUser } from '../permit/permit-records.ts';
import { laidOver } from './last-states.ts';
import { type MaskedState, onlyAt, placesLeft } from './record-mask.ts';

/** Why values of a record are not shown. */
export type Withheld = 'masked' | 'part-refused' | 'raw' | 'hook-failed';

/** A record in which nothing stands that is not for its reader. */
export interface ShownRecord extends Omit<SeenRecord, 'user' | 'maker'> {
  user?: SightOfUser;
  maker?: SightOfUser;
  withheld: Withheld | null;
}

/**
 * Records as this manager may read them. Of a user whom the access hook masks only those values are left that
 * stand at places which the mask leaves as they are, in the user as they stand now and as they stood before and
 * after; the hook is asked in one call for all of the records.
 * @param values 'left-out' where nobody looks at values; the hook is then not asked
 */
export async function shownRecords(
  manager: Manager,
  reach: RecordReach,
  seen: readonly SeenRecord[],
  values: 'shown' | 'left-out',
): Promise<ShownRecord[]> {
  const questionsOf = seen.map((one) => (values === 'shown' ? questionsAbout(reach, one) : []));
  const answers = await askAccess(manager, reach.policy, questionsOf.flat());
  let next = 0;
  return seen.map((one, at): ShownRecord => {
    const questions = questionsOf[at] ?? [];
    const given = questions.map((question) => {
      const answer = answers[next++];
      const isSilent =
        question.action !== 'read:user' && reasonOfSilence(manager, reach.policy, question.action);
      return answer?.permitted && !isSilent ? answer.seenAs : undefined;
    });
    const isPartRefused = questions.some(({ action }, n) => action !== 'read:user' && given[n] === undefined);
    const states = questions.flatMap(({ user, action }, n): MaskedState[] =>
      action === 'read:user' ? [{ state: user, shown: given[n] }] : [],
    );
    return shown(
      reach,
      one,
      states,
      values === 'left-out' ? 'masked' : isPartRefused ? 'part-refused' : null,
    );
  });
}

/** A masked user in each state that the record knows, and the part of a user that not every manager may see. */
function questionsAbout({ isEverybody }: RecordReach, { record, user }: SeenRecord): AccessQuestion[] {
  if (!user) return [];
  const part = isEverybody ? undefined : partOf(record);
  const parts: AccessQuestion[] = part ? [{ user: user.user, action: part }] : [];
  if (!user.isMasked) return parts;
  const states = [record.before, record.after].flatMap((state): AccessQuestion[] =>
    state ? [{ user: stateOf(user.user, state), action: 'read:user' }] : [],
  );
  return [...parts, { user: user.user, action: 'read:user' }, ...states];
}

function stateOf(user: User, state: JsonObject): User {
  const part = isJsonObject(state.user) ? state.user : state;
  return { ...laidOver(user as JsonObject, part), user_id: user.user_id };
}

/** What has to be permitted beside `read:user` to see what a record of it holds. */
function partOf({ action, permits }: AuditRecord): Action | undefined {
  const touched = [action, ...permits];
  if (touched.some((one) => /:(roles|organizations)$/.test(one))) return 'read:roles';
  if (touched.some((one) => /:(devices?|sessions)$|^remove:multifactor/.test(one))) return 'read:devices';
  return touched.includes('view:log-entry') || touched.includes('read:logs') ? 'read:logs' : undefined;
}

function shown(
  reach: RecordReach,
  { record, user, maker, isOwn, isUnknown }: SeenRecord,
  states: readonly MaskedState[],
  without: Withheld | null,
): ShownRecord {
  const isMasked = user?.isMasked === true;
  const withheld =
    without ?? (isUnknown ? 'hook-failed' : isMasked ? 'masked' : isRawKept(reach, record) ? 'raw' : null);
  const keep = (value: JsonObject | null): JsonObject | null => {
    if (!value || !withheld) return value;
    if (withheld !== 'masked' || without) return null;
    return onlyAt(placesLeft(states), isJsonObject(value.user) ? value.user : value);
  };
  const isRawAlone = withheld === 'raw';
  const hidesWords = !isOwn && (isMasked || isUnknown);
  const bodies = isRawAlone ? record.bodies : keepAll(record.bodies, keep);
  const { before, after } = record;
  return {
    user,
    maker,
    isOwn,
    isUnknown,
    withheld,
    record: {
      ...record,
      manager: managerIn(reach, record, maker, isOwn),
      from: reach.isEverybody || isOwn || maker ? record.from : { ip: null, userAgent: null },
      user: userIn(record, user, isUnknown),
      reason: reasonIn(reach, record, user, isOwn, hidesWords),
      saved: hidesWords ? null : record.saved,
      notSaved: hidesWords ? null : record.notSaved,
      before: withoutRoles(reach, keep(before)),
      after: withoutRoles(reach, keep(after)),
      payload: isRawAlone ? record.payload : keep(record.payload),
      // What a hook made of a payload may hold more than its maker may see of the user who was to be.
      bodies: record.user || reach.isEverybody ? bodies : null,
    },
  };
}

function keepAll(
  bodies: AuditRecord['bodies'],
  keep: (value: JsonObject) => JsonObject | null,
): AuditRecord['bodies'] {
  return bodies?.map(keep).filter((body) => body !== null) ?? null;
}

/** Whole users are raw data, which the settings may keep back; a change of some members is none. */
function isRawKept({ policy }: RecordReach, { before, action, after }: AuditRecord): boolean {
  const isWhole = isJsonObject(before?.user) || (/^(create|restore):user$/.test(action) && after !== null);
  return policy.settings.suppressRawData && isWhole;
}

/** What a deleted user had of the tenant itself; who may see that of a user is asked where there is one. */
function withoutRoles({ isEverybody }: RecordReach, value: JsonObject | null): JsonObject | null {
  if (isEverybody || !value || !isJsonObject(value.user)) return value;
  return { user: value.user };
}

/** Their name, role and department are a part of the record; the rest is for those who may see them. */
function managerIn(
  { isEverybody }: RecordReach,
  { manager }: AuditRecord,
  maker: SightOfUser | undefined,
  isOwn: boolean,
): AuditRecord['manager'] {
  if (isOwn) return manager;
  if (maker?.isMasked) return { ...manager, name: displayNameOf(maker.seenAs), departments: [] };
  return maker || isEverybody ? manager : { ...manager, id: '' };
}

function userIn(
  { user }: AuditRecord,
  sight: SightOfUser | undefined,
  isUnknown: boolean,
): AuditRecord['user'] {
  if (!user) return null;
  if (sight?.isMasked) return { id: user.id, name: displayNameOf(sight.seenAs), departments: [] };
  return isUnknown ? { id: user.id, name: null, departments: [] } : user;
}

/** A sentence was said to whoever made the attempt, and may tell them more than it may tell others. */
function reasonIn(
  { isEverybody }: RecordReach,
  { reason }: AuditRecord,
  user: SightOfUser | undefined,
  isOwn: boolean,
  hidesWords: boolean,
): AuditRecord['reason'] {
  if (!reason || isOwn) return reason;
  if (hidesWords) return { ...reason, sentence: '' };
  if (isEverybody || !user) return reason;
  return { ...reason, sentence: withoutOthers(reason.sentence, user.user) };
}
