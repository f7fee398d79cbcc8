import { z } from 'zod';

/** The form of what undoing and restoring take, and their previews. */
export const recordInput = z.strictObject({ recordId: z.string().min(1).max(200) });
