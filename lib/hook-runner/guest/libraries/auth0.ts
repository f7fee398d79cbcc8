/**
 * `auth0` can be loaded, so that hooks which load it run; what it would hand out, a hook is not given.
 * Evaluated inside the sandbox: may use nothing from around it.
 */
export function guestAuth0(): Record<string, unknown> {
  class NotForHooks {
    constructor() {
      throw new Error(
        `auth0.${new.target.name} is not available to hooks: they are given no access to the tenant's ` +
          'Management API. ctx.request and ctx.payload hold the users that a hook may know',
      );
    }
  }
  return {
    ManagementClient: class ManagementClient extends NotForHooks {},
    AuthenticationClient: class AuthenticationClient extends NotForHooks {},
    UserInfoClient: class UserInfoClient extends NotForHooks {},
  };
}
