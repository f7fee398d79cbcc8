import type { JsonObject } from '#lib/json.ts';
import { createFaults, type Faults } from '../faults/faults.ts';
import { readBody } from '../management/call/read-body.ts';
import type { Route } from '../server/route.ts';
import { faultsBody } from './faults-body.ts';

const getFaults: Route = {
  method: 'GET',
  path: '/_control/faults',
  handle: (_, tenant) => ({ status: 200, json: toAnswer(tenant.faults) }),
};

/** Sets all members: those not sent go back to a tenant in good health. */
const putFaults: Route = {
  method: 'PUT',
  path: '/_control/faults',
  handle(call, tenant) {
    Object.assign(tenant.faults, createFaults(readBody(call, faultsBody)));
    return { status: 200, json: toAnswer(tenant.faults) };
  },
};

/** Sets only the members that are sent. */
const patchFaults: Route = {
  method: 'PATCH',
  path: '/_control/faults',
  handle(call, tenant) {
    Object.assign(tenant.faults, readBody(call, faultsBody));
    return { status: 200, json: toAnswer(tenant.faults) };
  },
};

export const faultsRoutes: Route[] = [getFaults, putFaults, patchFaults];

function toAnswer(faults: Faults): JsonObject {
  const respond = faults.respond.map(({ match, ...rest }) => ({ ...rest, match: { ...match } }));
  return { ...faults, respond };
}
