const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** The company’s sign-in: everybody by name, no password. */
export function loginPage(people: Iterable<readonly [string, { name: string }]>, action: string): string {
  const buttons = [...people].map(
    ([key, { name }]) =>
      `<p><button name="person" value="${escaped(key)}">${escaped(name)} (${escaped(key)})</button></p>`,
  );
  return page(
    'Company sign-in',
    `<form method="post" action="${escaped(action)}">${buttons.join('')}
     <p><button name="person" value="">Cancel</button></p></form>`,
  );
}

/** Asks before signing out, as many providers do; `form` is the provider’s own. */
export function logoutPage(form: string): string {
  return page(
    'Company sign-out',
    `${form}<p><button form="op.logoutForm" name="logout" value="yes">Sign out of the company</button></p>`,
  );
}

export function page(title: string, main: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style>body{font:16px/1.45 system-ui;max-width:30rem;margin:15vh auto;padding:0 1rem}button{font:inherit;padding:.4rem .8rem}</style>
</head><body><main><h1>${title}</h1>${main}</main></body></html>`;
}
