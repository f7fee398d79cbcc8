/** What a spreadsheet takes for the beginning of a formula. */
const startOfFormula = /^[=+\-@\t\r]/;

/**
 * One line of a CSV file (RFC 4180), with its line end. A cell that a spreadsheet would compute begins with an
 * apostrophe, which makes it text.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | null): string {
  const text = value ?? '';
  const safe = startOfFormula.test(text) ? `'${text}` : text;
  return /[",\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
