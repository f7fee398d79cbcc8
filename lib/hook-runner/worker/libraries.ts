import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guestAuth0 } from '../guest/libraries/auth0.ts';
import { guestAxios } from '../guest/libraries/axios.ts';
import { guestBuffer } from '../guest/libraries/buffer.ts';
import { guestCrypto } from '../guest/libraries/crypto.ts';
import { guestJsonWebToken } from '../guest/libraries/jsonwebtoken.ts';
import { guestNodeFetch } from '../guest/libraries/node-fetch.ts';
import { guestQuerystring } from '../guest/libraries/querystring.ts';
import { guestRemote } from '../guest/libraries/remote.ts';
import { guestRequest } from '../guest/libraries/request.ts';
import { guestRequestPromise } from '../guest/libraries/request-promise.ts';
import { guestSuperagent } from '../guest/libraries/superagent.ts';
import { guestUrl } from '../guest/libraries/url.ts';
import { guestUtil } from '../guest/libraries/util.ts';
import { guestUuid } from '../guest/libraries/uuid.ts';
import type { HostReply } from './guest-values.ts';

/** What hooks may require, in the order in which an error lists it. */
const publicNames = [
  ...['lodash', 'moment', 'uuid', 'async', 'bluebird', 'qs', 'url', 'querystring', 'util', 'crypto'],
  ...['jsonwebtoken', 'request', 'request-promise', 'axios', 'superagent', 'node-fetch', 'auth0'],
];

/** Files below node_modules that are evaluated as they are. The last five are parts of other libraries. */
const files: Record<string, string> = {
  lodash: 'lodash/lodash.min.js',
  moment: 'moment/min/moment.min.js',
  async: 'async/dist/async.min.js',
  bluebird: 'bluebird/js/browser/bluebird.min.js',
  qs: 'qs/dist/qs.js',
  'url/url.js': 'url/url.js',
  'punycode/': 'punycode/punycode.js',
  'buffer/index.js': 'buffer/index.js',
  'base64-js': 'base64-js/index.js',
  ieee754: 'ieee754/index.js',
};

/** The house's own: the function in each is called with the parts of the sandbox and returns the exports. */
const ours: Record<string, (parts: never) => unknown> = {
  auth0: guestAuth0,
  axios: guestAxios,
  buffer: guestBuffer,
  crypto: guestCrypto,
  jsonwebtoken: guestJsonWebToken,
  'node-fetch': guestNodeFetch,
  querystring: guestQuerystring,
  remote: guestRemote,
  request: guestRequest,
  'request-promise': guestRequestPromise,
  superagent: guestSuperagent,
  url: guestUrl,
  util: guestUtil,
  uuid: guestUuid,
};

const uuidFile = /^uuid\/dist\/cjs-browser\/[a-z0-9]+\.js$/i;
const momentLocale = /^moment\/locale\/[a-z]{2,3}(?:-[a-z]{2,4})*$/;
const nameLengthMax = 100;

const texts = new Map<string, string>();

const textOf = (path: string): string => readFileSync(join(process.cwd(), 'node_modules', path), 'utf8');

function readLibrary(id: string): string {
  if (Object.hasOwn(ours, id)) return `module.exports=(${ours[id]})(parts)`;
  if (Object.hasOwn(files, id)) return textOf(files[id] ?? '');
  // Its random numbers come from a global `crypto`, which hooks do not have.
  if (uuidFile.test(id)) return `const crypto=parts.load('crypto').webcrypto;${textOf(id)}`;
  // Each asks for its library by another name, and must get the one that there is.
  if (momentLocale.test(id)) return `require=()=>parts.load('moment');${textOf(`${id}.js`)}`;
  throw new Error('there is no such library');
}

/** The text of one library or of a part of one, for the guest to evaluate. `id` is hostile. */
export function libraryText(id: string): HostReply {
  if (id.length > nameLengthMax) return '!there is no such library';
  const known = texts.get(id);
  if (known !== undefined) return `=${known}`;
  try {
    const text = readLibrary(id);
    texts.set(id, text);
    return `=${text}`;
  } catch {
    return `!There is no library '${id}'`;
  }
}

/**
 * What a hook means by the name of a module: `=` and the library, or `=` and the library, a space and the member
 * of it (`lodash/get`). Versions are ignored. `name` is hostile.
 */
export function findLibrary(name: string): HostReply {
  const [, asked = '', , part] =
    /^(?:node:)?([a-z0-9-]+)(@[^/]*)?(?:\/([\w./-]+))?$/i.exec(name.slice(0, nameLengthMax)) ?? [];
  if (!publicNames.includes(asked) || name.length > nameLengthMax) {
    return `!Cannot require '${name.slice(0, nameLengthMax)}': hooks may require ${publicNames.join(', ')}`;
  }
  if (part === undefined) return `=${asked}`;
  const inside = `${asked}/${part.replace(/\.js$/, '')}`;
  return momentLocale.test(inside) ? `=${inside}` : `=${asked} ${part}`;
}

const requireCall = /\brequire\s*\(\s*(['"`])([^'"`\n]{1,100})\1\s*\)/g;
const mentionsMax = 40;

/** The modules that a hook's text asks for by name; they are evaluated before it, into its image. */
export function librariesIn(text: string): string[] {
  const names = new Set<string>();
  for (const [, , name = ''] of text.matchAll(requireCall)) {
    if (names.size < mentionsMax && findLibrary(name)?.toString().startsWith('=')) names.add(name);
  }
  if (/\bfetch\s*\(/.test(text)) names.add('node-fetch');
  return [...names];
}
