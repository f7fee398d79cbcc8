import { z } from 'zod';

/** Far more than a name may have, so that it is the verb that says how many. */
const name = z.string().max(2_000);
/** More than a browser sends in an address. */
const address = z.string().max(20_000);
const viewId = z.string().min(1).max(200);

/** The form of what `saveView` takes; `address` is that of the list, `/users?status=blocked`. */
export const saveViewInput = z.strictObject({ name, address });

/** The form of what `renameView` takes. */
export const renameViewInput = z.strictObject({ viewId, name });

/** The form of what `updateView` takes. */
export const updateViewInput = z.strictObject({ viewId, address });

/** The form of what `shareView` takes. */
export const shareViewInput = z.strictObject({ viewId, isShared: z.boolean() });

/** The form of what `deleteView` takes. */
export const viewInput = z.strictObject({ viewId });
