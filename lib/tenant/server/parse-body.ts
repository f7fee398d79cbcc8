import type { IncomingMessage } from 'node:http';
import type { Json } from '#lib/json.ts';
import { ManagementError } from '../management/endpoint.ts';
import { BodyTooLargeError, bodyBytesMax, readBody } from './read-body.ts';

export interface ParsedBody {
  body: Json | undefined;
  /** Text parts of a multipart body. */
  fields: Record<string, string>;
  /** File parts of a multipart body, as text. */
  files: Record<string, string>;
}

const nothing: ParsedBody = { body: undefined, fields: {}, files: {} };

/**
 * Reads a body as JSON, as a form or as multipart, by its content type.
 *
 * @throws {ManagementError} 400 `invalid_body`, 413.
 */
export async function parseBody(request: IncomingMessage): Promise<ParsedBody> {
  if (request.method === 'GET' || request.method === 'HEAD') return nothing;
  const bytes = await readWithinLimit(request);
  if (bytes.length === 0) return nothing;
  const contentType = request.headers['content-type'] ?? '';
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  switch (type) {
    case 'multipart/form-data':
      return parseMultipart(bytes, contentType);
    case 'application/x-www-form-urlencoded':
      return { ...nothing, body: Object.fromEntries(new URLSearchParams(bytes.toString('utf8'))) };
    case 'application/json':
      return { ...nothing, body: parseJson(bytes) };
    default:
      throw new ManagementError(400, 'Invalid request payload media type', 'invalid_body');
  }
}

async function readWithinLimit(request: IncomingMessage): Promise<Buffer> {
  try {
    return await readBody(request);
  } catch (error) {
    if (!(error instanceof BodyTooLargeError)) throw error;
    throw new ManagementError(413, `Payload content length greater than maximum allowed: ${bodyBytesMax}`);
  }
}

function parseJson(bytes: Buffer): Json {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ManagementError(400, 'Invalid request payload JSON format', 'invalid_body');
  }
}

async function parseMultipart(bytes: Buffer, contentType: string): Promise<ParsedBody> {
  const parsed: ParsedBody = { body: undefined, fields: {}, files: {} };
  for (const [name, part] of await formDataOf(bytes, contentType)) {
    if (typeof part === 'string') parsed.fields[name] = part;
    else parsed.files[name] = await part.text();
  }
  return parsed;
}

async function formDataOf(bytes: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new ManagementError(400, 'Invalid multipart payload format', 'invalid_body');
  }
}
