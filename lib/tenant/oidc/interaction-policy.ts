import { interactionPolicy as policies } from 'oidc-provider';

/**
 * When people see the login page: the standard's reasons, and also when the user of their session is gone or blocked.
 * The prompt `consent` is known but never asked: all clients are the tenant's own.
 */
export function interactionPolicy() {
  const policy = policies.base();
  const login = policy.get('login');
  const consent = policy.get('consent');
  if (!login || !consent) throw new Error('oidc-provider no longer has the prompts login and consent.');
  consent.checks.clear();
  login.checks.add(
    new policies.Check('account_unavailable', 'The signed-in user is gone or blocked', (context) =>
      context.oidc.session?.accountId && !context.oidc.account
        ? policies.Check.REQUEST_PROMPT
        : policies.Check.NO_NEED_TO_PROMPT,
    ),
  );
  return policy;
}
