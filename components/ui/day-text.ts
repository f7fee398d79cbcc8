/** A day of the calendar, `2026-11-23`, as the locale writes it; `long`: with the month in letters everywhere. */
export function dayText(day: string, locale: string, dateStyle: 'medium' | 'long' = 'medium'): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(date);
}
