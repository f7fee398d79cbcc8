import { findUser, param } from '../call/find-user.ts';
import { type Endpoint, ManagementError, type Tenant } from '../endpoint.ts';
import {
  type AuthenticationMethod,
  findMethod,
  methodCollection,
  methodsOf,
  refreshMultifactor,
} from './authentication-method.ts';

export const deleteMethods: Endpoint = {
  method: 'DELETE',
  path: '/users/{id}/authentication-methods',
  scopes: ['delete:authentication_methods'],
  rateLimit: 'other',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'id'));
    remove(tenant, user.user_id, methodsOf(tenant, user.user_id));
    return { status: 204 };
  },
};

export const deleteMethod: Endpoint = {
  method: 'DELETE',
  path: '/users/{id}/authentication-methods/{authentication_method_id}',
  scopes: ['delete:authentication_methods'],
  rateLimit: 'other',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'id'));
    remove(tenant, user.user_id, [findMethod(tenant, user.user_id, param(call, 'authentication_method_id'))]);
    return { status: 204 };
  },
};

/** `DELETE /users/{id}/multifactor/{provider}`: 'google-authenticator' takes the one-time-password factors away. */
export const deleteMultifactor: Endpoint = {
  method: 'DELETE',
  path: '/users/{id}/multifactor/{provider}',
  scopes: ['update:users'],
  rateLimit: 'delete-users',
  handle(call, tenant) {
    const provider = param(call, 'provider');
    if (provider !== 'duo' && provider !== 'google-authenticator') {
      const message = `Path validation error: 'Invalid value "${provider}"' on property provider.`;
      throw new ManagementError(400, message, 'invalid_uri');
    }
    const user = findUser(tenant, param(call, 'id'));
    const types = provider === 'duo' ? ['duo'] : ['totp', 'recovery-code'];
    const methods = methodsOf(tenant, user.user_id).filter((method) => types.includes(method.type));
    remove(tenant, user.user_id, methods);
    return { status: 204 };
  },
};

function remove(tenant: Tenant, userId: string, methods: AuthenticationMethod[]): void {
  for (const method of methods) methodCollection(tenant).delete(method.id);
  refreshMultifactor(tenant, userId);
}
