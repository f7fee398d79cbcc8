import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { isJsonObject, type JsonObject } from '#lib/json.ts';

const file = path.resolve(import.meta.dirname, '../../auth0-management-api.json');
// An answer with neither totals nor a further page fits two of the alternatives of a list: one of them is enough.
const description: JsonObject = JSON.parse(readFileSync(file, 'utf8').replaceAll('"oneOf"', '"anyOf"'));
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(description, 'api');

/** Why an answer is not what Auth0's OpenAPI description promises; undefined when it is. */
export function departureFromDescription(
  method: string,
  pathname: string,
  status: number,
  body: unknown,
): string | undefined {
  const paths = objectAt(description, 'paths');
  const template = Object.keys(paths).find((candidate) => matches(candidate, pathname));
  if (!template) return undefined;
  const operation = objectAt(objectAt(paths, template), method.toLowerCase());
  const responses = objectAt(operation, 'responses');
  if (!(status in responses)) return `${method} ${template} never answers ${status}`;
  const content = objectAt(objectAt(responses, String(status)), 'content');
  if (!('application/json' in content) || body === undefined) return undefined;
  const pointer = [
    'paths',
    template,
    method.toLowerCase(),
    'responses',
    status,
    'content',
    'application/json',
    'schema',
  ];
  const validate = ajv.getSchema(`api#/${pointer.map((key) => escapePointer(String(key))).join('/')}`);
  if (!validate) throw new Error(`There is no schema for ${method} ${template} ${status}.`);
  return validate(body) ? undefined : ajv.errorsText(validate.errors);
}

function matches(template: string, pathname: string): boolean {
  const wanted = template.split('/');
  const asked = pathname.split('/');
  return (
    wanted.length === asked.length &&
    wanted.every((segment, index) => segment.startsWith('{') || segment === asked[index])
  );
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isJsonObject(value) ? value : {};
}

function escapePointer(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
}
