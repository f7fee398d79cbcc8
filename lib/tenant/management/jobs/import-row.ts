import { z } from 'zod';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { ManagementError } from '../endpoint.ts';
import { checkMetadata } from '../users/metadata.ts';
import type { FailedRow, RowError } from './job.ts';

const metadata = z.record(z.string(), z.json());

/**
 * One row of an import. Password hashes of other systems are refused as unknown members: this tenant could not
 * check a password against them, and imported users set a new one by mail.
 */
const importRow = z
  .strictObject({
    user_id: z.string().min(1).max(256).optional(),
    email: z.email().max(254).toLowerCase().optional(),
    email_verified: z.boolean().optional(),
    username: z.string().min(1).max(128).toLowerCase().optional(),
    phone_number: z
      .string()
      .regex(/^\+[0-9]{1,15}$/)
      .optional(),
    given_name: z.string().min(1).max(150).optional(),
    family_name: z.string().min(1).max(150).optional(),
    name: z.string().min(1).max(300).optional(),
    nickname: z.string().min(1).max(300).optional(),
    picture: z.url().optional(),
    blocked: z.boolean().optional(),
    app_metadata: metadata.optional(),
    user_metadata: metadata.optional(),
  })
  .refine((row) => row.email ?? row.username ?? row.phone_number, {
    message: 'Missing at least one of email, username and phone_number',
    params: { code: 'ANY_OF_MISSING' },
  })
  .superRefine((row, context) => {
    try {
      checkMetadata(row);
    } catch (error) {
      if (!(error instanceof ManagementError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  });

export type ImportRow = z.output<typeof importRow>;

/** A row that can be imported, or why not, with Auth0's codes. */
export function readRow(row: Json): { ok: true; row: ImportRow } | { ok: false; failed: FailedRow } {
  const parsed = importRow.safeParse(row);
  if (parsed.success) return { ok: true, row: parsed.data };
  return { ok: false, failed: { user: shownRow(row), errors: parsed.error.issues.map(toRowError) } };
}

/** The row as the errors show it: without anything that looks like a password. */
export function shownRow(row: Json): JsonObject {
  if (!isJsonObject(row)) return {};
  return Object.fromEntries(Object.entries(row).filter(([key]) => !/password|secret|mfa/i.test(key)));
}

function toRowError(issue: z.core.$ZodIssue): RowError {
  const path = issue.path.join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        code: 'OBJECT_ADDITIONAL_PROPERTIES',
        message: `Additional properties not allowed: ${issue.keys.join(',')}`,
        path,
      };
    case 'invalid_type':
      return { code: 'INVALID_TYPE', message: issue.message, path };
    case 'too_big':
      return { code: 'MAX_LENGTH', message: issue.message, path };
    case 'too_small':
      return { code: 'MIN_LENGTH', message: issue.message, path };
    case 'invalid_format':
      return { code: issue.format === 'regex' ? 'PATTERN' : 'FORMAT', message: issue.message, path };
    case 'custom':
      return { code: String(issue.params?.code ?? 'INVALID'), message: issue.message, path };
    default:
      return { code: 'INVALID', message: issue.message, path };
  }
}
