import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import { type Words, words } from '#lib/words.ts';
import { TenantFailure } from './tenant-failure.ts';

/** When nothing tells when the tenant will be back, this is what people are told. */
const retryAfterSecondsDefault = 10;

/**
 * What a person is told of a failed call after which certainly nothing was changed. Decides by how the call
 * ended and its status, never by the tenant's words: these may be missing, and they change.
 * @param body what was sent, where it may have been refused for what stands in it
 */
export function asAppError(error: unknown, body: JsonObject = {}): unknown {
  if (!(error instanceof TenantFailure)) return error;
  const retryAfterSeconds = Math.ceil(error.retryAfterSeconds ?? retryAfterSecondsDefault);
  if (error.kind === 'credentials' || error.status === 401) {
    return new AppError(
      'tenant-unavailable',
      words(
        'The tenant does not accept this console’s own credentials. Nothing was changed. Tell an administrator.',
      ),
      { cause: error },
    );
  }
  if (error.kind === 'resting') {
    return new AppError('tenant-unavailable', sentenceOfRest(error, retryAfterSeconds), {
      retryAfterSeconds,
      cause: error,
    });
  }
  if (error.kind === 'spent') {
    return new AppError(
      'tenant-limit',
      words(
        'This console has used up its calls to the tenant for the moment. Nothing was changed; try again in {time}.',
        { time: inWords(retryAfterSeconds) },
      ),
      { retryAfterSeconds, cause: error },
    );
  }
  if (error.kind !== 'answered' || (error.status ?? 500) >= 500) {
    return new AppError('tenant-unavailable', sentenceOfOutage(error, retryAfterSeconds), {
      retryAfterSeconds,
      cause: error,
    });
  }
  switch (error.status) {
    case 403:
      return new AppError('tenant-refused', sentenceOfMissingScope(error), { cause: error });
    case 404:
      return new AppError('not-found', undefined, { cause: error });
    case 409:
      return new AppError('already-taken', undefined, { cause: error });
    case 413:
    case 414:
      return new AppError(
        'invalid-input',
        words('This is more than the tenant takes at once. Nothing was changed.'),
        { cause: error },
      );
    case 429:
      return new AppError(
        'tenant-limit',
        words('The tenant is limiting requests. Nothing was changed; try again in {time}.', {
          time: inWords(retryAfterSeconds),
        }),
        { retryAfterSeconds, cause: error },
      );
    default:
      return new AppError('tenant-refused', sentenceOfRefusal(error), {
        cause: error,
        ...(holdsOnlyPassword(body) && { fields: { password: sentenceOfPassword(error) } }),
      });
  }
}

function sentenceOfRest({ faulty }: TenantFailure, retryAfterSeconds: number): Words {
  const times = { time: inWords(Math.ceil(faulty?.forSeconds ?? 0)), next: inWords(retryAfterSeconds) };
  return faulty?.answers
    ? words(
        'The tenant has had a fault for {time}; the next attempt is in {next}. Nothing was changed.',
        times,
      )
    : words(
        'The tenant has not answered for {time}; the next attempt is in {next}. Nothing was changed.',
        times,
      );
}

function sentenceOfOutage(error: TenantFailure, retryAfterSeconds: number): Words {
  const time = inWords(retryAfterSeconds);
  if (error.serverWasBusy) {
    return words('This console has too much to do at the moment. Nothing was changed; try again in {time}.', {
      time,
    });
  }
  return error.kind === 'answered'
    ? words('The tenant has a fault at the moment. Nothing was changed; try again in {time}.', { time })
    : words('The tenant does not answer at the moment. Nothing was changed; try again in {time}.', { time });
}

/** The tenant names the scope that is missing; an administrator is who can use that. */
function sentenceOfMissingScope({ tenantMessage }: TenantFailure): Words {
  if (!tenantMessage) {
    return words('The tenant does not let this console do this. Nothing was changed. Tell an administrator.');
  }
  return words(
    'The tenant does not let this console do this ({said}). Nothing was changed. Tell an administrator.',
    { said: tenantMessage.replace(/\.$/, '') },
  );
}

function sentenceOfRefusal({ tenantMessage, status }: TenantFailure): Words {
  return tenantMessage
    ? words('The tenant refused this: {said} Nothing was changed.', {
        said: tenantMessage.replace(/\.?$/, '.'),
      })
    : words('The tenant refused this (status {status}). Nothing was changed.', { status: status ?? 0 });
}

/** Whether a refusal can have no other reason than the password. */
function holdsOnlyPassword(body: JsonObject): boolean {
  const { connection: _connection, client_id: _client, ...others } = body;
  return Object.keys(others).join() === 'password';
}

function sentenceOfPassword({ tenantMessage }: TenantFailure): Words {
  return tenantMessage
    ? words('The tenant refused this: {said}', { said: tenantMessage })
    : words('The tenant does not take this password.');
}

function inWords(seconds: number): Words {
  if (seconds < 1) return words('a moment');
  return seconds === 1 ? words('one second') : words('{seconds} seconds', { seconds });
}
