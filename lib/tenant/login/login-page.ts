import { type DemoPerson, describePerson, initials } from './demo-person.ts';
import { html, type Markup } from './html.ts';
import { type Page, page } from './page.ts';

/** Why the last attempt failed. */
export type LoginProblem = 'wrong' | 'blocked' | 'too-many-attempts' | 'empty';

interface LoginPageContent {
  tenantTitle: string;
  clientName: string | undefined;
  action: string;
  formToken: string;
  /** What was typed, or the hint that the application gave. */
  identifier: string;
  problem: LoginProblem | undefined;
  /** The application asked for a sign-up, which this tenant does not have. */
  wantsSignUp: boolean;
  people: readonly DemoPerson[];
  /** Origin of the application that the sign-in leads back to. */
  returnOrigin: string | undefined;
}

const problems: Record<LoginProblem, string> = {
  wrong: 'Wrong e-mail or password.',
  blocked: 'This user is blocked.',
  'too-many-attempts':
    'This user is blocked after ten wrong passwords. Somebody who manages the user can lift the block.',
  empty: 'Enter your e-mail or username, and your password.',
};

/** The login page: works without script, keeps what was typed except the password. */
export function loginPage(content: LoginPageContent): Page {
  const { tenantTitle, clientName, returnOrigin } = content;
  const main = html`
<h1>Sign in</h1>
<p class="lead">${clientName ? `to continue to ${clientName}` : 'with your account'}</p>
${content.wantsSignUp && html`<p class="note">Accounts are made by your organisation. Sign in with yours.</p>`}
${content.problem && html`<p class="problem" id="problem" role="alert">${problems[content.problem]}</p>`}
${credentialsForm(content)}
${content.people.length > 0 && peopleForm(content)}`;
  return page({ title: 'Sign in', tenantTitle, main, formOrigins: returnOrigin ? [returnOrigin] : [] });
}

function credentialsForm({ action, formToken, identifier, problem }: LoginPageContent): Markup {
  const invalid = problem !== undefined && html` aria-invalid="true" aria-describedby="problem"`;
  const passwordFirst = identifier !== '';
  return html`
<form class="fields" method="post" action="${action}">
<input type="hidden" name="form_token" value="${formToken}">
<div class="field">
<label for="identifier">E-mail or username</label>
<input id="identifier" name="identifier" type="text" inputmode="email" value="${identifier}"
  autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="320" required${invalid}${!passwordFirst && html` autofocus`}>
</div>
<div class="field">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="1024" required${invalid}${passwordFirst && html` autofocus`}>
</div>
<button class="primary" type="submit">Sign in</button>
</form>`;
}

function peopleForm({ action, formToken, people }: LoginPageContent): Markup {
  return html`
<form class="people" method="post" action="${action}" aria-labelledby="people">
<input type="hidden" name="form_token" value="${formToken}">
<h2 id="people">Demo people</h2>
<p class="help">One click signs you in as that person.</p>
<ul>
${people.map(
  (person) => html`<li><button type="submit" name="person" value="${person.email}">
<span class="initials" aria-hidden="true">${initials(person.name)}</span>
<span class="who"><span class="name">${person.name}</span><span class="what">${describePerson(person)}</span></span>
</button></li>`,
)}
</ul>
</form>`;
}
