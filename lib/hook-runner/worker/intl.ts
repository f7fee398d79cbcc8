export function callIntl(_json: string): string {
  return '!Intl is not there yet';
}
