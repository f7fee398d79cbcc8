export const themeChoices = ['system', 'light', 'dark'] as const;

export type ThemeChoice = (typeof themeChoices)[number];

/** The cookie that keeps the choice; read by the root layout, written by the switch. */
export const themeCookieName = 'theme';

/** The choice that a cookie's text stands for; anything unknown is the system's own. */
export function themeOf(cookieText: string | undefined): ThemeChoice {
  return themeChoices.find((choice) => choice === cookieText) ?? 'system';
}
