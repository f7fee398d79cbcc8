import { html } from './html.ts';
import { type Page, page } from './page.ts';

const sentences: Record<string, string> = {
  'client is invalid': 'The application that sent you here is not known to this tenant.',
  "redirect_uri did not match any of the client's registered redirect_uris":
    'The address to return to is not on the list of callback addresses of the application.',
  'post_logout_redirect_uri not registered':
    'The address to return to is not on the list of log-out addresses of the application.',
  'authorization request has expired': 'This sign-in took too long, or was finished before.',
  'interaction session not found': 'This sign-in took too long, or was finished before.',
  'interaction session id cookie not found': 'This sign-in took too long, or was finished before.',
  'oops! something went wrong': 'The tenant failed while signing you in. Nothing was changed.',
};

/** What people see when a sign-in or sign-out cannot go on, and must not lead back to the application. */
export function errorPage(tenantTitle: string, description: string): Page {
  const sentence = sentences[description];
  const main = html`
<h1>This cannot go on</h1>
<p class="lead">${sentence ?? `The application asked for something that this tenant refuses: ${description}.`}</p>
<p class="help">Go back to the application and start again. If this page comes back, the application and the tenant have different settings.</p>`;
  return page({ title: 'This cannot go on', tenantTitle, main });
}

/** What people see after a sign-out that leads nowhere else. */
export function signedOutPage(tenantTitle: string): Page {
  const main = html`
<h1>Signed out</h1>
<p class="lead">You are signed out of ${tenantTitle} in this browser. You can close this page.</p>`;
  return page({ title: 'Signed out', tenantTitle, main });
}

interface SignOutQuestion {
  tenantTitle: string;
  action: string;
  /** The parameters of the request, to be sent again with the answer. */
  parameters: ReadonlyArray<readonly [string, string]>;
  returnOrigin: string | undefined;
}

/** Asks before signing out somebody whose browser was sent here without proof of whom to sign out. */
export function confirmSignOutPage({ tenantTitle, action, parameters, returnOrigin }: SignOutQuestion): Page {
  const main = html`
<h1>Sign out?</h1>
<p class="lead">You will be signed out of ${tenantTitle} in this browser.</p>
<form class="fields" method="post" action="${action}">
${parameters.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="primary" type="submit">Sign out</button>
</form>`;
  const formOrigins = returnOrigin ? [returnOrigin] : [];
  return page({ title: 'Sign out', tenantTitle, main, formOrigins });
}

/** The front page: what this is, and where its mail and its addresses are. */
export function homePage(tenantTitle: string, issuer: string): Page {
  const main = html`
<h1>Embedded tenant</h1>
<p class="lead">An identity provider for demos and tests. It signs people in and holds their accounts, like an Auth0 tenant, on this machine only.</p>
<ul class="links">
<li><a href="/outbox">Outbox</a><span class="what">the mail that was not sent</span></li>
<li><a href="/.well-known/openid-configuration">OpenID configuration</a><span class="what">for applications</span></li>
</ul>
<p class="help">Management API: <code>${issuer}api/v2/</code></p>`;
  return page({ title: 'Embedded tenant', tenantTitle, main });
}
