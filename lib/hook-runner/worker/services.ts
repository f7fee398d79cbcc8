import { digest, randomBytesInBase64 } from './digest.ts';
import type { HostReply } from './guest-values.ts';
import { callIntl } from './intl.ts';
import { findLibrary, libraryText } from './libraries.ts';

/** What the host computes for the guest at once. The text is hostile; its size is looked at before it is read. */
const services: Record<string, { bytesMax: number; answer(text: string): HostReply }> = {
  intl: { bytesMax: 20_000, answer: callIntl },
  digest: { bytesMax: 2 * 1024 * 1024, answer: digest },
  'random-bytes': { bytesMax: 10, answer: randomBytesInBase64 },
  require: { bytesMax: 1_000, answer: findLibrary },
  library: { bytesMax: 1_000, answer: libraryText },
};

/** While a hook's text is read nothing that differs from run to run may get into its image. */
const servicesAtLoad = new Set(['intl', 'digest', 'require', 'library']);

export function callService(operation: string, text: () => string, bytes: number): HostReply {
  const service = Object.hasOwn(services, operation) ? services[operation] : undefined;
  if (!service) return '!there is no such operation';
  return bytes <= service.bytesMax ? service.answer(text()) : '!the arguments are too long';
}

/** The same for a text that is being evaluated, before there is a run. */
export function callServiceAtLoad(
  operation: string,
  _id: number,
  text: () => string,
  bytes: number,
): HostReply {
  if (servicesAtLoad.has(operation)) return callService(operation, text, bytes);
  return operation === 'random-bytes'
    ? '!There are no random numbers while a hook is read: make them inside its function'
    : undefined;
}
