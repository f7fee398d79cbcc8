import { IncomingMessage } from 'node:http';
import { isJsonObject } from '#lib/json.ts';
import { parseBody } from '../server/parse-body.ts';

/**
 * A request to `/oauth/token` or `/oauth/revoke` as the provider takes it: Auth0 reads JSON and forms, the provider
 * only forms. The answer is a new request with the same headers and a form as its body.
 *
 * @throws {ManagementError} 400 `invalid_body`, 413.
 */
export async function formRequest(request: IncomingMessage): Promise<IncomingMessage> {
  const { body } = await parseBody(request);
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(isJsonObject(body) ? body : {})) {
    if (typeof value === 'string' || typeof value === 'number') form.set(name, String(value));
  }
  return withBody(request, Buffer.from(form.toString()));
}

function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  copy.method = request.method;
  copy.url = request.url;
  copy.httpVersion = request.httpVersion;
  copy.headers = {
    ...request.headers,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
  };
  delete copy.headers['transfer-encoding'];
  copy.complete = true;
  copy.push(body);
  copy.push(null);
  return copy;
}
