import type { z } from 'zod';
import { type ManagementCall, ManagementError } from '../endpoint.ts';

/**
 * The call's JSON body, checked. Throws 400 `invalid_body` with a message in Auth0's manner; write the schema with
 * `z.strictObject` so that unknown keys are refused.
 */
export function readBody<T extends z.ZodType>(call: Pick<ManagementCall, 'body'>, schema: T): z.output<T> {
  const parsed = schema.safeParse(call.body ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ManagementError(400, `Payload validation error: ${describe(issue, call.body)}.`, 'invalid_body');
}

function describe(issue: z.core.$ZodIssue | undefined, body: unknown): string {
  if (!issue) return "'Invalid payload'";
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return `'Additional properties not allowed: ${issue.keys.join(',')}'`;
  if (issue.code === 'invalid_type' && valueAt(body, issue.path) === undefined) {
    return `'Missing required property: ${path}'`;
  }
  return `'${issue.message}'${path ? ` on property ${path}` : ''}`;
}

function valueAt(body: unknown, path: PropertyKey[]): unknown {
  let value: unknown = body;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
