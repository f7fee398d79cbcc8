/**
 * The query of an Auth0 authorization request as the provider takes it: `audience` is the resource; refresh tokens are
 * given without asking for consent, which the provider otherwise insists on; a prompt that only picks or agrees
 * (`select_account`, `consent`) asks nothing here.
 */
export function authorizeQuery(query: URLSearchParams): URLSearchParams {
  const adapted = new URLSearchParams(query);
  const audience = query.get('audience');
  if (audience && !query.has('resource')) adapted.set('resource', audience);
  adapted.delete('audience');
  const prompts = new Set(query.get('prompt')?.split(' ').filter(Boolean));
  prompts.delete('select_account');
  prompts.delete('consent');
  const offline = query.get('scope')?.split(' ').includes('offline_access');
  if (offline && !prompts.has('none')) prompts.add('consent');
  adapted.delete('prompt');
  if (prompts.size > 0) adapted.set('prompt', [...prompts].join(' '));
  return adapted;
}
