import type { Page } from '@playwright/test';
import type { JsonObject } from '#lib/json.ts';
import { escapeFrom } from './keyboard.ts';
import { expect, type Person, test, unique } from './test.ts';

/** As long as the tenant lets it be, and without a place to break it at. */
const longWord = 'Donaudampfschifffahrtsgesellschaftskapitänswitwe'.repeat(3);

/**
 * What somebody could not read on this page: what scrolls the page sideways, and text that is cut off with no way
 * to read the rest, neither by scrolling what it stands in nor by its title.
 */
async function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const found: string[] = [];
    if (root.scrollWidth > root.clientWidth) found.push(`scrolls sideways: ${root.scrollWidth}`);
    const canScroll = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const cuts = (element: Element) => /hidden|clip/.test(getComputedStyle(element).overflowX);
    const ancestors = (element: Element): Element[] =>
      element.parentElement ? [element.parentElement, ...ancestors(element.parentElement)] : [];
    for (const element of document.querySelectorAll('body *')) {
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (!hasText || element.closest('script,style,svg')) continue;
      const around = [element, ...ancestors(element)];
      // What is there for screen readers alone is one pixel wide.
      const isHidden = around.some((one) => {
        const { width, height } = one.getBoundingClientRect();
        return width <= 1 || height <= 1;
      });
      // A row that opens something shows the beginning of what stands there in full.
      if (isHidden || element.closest('tr:has([data-row-link])')) continue;
      if (around.some((one) => one.hasAttribute('title') || canScroll(one))) continue;
      const box = element.getBoundingClientRect();
      const isCut = around.some((one) => {
        const frame = one.getBoundingClientRect();
        return cuts(one) && frame.width > 1 && (box.right > frame.right + 1 || box.left < frame.left - 1);
      });
      const isClipped = cuts(element) && element.scrollWidth > element.clientWidth + 1;
      const isOutside = box.right > root.clientWidth + 1 || box.left < -1;
      if (isCut || isClipped || isOutside) {
        found.push(`${element.tagName} ${element.className}: ${element.textContent?.slice(0, 60)}`);
      }
    }
    return [...new Set(found)];
  });
}

async function makeLongUser(
  makeUser: (user: JsonObject) => Promise<{ userId: string; email: string; name: string }>,
) {
  return makeUser({
    email: `${'a.very.long.address.'.repeat(3)}${unique('x')}@${'subdomain.'.repeat(8)}example.com`,
    name: `${longWord} von und zu ${unique('Long')}`.slice(0, 150),
    nickname: longWord,
    user_metadata: { title: longWord, location: longWord, phone: '+49 30 '.repeat(8) },
    app_metadata: { department: 'Finance', costCenter: longWord },
  });
}

for (const [language, width] of [
  ['en', 320],
  ['de', 390],
  ['de', 1440],
] as const) {
  test(`the longest texts are to be read on every page (${language}, ${width} px)`, async ({
    as,
    makeUser,
    stack,
  }) => {
    const { userId, email } = await makeLongUser(makeUser);
    const of = { user_id: userId };
    const { logs } = (await stack.control('POST', '/traces', {
      logs: [
        {
          ...of,
          type: 'limit_mu',
          user_name: email,
          client_name: longWord,
          connection: longWord,
          description: `${longWord} `.repeat(4),
          user_agent: longWord,
        },
      ],
      devices: [{ ...of, device_name: longWord }],
      sessions: [of],
      methods: [
        { ...of, type: 'webauthn-roaming', name: longWord.slice(0, 20) },
        { ...of, type: 'email', email: `${'long'.repeat(15)}@example.com` },
      ],
    })) as { logs: string[] };
    const own = `/users/${encodeURIComponent(userId)}`;
    const tabs = ['devices', 'sessions', 'multifactor', 'log', 'history', 'raw'];
    const asked: [Person, string[]][] = [
      [
        'olga',
        [
          `/users?q=${encodeURIComponent(email)}`,
          '/users/new',
          own,
          ...tabs.map((tab) => `${own}?tab=${tab}`),
          `${own}/edit`,
          `${own}/log/${logs[0]}`,
          `/logs?user=${encodeURIComponent(email)}`,
          `/logs/${logs[0]}`,
          '/audit',
        ],
      ],
      ['ivan', [`${own}?tab=roles`, `${own}?tab=organizations`, '/hooks', '/hooks/write']],
    ];
    for (const [person, addresses] of asked) {
      const page = await as(person, { viewport: { width, height: 900 } });
      await page.context().addCookies([{ name: 'language', value: language, url: stack.appUrl }]);
      for (const address of addresses) {
        await page.goto(address);
        await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(
          page.getByRole('status').filter({ hasText: /^(Loading|Lädt|Wird geladen)/ }),
        ).toHaveCount(0);
        expect.soft(await unreadable(page), `${address.slice(0, 60)} … ${address.slice(-20)}`).toEqual([]);
      }
    }
  });
}

for (const language of ['en', 'de'] as const) {
  test(`questions about somebody with a long name fit a small phone (${language})`, async ({
    as,
    makeUser,
    stack,
  }) => {
    const { userId } = await makeLongUser(makeUser);
    const page = await as('kelly', { viewport: { width: 320, height: 700 } });
    await page.context().addCookies([{ name: 'language', value: language, url: stack.appUrl }]);
    await page.goto(`/users/${encodeURIComponent(userId)}`);
    const menu = page.getByRole('button', { name: language === 'de' ? 'Aktionen' : 'Actions', exact: true });
    await menu.click();
    await page.getByRole('menuitem').first().waitFor();
    const actions = await page.getByRole('menuitem').allTextContents();
    expect(actions.length).toBeGreaterThan(3);
    await page.keyboard.press('Escape');
    for (const action of actions) {
      await menu.click();
      const item = page.getByRole('menuitem', { name: action, exact: true });
      if ((await item.getAttribute('aria-disabled')) === 'true') {
        await page.keyboard.press('Escape');
        continue;
      }
      await item.click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      expect.soft(await unreadable(page), action).toEqual([]);
      await escapeFrom(page, page.getByRole('alertdialog'));
    }
  });
}
