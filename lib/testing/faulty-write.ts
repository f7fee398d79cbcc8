import type { FormValues } from '#lib/users/form/user-form.ts';
import type { Manager } from '#lib/users/manager.ts';
import type { TestTenant } from './tenant.ts';

/** Whom an operation is done to; everything about them is made of `key`, so that many can be tried at once. */
export interface Subject {
  tenant: TestTenant;
  key: string;
  userId: string;
  email: string;
  /** What was arranged: the id of the device, of the factor or of the record. */
  partId: string;
  /** What the form for editing shows. */
  loaded: FormValues;
}

/** Something that changes the tenant or sends a mail, and the call by which it does. */
export interface FaultyWrite {
  name: string;
  call(subject: Subject): { method: string; path: string; passes?: number };
  /** Puts in what the operation needs, beside the user; answers with the id of it. */
  arrange?(subject: Subject): Promise<string | undefined>;
  /** The user must not be there yet. */
  isCreation?: true;
  /** The user is gone, and is made again by a job: that they are not there at once says nothing of what is to come. */
  isRestoring?: true;
  run(manager: Manager, subject: Subject): Promise<unknown>;
  /** How often the tenant holds what was to be made: 0 before, 1 after; 2 would be once too often. */
  timesDone(subject: Subject): Promise<number>;
  /** Nobody can look afterwards whether it was done. */
  isUnseen?: true;
  /** Sent without the console's access token. */
  isWithoutToken?: true;
  /** What went through before the decisive call. */
  savedBefore?: string[];
}
