import type { Page } from '@playwright/test';
import { german } from '#messages/de.ts';
import { english } from '#messages/en.ts';
import { expect, test } from './test.ts';

type Texts = { readonly [key: string]: string | Texts };

const textsOf = (texts: Texts): string[] =>
  Object.values(texts).flatMap((text) => (typeof text === 'string' ? [text] : textsOf(text)));

const germanTexts = new Set(textsOf(german));

/** The console’s English texts that hold no value, without those that German has as well. */
const onlyEnglish = textsOf(english).filter((text) => !germanTexts.has(text) && !/[{<]/.test(text));

/** Everything that the page says: its texts, and what it tells assistive technology alone. */
function saidOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const said: string[] = [document.title.replace(/ · Steward$/, '')];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent && !parent.closest('script, style, template'))
        said.push(walker.currentNode.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title']) said.push(element.getAttribute(name) ?? '');
    }
    return said.map((text) => text.trim()).filter((text) => text !== '');
  });
}

async function expectNoEnglish(page: Page): Promise<void> {
  const said = await saidOn(page);
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter((text) => onlyEnglish.includes(text))).toEqual([]);
}

async function chooseGerman(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'English' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
}

test('a language is chosen in the rail by keyboard, at once and from then on', async ({ as }) => {
  const page = await as('kelly');
  await page.goto('/users/new');
  await page.getByLabel('E-mail address').fill('nina@example.com');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await chooseGerman(page);
  await expect(page.getByRole('heading', { name: 'Neuer Benutzer' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue('nina@example.com');
  await page.goto('/users');
  await expect(page.getByRole('heading', { name: 'Benutzer', exact: true })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Letzte Anmeldung' })).toBeVisible();
  await expect(page.getByText(/\bvor \d+ |gestern|Monat/).first()).toBeVisible();
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('on a phone it is chosen in the menu, which stays open', async ({ as }) => {
  const page = await as('kelly', { viewport: { width: 390, height: 844 } });
  await page.getByRole('button', { name: 'Open menu' }).click();
  await chooseGerman(page);
  await expect(page.getByRole('button', { name: 'Menü schließen' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Menü öffnen' })).toBeVisible();
});

test('without a choice the browser’s language counts, and hooks are told it', async ({ as }) => {
  const page = await as('kelly');
  const inGerman = await page.request.get('/users', { headers: { 'accept-language': 'fr, de-AT;q=0.9' } });
  expect(await inGerman.text()).toContain('<html lang="de"');
  const inEnglish = await page.request.get('/users', { headers: { 'accept-language': 'fr' } });
  expect(await inEnglish.text()).toContain('<html lang="en"');
  await chooseGerman(page);
  // The settings hook labels its fields by `ctx.locale`.
  await expect(page.getByRole('columnheader', { name: 'Abteilung' })).toBeVisible();
});

test('in German nothing of the console is in English: list, filters, form and what a save answers', async ({
  as,
}) => {
  const page = await as('ivan');
  await chooseGerman(page);
  await page.goto('/users?status=active&membership=Finance');
  await page.getByRole('button', { name: 'Filtern' }).click();
  await expect(page.getByRole('menuitem', { name: 'Gesperrt' })).toBeVisible();
  await expectNoEnglish(page);
  await page.goto('/users?q=nobody-at-all&status=blocked');
  await expect(page.getByText('Niemand passt zu „nobody-at-all“')).toBeVisible();
  await expectNoEnglish(page);
  await page.goto('/users/new');
  await page.getByLabel('E-Mail-Adresse').fill('a@b@c');
  await page.getByLabel('Passwort', { exact: true }).fill('kurz');
  await page.getByRole('button', { name: 'Benutzer anlegen' }).click();
  await expect(page.getByText('Eine E-Mail-Adresse hat genau ein @.').first()).toBeVisible();
  await expectNoEnglish(page);
  await page.goto('/users/auth0%7Cnobody');
  await expect(page.getByRole('heading', { name: 'Nicht gefunden' })).toBeVisible();
  await expectNoEnglish(page);
  await page.goto('/signed-out?provider=open');
  await expect(page.getByRole('heading', { name: 'Sie sind abgemeldet' })).toBeVisible();
});

test('a refusal is in German around the hook’s own sentence', async ({ as, stack }) => {
  stack.writeHook('write', "function (ctx, callback) { callback(new Error('Nobody new before January.')); }");
  const page = await as('kelly');
  await chooseGerman(page);
  await page.goto('/users/new');
  await page.getByLabel('E-Mail-Adresse').fill('nina@example.com');
  await page.getByRole('button', { name: 'Stattdessen eine Einladung senden' }).click();
  await page.getByRole('button', { name: 'Benutzer anlegen' }).click();
  await expect(page.getByText('Nobody new before January.')).toBeVisible();
  await expect(page.getByText('Abgelehnt durch die Regeln Ihrer Organisation (write).')).toBeVisible();
  await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue('nina@example.com');
});
